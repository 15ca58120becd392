/// Text as the content of HTML and of attributes of HTML and XML.
extension ByteBuffer {
  /// Text for HTML, content and quoted attributes alike.
  package mutating func append(html text: Swift.Span<UInt8>) {
    append(text, stops: Self.markup, instead: Self.reference)
  }

  /// Text for HTML that a Liquid engine will render: braces and percent signs are its markup.
  package mutating func append(liquid text: Swift.Span<UInt8>) {
    append(
      text,
      stops: { word in
        Self.markup(in: word) | word.equal(to: UInt8(ascii: "{"))
          | word.equal(to: UInt8(ascii: "}"))
          | word.equal(to: UInt8(ascii: "%"))
      },
      instead: Self.reference)
  }

  /// Text for an attribute of XML. White space other than blanks would be normalised away by a
  /// parser, so it becomes references. Characters that XML 1.0 cannot hold at all become U+FFFD.
  package mutating func append(xml text: Swift.Span<UInt8>) {
    append(
      text, stops: { Self.markup(in: $0) | $0.below(32) },
      instead: Self.reference)
  }

  /// `&` and `"`, `<` and `>`.
  @inline(__always)
  private static func markup(in word: ByteWord) -> ByteWord.Stops {
    word.equal(to: UInt8(ascii: "&"), ignoring: UInt8(ascii: "&") ^ UInt8(ascii: "\""))
      | word.equal(to: UInt8(ascii: "<"), ignoring: UInt8(ascii: "<") ^ UInt8(ascii: ">"))
  }

  @inline(__always)
  private static func reference(to byte: UInt8) -> ByteWord {
    switch byte {
    case UInt8(ascii: "&"): ByteWord("&amp;")
    case UInt8(ascii: "<"): ByteWord("&lt;")
    case UInt8(ascii: ">"): ByteWord("&gt;")
    case UInt8(ascii: "\""): ByteWord("&quot;")
    case UInt8(ascii: "{"): ByteWord("&#123;")
    case UInt8(ascii: "}"): ByteWord("&#125;")
    case UInt8(ascii: "%"): ByteWord("&#37;")
    case 9: ByteWord("&#9;")
    case 10: ByteWord("&#10;")
    case 13: ByteWord("&#13;")
    default: ByteWord("\u{FFFD}")
    }
  }
}
