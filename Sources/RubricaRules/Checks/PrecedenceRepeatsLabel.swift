package import RubricaModel
package import RubricaSource

/// An order has one place for each label.
package enum PrecedenceRepeatsLabel: Check {
  package static let info = CheckInfo(
    id: "precedence-repeats-label",
    levels: .error,
    summary: "The precedence names no label twice.",
    rationale: "A label at two places both wins and loses against the labels in between.",
    bad: [
      CheckExample(Sample.signs("## Precedence\n\n1. stop\n2. other-sign\n3. ⟪stop⟫\n"))
    ],
    good: [CheckExample(Sample.signs("## Precedence\n\n1. stop\n2. other-sign\n"))])

  package static func check(_ index: GuidelineIndex, _ report: inout Report) {
    var first: [String: Span] = [:]
    for entry in index.guideline.precedence?.entries ?? [] {
      guard let label = entry.label else { continue }
      if let place = first[label] {
        report.add(
          info, at: entry.text.span, twice(label),
          notes: [.init("the first one is here", at: place)],
          help: "keep one of the two")
      } else {
        first[label] = entry.text.span
      }
    }
  }

  private static func twice(_ label: String) -> String {
    "label `\(label)` occurs in the precedence a second time"
  }
}
