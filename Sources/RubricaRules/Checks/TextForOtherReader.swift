package import RubricaModel
package import RubricaSource

/// What is meant for reviewers does not reach annotators.
package enum TextForOtherReader: Check {
  package static let info = CheckInfo(
    id: "text-for-other-reader",
    levels: Levels(draft: .warning, pilot: .warning, release: .error),
    summary: "No heading and no lead-in on the annotators' page says that the part is for others.",
    rationale: """
      How answers are checked, and where the traps are, is not for those who are checked. The page goes \
      to every annotator, and nothing else tells that the part is on it.
      """,
    bad: [
      CheckExample(Sample.signs("## ⟪Notes for reviewers⟫\n\nEvery tenth item is audited.\n")),
      CheckExample(Sample.signs("## ⟪Quality (reviewers only)⟫\n\nEvery tenth item is audited.\n")),
      CheckExample(Sample.signs("⟪**Note to the reviewers:**⟫ accept wide boxes.\n")),
      CheckExample(Sample.signs("⟪For reviewers⟫: accept wide boxes.\n")),
      CheckExample(Sample.signs("- Draw tight boxes. ⟪**For reviewers:**⟫ accept wide ones.\n")),
      CheckExample(
        Sample.signs(
          "| What | How |\n|---|---|\n| Boxes | tight |\n| ⟪**For reviewers:**⟫ wide | fine |\n")),
      CheckExample(
        Sample.signs(
          header: "language: de", "⟪*Hinweis an die Prüferinnen*⟫: weite Boxen gelten.\n")),
      CheckExample(Sample.signs("## Rules\n\n- ⟪**For the legal team:**⟫ faces are masked.\n")),
      CheckExample(Sample.signs("## ⟪Not for annotators⟫\n\nThe customer pays late.\n")),
      CheckExample(
        Sample.signs(
          "## ⟪Escalation (internal only)⟫\n\nHi.\n\n## ⟪For project managers only⟫\n\nHi.\n")),
      CheckExample(
        Sample.signs("## ⟪Confidential⟫\n\nHi.\n\n## ⟪For QA leads⟫\n\n⟪**Internal:**⟫ hi.\n")),
      CheckExample(
        Sample.signs(
          header: "language: de", "## ⟪Nur intern⟫\n\nJa.\n\n## ⟪Interne Hinweise⟫\n\nJa.\n")),
    ],
    good: [
      CheckExample(Sample.signs("## For reviewers\n\nEvery tenth item is audited.\n")),
      CheckExample(Sample.signs("***For reviewers only:*** accept wide boxes.\n")),
      CheckExample(
        Sample.signs("## Notes for reviewers {audience=reviewer}\n\nEvery tenth is audited.\n")),
      CheckExample(
        Sample.signs(
          """
          Answers are for reviewers to check: be exact. **For annotators and reviewers:** be kind.
          **Legal note:** plates are personal data. **Reviewers** look at every tenth item.

          ## Glossary

          - **Reviewer**: who looks at answers.
          - **Internal**: inside the company.
          """)),
      CheckExample(
        Sample.signs(
          """
          ## Confidential information

          A text is one of these. **For annotators, not reviewers:** be quick.

          - **Public:** on the web.
          - **Internal:** in the company.
          """)),
      CheckExample(
        Sample.task(
          modality: "text",
          layers: "- {id: access, kind: choice, labels: [{id: internal, definition: Ours.}]}",
          "# Texts\n\n## How to tell\n\n### Internal\nIt has our name.\n")),
    ])

  package static func check(_ index: GuidelineIndex, _ report: inout Report) {
    var walk = Walk(index)
    walk.visit(index.guideline.body)
    for (words, span) in walk.found {
      report.add(
        info, at: span, "`\(Wording.excerpt(words))`: annotators will read this part",
        help: """
          if it is for others, put \(walk.leadIn) at the start of a paragraph or an item, or \
          `{audience=reviewer}` at the end of the heading
          """)
    }
  }

  private struct Walk {
    private(set) var found: [(words: String, span: Span)] = []
    private let guideline: Guideline
    private let vocabulary: Vocabulary
    private let index: GuidelineIndex

    init(_ index: GuidelineIndex) {
      self.index = index
      guideline = index.guideline
      vocabulary = index.vocabulary
    }

    /// How the language of the guideline says it.
    var leadIn: String {
      "**\(vocabulary.own.audiences.first { $0.0 == .reviewer }?.1[0] ?? "For reviewers")**"
    }

    // MARK: What annotators read

    mutating func visit(_ elements: [Element]) {
      for element in elements {
        switch element {
        case .prose(let block): visit(block, isProse: true)
        case .section(let section):
          guard section.audience.isForAnnotators else { continue }
          heading(section.heading, isProse: section.role == .prose && section.level > 1)
          visit(section.elements)
        case .label(let place):
          let label = guideline.labels[place]
          guard label.audience.isForAnnotators else { continue }
          visit(label.definition)
          for prose in label.includes { lines(prose.inlines) }
          for prose in label.excludes { lines(prose.inlines) }
          for contrast in label.contrasts { lines(contrast.text.inlines) }
          visit(label.elements)
        case .rule(let place):
          let rule = guideline.rules[place]
          guard rule.audience.isForAnnotators else { continue }
          if rule.anchor != nil, let title = rule.title { heading(title) }
          visit(rule.content)
        case .example(let place):
          let example = guideline.examples[place]
          guard example.audience.isForAnnotators else { continue }
          if let title = example.title { heading(title) }
          visit(example.content)
          if let reason = example.reason { lines(reason.inlines) }
        case .entry(let place):
          let entry = guideline.entries[place]
          guard entry.audience.isForAnnotators else { continue }
          if let title = entry.title { heading(title) }
          visit(entry.content)
        case .precedence:
          for entry in guideline.precedence?.entries ?? [] { lines(entry.text.inlines) }
        case .doubt: visit(guideline.doubt?.content ?? [])
        }
      }
    }

    private mutating func visit(_ blocks: [Block]) {
      for block in blocks { visit(block) }
    }

    /// In prose, "Internal" is said of the part; in lists and entries it may be a kind of thing.
    private mutating func visit(_ block: Block, isProse: Bool = false) {
      switch block.kind {
      case .paragraph(let inlines): lines(inlines, isProse: isProse)
      case .heading(_, let inlines): heading(Prose(inlines, block.span))
      case .list(_, _, let items): for item in items { visit(item.blocks) }
      case .quote(let blocks): visit(blocks)
      case .table(let table):
        for cell in table.header { lines(cell) }
        for row in table.rows { for cell in row { lines(cell) } }
      case .code, .html, .thematicBreak: break
      }
    }

    // MARK: Words

    /// The words, those before a colon, or those in brackets at the end.
    private mutating func heading(_ heading: Prose, isProse: Bool = false) {
      guard heading.span.end - heading.span.start <= 200, mayAddressOthers(heading.inlines) else {
        return
      }
      let words = heading.plainText
      let bytes = words.utf8
      var parts = [words[...]]
      if let colon = bytes.firstIndex(of: UInt8(ascii: ":")) { parts.append(words[..<colon]) }
      var isFound = parts.contains { isForOthers($0, orSecret: isProse) }
      if bytes.last == UInt8(ascii: ")"), let open = bytes.lastIndex(of: UInt8(ascii: "(")) {
        isFound = isFound || isForOthers(words[open...].dropFirst().dropLast())
      }
      if isFound { found.append((words, heading.span)) }
    }

    /// Marked words with a colon, and plain words before one at the start of a line.
    private mutating func lines(_ inlines: [Inline], isProse: Bool = false) {
      var isStart = true
      for place in inlines.indices {
        switch inlines[place].kind {
        case .softBreak, .lineBreak:
          isStart = true
          continue
        case .strong(let inner), .emphasis(let inner):
          marked(inner, at: place, in: inlines, isStart: isStart, isProse: isProse)
        case .text(let text):
          if isStart, Vocabulary.mayAddressOthers(text.utf8.span) { head(of: text, inlines[place]) }
        default: break
        }
        isStart = false
      }
    }

    private mutating func marked(
      _ inner: [Inline], at place: Int, in inlines: [Inline], isStart: Bool, isProse: Bool
    ) {
      let span = inlines[place].span
      guard span.end - span.start <= Vocabulary.longestAddress + 8, mayAddressOthers(inner) else {
        return
      }
      let words = inner.plainText
      let next = place + 1 < inlines.count ? inlines[place + 1] : nil
      // Words that stand alone are a heading of what follows.
      let isHead =
        words.last == ":" || words.last == "\u{FF1A}" || next?.beginsWithColon ?? isStart
      if isHead, isForOthers(words[...], orSecret: isStart && isProse) {
        found.append((words, span))
      }
    }

    private mutating func head(of text: String, _ inline: Inline) {
      guard
        let colon = text.utf8.span.firstPlace(
          of: UInt8(ascii: ":"), within: Vocabulary.longestAddress)
      else { return }
      let words = Substring(text.utf8.prefix(colon))
      guard isForOthers(words) else { return }
      found.append((String(words), inline.place(of: 0..<words.utf8.count)))
    }

    /// By the first words, and by what may end in brackets: almost nothing does, and nothing is made to see it.
    private func mayAddressOthers(_ inlines: [Inline]) -> Bool {
      guard case .text(let first)? = inlines.first?.kind,
        !Vocabulary.mayAddressOthers(first.utf8.span),
        case .text(let last)? = inlines.last?.kind
      else { return true }
      return last.utf8.last == UInt8(ascii: ")")
    }

    /// Words that name a label or a value speak of it.
    private func isForOthers(_ words: Substring, orSecret: Bool = false) -> Bool {
      guard Vocabulary.mayAddressOthers(words.utf8.span) else { return false }
      switch Vocabulary.address(words) {
      case .others where !nameAnswer(words): return true
      case .perhapsOthers where orSecret && !nameAnswer(words): return true
      case .others, .perhapsOthers, .nothing: break
      }
      return vocabulary.audience(words).map { !$0.isForAnnotators } ?? false
    }

    private func nameAnswer(_ words: Substring) -> Bool {
      let names = index.answerWords
      return words.lowercased().split(whereSeparator: { !$0.isLetter })
        .allSatisfy { names.contains(String($0)) }
    }
  }
}

extension Inline {
  fileprivate var beginsWithColon: Bool {
    guard case .text(let text) = kind else { return false }
    let first = text.unicodeScalars.first { $0 != " " && $0 != "\u{A0}" && $0 != "\u{202F}" }
    return first == ":" || first == "\u{FF1A}"
  }
}
