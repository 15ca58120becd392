package import RubricaModel
package import RubricaSource

/// What stands under a reserved heading is read as what the heading announces.
package enum UnreadEntries: Check {
  package static let info = CheckInfo(
    id: "unread-entries",
    levels: .warning,
    summary:
      "Rules, examples, questions and steps are items of a list or sub-headings; labels are sub-headings.",
    rationale: """
      Paragraphs and tables under such a heading are mere text: they get no number that people can refer \
      to, no check compares them with each other, and a translation or a difference knows them as words only. \
      A label in a table or a list is none: no layer can take it, and no example can have it.
      """,
    bad: [
      CheckExample(Sample.signs("## ⟪Rules⟫\n\nDraw tight boxes.\n\nIgnore mirrors.\n")),
      CheckExample(
        Sample.signs("## ⟪Edge cases⟫\n\n| Case | What to do |\n|---|---|\n| Mirror | label |\n")),
      CheckExample(Sample.signs("## ⟪FAQ⟫\n\nQ: How tight?\nA: To the pixel.\n")),
      CheckExample(Sample.signs("## ⟪Examples⟫\n\nA red octagon is a stop sign.\n")),
      CheckExample(
        Sample.signs(
          """
          ## Rules

          - Draw tight boxes.

          ⟪| Case | What to do |
          |---|---|
          | Mirror | label |⟫

          ⟪Label it, **unless** it is a reflection.⟫

          ⟪`height < 10 px` -> do not label⟫
          """)),
      CheckExample(
        Sample.task(
          layers: "- {id: signs, kind: box, labels: [stop, yield]}",
          """
          # Signs

          ## ⟪Labels⟫

          | Label | Definition |
          |---|---|
          | Stop | A red octagon. |
          | Yield | A triangle. |
          """)),
      CheckExample(
        Sample.task(
          layers: "- {id: signs, kind: box}",
          "# Signs\n\n## ⟪Labels⟫\n\n**Stop**\nA red octagon.\n\n**Yield**\nA triangle.\n")),
      CheckExample(
        Sample.task(
          layers: "- {id: signs, kind: box, labels: [stop, yield]}",
          "# Signs\n\n## Labels\n\n- ⟪Yield⟫: a triangle.\n\n### Stop\nA red octagon.\n")),
    ],
    good: [
      CheckExample(
        Sample.signs("## Rules\n\nThese hold for **all** pictures.\n\n- Draw tight boxes.\n")),
      CheckExample(Sample.signs("## Edge cases\n\n### Mirrors\nLabel what is seen in them.\n")),
      CheckExample(Sample.signs("## FAQ\n\n**How tight?**\n\nTo the pixel.\n")),
      CheckExample(Sample.signs("## Glossary\n\n**Plate**: the front of a sign.\n")),
      CheckExample(
        Sample.task(
          layers: "- {id: signs, kind: box, labels: [stop]}",
          """
          # Signs

          ## Labels

          | Label | Colour |
          |---|---|
          | Stop | red |

          ### Stop
          A red octagon.
          """)),
    ])

  package static func check(_ index: GuidelineIndex, _ report: inout Report) {
    for section in index.guideline.body.sections {
      if let kind = kind(of: section.role) { examine(section, kind, index, &report) }
    }
    examineLabels(index, &report)
  }

  /// Labels are entries too, but each is a heading: text beside them is common.
  private static func examineLabels(_ index: GuidelineIndex, _ report: inout Report) {
    let guideline = index.guideline
    guard guideline.layers.contains(where: { $0.kind.value.takesLabels }) else { return }
    if guideline.labels.isEmpty {
      // A heading that lacks its blank is told as such.
      guard index.linesLikeHeadings.isEmpty,
        let section = guideline.body.firstSection(.labels),
        section.elements.contains(where: { element in
          if case .prose(let block) = element { isLabelText(block) } else { false }
        })
      else { return }
      let shown =
        index.labelsInText.first?.heading
        ?? "`\(String(repeating: "#", count: min(section.level + 1, 6))) …`"
      return report.add(
        info, at: section.heading.span,
        "what stands under \"\(Wording.excerpt(section.heading.plainText))\" declares no label",
        help: labelHelp(shown))
    }
    let undeclared = index.undeclaredLabels
    guard !undeclared.isEmpty,
      let entry = index.labelsInText.first(where: { undeclared.contains($0.id) })
    else { return }
    report.add(
      info, at: entry.name.span, "this is read as mere text, and declares no label",
      help: labelHelp(entry.heading))
  }

  private static func labelHelp(_ heading: String) -> String {
    "give each label a heading of its own, \(heading), and its definition below"
  }

  private static func isLabelText(_ block: Block) -> Bool {
    switch block.kind {
    case .paragraph, .quote, .table, .list: true
    default: false
    }
  }

  /// What each entry is, in words.
  private static func kind(of role: SectionRole) -> String? {
    switch role {
    case .rules: "rule"
    case .edgeCases: "edge case"
    case .goodExamples, .badExamples, .examples: "example"
    case .questions: "question"
    case .steps: "step"
    case .selfCheck: "check"
    case .glossary: "term"
    case .changelog: "change"
    default: nil
    }
  }

  private static func examine(
    _ section: Section, _ kind: String, _ index: GuidelineIndex, _ report: inout Report
  ) {
    let blocks = section.elements.compactMap { element -> Block? in
      if case .prose(let block) = element, isText(block, section.role) { block } else { nil }
    }
    // A list that lacks a blank is told as such.
    guard !blocks.isEmpty,
      !blocks.contains(where: { !$0.markersWithoutBlank(index.guideline.sources).isEmpty })
    else { return }
    guard blocks.count < section.elements.count else {
      return report.add(
        info, at: section.heading.span,
        "what stands under \"\(Wording.excerpt(section.heading.plainText))\" is read as mere text",
        help: help(kind))
    }
    guard section.role == .rules || section.role == .edgeCases else { return }
    for block in blocks where isRule(block, index.vocabulary) {
      report.add(
        info, at: block.span, "this is read as mere text, and is no \(kind)",
        help: help(kind))
    }
  }

  private static func help(_ kind: String) -> String {
    "make each \(kind) an item of a list (`- …`), or a heading with its text below"
  }

  /// Rows of some tables are entries already.
  private static func isText(_ block: Block, _ role: SectionRole) -> Bool {
    switch block.kind {
    case .paragraph, .quote: true
    case .table: ![.glossary, .questions, .changelog].contains(role)
    default: false
    }
  }

  /// A table, or a paragraph with a lead-in or a threshold in it.
  private static func isRule(_ block: Block, _ vocabulary: Vocabulary) -> Bool {
    switch block.kind {
    case .table: return true
    case .paragraph(let inlines):
      for (place, inline) in inlines.enumerated() {
        switch inline.kind {
        case .strong(let words):
          guard words.count == 1, case .text(let text) = words[0].kind,
            let found = vocabulary.leadIn(text[...]), !found.meaning.isForLabels
          else { continue }
          return true
        case .code(let code):
          guard code.utf8.contains(where: { "<>=".utf8.contains($0) || $0 == 0xE2 }),
            place + 1 < inlines.count, case .text(let next) = inlines[place + 1].kind
          else { continue }
          let rest = next.utf8.drop { $0 == 32 }
          if rest.starts(with: "->".utf8) || rest.starts(with: "→".utf8) { return true }
        default: continue
        }
      }
      return false
    default: return false
    }
  }
}
