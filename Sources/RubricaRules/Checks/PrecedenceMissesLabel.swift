package import RubricaModel
package import RubricaSource

/// An order of labels is complete.
package enum PrecedenceMissesLabel: Check {
  package static let info = CheckInfo(
    id: "precedence-misses-label",
    levels: .gap,
    summary: "If the precedence names one label of a layer, it names all of them.",
    rationale: """
      If two labels fit, the order decides. A label that is not in the order is never decided, and it \
      is missing from the decision tree on the page.
      """,
    bad: [
      CheckExample(
        Sample.signs(
          layers: "- {id: signs, kind: box, labels: [stop, other-sign, yield]}",
          """
          ### Yield
          A triangle that stands on its tip.

          ## Precedence

          ⟪1. stop
          2. other-sign⟫
          """))
    ],
    good: [
      CheckExample(Sample.signs("## Precedence\n\n1. stop\n2. other-sign\n")),
      CheckExample(
        Sample.signs(
          "## Precedence\n\n1. The nearer sign wins.\n2. Then the sign that is seen whole.\n")),
      CheckExample(Sample.signs("## Precedence\n\nThe most specific label wins.\n")),
    ])

  package static func check(_ index: GuidelineIndex, _ report: inout Report) {
    guard let precedence = index.guideline.precedence else { return }
    var named = Set(precedence.entries.compactMap(\.label))
    // A label that is named by another id, or that is not declared, is told as such.
    guard named.allSatisfy({ index.hasLabel($0) }) else { return }
    for entry in precedence.entries {
      named.formUnion(precedence.expansions[entry.text.span] ?? [])
    }
    var missing: [String] = []
    for layer in index.guideline.layers
    where layer.labels.contains(where: { named.contains($0.value) }) {
      for label in layer.labels
      where !named.contains(label.value) {
        guard let declared = index.label(label.value), declared.status?.value != .deprecated else {
          continue
        }
        missing.append(label.value)
      }
    }
    guard !missing.isEmpty else { return }
    report.add(
      info, at: precedence.span, incomplete(missing),
      help: "add them where they belong; the winner comes first")
  }

  private static func incomplete(_ labels: [String]) -> String {
    "the precedence does not name \(Wording.list(labels))"
  }
}
