package import RubricaModel
package import RubricaSource

/// A tag in an expected text is declared, and closed if it has to be.
package enum UndefinedTextTag: Check {
  package static let info = CheckInfo(
    id: "undefined-text-tag",
    levels: .error,
    summary:
      "Every tag in an expected text is in the grammar of the layer, and paired tags are closed.",
    rationale: """
      Programs read the tags. A misspelt tag stays in the text as words, and a tag that is not closed \
      swallows everything after it.
      """,
    bad: [
      CheckExample(Sample.transcript("well ⟪[nosie]⟫ yes")),
      CheckExample(Sample.transcript("⟪[foreign]⟫bonjour she said")),
      CheckExample(Sample.transcript("bonjour⟪[/foreign]⟫ she said")),
      CheckExample(Sample.transcript("well ⟪[⟫noise yes")),
    ],
    good: [
      CheckExample(Sample.transcript("well [noise] [foreign]bonjour[/foreign] she said")),
      CheckExample(Sample.transcript("well [nosie]", example: "Bad: a slip")),
    ])

  package static func check(_ index: GuidelineIndex, _ report: inout Report) {
    index.forEachWrittenText { text, layer, faults in
      for fault in faults.tags {
        report.add(
          info, at: index.guideline.sources.place(of: fault.range, in: text), fault.message,
          notes: [.init("the grammar is declared here", at: layer.grammar?.span)], help: fault.help)
      }
    }
  }
}
