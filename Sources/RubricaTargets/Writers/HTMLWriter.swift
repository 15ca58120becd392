internal import RubricaSource

/// Writes HTML as bytes, element by element. Text of others comes in through `text` alone, which
/// escapes it; elements are closed by construction.
package struct HTMLWriter: ~Copyable {
  private var output: ByteBuffer
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

  package init(_ dialect: Dialect = .html) {
    output = ByteBuffer()
    self.dialect = dialect
  }

  private init(_ output: consuming ByteBuffer) {
    self.output = output
    dialect = .html
  }

  /// A page, or a part that is written before the page it stands on: hardly more than `size` bytes.
  package static func bytes(
    reserving size: Int = 256, _ content: (inout HTMLWriter) -> Void
  ) -> [UInt8] {
    ByteBuffer.bytes(reserving: size) { output in
      var writer = HTMLWriter(output)
      content(&writer)
      output = writer.output
    }
  }

  /// What is written so far.
  package var bytes: [UInt8] { output.bytes }

  // A list of attributes that is written where it is made costs no memory, and a tag that is known
  // where it is written is a store or two: hence the inlining.

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
  @inline(__always)
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

  @inline(__always)
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
    guard !attributes.isEmpty else { return output.append("<", tag, ">") }
    output.append("<", tag, "")
    for place in attributes.indices { write(attributes[place].name, attributes[place].value) }
    output.append(">")
  }

  @inline(__always)
  mutating func start(_ tag: StaticString, class name: StaticString) {
    output.append("<", tag, " class=\"")
    output.append("", name, "\">")
  }

  /// A start tag whose only attribute is an id, if there is one.
  @inline(__always)
  mutating func start(_ tag: StaticString, id: String?) {
    output.append("<", tag, "")
    if let id { write(" id=\"", id) }
    output.append(">")
  }

  /// A start tag whose class begins with a word of ours, and which may be linked to: what stands on a page
  /// again and again is put together in place.
  @inline(__always)
  mutating func start(
    _ tag: StaticString, class name: StaticString, _ more: String, id: String? = nil
  ) {
    output.append("<", tag, " class=\"")
    output.append("", name, "")
    text(more)
    if let id { write("\" id=\"", id) } else { output.append("\"") }
    output.append(">")
  }

  @inline(__always)
  mutating func end(_ tag: StaticString) { output.append("</", tag, ">") }

  private mutating func write(_ name: StaticString, _ value: Attribute.Value) {
    output.append(" ", name, "")
    switch value {
    case .bare: break
    case .text(let value): write("=\"", value)
    case .fixed(let value): output.append("=\"", value, "\"")
    case .fragment(let id): write("=\"#", id)
    case .file(let content, let type):
      output.append("=\"data:")
      text(type)
      output.append(";base64,")
      output.append(base64: content)
      output.append("\"")
    case .liquid(let expression):
      output.append("=\"")
      liquid(expression)
      output.append("\"")
    }
  }

  private mutating func write(_ sign: StaticString, _ value: String) {
    output.append(sign)
    text(value)
    output.append("\"")
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
  @inline(__always)
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
