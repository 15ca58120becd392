internal import RubricaSource

/// Writes HTML as bytes, element by element. Text of others comes in through `text` alone, which
/// escapes it; elements are closed by construction.
package struct HTMLWriter: ~Copyable {
  private var output = ByteBuffer()
  private let dialect: Dialect
  /// The language of our own words, where it is another than that of the page.
  var wordLanguage: String?

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
      /// Words of our own, in which nothing has to be escaped.
      case fixed(StaticString)
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

  /// A part that is written before the page it stands on.
  package static func bytes(_ content: (inout HTMLWriter) -> Void) -> [UInt8] {
    var writer = HTMLWriter()
    content(&writer)
    return writer.bytes
  }

  /// What is written so far.
  package var bytes: [UInt8] { output.bytes }

  package mutating func reserve(_ count: Int) { output.reserve(count) }

  // A list of attributes that is written where it is made costs no memory: hence the inlining.

  /// An element with content. Never void, so custom elements get their end tag.
  @inline(__always)
  package mutating func element(
    _ tag: StaticString, _ attributes: [Attribute] = [],
    _ content: (inout HTMLWriter) -> Void = { _ in }
  ) {
    start(tag, attributes)
    content(&self)
    end(tag)
  }

  /// An element whose only attribute is a class of ours.
  package mutating func element(
    _ tag: StaticString, class name: StaticString,
    _ content: (inout HTMLWriter) -> Void = { _ in }
  ) {
    start(tag, class: name)
    content(&self)
    end(tag)
  }

  /// An element that holds only text.
  @inline(__always)
  package mutating func element(_ tag: StaticString, _ attributes: [Attribute] = [], text: String) {
    start(tag, attributes)
    self.text(text)
    end(tag)
  }

  package mutating func element(_ tag: StaticString, class name: StaticString, text: String) {
    start(tag, class: name)
    self.text(text)
    end(tag)
  }

  /// `<br>`, `<img>`, `<meta>`, …: no content, no end tag.
  @inline(__always)
  package mutating func void(_ tag: StaticString, _ attributes: [Attribute] = []) {
    start(tag, attributes)
  }

  /// A start tag alone: only for who keeps a stack of what is open, as the sanitiser does.
  @inline(__always)
  mutating func start(_ tag: StaticString, _ attributes: [Attribute] = []) {
    begin(tag, isWhole: attributes.isEmpty)
    guard !attributes.isEmpty else { return }
    for place in attributes.indices { write(attributes[place].name, attributes[place].value) }
    output.append(UInt8(ascii: ">"))
  }

  private mutating func begin(_ tag: StaticString, isWhole: Bool) {
    if isWhole {
      output.append(tag, between: UInt8(ascii: "<"), and: UInt8(ascii: ">"))
    } else {
      output.append(UInt8(ascii: "<"))
      output.append(tag)
    }
  }

  mutating func start(_ tag: StaticString, class name: StaticString) {
    output.append(tag, between: UInt8(ascii: "<"), and: UInt8(ascii: " "))
    output.append("class=")
    output.append(name, between: UInt8(ascii: "\""), and: UInt8(ascii: "\""))
    output.append(UInt8(ascii: ">"))
  }

  mutating func end(_ tag: StaticString) {
    output.append(UInt8(ascii: "<"))
    output.append(tag, between: UInt8(ascii: "/"), and: UInt8(ascii: ">"))
  }

  private mutating func write(_ name: StaticString, _ value: Attribute.Value) {
    output.append(UInt8(ascii: " "))
    output.append(name)
    switch value {
    case .bare: break
    case .text(let value): write("=\"", value)
    case .fixed(let value):
      output.append(UInt8(ascii: "="))
      output.append(value, between: UInt8(ascii: "\""), and: UInt8(ascii: "\""))
    case .fragment(let id): write("=\"#", id)
    case .file(let content, let type):
      output.append("=\"data:")
      text(type)
      output.append(";base64,")
      output.append(base64: content)
      output.append(UInt8(ascii: "\""))
    case .liquid(let expression):
      output.append("=\"")
      liquid(expression)
      output.append(UInt8(ascii: "\""))
    }
  }

  private mutating func write(_ sign: StaticString, _ value: String) {
    output.append(sign)
    text(value)
    output.append(UInt8(ascii: "\""))
  }

  /// Text, escaped for content and for quoted attributes alike.
  package mutating func text(_ string: String) {
    text(string.utf8.span)
  }

  package mutating func text(_ string: Substring) { text(string.utf8.span) }

  package mutating func text(_ text: Swift.Span<UInt8>) {
    switch dialect {
    case .html: output.append(html: text)
    case .liquid: output.append(liquid: text)
    }
  }

  /// A number that is never negative.
  package mutating func number(_ number: Int) { output.append(decimal: number) }

  /// A place in a file, for people.
  package mutating func place(_ file: String, line: Int, column: Int) {
    text(file)
    output.append(line: line, column: column)
  }

  /// Markup of our own: never an author's words.
  package mutating func raw(_ markup: StaticString) { output.append(markup) }

  /// Markup that was made elsewhere by a writer, or a style sheet from `templates/`.
  package mutating func trusted(_ markup: [UInt8]) { output.append(contentsOf: markup) }

  package mutating func trusted(_ markup: Swift.Span<UInt8>) { output.append(markup) }

  package mutating func trusted(_ markup: Substring.UTF8View) { output.append(markup.span) }
}

extension HTMLWriter.Attribute {
  package static func `class`(_ name: StaticString) -> Self { Self("class", .fixed(name)) }
  @_disfavoredOverload
  package static func `class`(_ name: String) -> Self { Self("class", .text(name)) }
  package static func id(_ name: String) -> Self { Self("id", name) }
  /// A link to a place on the same page.
  package static func toPlace(_ id: String) -> Self { Self("href", .fragment(id)) }
  /// A file inside the page.
  package static func file(_ name: StaticString, _ bytes: [UInt8], type: String) -> Self {
    Self(name, .file(bytes, type: type))
  }
}
