package import RubricaModel
package import RubricaSource

/// A good example says the answer.
package enum ExampleWithoutRecord: Check {
  package static let info = CheckInfo(
    id: "example-without-record",
    levels: Levels(draft: nil, pilot: .warning, release: .error),
    summary: "If the task has layers, every good example has an expected record.",
    rationale: """
      Without it, readers guess what is right about the example. With a record it is checked, drawn, \
      used in the quiz and compared with the annotators' answers.
      """,
    bad: [
      CheckExample(
        Sample.signs(
          stage: "pilot",
          "## Examples\n\n### Good: ⟪a distant sign⟫\n![A distant sign](media/far.png)\n")),
      CheckExample(Sample.signs(stage: "pilot", example: "Good: ⟪one sign⟫", record: "{}")),
      CheckExample(
        Sample.signs(stage: "pilot", example: "Good: ⟪one sign⟫", record: "# signs: none")),
    ],
    good: [
      CheckExample(
        Sample.signs(stage: "pilot", record: "signs: [{label: stop, box: [40, 30, 100, 90]}]")),
      CheckExample(Sample.names(stage: "pilot", "> [Ada]{PER} slept.\n")),
    ])

  package static func check(_ index: GuidelineIndex, _ report: inout Report) {
    guard !index.guideline.layers.isEmpty else { return }
    let hasSpans = index.guideline.layers.contains { $0.kind.value == .span }
    let hasRequired = index.guideline.layers.contains { $0.isRequired }
    for example in index.guideline.examples
    where example.role == .good && !index.guideline.unread.holdsRecord(of: example.id) {
      if let record = example.expected {
        // Where a layer is required, `{}` has a finding of its own.
        guard record.whole == nil, record.answers.isEmpty, !hasRequired else { continue }
      }
      // A record that is not read as one is told as such.
      if example.hasFenceSlip(.record, index) { continue }
      switch example.input {
      // A text without marks in a task of spans has a finding of its own.
      case .none: continue
      case .text where hasSpans: continue
      case .text, .media: break
      }
      report.add(
        info, at: example.title?.span ?? example.span, open,
        help: example.expected == nil
          ? "add a fence `yaml expected` with the answer of each layer, or `none`"
          : "write the answer of each layer into its record, or `none`")
    }
  }

  private static let open = "this good example does not say which answer is right"
}
