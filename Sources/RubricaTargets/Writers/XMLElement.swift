internal import RubricaSource

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
    var output = ByteBuffer()
    write(to: &output, indent: 0)
    return output.bytes
  }

  private func write(to output: inout ByteBuffer, indent: Int) {
    output.append(blanks: indent * 2)
    output.append(UInt8(ascii: "<"))
    output.append(utf8: name)
    for attribute in attributes {
      output.append(UInt8(ascii: " "))
      output.append(utf8: attribute.name)
      output.append("=\"")
      Self.escape(attribute.value, to: &output)
      output.append(UInt8(ascii: "\""))
    }
    guard !children.isEmpty else {
      output.append("/>\n")
      return
    }
    output.append(">\n")
    for child in children { child.write(to: &output, indent: indent + 1) }
    output.append(blanks: indent * 2)
    output.append("</")
    output.append(utf8: name)
    output.append(">\n")
  }

  /// White space other than blanks would be normalised away by a parser, so it becomes references.
  /// Characters that XML 1.0 cannot hold at all become U+FFFD.
  private static func escape(_ value: String, to output: inout ByteBuffer) {
    let text = value.utf8.span
    guard text.contains(where: needsEscape) else { return output.append(text) }
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
