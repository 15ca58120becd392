/// MP4 and QuickTime: boxes in boxes (ISO/IEC 14496-12). The header of the movie has its length.
enum MP4Header {
  /// Seconds.
  static func duration(_ bytes: [UInt8]) -> Double? {
    guard bytes.has("ftyp", at: 4), let movie = box("moov", bytes, in: bytes.indices),
      let header = box("mvhd", bytes, in: movie)
    else { return nil }
    let isLong = bytes.big(header.lowerBound, 1) == 1
    let place = header.lowerBound + (isLong ? 20 : 12)
    guard let scale = bytes.big(place, 4), scale > 0,
      let length = bytes.big(place + 4, isLong ? 8 : 4), length != 0xFFFF_FFFF
    else { return nil }
    // A movie that was written in pieces says nothing here.
    return length > 0 ? Double(length) / Double(scale) : nil
  }

  /// What is in the first box of a name.
  private static func box(_ name: String, _ bytes: [UInt8], in range: Range<Int>) -> Range<Int>? {
    var place = range.lowerBound
    while let written = bytes.big(place, 4), place < range.upperBound {
      let size: Int?
      switch written {
      case 0: size = range.upperBound - place
      case 1: size = bytes.big(place + 8, 8)
      default: size = written
      }
      let head = written == 1 ? 16 : 8
      guard let size, size >= head, size <= range.upperBound - place else { return nil }
      if bytes.has(name, at: place + 4) { return place + head..<place + size }
      place += size
    }
    return nil
  }
}
