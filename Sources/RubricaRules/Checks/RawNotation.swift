package import RubricaModel
package import RubricaSource

/// Annotators read no notation that nothing turns into a page.
package enum RawNotation: Check {
  package static let info = CheckInfo(
    id: "raw-notation",
    levels: .warning,
    summary: "The document has no footnotes, definition lists or blocks of other dialects.",
    rationale: """
      Each documentation site adds notations of its own to Markdown. Annotators read them as they are \
      written, with their signs, and an attribute in braces has no effect outside a heading.
      """,
    bad: [
      CheckExample(
        Sample.signs("Draw tight boxes.⟪[^1]⟫\n\n⟪[^1]⟫: To the pixel.\n")),
      CheckExample(Sample.signs("Plate\n⟪: The front of a sign.⟫\n")),
      CheckExample(Sample.signs("⟪::: {.callout-note}⟫\nBe quick.\n:::\n")),
      CheckExample(Sample.signs("⟪!!! note⟫\nBe quick.\n")),
      CheckExample(Sample.signs("> ⟪[!INFO]⟫\n> Be quick.\n")),
      CheckExample(Sample.signs("> ⟪[!NOTE] Be quick.⟫\n")),
      CheckExample(Sample.signs("Accept wide boxes. ⟪{audience=reviewer}⟫\n")),
      CheckExample(Sample.signs("- Accept wide boxes. ⟪{#wide}⟫\n")),
    ],
    good: [
      CheckExample(Sample.signs("> [!NOTE]\n> Be quick.\n")),
      CheckExample(
        Sample.signs("Codes are `[^0-9]`, a set {a, b} or {{name}}: \n[^ ] is a blank.\n")),
      CheckExample(Sample.signs("## Wide boxes {#wide}\n\nAccept them :::)\n")),
      CheckExample(
        Sample.names("> [Ada]{PER} wrote [^1] slept.\n\n```yaml expected\nnames: none\n```\n")),
    ])

  package static func check(_ index: GuidelineIndex, _ report: inout Report) {
    var walk = Walk(index)
    walk.visit(index.guideline.body)
    for finding in walk.found {
      report.add(info, at: finding.span, finding.message, help: finding.help)
    }
  }

  private struct Walk {
    private(set) var found: [(span: Span, message: String, help: String)] = []
    private let guideline: Guideline
    /// Whether there can be footnotes: only then each text is searched.
    private let mayHaveNotes: Bool

    init(_ index: GuidelineIndex) {
      guideline = index.guideline
      mayHaveNotes = index.traces.contains(.footnote)
    }

    // MARK: What annotators read

    mutating func visit(_ elements: [Element]) {
      for element in elements {
        switch element {
        case .prose(let block): visit(block)
        case .section(let section): visit(section.elements)
        case .label(let place):
          let label = guideline.labels[place]
          visit(label.definition)
          visit(label.elements)
        case .rule(let place): visit(guideline.rules[place].content)
        case .example(let place): visit(guideline.examples[place].content)
        case .entry(let place): visit(guideline.entries[place].content)
        case .precedence: break
        case .doubt: visit(guideline.doubt?.content ?? [])
        }
      }
    }

    private mutating func visit(_ blocks: [Block]) {
      for block in blocks { visit(block) }
    }

    private mutating func visit(_ block: Block) {
      switch block.kind {
      case .paragraph(let inlines): read(inlines)
      case .list(_, _, let items): for item in items { visit(item.blocks) }
      case .quote(let blocks):
        if let callout = Callout(blocks) { return visit(callout.blocks) }
        if case .paragraph(let inlines)? = blocks.first?.kind { note(in: inlines) }
        visit(blocks)
      case .table(let table):
        for row in table.rows { for cell in row { read(cell) } }
      case .heading, .code, .html, .thematicBreak: break
      }
    }

    // MARK: Notations

    private mutating func read(_ inlines: [Inline]) {
      for place in inlines.indices {
        guard case .text(let text) = inlines[place].kind else { continue }
        if mayHaveNotes { footnotes(text, inlines[place]) }
        let isFirst = place == 0
        guard isFirst || inlines[place - 1].isBreak, let byte = text.utf8.first else { continue }
        if byte == UInt8(ascii: ":") || byte == UInt8(ascii: "!") || byte == UInt8(ascii: "?") {
          lineStart(text, inlines[place], isFirst: isFirst)
        }
      }
      if let last = inlines.last, case .text(let text) = last.kind,
        text.utf8.last == UInt8(ascii: "}")
      {
        braces(text, last)
      }
    }

    private mutating func lineStart(_ text: String, _ inline: Inline, isFirst: Bool) {
      if text.utf8.starts(with: ":::".utf8) {
        let rest = text.utf8.drop { $0 == UInt8(ascii: ":") }
        guard let byte = rest.first(where: { $0 != 32 }), byte.isLetter || byte == UInt8(ascii: "{")
        else { return }
        add(
          inline.span, "`:::` opens nothing here, and is shown as it is written",
          "for a note, write a quotation whose first line is `> [!NOTE]`")
      } else if text.utf8.starts(with: ": ".utf8), !isFirst {
        add(
          inline.span, "this is no definition list: the colon is shown as it is written",
          "write an item for each term, `- **term**: what it means`, under the heading `Glossary`")
      } else if text.utf8.starts(with: "!!! ".utf8) || text.utf8.starts(with: "??? ".utf8) {
        guard text.utf8.dropFirst(4).first?.isLetter ?? false else { return }
        add(
          inline.span,
          "`\(text.utf8.prefix(3).asText)` opens no note here, and is shown as it is written",
          "write a quotation whose first line is `> [!NOTE]`")
      }
    }

    /// The first line of a quotation that is nearly that of a note.
    private mutating func note(in inlines: [Inline]) {
      guard let first = inlines.first, case .text(let text) = first.kind,
        text.utf8.starts(with: "[!".utf8), text.utf8.contains(UInt8(ascii: "]"))
      else { return }
      add(
        first.span, "`\(Wording.excerpt(text))` begins no note, and is shown as it is written",
        """
        the first line is `[!NOTE]`, `[!TIP]`, `[!IMPORTANT]`, `[!WARNING]` or `[!CAUTION]` and nothing \
        else
        """)
    }

    private mutating func footnotes(_ text: String, _ inline: Inline) {
      let bytes = text.utf8
      var rest = bytes[...]
      while let open = rest.firstIndex(of: UInt8(ascii: "[")) {
        rest = bytes[bytes.index(after: open)...]
        guard rest.first == UInt8(ascii: "^"),
          let close = rest.firstIndex(where: { $0 == UInt8(ascii: "]") || $0 == 32 }),
          bytes[close] != 32, bytes.distance(from: open, to: close) > 2
        else { continue }
        let end = bytes.index(after: close)
        let name = String(text[open..<end])
        add(
          place(of: open..<end, in: text, inline),
          "`\(Wording.excerpt(name))` is no footnote: it is shown as it is written",
          "write the words of the note in brackets where they belong, or in a sentence of their own"
        )
        rest = bytes[end...]
      }
    }

    private static let keys = ["audience", "lang", "target", "warning"]

    /// `{#id}`, `{.class}` and `{audience=reviewer}` at the end of what is no heading.
    private mutating func braces(_ text: String, _ inline: Inline) {
      let bytes = text.utf8
      guard let open = bytes.lastIndex(of: UInt8(ascii: "{")) else { return }
      let inner = text[bytes.index(after: open)...].dropLast()
      let key = inner.prefix { $0 != "=" && $0 != ":" && $0 != " " }
      let isAttribute =
        (key.utf8.first == UInt8(ascii: "#") || key.utf8.first == UInt8(ascii: "."))
        && key.utf8.count > 1
      guard isAttribute || Self.keys.contains(String(key)),
        open == bytes.startIndex || bytes[bytes.index(before: open)] != UInt8(ascii: "]")
      else { return }
      let isForOthers = key == "audience" || inner.contains("audience=")
      add(
        place(of: open..<bytes.endIndex, in: text, inline),
        "`\(Wording.excerpt(String(text[open...])))` has no effect here, and is shown as it is written",
        isForOthers
          ? "begin the paragraph with **For reviewers**, or put the braces at the end of a heading"
          : "put it at the end of a heading, or remove it")
    }

    private func place(
      of range: Range<String.Index>, in text: String, _ inline: Inline
    ) -> Span {
      let offset = { text.utf8.distance(from: text.startIndex, to: $0) }
      return inline.place(of: offset(range.lowerBound)..<offset(range.upperBound))
    }

    private mutating func add(_ span: Span, _ message: String, _ help: String) {
      found.append((span, message, help))
    }
  }
}

extension Substring.UTF8View {
  fileprivate var asText: String { String(decoding: self, as: UTF8.self) }
}
