/// Text as the content of HTML and of attributes of HTML and XML.
extension ByteBuffer {
  /// Text for HTML, content and quoted attributes alike.
  package mutating func append(html text: Swift.Span<UInt8>) {
    append(text, stops: Self.markup) { $1.append(Self.reference(to: $0)) }
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
      write: { $1.append(Self.reference(to: $0)) })
  }

  /// Text for an attribute of XML. White space other than blanks would be normalised away by a
  /// parser, so it becomes references. Characters that XML 1.0 cannot hold at all become U+FFFD.
  package mutating func append(xml text: Swift.Span<UInt8>) {
    append(
      text, stops: { Self.markup(in: $0) | $0.below(32) },
      write: { $1.append(Self.reference(to: $0)) })
  }

  /// `&` and `"`, `<` and `>`.
  @inline(__always)
  private static func markup(in word: ByteWord) -> ByteWord.Stops {
    word.equal(to: UInt8(ascii: "&"), ignoring: UInt8(ascii: "&") ^ UInt8(ascii: "\""))
      | word.equal(to: UInt8(ascii: "<"), ignoring: UInt8(ascii: "<") ^ UInt8(ascii: ">"))
  }

  private static func reference(to byte: UInt8) -> StaticString {
    switch byte {
    case UInt8(ascii: "&"): "&amp;"
    case UInt8(ascii: "<"): "&lt;"
    case UInt8(ascii: ">"): "&gt;"
    case UInt8(ascii: "\""): "&quot;"
    case UInt8(ascii: "{"): "&#123;"
    case UInt8(ascii: "}"): "&#125;"
    case UInt8(ascii: "%"): "&#37;"
    case 9: "&#9;"
    case 10: "&#10;"
    case 13: "&#13;"
    default: "\u{FFFD}"
    }
  }
}
