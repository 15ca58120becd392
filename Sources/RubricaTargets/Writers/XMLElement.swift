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
      output.append(xml: Self.characters(of: attribute.value).utf8.span)
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

  /// XML has no U+FFFE and no U+FFFF, not even as references (XML 1.0, 2.2).
  private static func characters(of text: String) -> String {
    guard text.utf8.span.contains(0xEF) else { return text }
    let scalars = text.unicodeScalars.map { $0.value & 0x1F_FFFE == 0xFFFE ? "\u{FFFD}" : $0 }
    return String(String.UnicodeScalarView(scalars))
  }
}
