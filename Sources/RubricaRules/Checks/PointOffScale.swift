package import RubricaModel
package import RubricaSource

/// A scale has the points that are named.
package enum PointOffScale: Check {
  package static let info = CheckInfo(
    id: "point-off-scale",
    levels: .error,
    summary: "An answer on a scale, and the best one, is a point of the scale.",
    rationale: "No annotator can choose it, so the example teaches an answer that does not exist.",
    bad: [
      CheckExample(Sample.severity(best: "1", record: "severity: ⟪5⟫")),
      CheckExample(Sample.severity(best: "⟪0⟫", record: "severity: 2")),
    ],
    good: [CheckExample(Sample.severity(best: "1", record: "severity: 2"))])

  package static func check(_ index: GuidelineIndex, _ report: inout Report) {
    func expect(_ value: Located<Int>, on layer: Layer) {
      guard !layer.points.isEmpty, !layer.points.contains(where: { $0.value.value == value.value })
      else { return }
      report.add(
        info, at: value.span, off(value.value, layer),
        help: "its points are \(Wording.list(layer.points.map { String($0.value.value) }))")
    }
    for layer in index.guideline.layers {
      if let best = layer.best { expect(best, on: layer) }
    }
    index.forEachAnswer { _, place, answer in
      if case .point(let value) = answer.value { expect(value, on: index.guideline.layers[place]) }
    }
  }

  private static func off(_ value: Int, _ layer: Layer) -> String {
    "\(value) is not a point of scale `\(layer.id.value)`"
  }
}

extension Sample {
  fileprivate static func severity(best: String, record: String) -> String {
    task(
      modality: "text",
      layers: """
        - id: severity
          kind: scale
          question: How bad is it?
          points: [{value: 1, means: can wait}, {value: 2, means: now}]
          best: \(best)
        """,
      """
      # Severity

      ## Examples

      ### Good: the printer
      > The printer is out of paper.

      ```yaml expected
      \(record)
      ```
      """)
  }
}
