/// Text as a JSON string.
extension ByteBuffer {
  package mutating func append(json string: String) { append(json: string.utf8.span) }

  package mutating func append(json bytes: [UInt8]) { append(json: bytes.span) }

  package mutating func append(json text: Swift.Span<UInt8>) {
    append(UInt8(ascii: "\""))
    append(text, stops: Self.escapes, instead: Self.escape)
    append(UInt8(ascii: "\""))
  }

  /// Where a JSON string has to escape a byte; DEL is escaped for those who look at the file.
  ///
  /// `"` with its second bit turned is 32, and what is below 32 stays below: both are found at once.
  @inline(__always)
  private static func escapes(in word: ByteWord) -> ByteWord.Stops {
    word.below(33, turning: 2) | word.equal(to: UInt8(ascii: "\\")) | word.deletes
  }

  /// A line end and the blanks of a depth.
  package mutating func append(lineWithIndent indent: Int) {
    append(UInt8(ascii: "\n"))
    append(blanks: 2 * indent)
  }

  /// The key of a member, with what stands before and behind it; `indent` is nil on one line.
  mutating func append(jsonKey key: String, isFirst: Bool, indent: Int?) {
    if !isFirst { append(UInt8(ascii: ",")) }
    if let indent { append(lineWithIndent: indent) }
    append(json: key)
    append(UInt8(ascii: ":"))
    if indent != nil { append(UInt8(ascii: " ")) }
  }

  @inline(__always)
  private static func escape(_ byte: UInt8) -> ByteWord {
    switch byte {
    case UInt8(ascii: "\""): ByteWord("\\\"")
    case UInt8(ascii: "\\"): ByteWord("\\\\")
    case 10: ByteWord("\\n")
    case 13: ByteWord("\\r")
    case 9: ByteWord("\\t")
    default:
      ByteWord(
        bits: ByteWord("\\u00").bits | hexDigit(byte >> 4) &<< 32 | hexDigit(byte & 15) &<< 40)
    }
  }

  private static func hexDigit(_ value: UInt8) -> UInt64 {
    UInt64(value + (value < 10 ? UInt8(ascii: "0") : UInt8(ascii: "a") - 10))
  }
}
