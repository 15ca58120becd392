package import RubricaModel
package import RubricaSource

/// A label that is given up is no longer offered or taught.
package enum DeprecatedLabelInUse: Check {
  package static let info = CheckInfo(
    id: "deprecated-label-in-use",
    levels: .warning,
    summary: "A deprecated label is in no layer and in no good example.",
    rationale: """
      Annotators keep giving a label that the project has abandoned, and old and new data cannot \
      be combined.
      """,
    bad: [
      CheckExample(
        Sample.task(
          layers: "- {id: signs, kind: box, labels: [stop, ⟪halt⟫]}",
          """
          # Signs

          ## Labels

          ### Stop
          A red octagon.

          ### Halt
          The old name of Stop.

          ```yaml label
          status: deprecated
          ```
          """))
    ],
    good: [CheckExample(Sample.signs("Draw tight boxes."))])

  package static func check(_ index: GuidelineIndex, _ report: inout Report) {
    let deprecated = Set(
      index.guideline.labels.lazy.filter { $0.status?.value == .deprecated }.map { $0.id.value })
    guard !deprecated.isEmpty else { return }
    for layer in index.guideline.layers {
      for label in layer.labels where deprecated.contains(label.value) {
        report.add(
          info, at: label.span, offered(label.value, layer.id.value),
          notes: [note(index, label.value)], help: "remove it from the layer's `labels`")
      }
    }
    for given in index.givenLabels
    where given.role == .good && deprecated.contains(given.label.value) {
      report.add(
        info, at: given.label.span, taught(given.label.value),
        notes: [note(index, given.label.value)],
        help: "show the label that replaced it, or make it a bad example")
    }
  }

  private static func note(_ index: GuidelineIndex, _ label: String) -> Diagnostic.Note {
    .init("`\(label)` is deprecated here", at: index.label(label)?.status?.span)
  }

  private static func offered(_ label: String, _ layer: String) -> String {
    "label `\(label)` is deprecated, but layer `\(layer)` still offers it"
  }

  private static func taught(_ label: String) -> String {
    "label `\(label)` is deprecated, but this good example gives it"
  }
}
