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

  /// A name and a value.
  package struct Attribute {
    enum Value {
      /// A name alone: `open`.
      case bare
      case text(String)
      /// A place on the same page: `#` and an id.
      case fragment(String)
      /// A file, as a `data:` address.
      case file([UInt8], type: String)
      /// What a Liquid engine puts there.
      case liquid(Liquid)
    }

    let name: StaticString
    let value: Value

    init(_ name: StaticString, _ value: Value) {
      self.name = name
      self.value = value
    }

    /// A nil value is a bare attribute.
    package init(_ name: StaticString, _ value: String?) {
      self.init(name, value.map(Value.text) ?? .bare)
    }
  }

  package init(_ dialect: Dialect = .html) { self.dialect = dialect }

  package mutating func reserve(_ count: Int) { bytes.reserveCapacity(count) }

  /// An element with content. Never void, so custom elements get their end tag.
  package mutating func element(
    _ tag: StaticString, _ attributes: [Attribute] = [],
    _ content: (inout HTMLWriter) -> Void = { _ in }
  ) {
    start(tag, attributes)
    content(&self)
    end(tag)
  }

  /// An element that holds only text.
  package mutating func element(_ tag: StaticString, _ attributes: [Attribute] = [], text: String) {
    element(tag, attributes) { $0.text(text) }
  }

  /// `<br>`, `<img>`, `<meta>`, …: no content, no end tag.
  package mutating func void(_ tag: StaticString, _ attributes: [Attribute] = []) {
    start(tag, attributes)
  }

  /// A start tag alone: only for who keeps a stack of what is open, as the sanitiser does.
  mutating func start(_ tag: StaticString, _ attributes: [Attribute] = []) {
    bytes.append(UInt8(ascii: "<"))
    raw(tag)
    for attribute in attributes {
      bytes.append(UInt8(ascii: " "))
      raw(attribute.name)
      write(attribute.value)
    }
    bytes.append(UInt8(ascii: ">"))
  }

  mutating func end(_ tag: StaticString) {
    raw("</")
    raw(tag)
    bytes.append(UInt8(ascii: ">"))
  }

  private mutating func write(_ value: Attribute.Value) {
    switch value {
    case .bare: return
    case .text(let value):
      raw("=\"")
      text(value)
    case .fragment(let id):
      raw("=\"#")
      text(id)
    case .file(let content, let type):
      raw("=\"data:")
      text(type)
      raw(";base64,")
      Base64.append(content, to: &bytes)
    case .liquid(let expression):
      raw("=\"")
      liquid(expression)
    }
    raw("\"")
  }

  /// Text, escaped for content and for quoted attributes alike.
  package mutating func text(_ string: String) {
    // Most text has nothing to escape and is copied whole.
    if needsEscaping(string.utf8.span) {
      escape(string.utf8.span)
    } else {
      bytes.append(contentsOf: string.utf8)
    }
  }

  package mutating func text(_ string: Substring) { escape(string.utf8.span) }

  private func needsEscaping(_ text: Span<UInt8>) -> Bool {
    for index in text.indices where entity(for: text[index]) != nil { return true }
    return false
  }

  private mutating func escape(_ text: Span<UInt8>) {
    for index in text.indices {
      let byte = text[index]
      if let entity = entity(for: byte) { raw(entity) } else { bytes.append(byte) }
    }
  }

  @inline(__always)
  private func entity(for byte: UInt8) -> StaticString? {
    // Letters and everything outside ASCII, which is nearly all there is.
    if byte > UInt8(ascii: "}") || byte > UInt8(ascii: ">") && byte < UInt8(ascii: "{") {
      return nil
    }
    switch byte {
    case UInt8(ascii: "&"): return "&amp;"
    case UInt8(ascii: "<"): return "&lt;"
    case UInt8(ascii: ">"): return "&gt;"
    case UInt8(ascii: "\""): return "&quot;"
    case UInt8(ascii: "{") where dialect == .liquid: return "&#123;"
    case UInt8(ascii: "}") where dialect == .liquid: return "&#125;"
    case UInt8(ascii: "%") where dialect == .liquid: return "&#37;"
    default: return nil
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
  /// A link to a place on the same page.
  package static func toPlace(_ id: String) -> Self { Self("href", .fragment(id)) }
  /// A file inside the page.
  package static func file(_ name: StaticString, _ bytes: [UInt8], type: String) -> Self {
    Self(name, .file(bytes, type: type))
  }
}
