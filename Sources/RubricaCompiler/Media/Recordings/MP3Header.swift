/// MP3: frames without a header for all of them (ISO/IEC 11172-3, 2.4.1; 13818-3). All are counted: what the
/// first one says about the others is often missing.
enum MP3Header {
  /// Seconds.
  static func duration(_ bytes: [UInt8]) -> Double? {
    let start = ID3Tag.end(bytes)
    guard let first = Frame(bytes, at: start) else { return nil }
    var place = start
    var frames = 0
    while let frame = Frame(bytes, at: place), frame.rate == first.rate {
      frames += 1
      place += frame.size
    }
    let index = first.index(bytes, start)
    if index != nil { frames -= 1 }
    // What is cut off at the end is not played; anything but a tag there is another format.
    let isWhole = place >= bytes.count || tags.contains { bytes.has($0, at: place) }
    let samples = frames * first.samples - (index?.silent ?? 0)
    guard isWhole, samples > 0 else { return nil }
    return Double(samples) / Double(first.rate)
  }

  private static let tags = ["TAG", "APETAGEX", "LYRICS", "ID3"]

  /// What the first frame says about the others, in the place of sound.
  private struct Index {
    /// Samples that fill up the first frames and the last one, and are not played.
    let silent: Int
  }

  private struct Frame {
    /// Samples a second.
    let rate: Int
    let samples: Int
    /// Bytes.
    let size: Int
    /// Bytes of the header and of what stands between it and the sound.
    private let head: Int

    private static let rates = [44_100, 48_000, 32_000]
    /// Thousands of bits a second.
    private static let first = [32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320]
    private static let second = [8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160]

    init?(_ bytes: [UInt8], at place: Int) {
      guard let word = bytes.big(place, 4), word >> 21 == 0x7FF else { return nil }
      let version = word >> 19 & 3
      let (bits, rate) = (word >> 12 & 15, word >> 10 & 3)
      // The third layer; a version, a number of bits and a rate that there are.
      guard word >> 17 & 3 == 1, version != 1, (1...14).contains(bits), rate < 3 else { return nil }
      let isFirst = version == 3
      self.rate = Self.rates[rate] >> (isFirst ? 0 : version == 2 ? 1 : 2)
      samples = isFirst ? 1152 : 576
      let kilobits = (isFirst ? Self.first : Self.second)[bits - 1]
      size = samples / 8 * kilobits * 1_000 / self.rate + word >> 9 & 1
      let isMono = word >> 6 & 3 == 3
      let hasSum = word >> 16 & 1 == 0
      head = 4 + (hasSum ? 2 : 0) + (isFirst ? isMono ? 17 : 32 : isMono ? 9 : 17)
    }

    /// Nil where the frame is sound like the others.
    func index(_ bytes: [UInt8], _ place: Int) -> Index? {
      if bytes.has("VBRI", at: place + 36) { return Index(silent: 0) }
      let start = place + head
      guard bytes.has("Xing", at: start) || bytes.has("Info", at: start) else { return nil }
      // Four fields, each of them there or not, and then what LAME has added to them.
      let fields = bytes.big(start + 4, 4) ?? 0
      let sizes = [4, 4, 100, 4].enumerated().filter { fields >> $0.offset & 1 == 1 }
      let encoder = start + 8 + sizes.reduce(0) { $0 + $1.element }
      guard bytes.has("L", at: encoder), let silent = bytes.big(encoder + 21, 3) else {
        return Index(silent: 0)
      }
      return Index(silent: silent >> 12 + silent & 0xFFF)
    }
  }
}
