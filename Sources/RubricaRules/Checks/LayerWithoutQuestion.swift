package import RubricaModel
package import RubricaSource

/// A choice is an answer to a question.
package enum LayerWithoutQuestion: Check {
  package static let info = CheckInfo(
    id: "layer-without-question",
    levels: Levels(draft: .note, pilot: .warning, release: .warning),
    summary: "A layer that is a choice, a scale or a comparison has a question.",
    rationale: """
      The tool shows the id in place of a question, and "light: day, night" means the time to some \
      annotators and the exposure to others.
      """,
    bad: [
      CheckExample(
        Sample.signs(
          layers: "- {id: ⟪kind⟫, kind: choice, labels: [stop, other-sign]}", "Choose one."))
    ],
    good: [
      CheckExample(
        Sample.signs(
          layers: "- {id: kind, kind: choice, question: Which?, labels: [stop, other-sign]}",
          "Choose one."))
    ])

  package static func check(_ index: GuidelineIndex, _ report: inout Report) {
    for layer in index.guideline.layers where layer.question == nil {
      switch layer.kind.value {
      case .choice, .choices, .scale, .ranking, .pairwise:
        report.add(
          info, at: layer.id.span, silent(layer),
          help: "add `question: …` in the words that annotators read")
      default: break
      }
    }
  }

  private static func silent(_ layer: Layer) -> String {
    "layer `\(layer.id.value)` has no question"
  }
}
