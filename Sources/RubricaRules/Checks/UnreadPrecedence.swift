package import RubricaModel
package import RubricaSource

/// An order of labels is written so that it is read as one.
package enum UnreadPrecedence: Check {
  package static let info = CheckInfo(
    id: "unread-precedence",
    levels: .warning,
    summary: "Under `Precedence` each label has an item of a numbered list to itself.",
    rationale: """
      Labels that share an item or a line have no order among them: the page draws another decision than \
      the one that was meant, or none.
      """,
    bad: [
      CheckExample(Sample.signs("## Precedence\n\n1. ⟪`stop`, `other-sign`⟫\n")),
      CheckExample(
        Sample.signs("## Precedence\n\n1. ⟪[Stop](#stop) > [Other sign](#other-sign)⟫\n")),
      CheckExample(Sample.signs("## Precedence\n\n1. ⟪stop and Other sign⟫\n")),
      CheckExample(Sample.signs("## Precedence\n\n⟪stop > other-sign⟫\n")),
      CheckExample(Sample.signs("## Precedence\n\n⟪`stop` → `other-sign`⟫\n")),
      CheckExample(Sample.signs("## Precedence\n\n⟪Stop, then other sign.⟫\n")),
      CheckExample(
        Sample.signs(
          "## Precedence\n\n⟪| Rank | Label |\n|---|---|\n| 1 | Stop |\n| 2 | `other-sign` |⟫\n")),
    ],
    good: [
      CheckExample(Sample.signs("## Precedence\n\n1. stop\n2. `other-sign`: the rest\n")),
      CheckExample(Sample.signs("## Precedence\n\nThe sign that is nearer wins.\n")),
      CheckExample(
        Sample.signs(
          "## Precedence\n\n1. stop\n2. other-sign\n\n| Label | Why |\n|---|---|\n| Stop | Red. |\n"
        )),
    ])

  package static func check(_ index: GuidelineIndex, _ report: inout Report) {
    let guideline = index.guideline
    guard !guideline.labels.isEmpty else { return }
    lazy var names = Set(
      guideline.labels.flatMap { [$0.id.value, $0.name.value.withPlainBlanks.lowercased()] })
    for entry in guideline.precedence?.entries ?? [] {
      let text = entry.text.plainText
      guard LabelOrder.mayHaveParts(text) else { continue }
      let count = count(of: names, in: text)
      if count > 1 {
        report.add(
          info, at: entry.text.span, "this item names \(count) labels",
          help: "give each label an item of its own, the winner first")
      }
    }
    func visit(_ elements: [Element], _ role: SectionRole) {
      for element in elements {
        switch element {
        case .section(let section): visit(section.elements, section.role)
        case .prose(let block) where role == .precedence:
          guard isOrder(block, of: names) else { continue }
          report.add(
            info, at: block.span, "this order of labels is read as mere text",
            help: "write it as a numbered list with a label in each item, the winner first")
        default: break
        }
      }
    }
    visit(guideline.body, .prose)
  }

  /// Whether a block does nothing but put labels in order: a line of them, or a table with one in each
  /// of several rows.
  private static func isOrder(_ block: Block, of names: Set<String>) -> Bool {
    switch block.kind {
    case .paragraph(let inlines):
      let text = inlines.plainText
      return LabelOrder.mayHaveParts(text) && count(of: names, in: text) > 1
    case .table(let table):
      return table.rows.count { row in
        row.contains { isName($0.plainText.withPlainBlanks, names) }
      } > 1
    default: return false
    }
  }

  /// How many labels a text names, if it does nothing else.
  private static func count(of names: Set<String>, in text: String) -> Int {
    guard text.utf8.count <= 1_000 else { return 0 }
    let words = text.withPlainBlanks
    let parts = LabelOrder.parts(of: words.hasSuffix(".") ? String(words.dropLast()) : words)
    return parts.allSatisfy { isName($0, names) } ? parts.count : 0
  }

  private static func isName(_ words: String, _ names: Set<String>) -> Bool {
    names.contains(words) || names.contains(words.lowercased())
  }
}
