/// How long a recording is, from its header. Only WAV is read: of the others the length is known only
/// when all of the file has been.
enum RecordingHeader {
  /// Seconds; nil for another format, for compressed sound, and for a file that is cut off or was
  /// written without a length.
  static func duration(_ bytes: [UInt8]) -> Double? {
    guard bytes.starts(with: "RIFF".utf8), bytes.dropFirst(8).starts(with: "WAVE".utf8) else {
      return nil
    }
    var rate: Int?
    var block: Int?
    var place = 12
    while place + 8 <= bytes.count {
      let size = little(bytes, place + 4, 4)
      let start = place + 8
      switch bytes[place..<(place + 4)] {
      case let name where name.elementsEqual("fmt ".utf8):
        guard size >= 16, start + 16 <= bytes.count else { return nil }
        // Samples as they are: whole numbers, fractions, or either with a longer header.
        guard [1, 3, 0xFFFE].contains(little(bytes, start, 2)) else { return nil }
        rate = little(bytes, start + 4, 4)
        block = little(bytes, start + 12, 2)
      case let name where name.elementsEqual("data".utf8):
        guard let rate, let block, rate > 0, block > 0, start + size <= bytes.count else {
          return nil
        }
        return Double(size / block) / Double(rate)
      default: break
      }
      // A chunk of an odd size has a byte behind it.
      place = start + size + size % 2
    }
    return nil
  }

  private static func little(_ bytes: [UInt8], _ offset: Int, _ count: Int) -> Int {
    bytes[offset..<(offset + count)].reversed().reduce(0) { $0 << 8 | Int($1) }
  }
}
