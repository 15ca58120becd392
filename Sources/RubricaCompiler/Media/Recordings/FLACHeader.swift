/// FLAC: the first block says how many samples there are (RFC 9639, 8.2).
enum FLACHeader {
  /// Seconds; nil where the encoder did not know.
  static func duration(_ bytes: [UInt8]) -> Double? {
    let start = ID3Tag.end(bytes)
    guard bytes.has("fLaC", at: start), let rate = rate(bytes, at: start + 8),
      let tail = bytes.big(start + 21, 5)
    else { return nil }
    let samples = tail & 0xF_FFFF_FFFF
    return samples > 0 ? Double(samples) / Double(rate) : nil
  }

  /// Samples a second, of the block that begins there.
  static func rate(_ bytes: [UInt8], at block: Int) -> Int? {
    guard let head = bytes.big(block + 10, 3), head >> 4 > 0 else { return nil }
    return head >> 4
  }
}

/// What players have put before a recording: title, artist, a picture.
enum ID3Tag {
  /// Where the recording begins.
  static func end(_ bytes: [UInt8]) -> Int {
    guard bytes.has("ID3", at: 0), let flags = bytes.big(5, 1), let size = bytes.big(6, 4) else {
      return 0
    }
    // Seven bits of each byte count.
    let length = (0..<4).reduce(0) { $0 | (size >> ($1 * 8) & 0x7F) << ($1 * 7) }
    return 10 + length + (flags & 0x10 != 0 ? 10 : 0)
  }
}
