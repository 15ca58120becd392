package import RubricaModel
package import RubricaSource

/// An escape answer is no other answer of the layers that it answers.
package enum AmbiguousEscape: Check {
  package static let info = CheckInfo(
    id: "ambiguous-escape",
    levels: .error,
    summary: """
      An escape answer has another id than the labels, candidates and points of the layers that it answers.
      """,
    rationale: """
      The same word would mean two answers: nobody could tell from the data whether the item has the label \
      or could not be answered, and a tool stores both as one.
      """,
    bad: [
      CheckExample(Sample.topics(escape: "{id: ⟪order⟫, means: unsure-flag}")),
      CheckExample(Sample.topics(escape: "{id: ⟪order⟫, means: unsure-flag, layers: [topic]}")),
      CheckExample(Sample.compared(escape: "{id: ⟪a⟫, means: unsure-flag}")),
      CheckExample(Sample.compared(escape: "{id: ⟪tie⟫, means: tie}", ties: true)),
      CheckExample(Sample.compared(escape: "{id: ⟪2⟫, means: unsure-flag}")),
    ],
    good: [
      CheckExample(Sample.topics(escape: "{id: unreadable, means: skip-item}")),
      CheckExample(Sample.topics(escape: "{id: order, means: unsure-flag, layers: [tone]}")),
      CheckExample(Sample.compared(escape: "{id: tie, means: tie, layers: [better]}")),
      CheckExample(Sample.compared(escape: "{id: a, means: unsure-flag, layers: [severity]}")),
    ])

  package static func check(_ index: GuidelineIndex, _ report: inout Report) {
    for escape in index.guideline.escapes {
      guard let twin = twin(of: escape, index) else { continue }
      report.add(
        info, at: escape.id.span,
        "`\(escape.id.value)` is both an escape answer and the \(twin.what) of layer `\(twin.layer.id.value)`",
        notes: [.init("the \(twin.what) is declared here", at: twin.span)],
        help: "give one of them another id")
    }
  }

  /// The answer that is written and stored as the escape answer is.
  private static func twin(
    of escape: Escape, _ index: GuidelineIndex
  ) -> (what: String, span: Span, layer: Layer)? {
    let id = escape.id.value
    if let label = index.label(id),
      let layer = index.layers(taking: id).first(where: {
        $0.kind.value.answersWithLabels && escape.isAllowed(in: $0)
      })
    {
      return ("label", label.id.span, layer)
    }
    for layer in index.guideline.layers where escape.isAllowed(in: layer) {
      if let point = layer.points.first(where: { String($0.value.value) == id }) {
        return ("point", point.value.span, layer)
      }
      guard layer.kind.value == .pairwise, layer.points.isEmpty,
        let candidates = layer.candidates
      else { continue }
      if let candidate = candidates.fixed.first(where: { $0.id.value == id }) {
        return ("candidate", candidate.id.span, layer)
      }
      if layer.allowsTies, id == Layer.tie { return ("tie", layer.id.span, layer) }
    }
    return nil
  }
}

extension LayerKind {
  /// Whether an answer is a label and nothing else, written as the word of an escape answer is.
  fileprivate var answersWithLabels: Bool { self == .choice || self == .choices }
}

extension Sample {
  /// A comparison and a scale.
  fileprivate static func compared(escape: String, ties: Bool = false) -> String {
    task(
      modality: "text", header: "escape: [\(escape)]",
      layers: """
        - {id: better, kind: pairwise, question: Which is better?, candidates: [a, b], ties: \(ties)}
        - id: severity
          kind: scale
          question: How bad is it?
          points: [{value: 1, means: can wait}, {value: 2, means: now}]
        """, "# Replies\n")
  }

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
