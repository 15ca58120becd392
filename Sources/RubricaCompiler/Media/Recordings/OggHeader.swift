/// Ogg: pages of one or more streams (RFC 3533), each with the time at its end, in samples.
enum OggHeader {
  private struct Stream {
    /// Samples a second.
    let rate: Int
    /// Samples at the start that are not played.
    var skipped = 0
    /// Samples up to the end of the last page.
    var end = 0

    var duration: Double { Double(max(end - skipped, 0)) / Double(rate) }
  }

  /// Seconds of the longest stream of Vorbis, Opus or FLAC; nil for a file that is cut off, and for
  /// several recordings one behind the other.
  static func duration(_ bytes: [UInt8]) -> Double? {
    var streams: [Int: Stream] = [:]
    var isPlaying = false
    var place = 0
    while place < bytes.count {
      guard bytes.has("OggS", at: place), let flags = bytes.big(place + 5, 1),
        let number = bytes.little(place + 14, 4), let parts = bytes.big(place + 26, 1),
        place + 27 + parts <= bytes.count
      else { return nil }
      let body = place + 27 + parts
      let end = bytes[place + 27..<body].reduce(body) { $0 + Int($1) }
      guard end <= bytes.count else { return nil }
      if flags & 2 != 0 {
        guard !isPlaying else { return nil }
        streams[number] = stream(bytes, body)
      } else {
        isPlaying = true
        // There is none where no packet ends on the page.
        if let time = bytes.little(place + 6, 8) { streams[number]?.end = time }
      }
      place = end
    }
    return streams.values.map(\.duration).max()
  }

  /// What the first packet of a stream says; nil for one without sound.
  private static func stream(_ bytes: [UInt8], _ packet: Int) -> Stream? {
    if bytes.has("\u{1}vorbis", at: packet) {
      return bytes.little(packet + 12, 4).flatMap { $0 > 0 ? Stream(rate: $0) : nil }
    }
    if bytes.has("OpusHead", at: packet) {
      // Counted at this rate, whatever the recording had.
      return bytes.little(packet + 10, 2).map { Stream(rate: 48_000, skipped: $0) }
    }
    if bytes.has("\u{7F}FLAC", at: packet) {
      return FLACHeader.rate(bytes, at: packet + 17).map { Stream(rate: $0) }
    }
    return nil
  }
}
