package import RubricaModel
package import RubricaSource

/// Two labels are two things.
package enum DuplicateDefinition: Check {
  package static let info = CheckInfo(
    id: "duplicate-definition",
    levels: .warning,
    summary: "No two labels have the same definition.",
    rationale: """
      Whoever has to choose between them can only guess, and a model learns to guess in the same \
      proportions.
      """,
    bad: [
      CheckExample(
        Sample.task(
          layers: "- {id: signs, kind: box, labels: [stop, halt]}",
          """
          # Signs

          ## Labels

          ### Stop
          A red octagon.

          ### Halt
          ⟪A red octagon.⟫
          """))
    ],
    good: [CheckExample(Sample.signs("Draw tight boxes."))])

  package static func check(_ index: GuidelineIndex, _ report: inout Report) {
    var first: [String: Label] = [:]
    for label in index.guideline.labels {
      guard let start = label.definition.first, let end = label.definition.last else { continue }
      let text = label.definition.plainText
      guard !text.isEmpty else { continue }
      guard let other = first.updateValue(label, forKey: text) else { continue }
      first[text] = other
      report.add(
        info, at: start.span.union(end.span), same(label, other),
        notes: [.init("`\(other.id.value)` is defined here", at: other.definition.first?.span)],
        help: "say in each what the other is not, or make one label of them")
    }
  }

  private static func same(_ label: Label, _ other: Label) -> String {
    "labels `\(label.id.value)` and `\(other.id.value)` have the same definition"
  }
}
