package import RubricaModel
package import RubricaSource

/// A good example of a label gives the label.
package enum ExampleMissesItsLabel: Check {
  package static let info = CheckInfo(
    id: "example-misses-its-label",
    levels: .warning,
    summary: "A good example under the heading of a label gives this label.",
    rationale: """
      The heading names one label and the record another. Annotators who skim the page learn the \
      wrong one.
      """,
    bad: [
      CheckExample(
        Sample.signs(
          """
          #### Good: a triangle
          ![A triangle](media/triangle.png)

          ```yaml expected
          ⟪signs: [{label: stop, box: [40, 30, 100, 90]}]⟫
          ```
          """))
    ],
    good: [
      CheckExample(
        Sample.signs(
          """
          #### Good: a triangle
          ![A triangle](media/triangle.png)

          ```yaml expected
          signs: [{label: other-sign, box: [40, 30, 100, 90]}]
          ```
          """))
    ])

  package static func check(_ index: GuidelineIndex, _ report: inout Report) {
    for example in index.guideline.examples where example.role == .good {
      guard let label = example.label, index.isInAnyLayer(label) else { continue }
      var isEmpty = true
      var hasLabel = false
      index.forEachGivenLabel(in: example) { given in
        isEmpty = false
        // One that is not declared may be meant for it, and is told of itself.
        if given.declaredID == label || !index.hasLabel(given.label.value) { hasLabel = true }
      }
      guard !isEmpty, !hasLabel, !index.guideline.unread.holdsRecord(of: example.id) else {
        continue
      }
      report.add(
        info, at: example.expected?.span ?? example.span, misses(label),
        help: "correct the record, or move the example to the label that it shows")
    }
  }

  private static func misses(_ label: String) -> String {
    "this good example is under `\(label)`, but does not give that label"
  }
}
