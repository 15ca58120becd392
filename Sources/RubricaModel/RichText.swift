package import RubricaSource

/// A piece of running text.
package struct Inline: Sendable {
  package var kind: Kind
  package var span: Span
  /// Whether the bytes of `span` are the text itself, so that offsets in it are offsets in the file.
  package var isExact: Bool

  package enum Kind: Sendable {
    case text(String)
    case code(String)
    case emphasis([Inline])
    case strong([Inline])
    case strikethrough([Inline])
    // Rare, and larger than the rest: elsewhere, so that an inline is small.
    indirect case link(destination: String, title: String, [Inline])
    indirect case image(source: String, title: String, [Inline])
    /// A tag as the author wrote it; writers let only harmless ones through.
    case html(String)
    case softBreak
    case lineBreak
  }

  package init(_ kind: Kind, _ span: Span, isExact: Bool = false) {
    self.kind = kind
    self.span = span
    self.isExact = isExact
  }

  package var children: [Inline] {
    switch kind {
    case .emphasis(let inner), .strong(let inner), .strikethrough(let inner),
      .link(_, _, let inner),
      .image(_, _, let inner):
      inner
    default: []
    }
  }
}

/// Running text: part of a paragraph, a heading, an item of a list of phrases.
package struct Prose: Sendable {
  package var inlines: [Inline]
  package var span: Span

  package init(_ inlines: [Inline], _ span: Span) {
    self.inlines = inlines
    self.span = span
  }

  /// The words alone, as a reader sees them; a soft line break is a space.
  package var plainText: String { inlines.plainText }
  package var isEmpty: Bool { inlines.isEmpty }
}

extension Inline {
  /// Where some bytes of a text inline stand.
  package func place(of range: Range<Int>) -> Span {
    isExact
      ? Span(span.source, Int(span.start) + range.lowerBound, Int(span.start) + range.upperBound)
      : span
  }

  /// Whether it ends a line of the source.
  package var isBreak: Bool {
    switch kind {
    case .softBreak, .lineBreak: true
    default: false
    }
  }

  /// The words of this piece alone.
  package var plainText: String {
    switch kind {
    case .text(let words), .code(let words): words
    case .softBreak, .lineBreak: " "
    case .html: ""
    default: children.plainText
    }
  }
}

extension [Inline] {
  package var plainText: String {
    // Read in place: most running text is one piece, and asked for its words often.
    let inlines = span
    if inlines.count == 1 {
      switch inlines[0].kind {
      case .text(let words), .code(let words): return words
      default: return inlines[0].plainText
      }
    }
    var text = ""
    appendPlainText(to: &text)
    return text
  }

  private func appendPlainText(to text: inout String) {
    let inlines = span
    for index in inlines.indices {
      switch inlines[index].kind {
      case .text(let words), .code(let words): text += words
      case .softBreak, .lineBreak: text += " "
      case .html: break
      default: inlines[index].children.appendPlainText(to: &text)
      }
    }
  }
}

/// A block of Markdown prose.
package struct Block: Sendable {
  package var kind: Kind
  package var span: Span

  package enum Kind: Sendable {
    case paragraph([Inline])
    /// A heading inside an entry; headings of the document are sections.
    case heading(level: Int, [Inline])
    /// `start` is nil for bullets.
    case list(start: Int?, isTight: Bool, [Item])
    case quote([Block])
    case code(info: String, text: String)
    case html(String)
    case table(Table)
    case thematicBreak
  }

  /// One item of a list; `isChecked` is nil for an item that is not a task.
  package struct Item: Sendable {
    package var isChecked: Bool?
    package var blocks: [Block]
    package var span: Span

    package init(isChecked: Bool?, blocks: [Block], span: Span) {
      self.isChecked = isChecked
      self.blocks = blocks
      self.span = span
    }
  }

  package init(_ kind: Kind, _ span: Span) {
    self.kind = kind
    self.span = span
  }
}

/// A pipe table. Every row has as many cells as there are columns.
package struct Table: Sendable {
  package enum Alignment: Sendable { case none, left, center, right }

  package var alignments: [Alignment]
  package var header: [[Inline]]
  package var rows: [[[Inline]]]
  /// What a link to each row points to; empty for a table whose rows are not entries.
  package var anchors: [String?] = []

  package init(alignments: [Alignment], header: [[Inline]], rows: [[[Inline]]]) {
    self.alignments = alignments
    self.header = header
    self.rows = rows
  }
}

extension Block {
  /// The words of the block, one line a block.
  package var plainText: String { text { $0.plainText } }

  /// The same with another way to take the words of running text.
  package func text(_ words: ([Inline]) -> String) -> String {
    switch kind {
    case .paragraph(let inlines), .heading(_, let inlines): words(inlines)
    case .list(_, _, let items):
      items.map { $0.blocks.text(words) }.joined(separator: "\n")
    case .quote(let blocks): blocks.text(words)
    case .code(_, let text): text
    case .table(let table):
      ([table.header] + table.rows)
        .map { $0.map { words($0) }.joined(separator: " ") }.joined(separator: "\n")
    case .html, .thematicBreak: ""
    }
  }

  /// Every inline in the block, outer ones before inner ones.
  package func forEachInline(_ body: (Inline) -> Void) {
    forEachText { $0.forEachInline(body) }
  }

  /// Every piece of running text in the block.
  package func forEachText(_ body: ([Inline]) -> Void) {
    switch kind {
    case .paragraph(let inlines), .heading(_, let inlines): body(inlines)
    case .list(_, _, let items):
      for index in items.indices { items[index].blocks.forEachText(body) }
    case .quote(let blocks): blocks.forEachText(body)
    case .table(let table):
      for cell in table.header { body(cell) }
      for row in table.rows { for cell in row { body(cell) } }
    case .code, .html, .thematicBreak: break
    }
  }
}

extension [Block] {
  package var plainText: String { text { $0.plainText } }

  /// The same with another way to take the words of running text.
  package func text(_ words: ([Inline]) -> String) -> String {
    if count == 1 { return self[0].text(words) }
    return map { $0.text(words) }.filter { !$0.isEmpty }.joined(separator: "\n")
  }

  package func forEachInline(_ body: (Inline) -> Void) {
    for block in self { block.forEachInline(body) }
  }

  package func forEachText(_ body: ([Inline]) -> Void) {
    for index in indices { self[index].forEachText(body) }
  }
}

extension [Inline] {
  package func forEachInline(_ body: (Inline) -> Void) {
    for inline in self {
      body(inline)
      switch inline.kind {
      case .text, .code, .html, .softBreak, .lineBreak: break
      case .emphasis(let inner), .strong(let inner), .strikethrough(let inner),
        .link(_, _, let inner), .image(_, _, let inner):
        inner.forEachInline(body)
      }
    }
  }

  /// Every inline that can refer to something: code, links and pictures, outer ones before inner ones.
  package func forEachReference(_ body: (Inline) -> Void) {
    for index in indices {
      switch self[index].kind {
      case .text, .html, .softBreak, .lineBreak: break
      case .code: body(self[index])
      case .emphasis(let inner), .strong(let inner), .strikethrough(let inner):
        inner.forEachReference(body)
      case .link(_, _, let inner), .image(_, _, let inner):
        body(self[index])
        inner.forEachReference(body)
      }
    }
  }
}
