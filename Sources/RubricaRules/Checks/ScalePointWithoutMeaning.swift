package import RubricaModel
package import RubricaSource

/// A point of a scale says what stands there.
package enum ScalePointWithoutMeaning: Check {
  package static let info = CheckInfo(
    id: "scale-point-without-meaning",
    levels: Levels(draft: .note, pilot: .warning, release: .warning),
    summary: "Every point of a scale says what an item at this point looks like.",
    rationale: """
      Everybody uses bare numbers differently: one annotator's 3 is another's 4, and the mean of the \
      two says nothing.
      """,
    bad: [CheckExample(Sample.scale("[{value: 1, means: good}, ⟪2⟫, {value: 3, means: bad}]"))],
    good: [CheckExample(Sample.scale("[{value: 1, means: good}, {value: 2, means: bad}]"))])

  package static func check(_ index: GuidelineIndex, _ report: inout Report) {
    for layer in index.guideline.layers {
      for point in layer.points where point.means == nil {
        report.add(
          info, at: point.value.span, bare(point.value.value, layer),
          help: "write `{value: \(point.value.value), means: …}`")
      }
    }
  }

  private static func bare(_ value: Int, _ layer: Layer) -> String {
    "point \(value) of scale `\(layer.id.value)` does not say what it means"
  }
}
