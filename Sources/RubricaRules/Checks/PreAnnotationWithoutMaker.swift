package import RubricaModel
package import RubricaSource

/// Whoever mends answers knows whose they are.
package enum PreAnnotationWithoutMaker: Check {
  package static let info = CheckInfo(
    id: "pre-annotation-without-maker",
    levels: Levels(draft: .note, pilot: .warning, release: .warning),
    summary: "`pre-annotation` and `pre-annotated-by` stand together.",
    rationale: """
      Annotators trust what is there before they start, and copy its mistakes. They look closer when \
      they know what made it; and data that a model helped to make must be known as such.
      """,
    bad: [
      CheckExample(
        Sample.signs(
          layers:
            "- {id: signs, kind: box, labels: [stop, other-sign], pre-annotation: ⟪correct⟫}",
          "Draw tight boxes.")),
      CheckExample(
        Sample.signs(
          layers:
            "- {id: signs, kind: box, labels: [stop, other-sign], pre-annotated-by: ⟪a model⟫}",
          "Draw tight boxes.")),
    ],
    good: [
      CheckExample(
        Sample.signs(
          layers: """
            - id: signs
              kind: box
              labels: [stop, other-sign]
              pre-annotation: correct
              pre-annotated-by: the detector of May
            """, "Draw tight boxes."))
    ])

  package static func check(_ index: GuidelineIndex, _ report: inout Report) {
    for layer in index.guideline.layers {
      let mode = layer.preAnnotation
      let isDone = mode.map { $0.value != .none } ?? false
      if isDone, layer.preAnnotatedBy == nil, let mode {
        report.add(
          info, at: mode.span,
          "nothing says what made the answers that annotators find in `\(layer.id.value)`",
          help: "add `pre-annotated-by:` with the model and its version, or the people")
      } else if !isDone, let maker = layer.preAnnotatedBy {
        report.add(
          info, at: maker.span,
          "nothing says what annotators do with the answers that they find in `\(layer.id.value)`",
          help: "add `pre-annotation:` with `suggest`, `verify` or `correct`")
      }
    }
  }
}
