/// An XML element without text content: what labeling configurations are made of.
package struct XMLElement: Sendable {
  package var name: String
  package var attributes: [(name: String, value: String)]
  package var children: [XMLElement]

  package init(
    _ name: String, _ attributes: [(name: String, value: String)] = [],
    _ children: [XMLElement] = []
  ) {
    self.name = name
    self.attributes = attributes
    self.children = children
  }

  /// UTF-8 bytes, indented by two spaces, with a line end.
  package var bytes: [UInt8] {
    var output: [UInt8] = []
    write(to: &output, indent: 0)
    return output
  }

  private func write(to output: inout [UInt8], indent: Int) {
    for _ in 0..<(indent * 2) { output.append(UInt8(ascii: " ")) }
    output.append(UInt8(ascii: "<"))
    output.append(contentsOf: name.utf8)
    for attribute in attributes {
      output.append(UInt8(ascii: " "))
      output.append(contentsOf: attribute.name.utf8)
      output.append(contentsOf: "=\"".utf8)
      Self.escape(attribute.value, to: &output)
      output.append(UInt8(ascii: "\""))
    }
    guard !children.isEmpty else {
      output.append(contentsOf: "/>\n".utf8)
      return
    }
    output.append(contentsOf: ">\n".utf8)
    for child in children { child.write(to: &output, indent: indent + 1) }
    for _ in 0..<(indent * 2) { output.append(UInt8(ascii: " ")) }
    output.append(contentsOf: "</".utf8)
    output.append(contentsOf: name.utf8)
    output.append(contentsOf: ">\n".utf8)
  }

  /// White space other than blanks would be normalised away by a parser, so it becomes references.
  /// Characters that XML 1.0 cannot hold at all become U+FFFD.
  private static func escape(_ value: String, to output: inout [UInt8]) {
    let text = value.utf8.span
    guard text.contains(where: needsEscape) else { return output.append(contentsOf: value.utf8) }
    // The longest reference is `&quot;`.
    output.append(text, growth: 6) { byte, output in
      switch byte {
      case UInt8(ascii: "&"): output.append("&amp;")
      case UInt8(ascii: "<"): output.append("&lt;")
      case UInt8(ascii: ">"): output.append("&gt;")
      case UInt8(ascii: "\""): output.append("&quot;")
      case 9: output.append("&#9;")
      case 10: output.append("&#10;")
      case 13: output.append("&#13;")
      case 0..<32: output.append("\u{FFFD}")
      default: output.append(byte)
      }
    }
  }

  @inline(__always)
  private static func needsEscape(_ byte: UInt8) -> UInt8 {
    bit(byte < 32) | bit(byte == UInt8(ascii: "&")) | bit(byte == UInt8(ascii: "<"))
      | bit(byte == UInt8(ascii: ">")) | bit(byte == UInt8(ascii: "\""))
  }
}
