/// Whether the file of a picture holds all of it: told from its heads and its end, not its pixels.
extension Media {
  /// Whether the file ends before the picture does, as after a copy that was broken off. False where
  /// its form does not tell.
  package var isCutOff: Bool {
    guard let bytes else { return false }
    let file = PictureBytes(bytes: bytes)
    return switch type {
    case .png: file.isCutOffPNG
    case .jpeg: file.isCutOffJPEG
    case .gif: file.isCutOffGIF
    case .webp: file.isCutOffWebP
    default: false
    }
  }
}

private struct PictureBytes {
  let bytes: [UInt8]

  /// Chunks, each with its length in front, up to one without content (ISO/IEC 15948, 5.3 and 5.6).
  var isCutOffPNG: Bool {
    var place = 8
    var hasPixels = false
    while place + 12 <= bytes.count {
      let length = number(place, 4, isBigFirst: true)
      guard length <= bytes.count - place - 12 else { return true }
      let name = bytes[place + 4..<place + 8]
      if name.elementsEqual("IEND".utf8) { return !hasPixels }
      if name.elementsEqual("IDAT".utf8) { hasPixels = true }
      place += 12 + length
    }
    return true
  }

  /// Segments, each with its length, up to the scan, behind which is a marker (ISO/IEC 10918-1, B.1).
  var isCutOffJPEG: Bool {
    var place = 2
    while place + 4 <= bytes.count {
      guard bytes[place] == 0xFF else { return false }
      switch bytes[place + 1] {
      case 0xFF: place += 1
      case 0x01, 0xD0...0xD8: place += 2
      case 0xD9: return true
      case 0xDA: return !hasEnd(behind: place)
      default: place += 2 + max(number(place + 2, 2, isBigFirst: true), 2)
      }
    }
    return true
  }

  /// Cameras put more behind the end, so it is looked for from the last byte on.
  private func hasEnd(behind start: Int) -> Bool {
    var place = bytes.count - 1
    while place > start + 1 {
      if bytes[place] == 0xD9, bytes[place - 1] == 0xFF { return true }
      place -= 1
    }
    return false
  }

  /// Pictures and extensions in short pieces. A last byte that is missing is no loss, if the first
  /// picture is whole.
  var isCutOffGIF: Bool {
    guard bytes.count >= 13 else { return true }
    var place = 13 + colours(bytes[10])
    var hasPicture = false
    while place < bytes.count {
      switch bytes[place] {
      case 0x3B: return !hasPicture
      case 0x21: place += 2
      case 0x2C:
        guard place + 10 <= bytes.count else { return true }
        place += 11 + colours(bytes[place + 9])
        hasPicture = true
      default: return false
      }
      while place < bytes.count, bytes[place] > 0 { place += 1 + Int(bytes[place]) }
      guard place < bytes.count else { return true }
      place += 1
    }
    return !hasPicture
  }

  /// Bytes of a table of colours.
  private func colours(_ flags: UInt8) -> Int { flags & 0x80 == 0 ? 0 : 3 << (Int(flags & 7) + 1) }

  /// The head says how long the file is (RFC 9649, 2.4). A byte that only fills it up may be
  /// missing.
  var isCutOffWebP: Bool {
    guard bytes.count >= 12 else { return true }
    return number(4, 4, isBigFirst: false) + 7 > bytes.count
  }

  private func number(_ place: Int, _ count: Int, isBigFirst: Bool) -> Int {
    var value = 0
    for index in 0..<count {
      value = value << 8 | Int(bytes[place + (isBigFirst ? index : count - 1 - index)])
    }
    return value
  }
}
