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
      CheckExample(
        Sample.signs("Draw tight boxes."),
        files: ["labels.yaml": "labels:\n  - {id: stop, colour: \"#c0392b\"}\n"]),
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
    var slips = Slips(index)
    let meant = index.labelsMeant
    for label in guideline.labels
    where renamed?.value != label.id.value && !index.isInAnyLayer(label.id.value)
      && !parents.contains(label.id.value)
      && label.status?.value != .deprecated && !listed.contains(label.id.value)
      && !meant.contains(label.id.value)
    {
      if groups.contains(label.id.value) {
        report.add(
          info, at: label.name.span, nowhere(label.id.value), help: index.advice(onGroup: label),
          fixes: index.fix(makingGroupOf: label))
        continue
      }
      let near = slips.take(label)
      report.add(
        info, at: label.name.span, nowhere(label.id.value),
        help: near.map { "did you mean `\($0)`?" }
          ?? "add `\(label.id.value)` to the `labels` of a layer, or remove its section",
        fixes: near.map { Fix.replacing(label.id, with: $0, in: guideline.sources) } ?? [])
    }
  }

  /// The labels that entries of a YAML file, which do not say what the label is, were meant to be about.
  private struct Slips {
    private let index: GuidelineIndex
    private lazy var used: [String] = index.labelIDs.filter { index.isInAnyLayer($0) }
    /// Where there are many, it is no slip.
    private var left = 100

    init(_ index: GuidelineIndex) { self.index = index }

    mutating func take(_ label: Label) -> String? {
      guard left > 0, label.definition.isEmpty,
        index.guideline.sources.text(label.span).utf8.first != UInt8(ascii: "#")
      else { return nil }
      left -= 1
      return Suggestion.nearest(to: label.id.value, among: used)
    }
  }

  private static func nowhere(_ label: String) -> String {
    "label `\(label)` is declared, but no layer uses it"
  }
}
