package import RubricaModel
package import RubricaSource

/// Where order is identity, it does not change in passing.
package enum LabelOrderChanged: Check {
  package static let info = CheckInfo(
    id: "label-order-changed",
    levels: .error,
    summary: "Labels keep their places where a target knows them by their number.",
    rationale: """
      SageMaker Ground Truth writes the place of a label into the data, not its name. When two labels \
      change places, or a new one is put before others, the same number stands for one label in old \
      answers and for another in new ones, and no program can tell. Needs an earlier version: `rubrica \
      check --base REVISION`.
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
          put new labels behind the others, and keep the order of those; or decide it in the front \
          matter: `order-changed: {in: \(version ?? "VERSION"), because: …}`
          """)
    }
  }

  private static func moved(_ labels: [String], _ layer: String) -> String {
    "\(Wording.list(labels)) of layer `\(layer)` would have other numbers than before"
  }
}
