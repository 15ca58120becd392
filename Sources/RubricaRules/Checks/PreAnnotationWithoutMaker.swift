package import RubricaModel
package import RubricaSource

/// People who correct answers know whose they are.
package enum PreAnnotationWithoutMaker: Check {
  package static let info = CheckInfo(
    id: "pre-annotation-without-maker",
    levels: Levels(draft: .note, pilot: .warning, release: .warning),
    summary: "`pre-annotation` and `pre-annotated-by` are used together.",
    rationale: """
      Annotators trust answers that exist before they start, and copy their mistakes. They look closer \
      if they know what produced them, and data made with the help of a model must be known as such.
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
          "nothing says what produced the existing answers in `\(layer.id.value)`",
          help: "add `pre-annotated-by:` with the model and its version, or the people")
      } else if !isDone, let maker = layer.preAnnotatedBy {
        report.add(
          info, at: maker.span,
          "nothing says what annotators do with the existing answers in `\(layer.id.value)`",
          help: "add `pre-annotation:` with `suggest`, `verify` or `correct`")
      }
    }
  }
}
