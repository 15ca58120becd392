/// Words in the form in which they are compared: lower case, no accents, single blanks.
enum WordKey {
  /// What may stand behind a word besides blanks.
  enum Trailing { case colon, comma }

  static func make(_ text: Substring.UTF8View, _ trailing: Trailing) -> [UInt8] {
    var key: [UInt8] = []
    key.reserveCapacity(text.count + 2)
    var bytes = text.makeIterator()
    while let byte = bytes.next() {
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): key.append(byte | 0x20)
      case 32, 9, 10: appendBlank(to: &key)
      case 0..<0x80: key.append(byte)
      case 0xC2:
        let next = bytes.next() ?? 0
        if next == 0xA0 { appendBlank(to: &key) } else { key += [byte, next] }
      case 0xC3: appendLatin(bytes.next() ?? 0, to: &key)
      // Accents that stand by themselves, as in decomposed text.
      case 0xCC, 0xCD: _ = bytes.next()
      case 0xE2:
        let (second, third) = (bytes.next() ?? 0, bytes.next() ?? 0)
        switch (second, third) {
        case (0x80, 0xAF), (0x80, 0x87): appendBlank(to: &key)
        case (0x80, 0x99): key.append(UInt8(ascii: "'"))
        default: key += [byte, second, third]
        }
      case 0xE3:
        let (second, third) = (bytes.next() ?? 0, bytes.next() ?? 0)
        if (second, third) == (0x80, 0x80) {
          appendBlank(to: &key)
        } else {
          key += [byte, second, third]
        }
      default: key.append(byte)
      }
    }
    return key.withoutTrailing(trailing)
  }

  private static func appendBlank(to key: inout [UInt8]) {
    if !key.isEmpty, key.last != 32 { key.append(32) }
  }

  /// The letters of U+00C0 to U+00FF without their accents.
  private static func appendLatin(_ second: UInt8, to key: inout [UInt8]) {
    switch second | 0x20 {
    case 0x9F | 0x20 where second == 0x9F: key += [UInt8(ascii: "s"), UInt8(ascii: "s")]
    case 0xA0...0xA5: key.append(UInt8(ascii: "a"))
    case 0xA6: key += [UInt8(ascii: "a"), UInt8(ascii: "e")]
    case 0xA7: key.append(UInt8(ascii: "c"))
    case 0xA8...0xAB: key.append(UInt8(ascii: "e"))
    case 0xAC...0xAF: key.append(UInt8(ascii: "i"))
    case 0xB1: key.append(UInt8(ascii: "n"))
    case 0xB2...0xB6, 0xB8: key.append(UInt8(ascii: "o"))
    case 0xB9...0xBC: key.append(UInt8(ascii: "u"))
    case 0xBD, 0xBF: key.append(UInt8(ascii: "y"))
    default: key += [0xC3, second]
    }
  }

  /// FNV-1a, cut to what an index needs.
  static func hash(_ key: [UInt8]) -> Int {
    var hash = emptyHash
    for byte in key { hash = (hash ^ UInt64(byte)) &* prime }
    return folded(hash)
  }

  /// The hash of the key of a text of plain letters and single blanks: the key is the text in small
  /// letters, and need not be made. Nil for any other text.
  static func hash(ofPlain text: Substring.UTF8View) -> Int? {
    let bytes = text.span
    var hash = emptyHash
    var before: UInt8 = 32
    for index in bytes.indices {
      let byte = bytes[index]
      guard (byte | 0x20) &- 0x61 < 26 || byte == 32 && before != 32 else { return nil }
      hash = (hash ^ UInt64(byte | 0x20)) &* prime
      before = byte
    }
    return before == 32 ? nil : folded(hash)
  }

  private static let emptyHash: UInt64 = 0xCBF2_9CE4_8422_2325
  private static let prime: UInt64 = 0x100_0000_01B3

  private static func folded(_ hash: UInt64) -> Int {
    Int(truncatingIfNeeded: (hash ^ hash >> 32) & 0xFFFF_FFFF)
  }
}

extension [UInt8] {
  /// Without blanks and colons at the end, half and full width; with `.comma` without commas too.
  func withoutTrailing(_ trailing: WordKey.Trailing) -> [UInt8] {
    var end = count
    loop: while end > 0 {
      switch self[end - 1] {
      case 32, UInt8(ascii: ":"): end -= 1
      case UInt8(ascii: ",") where trailing == .comma: end -= 1
      case 0xA0 where end > 1 && self[end - 2] == 0xC2: end -= 2
      case 0x9A where end > 2 && self[end - 2] == 0xBC && self[end - 3] == 0xEF: end -= 3
      case 0x81
      where trailing == .comma && end > 2 && self[end - 2] == 0x80 && self[end - 3] == 0xE3:
        end -= 3
      default: break loop
      }
    }
    return end == count ? self : Array(self[..<end])
  }
}
