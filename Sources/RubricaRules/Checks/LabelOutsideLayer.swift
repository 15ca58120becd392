package import RubricaModel
package import RubricaSource

/// An example gives a label that its layer takes.
package enum LabelOutsideLayer: Check {
  package static let info = CheckInfo(
    id: "label-outside-layer",
    levels: .error,
    summary: "An example gives only labels of its layer.",
    rationale: """
      The tool does not offer this label for this question: the example teaches something that nobody \
      can do, and as a gold item it would mark every annotator wrong.
      """,
    bad: [
      CheckExample(
        Sample.signs(
          layers: """
            - {id: signs, kind: box, labels: [stop]}
            - {id: shape, kind: choice, question: Which shape?, labels: [other-sign]}
            """,
          record: "signs: [{label: ⟪other-sign⟫, box: [40, 30, 100, 90]}]"))
    ],
    good: [CheckExample(Sample.signs(record: "signs: [{label: stop, box: [40, 30, 100, 90]}]"))])

  package static func check(_ index: GuidelineIndex, _ report: inout Report) {
    // One whose id was changed is told where its layer names the old one.
    let renamed = index.renamedLabel?.value
    let meant = index.labelsMeant
    for given in index.givenLabels where given.label.value != renamed {
      let label = given.label.value
      // Nearly every label is given where its layer takes it.
      if let place = given.layerPlace, index.layerPlaces(taking: label).contains(place) { continue }
      let layer = index.layer(of: given)
      if let layer, index.layer(layer, takes: label) { continue }
      guard index.hasLabel(label), !meant.contains(label), !index.isIgnoredPart(given) else {
        continue
      }
      guard let layer else {
        if given.isMark, !index.guideline.unread.mayHoldLayers {
          addUnmarkable(given, index, &report)
        }
        continue
      }
      report.add(
        info, at: given.label.span, outside(label, layer),
        notes: [.init("the layer is declared here", at: layer.id.span)],
        help: "the labels of `\(layer.id.value)` are \(Wording.list(layer.labels.map(\.value)))")
    }
  }

  private static func addUnmarkable(
    _ given: GivenLabel, _ index: GuidelineIndex, _ report: inout Report
  ) {
    let spans = index.guideline.layers.filter { $0.kind.value == .span }
    report.add(
      info, at: given.label.span,
      "label `\(given.label.value)` marks words here, but no span layer has it",
      help: "the labels for words are \(Wording.list(spans.flatMap { $0.labels.map(\.value) }))")
  }

  private static func outside(_ label: String, _ layer: Layer) -> String {
    "layer `\(layer.id.value)` does not have the label `\(label)`"
  }
}
