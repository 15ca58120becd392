package import RubricaModel
package import RubricaSource

/// Where order is identity, it does not change in passing.
package enum LabelOrderChanged: Check {
  package static let info = CheckInfo(
    id: "label-order-changed",
    levels: .error,
    summary: "Labels keep their positions if a target refers to them by number.",
    rationale: """
      SageMaker Ground Truth writes the position of a label into the data, not its name. If two labels \
      change places, or a new one is put before others, the same number means one label in old answers \
      and another in new ones, and no program can tell. Needs an earlier version: `rubrica check \
      --base REVISION`.
      """,
    bad: [
      CheckExample(
        Sample.signs(
          header: "version: 2.0.0",
          layers: "- {id: signs, kind: box, labels: [⟪other-sign⟫, stop]}", "Draw tight boxes."),
        files: [
          "before/guideline.md": Sample.signs(header: "version: 1.0.0", "Draw tight boxes."),
          "rubrica.yaml": "rubrica: 1\ntargets: {ground-truth: {}}\n",
        ])
    ],
    good: [
      CheckExample(
        Sample.signs(
          header: """
            version: 2.0.0
            order-changed: {in: 2.0.0, because: The vendor's list has this order; old answers were converted.}
            """,
          layers: "- {id: signs, kind: box, labels: [other-sign, stop]}", "Draw tight boxes."),
        files: [
          "before/guideline.md": Sample.signs(header: "version: 1.0.0", "Draw tight boxes."),
          "rubrica.yaml": "rubrica: 1\ntargets: {ground-truth: {}}\n",
        ])
    ])

  package static func check(_ index: GuidelineIndex, _ report: inout Report) {
    for problem in index.guideline.problems {
      guard case .history(.otherOrder(let layer, let labels, let version)) = problem.kind else {
        continue
      }
      report.add(
        info, at: problem.span, moved(labels, layer),
        help: """
          add new labels after the others, and keep the order of those; or confirm it in the front \
          matter: `order-changed: {in: \(version ?? "VERSION"), because: …}`
          """)
    }
  }

  private static func moved(_ labels: [String], _ layer: String) -> String {
    "\(Wording.list(labels)) of layer `\(layer)` would get other numbers than before"
  }
}
