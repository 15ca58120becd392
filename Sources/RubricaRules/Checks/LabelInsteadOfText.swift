package import RubricaModel
package import RubricaSource

/// An answer gives the text of a label that stands for many texts.
package enum LabelInsteadOfText: Check {
  package static let info = CheckInfo(
    id: "label-instead-of-text",
    levels: .error,
    summary:
      "For a label with a pattern or slots, a record gives a text and not the label's id.",
    rationale: """
      The id says which kind of text was asked for, not which text it is: the answer is lost, and the \
      schema of the records refuses it.
      """,
    bad: [CheckExample(Sample.elements("⟪element⟫"))],
    good: [CheckExample(Sample.elements("12b"))])

  package static func check(_ index: GuidelineIndex, _ report: inout Report) {
    guard index.guideline.labels.contains(where: { $0.form != nil }) else { return }
    for given in index.givenLabels where given.label.value == given.declaredID {
      guard let label = index.label(given.declaredID), let form = label.form,
        !form.matches(given.label.value)
      else { continue }
      report.add(
        info, at: given.label.span,
        "`\(label.id.value)` is the id of a label, but the answer must be one of its texts",
        notes: [.init("the form of its texts is declared here", at: form.expression.span)],
        help: "write the text that an annotator would give for this item")
    }
  }
}

extension Sample {
  fileprivate static func elements(_ answer: String) -> String {
    task(
      modality: "text",
      layers: """
        - id: song
          kind: choice
          labels: [{id: element, definition: Its number and letter., pattern: "[0-9]+[a-z]"}]
        """,
      """
      # Songs

      ## Examples

      ### Good: a chorus
      > La la la.

      ```yaml expected
      song: \(answer)
      ```
      """)
  }
}
