package import RubricaModel
package import RubricaSource

/// A threshold says what happens beyond it.
package enum ThresholdWithoutConsequence: Check {
  package static let info = CheckInfo(
    id: "threshold-without-consequence",
    levels: Levels(draft: .note, pilot: .warning, release: .warning),
    summary:
      "A threshold has a consequence: `label`, `do not label`, `ignore`, `escalate` or `review`.",
    rationale: """
      Without one of these words the limit is only a remark: it is not compared with other limits, and \
      examples are not tested against it.
      """,
    bad: [
      CheckExample(Sample.signs("## Rules\n\n- ⟪`height < 10 px`⟫ -> leave it alone.\n"))
    ],
    good: [
      CheckExample(Sample.signs("## Rules\n\n- `height < 10 px` -> do not label.\n")),
      CheckExample(
        Sample.signs(
          header: "language: de", "## Regeln\n\n- `Höhe < 10 px` -> nicht markieren.\n")),
    ])

  package static func check(_ index: GuidelineIndex, _ report: inout Report) {
    let words = Threshold.Consequence.allCases.map { index.vocabulary.word($0) }
    for rule in index.guideline.rules {
      for threshold in rule.thresholds where threshold.consequence == nil {
        report.add(
          info, at: threshold.quantity.span, open(threshold),
          help: """
            write an arrow and one of \(Wording.list(words)): \
            `… -> \(index.vocabulary.word(.doNotLabel))`
            """)
      }
    }
  }

  private static func open(_ threshold: Threshold) -> String {
    if let text = threshold.consequenceText?.value {
      return "\"\(Wording.excerpt(text))\" is not a consequence of a threshold"
    }
    return "the threshold on `\(threshold.quantity.value)` does not say what follows"
  }
}
