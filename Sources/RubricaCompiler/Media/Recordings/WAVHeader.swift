/// WAV: chunks, of which one says how a second is written and another one holds the sound.
enum WAVHeader {
  /// Seconds; nil for compressed sound, and for a file that is cut off or was written without a length.
  static func duration(_ bytes: [UInt8]) -> Double? {
    guard bytes.has("RIFF", at: 0), bytes.has("WAVE", at: 8) else { return nil }
    var format: (rate: Int, block: Int)?
    var place = 12
    while let size = bytes.little(place + 4, 4) {
      let start = place + 8
      if bytes.has("fmt ", at: place) {
        format = Self.format(bytes, start, size)
        if format == nil { return nil }
      } else if bytes.has("data", at: place) {
        guard let format, size <= bytes.count - start else { return nil }
        return Double(size / format.block) / Double(format.rate)
      }
      // A chunk of an odd size has a byte behind it.
      place = start + size + size % 2
    }
    return nil
  }

  private static func format(
    _ bytes: [UInt8], _ start: Int, _ size: Int
  ) -> (rate: Int, block: Int)? {
    // Samples as they are: whole numbers, fractions, or either with a longer header.
    guard size >= 16, let kind = bytes.little(start, 2), [1, 3, 0xFFFE].contains(kind),
      let rate = bytes.little(start + 4, 4), rate > 0,
      let block = bytes.little(start + 12, 2), block > 0
    else { return nil }
    return (rate, block)
  }
}
