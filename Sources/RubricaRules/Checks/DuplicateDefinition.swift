package import RubricaModel
package import RubricaSource

/// Two labels are two things.
package enum DuplicateDefinition: Check {
  package static let info = CheckInfo(
    id: "duplicate-definition",
    levels: .warning,
    summary: "No two labels have the same definition.",
    rationale: """
      Annotators who have to choose between them can only guess, and a model learns to guess in the \
      same proportions.
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
    let labels = index.guideline.labels
    var first = FirstPlaces()
    var defined: [Int] = []
    for place in labels.indices {
      let definition = labels[place].definition
      guard let start = definition.first, let end = definition.last else { continue }
      let text = definition.plainText
      guard !text.isEmpty else { continue }
      guard let twin = first[text] else {
        first.append(text)
        defined.append(place)
        continue
      }
      let (label, other) = (labels[place], labels[defined[twin]])
      report.add(
        info, at: start.span.union(end.span), same(label, other),
        notes: [.init("`\(other.id.value)` is defined here", at: other.definition.first?.span)],
        help: "say in each how it differs from the other, or merge the two labels")
    }
  }

  private static func same(_ label: Label, _ other: Label) -> String {
    "labels `\(label.id.value)` and `\(other.id.value)` have the same definition"
  }
}
