/// Text as a JSON string.
extension ByteBuffer {
  package mutating func append(json string: String) { append(json: string.utf8.span) }

  package mutating func append(json bytes: [UInt8]) { append(json: bytes.span) }

  private mutating func append(json text: Swift.Span<UInt8>) {
    append(UInt8(ascii: "\""))
    // The longest escape is `\u001f`.
    append(text, growth: 6, stops: Self.escapes) { Self.escape($0, to: &$1) }
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
    append(UInt8(ascii: "\n"))
    append(blanks: indent * 2)
  }

  /// The key of a member, with what stands before and behind it; `indent` is nil on one line.
  mutating func append(jsonKey key: String, isFirst: Bool, indent: Int?) {
    if !isFirst { append(UInt8(ascii: ",")) }
    if let indent { append(lineWithIndent: indent) }
    append(json: key)
    append(UInt8(ascii: ":"))
    if indent != nil { append(UInt8(ascii: " ")) }
  }

  private static func escape(_ byte: UInt8, to output: inout OutputSpan<UInt8>) {
    output.append(UInt8(ascii: "\\"))
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"): output.append(byte)
    case 10: output.append(UInt8(ascii: "n"))
    case 13: output.append(UInt8(ascii: "r"))
    case 9: output.append(UInt8(ascii: "t"))
    default:
      output.append(UInt8(ascii: "u"))
      output.append(repeating: UInt8(ascii: "0"), count: 2)
      output.append(hexDigit(byte >> 4))
      output.append(hexDigit(byte & 15))
    }
  }

  private static func hexDigit(_ value: UInt8) -> UInt8 {
    value + (value < 10 ? UInt8(ascii: "0") : UInt8(ascii: "a") - 10)
  }
}
