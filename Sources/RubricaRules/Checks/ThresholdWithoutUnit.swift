package import RubricaModel
package import RubricaSource

/// A number says what it counts.
package enum ThresholdWithoutUnit: Check {
  package static let info = CheckInfo(
    id: "threshold-without-unit",
    levels: Levels(draft: .note, pilot: .warning, release: .warning),
    summary: "The number in a threshold has a unit.",
    rationale: """
      "Smaller than 10" means ten pixels to one annotator and ten percent to the next, and neither of \
      them asks.
      """,
    bad: [CheckExample(Sample.signs("## Rules\n\n- ⟪`height < 10`⟫: do not label.\n"))],
    good: [CheckExample(Sample.signs("## Rules\n\n- `height < 10 px` -> do not label.\n"))])

  package static func check(_ index: GuidelineIndex, _ report: inout Report) {
    for rule in index.guideline.rules {
      for threshold in rule.thresholds where threshold.unit == nil {
        report.add(
          info, at: threshold.quantity.span, bare(threshold),
          help: "write it after the number: `10 px`, `20 %`, `3 objects`")
      }
    }
  }

  private static func bare(_ threshold: Threshold) -> String {
    "the threshold on `\(threshold.quantity.value)` has no unit: "
      + "\(threshold.value.written) of what?"
  }
}
