/// Text as a JSON string.
extension ByteBuffer {
  package mutating func append(json string: String) { append(json: string.utf8.span) }

  package mutating func append(json bytes: [UInt8]) { append(json: bytes.span) }

  private mutating func append(json text: Swift.Span<UInt8>) {
    append(UInt8(ascii: "\""))
    append(text, stops: Self.escapes) { $1.append(jsonEscape: $0) }
    append(UInt8(ascii: "\""))
  }

  /// Where a JSON string has to escape a byte; DEL is escaped for those who look at the file.
  @inline(__always)
  private static func escapes(in word: ByteWord) -> ByteWord.Stops {
    word.below(32) | word.equal(to: UInt8(ascii: "\"")) | word.equal(to: UInt8(ascii: "\\"))
      | word.equal(to: 127)
  }

  /// A line end and the blanks of a depth.
  package mutating func append(lineWithIndent indent: Int) {
    append("\n")
    for _ in 0..<indent { append("  ") }
  }

  /// The key of a member, with what stands before and behind it; `indent` is nil on one line.
  mutating func append(jsonKey key: String, isFirst: Bool, indent: Int?) {
    if !isFirst { append(UInt8(ascii: ",")) }
    if let indent { append(lineWithIndent: indent) }
    append(json: key)
    append(UInt8(ascii: ":"))
    if indent != nil { append(UInt8(ascii: " ")) }
  }

  private mutating func append(jsonEscape byte: UInt8) {
    switch byte {
    case UInt8(ascii: "\""): append("\\\"")
    case UInt8(ascii: "\\"): append("\\\\")
    case 10: append("\\n")
    case 13: append("\\r")
    case 9: append("\\t")
    default:
      append("\\u00")
      append(Self.hexDigit(byte >> 4))
      append(Self.hexDigit(byte & 15))
    }
  }

  private static func hexDigit(_ value: UInt8) -> UInt8 {
    value + (value < 10 ? UInt8(ascii: "0") : UInt8(ascii: "a") - 10)
  }
}
