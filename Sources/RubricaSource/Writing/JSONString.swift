/// Text as a JSON string.
extension ByteBuffer {
  package mutating func append(json string: String) {
    let text = string.utf8.span
    append(UInt8(ascii: "\""))
    if Self.mustEscape(text) {
      // The longest escape is `\u001f`.
      append(addingCapacity: text.count * 6) { output in
        for index in text.indices {
          if Self.isEscaped(text[index]) {
            Self.escape(text[index], to: &output)
          } else {
            output.append(text[index])
          }
        }
      }
    } else {
      append(text)
    }
    append(UInt8(ascii: "\""))
  }

  /// For a long text with a few places to escape, such as a page: what lies between is copied whole.
  package mutating func append(json text: [UInt8]) {
    let bytes = text.span
    append(UInt8(ascii: "\""))
    var start = 0
    for first in stride(from: 0, to: bytes.count, by: 32) {
      let stretch = first..<Swift.min(first + 32, bytes.count)
      guard Self.mustEscape(bytes.extracting(stretch)) else { continue }
      for index in stretch where Self.isEscaped(bytes[index]) {
        append(bytes.extracting(start..<index))
        append(addingCapacity: 6) { Self.escape(bytes[index], to: &$0) }
        start = index + 1
      }
    }
    append(bytes.extracting(start...))
    append(UInt8(ascii: "\""))
  }

  /// A line end and the blanks of a depth.
  mutating func append(lineWithIndent indent: Int) {
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

  /// Looks at every byte even behind the first hit: a loop without branches goes sixteen bytes at a
  /// time, and most text holds nothing that has to be escaped.
  private static func mustEscape(_ text: Swift.Span<UInt8>) -> Bool {
    var found: UInt8 = 0
    for index in text.indices {
      let byte = text[index]
      found |= byte < 32 ? 1 : 0
      found |= byte == 127 ? 1 : 0
      found |= byte == UInt8(ascii: "\"") ? 1 : 0
      found |= byte == UInt8(ascii: "\\") ? 1 : 0
    }
    return found != 0
  }

  /// The same of one byte.
  @inline(__always)
  private static func isEscaped(_ byte: UInt8) -> Bool {
    byte < 35 && (byte < 32 || byte == UInt8(ascii: "\"")) || byte == UInt8(ascii: "\\")
      || byte == 127
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
