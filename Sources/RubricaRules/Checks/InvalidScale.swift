package import RubricaModel
package import RubricaSource

/// A scale is a row of points that differ.
package enum InvalidScale: Check {
  package static let info = CheckInfo(
    id: "invalid-scale",
    levels: .error,
    summary: "A scale has at least two points, in order and each once.",
    rationale: """
      Answers on a scale are averaged and compared. A point that occurs twice or out of order makes \
      every such number wrong.
      """,
    bad: [
      CheckExample(Sample.scale("[{value: 1, means: good}, {value: ⟪1⟫, means: bad}]")),
      CheckExample(Sample.scale("[]", id: "⟪severity⟫")),
    ],
    good: [CheckExample(Sample.scale("[{value: 1, means: good}, {value: 2, means: bad}]"))])

  package static func check(_ index: GuidelineIndex, _ report: inout Report) {
    for layer in index.guideline.layers where layer.isScale {
      if layer.points.count < 2 {
        report.add(
          info, at: layer.id.span, short(layer),
          help: "list them in order: `points: [{value: 1, means: …}, {value: 2, means: …}]`")
        continue
      }
      let values = layer.points.map(\.value)
      let isFalling = values[1].value < values[0].value
      for (before, value) in zip(values, values.dropFirst()) {
        let isInOrder = isFalling ? value.value < before.value : value.value > before.value
        guard !isInOrder else { continue }
        report.add(
          info, at: value.span, outOfOrder(value.value, before.value),
          notes: [.init("the point before it is here", at: before.span)],
          help: "number the points in one direction, each once")
      }
    }
  }

  private static func short(_ layer: Layer) -> String {
    "scale `\(layer.id.value)` has \(Wording.count(layer.points.count, "point", "points"))"
  }

  private static func outOfOrder(_ value: Int, _ before: Int) -> String {
    value == before ? "point \(value) occurs twice" : "point \(value) is out of order"
  }
}

extension Layer {
  fileprivate var isScale: Bool {
    self.kind.value == .scale || self.kind.value == .pairwise && !self.points.isEmpty
  }
}
