/// Eight bytes of a text, looked at together. RubricaSource has its like for what it writes (`ByteWord`),
/// which is internal to its room.
struct EightBytes {
  private let word: UInt64

  private static let ones: UInt64 = 0x0101_0101_0101_0101
  private static let highBits: UInt64 = 0x8080_8080_8080_8080

  /// The bytes from `offset` on; there must be eight.
  init(_ text: borrowing RawSpan, at offset: Int) {
    word = unsafe text.unsafeLoadUnaligned(fromByteOffset: offset, as: UInt64.self)
  }

  var isASCII: Bool { word & Self.highBits == 0 }

  func contains(_ byte: UInt8) -> Bool {
    // Zero where the byte is; taking one away borrows from the high bit of a zero first.
    let difference = word ^ (Self.ones &* UInt64(byte))
    return (difference &- Self.ones) & ~difference & Self.highBits != 0
  }

  static func == (a: EightBytes, b: EightBytes) -> Bool { a.word == b.word }
}

extension [UInt8] {
  /// Whether a byte stands in a part of these.
  func contains(_ wanted: UInt8, in range: Range<Int>) -> Bool {
    let text = unsafe span.bytes
    var index = range.lowerBound
    while index + 8 <= range.upperBound {
      if EightBytes(text, at: index).contains(wanted) { return true }
      index += 8
    }
    return self[index..<range.upperBound].contains(wanted)
  }
}
