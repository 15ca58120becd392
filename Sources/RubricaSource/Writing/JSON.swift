/// A JSON value whose members keep their order. Written the same on every machine.
package enum JSON: Sendable {
  case null
  case bool(Bool)
  case integer(Int)
  case number(Double)
  case string(String)
  case array([JSON])
  case object([(String, JSON)])
  /// A value that was written before, as by `JSONWriter` of the targets.
  case written([UInt8])

  /// UTF-8 bytes, indented by two spaces, with a line end.
  package var bytes: [UInt8] {
    var output = ByteBuffer()
    write(to: &output, indent: 0)
    output.append(UInt8(ascii: "\n"))
    return output.bytes
  }

  /// UTF-8 bytes on one line.
  package var compactBytes: [UInt8] {
    var output = ByteBuffer()
    write(to: &output, indent: nil)
    return output.bytes
  }

  private func write(to output: inout ByteBuffer, indent: Int?) {
    switch self {
    case .null: output.append("null")
    case .bool(let value): output.append(value ? "true" : "false")
    case .integer(let value): output.append(utf8: String(value))
    case .number(let value): output.append(utf8: Number.text(value))
    case .string(let value): output.append(json: value)
    case .written(let bytes): output.append(contentsOf: bytes)
    case .array(let items):
      let inner = indent.map { $0 + 1 }
      output.append(UInt8(ascii: "["))
      for place in items.indices {
        if place > 0 { output.append(UInt8(ascii: ",")) }
        Self.newLine(&output, inner)
        items[place].write(to: &output, indent: inner)
      }
      if !items.isEmpty { Self.newLine(&output, indent) }
      output.append(UInt8(ascii: "]"))
    case .object(let members):
      let inner = indent.map { $0 + 1 }
      output.append(UInt8(ascii: "{"))
      for place in members.indices {
        output.append(jsonKey: members[place].0, isFirst: place == 0, indent: inner)
        members[place].1.write(to: &output, indent: inner)
      }
      if !members.isEmpty { Self.newLine(&output, indent) }
      output.append(UInt8(ascii: "}"))
    }
  }

  private static func newLine(_ output: inout ByteBuffer, _ indent: Int?) {
    if let indent { output.append(lineWithIndent: indent) }
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
  /// The number as it is written; JSON has no word for what is not finite.
  package static func text(_ value: Double) -> String {
    value.isFinite ? value.written : "0"
  }
}
