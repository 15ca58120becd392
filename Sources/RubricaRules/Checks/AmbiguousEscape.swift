package import RubricaModel
package import RubricaSource

/// An escape answer is not a label of the layers that it answers.
package enum AmbiguousEscape: Check {
  package static let info = CheckInfo(
    id: "ambiguous-escape",
    levels: .error,
    summary: "An escape answer and a label of the same layer have different ids.",
    rationale: """
      The same word would mean two answers: nobody could tell from the data whether the item has the label \
      or could not be answered.
      """,
    bad: [
      CheckExample(Sample.topics(escape: "{id: ⟪order⟫, means: unsure-flag}")),
      CheckExample(Sample.topics(escape: "{id: ⟪order⟫, means: unsure-flag, layers: [topic]}")),
    ],
    good: [
      CheckExample(Sample.topics(escape: "{id: unreadable, means: skip-item}")),
      CheckExample(Sample.topics(escape: "{id: order, means: unsure-flag, layers: [tone]}")),
    ])

  package static func check(_ index: GuidelineIndex, _ report: inout Report) {
    for escape in index.guideline.escapes {
      let id = escape.id.value
      guard let label = index.label(id),
        let layer = index.layers(taking: id).first(where: {
          $0.kind.value.answersWithLabels && escape.isAllowed(in: $0)
        })
      else { continue }
      report.add(
        info, at: escape.id.span,
        "`\(id)` is both an escape answer and a label of layer `\(layer.id.value)`",
        notes: [.init("the label is declared here", at: label.id.span)],
        help: "give one of them another id")
    }
  }
}

extension LayerKind {
  /// Whether an answer is a label and nothing else, written as the word of an escape answer is.
  fileprivate var answersWithLabels: Bool { self == .choice || self == .choices }
}

extension Sample {
  fileprivate static func topics(escape: String) -> String {
    task(
      modality: "text", header: "escape: [\(escape)]",
      layers: """
        - id: topic
          kind: choice
          labels: [{id: order, definition: It orders.}, {id: praise, definition: It praises.}]
        - id: tone
          kind: choice
          labels: [{id: kind, definition: It is kind.}, {id: cold, definition: It is cold.}]
        """, "# Mail\n")
  }
}
