package import RubricaModel
package import RubricaSource

/// A layer that is answered with labels has some.
package enum LayerWithoutLabels: Check {
  package static let info = CheckInfo(
    id: "layer-without-labels",
    levels: .stumble,
    summary: "A layer that is answered with labels has at least one.",
    rationale:
      "The tool would ask a question that has no answer, and the item could not be finished.",
    bad: [
      CheckExample(
        Sample.task(layers: "- {id: ⟪signs⟫, kind: box, labels: []}", "# Signs\n\nDraw boxes.\n"))
    ],
    good: [CheckExample(Sample.signs("Draw tight boxes."))])

  package static func check(_ index: GuidelineIndex, _ report: inout Report) {
    for layer in index.guideline.layers
    where layer.kind.value.takesLabels && layer.kind.value != .track && layer.labels.isEmpty {
      report.add(
        info, at: layer.id.span, empty(layer),
        help: "list their ids: `labels: [stop, other-sign]`")
    }
  }

  private static func empty(_ layer: Layer) -> String {
    "layer `\(layer.id.value)` of kind `\(layer.kind.value.rawValue)` has no labels"
  }
}
