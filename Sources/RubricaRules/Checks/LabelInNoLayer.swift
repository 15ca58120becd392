package import RubricaModel
package import RubricaSource

/// A label that is declared can be given.
package enum LabelInNoLayer: Check {
  package static let info = CheckInfo(
    id: "label-in-no-layer",
    levels: .warning,
    summary: "Every label that is declared is in a layer, or is the parent of one that is.",
    rationale: """
      Annotators read about a label, do not find it in the tool, and take the nearest one instead.
      """,
    bad: [
      CheckExample(
        Sample.task(
          layers: "- {id: signs, kind: box, labels: [stop]}",
          """
          # Signs

          ## Labels

          ### Stop
          A red octagon.

          ### ⟪Yield⟫
          A triangle that stands on its tip.
          """)),
      CheckExample(
        Sample.task(
          layers: "- {id: signs, kind: box, labels: [stop]}",
          """
          # Signs

          ## Labels

          ### ⟪Octagons⟫

          #### Stop
          A red octagon.
          """),
        fixed: Sample.task(
          layers: "- {id: signs, kind: box, labels: [stop]}",
          """
          # Signs

          ## Labels

          ### Group: Octagons

          #### Stop
          A red octagon.
          """)),
    ],
    good: [
      CheckExample(Sample.signs("Draw tight boxes.")),
      CheckExample(
        Sample.signs(
          layers: "- {id: signs, kind: box, labels: [stop, traffic-sign]}", "Draw tight boxes.")),
    ])

  package static func check(_ index: GuidelineIndex, _ report: inout Report) {
    let guideline = index.guideline
    if guideline.unread.mayHoldLayers { return }
    guard guideline.layers.contains(where: { $0.kind.value.takesLabels }) else { return }
    let parents = Set(guideline.labels.compactMap { $0.parent?.value })
    // Where a layer lists it under another id, it is told there.
    let renamed = index.renamedLabel
    let listed = UnmadeLabels(index).listed
    let groups = Set(index.meantGroups.map { $0.id.value })
    for label in guideline.labels
    where renamed?.value != label.id.value && !index.isInAnyLayer(label.id.value)
      && !parents.contains(label.id.value)
      && label.status?.value != .deprecated && !listed.contains(label.id.value)
    {
      if groups.contains(label.id.value) {
        report.add(
          info, at: label.name.span, nowhere(label.id.value), help: index.advice(onGroup: label),
          fixes: index.fix(makingGroupOf: label))
        continue
      }
      report.add(
        info, at: label.name.span, nowhere(label.id.value),
        help: "add `\(label.id.value)` to the `labels` of a layer, or remove its section")
    }
  }

  private static func nowhere(_ label: String) -> String {
    "label `\(label)` is declared, but no layer uses it"
  }
}
