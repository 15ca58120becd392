/// A JSON value whose members keep their order. Written the same on every machine.
package enum JSON: Sendable {
  case null
  case bool(Bool)
  case integer(Int)
  case number(Double)
  case string(String)
  case array([JSON])
  case object([(String, JSON)])
  /// Bytes of `bytes(depth:)`, to stand where they were made for.
  case written([UInt8])

  /// UTF-8 bytes, indented by two spaces, with a line end.
  package var bytes: [UInt8] {
    var output: [UInt8] = []
    write(to: &output, indent: 0)
    output.append(UInt8(ascii: "\n"))
    return output
  }

  /// The bytes of a value that stands inside others, indented `depth` times, without a line end.
  package func bytes(depth: Int) -> [UInt8] {
    var output: [UInt8] = []
    write(to: &output, indent: depth)
    return output
  }

  /// UTF-8 bytes on one line.
  package var compactBytes: [UInt8] {
    var output: [UInt8] = []
    write(to: &output, indent: nil)
    return output
  }

  private func write(to output: inout [UInt8], indent: Int?) {
    switch self {
    case .null: output.append(contentsOf: "null".utf8)
    case .bool(let value): output.append(contentsOf: (value ? "true" : "false").utf8)
    case .integer(let value): output.append(contentsOf: String(value).utf8)
    case .number(let value): output.append(contentsOf: Number.text(value).utf8)
    case .string(let value): Self.write(value, to: &output)
    case .written(let bytes): output.append(contentsOf: bytes)
    case .array(let items):
      Self.write(items, to: &output, indent, brackets: ("[", "]")) { item, output, indent in
        item.write(to: &output, indent: indent)
      }
    case .object(let members):
      Self.write(members, to: &output, indent, brackets: ("{", "}")) { member, output, indent in
        Self.write(member.0, to: &output)
        output.append(UInt8(ascii: ":"))
        if indent != nil { output.append(UInt8(ascii: " ")) }
        member.1.write(to: &output, indent: indent)
      }
    }
  }

  private static func write<Item>(
    _ items: [Item], to output: inout [UInt8], _ indent: Int?,
    brackets: (open: Unicode.Scalar, close: Unicode.Scalar),
    each: (Item, inout [UInt8], Int?) -> Void
  ) {
    output.append(UInt8(ascii: brackets.open))
    for (place, item) in items.enumerated() {
      if place > 0 { output.append(UInt8(ascii: ",")) }
      newLine(&output, indent.map { $0 + 1 })
      each(item, &output, indent.map { $0 + 1 })
    }
    if !items.isEmpty { newLine(&output, indent) }
    output.append(UInt8(ascii: brackets.close))
  }

  private static func newLine(_ output: inout [UInt8], _ indent: Int?) {
    guard let indent else { return }
    output.append(UInt8(ascii: "\n"))
    for _ in 0..<(indent * 2) { output.append(UInt8(ascii: " ")) }
  }

  private static let hexDigits = Array("0123456789abcdef".utf8)

  /// Runs of bytes that need no escape are copied whole: a picture is one long run.
  private static func write(_ string: String, to output: inout [UInt8]) {
    output.append(UInt8(ascii: "\""))
    let bytes = string.utf8.span
    let text = string.utf8
    var run = 0
    for index in bytes.indices where needsEscape(bytes[index]) {
      append(text, run..<index, to: &output)
      escape(bytes[index], to: &output)
      run = index + 1
    }
    append(text, run..<bytes.count, to: &output)
    output.append(UInt8(ascii: "\""))
  }

  private static func append(
    _ text: String.UTF8View, _ range: Range<Int>, to output: inout [UInt8]
  ) {
    guard !range.isEmpty else { return }
    let start = text.index(text.startIndex, offsetBy: range.lowerBound)
    output.append(contentsOf: text[start..<text.index(start, offsetBy: range.count)])
  }

  private static func needsEscape(_ byte: UInt8) -> Bool {
    byte < 32 || byte == 127 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
  }

  private static func escape(_ byte: UInt8, to output: inout [UInt8]) {
    output.append(UInt8(ascii: "\\"))
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"): output.append(byte)
    case 10: output.append(UInt8(ascii: "n"))
    case 13: output.append(UInt8(ascii: "r"))
    case 9: output.append(UInt8(ascii: "t"))
    default:
      output.append(contentsOf: "u00".utf8)
      output.append(hexDigits[Int(byte >> 4)])
      output.append(hexDigits[Int(byte & 15)])
    }
  }
}

extension JSON: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral
{
  package init(stringLiteral value: String) { self = .string(value) }
  package init(integerLiteral value: Int) { self = .integer(value) }
  package init(booleanLiteral value: Bool) { self = .bool(value) }
}

extension JSON: ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral {
  package init(arrayLiteral elements: JSON...) { self = .array(elements) }
  package init(dictionaryLiteral elements: (String, JSON)...) { self = .object(elements) }
}

/// Numbers as text, the same in every locale.
package enum Number {
  /// The shortest decimal that reads back to the same double, without a trailing `.0`.
  package static func text(_ value: Double) -> String {
    guard value.isFinite else { return "0" }
    if value == value.rounded(), abs(value) < 1e15 { return String(Int(value)) }
    return value.description
  }
}
