/// Writes HTML as bytes, element by element. Escaping happens here and nowhere else; elements are
/// closed by construction.
package struct HTMLWriter {
  package private(set) var bytes: [UInt8] = []
  private let dialect: Dialect

  package enum Dialect: Sendable {
    case html
    /// HTML that a Liquid engine will render: braces and percent signs of authors become entities.
    case liquid
  }

  /// A name and a value; a nil value is a bare attribute (`open`).
  package struct Attribute {
    let name: StaticString
    let value: String?

    package init(_ name: StaticString, _ value: String?) {
      self.name = name
      self.value = value
    }
  }

  package init(_ dialect: Dialect = .html) { self.dialect = dialect }

  package mutating func reserve(_ count: Int) { bytes.reserveCapacity(count) }

  /// An element with content. Never void, so custom elements get their end tag.
  package mutating func element(
    _ tag: StaticString, _ attributes: [Attribute] = [], _ content: (inout HTMLWriter) -> Void = { _ in }
  ) {
    open(tag, attributes)
    content(&self)
    raw("</")
    raw(tag)
    raw(">")
  }

  /// An element that holds only text.
  package mutating func element(_ tag: StaticString, _ attributes: [Attribute] = [], text: String) {
    element(tag, attributes) { $0.text(text) }
  }

  /// `<br>`, `<img>`, `<meta>`, …: no content, no end tag.
  package mutating func void(_ tag: StaticString, _ attributes: [Attribute] = []) {
    open(tag, attributes)
  }

  private mutating func open(_ tag: StaticString, _ attributes: [Attribute]) {
    raw("<")
    raw(tag)
    for attribute in attributes {
      raw(" ")
      raw(attribute.name)
      if let value = attribute.value {
        raw("=\"")
        text(value)
        raw("\"")
      }
    }
    raw(">")
  }

  /// Text, escaped for content and for quoted attributes alike.
  package mutating func text(_ string: String) {
    for byte in string.utf8 {
      switch byte {
      case UInt8(ascii: "&"): raw("&amp;")
      case UInt8(ascii: "<"): raw("&lt;")
      case UInt8(ascii: ">"): raw("&gt;")
      case UInt8(ascii: "\""): raw("&quot;")
      case UInt8(ascii: "{") where dialect == .liquid: raw("&#123;")
      case UInt8(ascii: "}") where dialect == .liquid: raw("&#125;")
      case UInt8(ascii: "%") where dialect == .liquid: raw("&#37;")
      default: bytes.append(byte)
      }
    }
  }

  /// Markup of our own: never an author's words.
  package mutating func raw(_ markup: StaticString) {
    markup.withUTF8Buffer { unsafe bytes.append(contentsOf: $0) }
  }

  /// Markup that was made elsewhere by a writer, or a style sheet from `templates/`.
  package mutating func trusted(_ markup: some Sequence<UInt8>) { bytes.append(contentsOf: markup) }
}

extension HTMLWriter.Attribute {
  package static func `class`(_ name: String) -> Self { Self("class", name) }
  package static func id(_ name: String) -> Self { Self("id", name) }
}
