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
    for byte in value.utf8 {
      switch byte {
      case UInt8(ascii: "&"): output.append(contentsOf: "&amp;".utf8)
      case UInt8(ascii: "<"): output.append(contentsOf: "&lt;".utf8)
      case UInt8(ascii: ">"): output.append(contentsOf: "&gt;".utf8)
      case UInt8(ascii: "\""): output.append(contentsOf: "&quot;".utf8)
      case 9: output.append(contentsOf: "&#9;".utf8)
      case 10: output.append(contentsOf: "&#10;".utf8)
      case 13: output.append(contentsOf: "&#13;".utf8)
      case 0..<32: output.append(contentsOf: "\u{FFFD}".utf8)
      default: output.append(byte)
      }
    }
  }
}
