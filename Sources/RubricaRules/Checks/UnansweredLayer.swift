package import RubricaModel
package import RubricaSource

/// A good example answers what every item is asked.
package enum UnansweredLayer: Check {
  package static let info = CheckInfo(
    id: "unanswered-layer",
    levels: .gap,
    summary: "The record of a good example answers every required layer.",
    rationale: """
      Annotators cannot finish an item without this answer. The example is useless as a gold item or \
      as a test of the template.
      """,
    bad: [
      CheckExample(
        Sample.signs(
          layers: """
            - {id: signs, kind: box, labels: [stop]}
            - {id: light, kind: choice, question: Which light?, labels: [other-sign]}
            """, record: "⟪signs: [{label: stop, box: [40, 30, 100, 90]}]⟫")),
      CheckExample(
        Sample.signs(
          layers: "- {id: light, kind: choice, question: Which light?, labels: [stop, other-sign]}",
          record: "⟪{}⟫")),
      CheckExample(
        Sample.signs(
          layers: "- {id: light, kind: choice, question: Which light?, labels: [stop, other-sign]}",
          record: "# light: stop"
        ).replacing("```yaml expected", with: "⟪```yaml expected⟫")),
    ],
    good: [CheckExample(Sample.signs(record: "signs: [{label: stop, box: [40, 30, 100, 90]}]"))])

  package static func check(_ index: GuidelineIndex, _ report: inout Report) {
    let required = index.guideline.layers.filter { $0.isRequired }
    guard !required.isEmpty else { return }
    for example in index.guideline.examples where example.role == .good {
      guard let record = example.expected, record.whole == nil,
        !index.guideline.unread.records.contains(example.id)
      else { continue }
      var hasMarks = false
      if case .text(let text) = example.input { hasMarks = !text.marks.isEmpty }
      let missing = required.filter { layer in
        !record.answers.contains { $0.layer.value == layer.id.value }
          && !index.guideline.unread.holdsAnswer(of: layer.id.value, in: example.id)
          && !(layer.kind.value == .span && hasMarks)
      }
      guard !missing.isEmpty else { continue }
      report.add(
        info, at: record.span, unanswered(missing.map(\.id.value)),
        help: missing.contains { $0.kind.value.isQuestion }
          ? "add the answer" : "add the answer, or `none` if there is nothing to mark")
    }
  }

  private static func unanswered(_ layers: [String]) -> String {
    "the record does not answer \(Wording.list(layers)), although every item needs an answer"
  }
}
