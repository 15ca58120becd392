package import RubricaModel
package import RubricaSource

/// A label also shows where it ends.
package enum LabelWithoutBadExample: Check {
  package static let info = CheckInfo(
    id: "label-without-bad-example",
    levels: Levels(draft: nil, pilot: nil, release: .note),
    summary: "Every label that annotators may give has a bad example.",
    rationale: """
      A good example shows the middle of a label; annotators disagree at its edges. A bad example is \
      the cheapest way to show the edge.
      """,
    bad: [
      CheckExample(
        Sample.signs(
          stage: "release", layers: "- {id: signs, kind: box, labels: [stop, ⟪other-sign⟫]}",
          example: "Bad: the pole is inside",
          record: "signs: [{label: stop, box: [40, 30, 100, 160]}]"))
    ],
    good: [
      CheckExample(
        Sample.signs(
          stage: "release", example: "Bad: poles are inside",
          record: """
            signs:
              - {label: stop, box: [40, 30, 100, 160]}
              - {label: other-sign, box: [140, 30, 200, 160]}
            """))
    ])

  package static func check(_ index: GuidelineIndex, _ report: inout Report) {
    guard report.level(of: info) != nil else { return }
    for label in index.labelsNotShown(in: .bad) {
      report.add(
        info, at: label.span, notShown(label.value),
        help: "add an example with the role Bad: a mistake that is often made with this label")
    }
  }

  private static func notShown(_ label: String) -> String {
    "no bad example shows what is not `\(label)`"
  }
}
