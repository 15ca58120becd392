package import RubricaModel
package import RubricaSource

/// A label says what it stands for.
package enum LabelWithoutDefinition: Check {
  package static let info = CheckInfo(
    id: "label-without-definition",
    levels: .gap,
    summary: "Every label has a definition.",
    rationale: """
      Annotators fill the gap with their own, different ideas of the word, and the disagreement is in \
      the data before anybody sees it.
      """,
    bad: [
      CheckExample(
        Sample.task(
          layers: "- {id: signs, kind: box, labels: [stop]}",
          "# Signs\n\n## Labels\n\n### ⟪Stop⟫\n\n**Includes** stop signs seen from behind\n"))
    ],
    good: [CheckExample(Sample.signs("Draw tight boxes."))])

  package static func check(_ index: GuidelineIndex, _ report: inout Report) {
    guard index.guideline.labels.contains(where: { $0.definition.isEmpty }) else { return }
    // What is meant as a group says nothing itself.
    let groups = Set(index.meantGroups.map { $0.id.value })
    for label in index.guideline.labels
    where label.definition.isEmpty && !groups.contains(label.id.value) {
      report.add(
        info, at: label.name.span, undefined(label),
        help: "say in one sentence what an item must have to get this label")
    }
  }

  private static func undefined(_ label: Label) -> String {
    "label `\(label.id.value)` has no definition"
  }
}
