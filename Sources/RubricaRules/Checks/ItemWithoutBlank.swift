package import RubricaModel
package import RubricaSource

/// A line that is meant to be an item of a list is one.
package enum ItemWithoutBlank: Check {
  package static let info = CheckInfo(
    id: "item-without-blank",
    levels: .stumble,
    summary: "In a list a space follows each `-` and each number, and none of its items is code.",
    rationale: """
      Without the space the line is text: it is glued to the item above, or the whole list becomes a \
      paragraph, and the order, the rule or the threshold in it is gone. With four spaces or a tab before \
      it, it is code, which annotators see with all its signs.
      """,
    bad: [
      CheckExample(
        Sample.signs("## Precedence\n\n⟪1.⟫[Stop](#stop)\n2. [Other sign](#other-sign)\n"),
        fixed: Sample.signs("## Precedence\n\n1. [Stop](#stop)\n2. [Other sign](#other-sign)\n")),
      CheckExample(
        Sample.signs(
          "## Rules\n\n- Draw tight boxes.\n⟪-⟫**Far away.** `height < 9 px` -> do not label\n"),
        fixed: Sample.signs(
          "## Rules\n\n- Draw tight boxes.\n- **Far away.** `height < 9 px` -> do not label\n")),
      CheckExample(
        Sample.signs("## General\n\nDraw:\n\n⟪*⟫signs\n*poles\n* lamps\n"),
        fixed: Sample.signs("## General\n\nDraw:\n\n* signs\n* poles\n* lamps\n")),
      CheckExample(
        Sample.signs("## General\n\n⟪-⟫Draw every sign.\n-Ignore poles.\n"),
        fixed: Sample.signs("## General\n\n- Draw every sign.\n- Ignore poles.\n")),
      CheckExample(
        Sample.signs("## Rules\n\n\t⟪-⟫ Draw tight boxes.\n- Ignore mirrors.\n"),
        fixed: Sample.signs("## Rules\n\n- Draw tight boxes.\n- Ignore mirrors.\n")),
    ],
    good: [
      CheckExample(Sample.signs("## Rules\n\n- Draw tight boxes.\n- Ignore mirrors.\n")),
      CheckExample(
        Sample.signs(
          "## General\n\nWords that end in\n-ing are verbs. Down to\n-5 degrees.\n\n*Signs* count.\n"
        )),
      CheckExample(
        Sample.signs(
          "## General\n\n-v for more words\n-q for fewer\n\n*only in Germany\n*only in France\n\n"
            + "1.b\n2.a\n\nGrades:\n1.Wahl\n2.Wahl\n\n"
            + "- These endings are nouns:\n  -heit\n  -keit\n")),
      CheckExample(Sample.signs("## General\n\n- In files:\n\n      - signs\n\n- In pictures.\n")),
    ])

  package static func check(_ index: GuidelineIndex, _ report: inout Report) {
    let guideline = index.guideline
    // Not the guideline, which each step of the walk would copy.
    let sources = guideline.sources
    var found: [[Span]] = []
    func examine(_ inlines: [Inline]) {
      let spans = inlines.markersWithoutBlank(sources)
      if !spans.isEmpty { found.append(spans) }
    }
    func visit(_ block: Block) {
      switch block.kind {
      case .paragraph(let inlines): examine(inlines)
      case .list(_, _, let items): for item in items { item.blocks.forEach(visit) }
      default: break
      }
    }
    var inCode: [Block] = []
    guideline.forEachProse { block in
      visit(block)
      if case .code = block.kind { inCode.append(block) }
    }
    for rule in guideline.rules { rule.content.forEach(visit) }
    for entry in guideline.entries { entry.content.forEach(visit) }
    for example in guideline.examples { example.content.forEach(visit) }
    for entry in guideline.precedence?.entries ?? [] { examine(entry.text.inlines) }
    for spans in found {
      let edits = spans.map { Fix.Edit(Span($0.source, Int($0.end), Int($0.end)), " ") }
      report.add(
        info, at: spans[0],
        "this is not an item of a list: a space is missing after the marker",
        help: """
          add a space after it, in each such line; where the sign belongs to the word, put a backslash \
          before it
          """,
        fixes: [Fix("add a space after the marker", edits: edits, isSafe: false)])
    }
    for block in inCode {
      guard let item = block.itemInCode(guideline.sources) else { continue }
      report.add(
        info, at: item.marker,
        "this is code, not an item of the list: four blanks or a tab stand before it",
        help: "begin the line where the other items of the list begin",
        fixes: isOneLine(block)
          ? [
            Fix(
              "move the item to the others", edits: [.init(item.indentation, item.wanted)],
              isSafe: false)
          ] : [])
    }
  }

  private static func isOneLine(_ block: Block) -> Bool {
    guard case .code(_, let text) = block.kind else { return false }
    return !text.utf8.dropLast().contains(10)
  }
}
