package import RubricaModel
package import RubricaSource

/// A label can be named.
package enum LabelWithoutID: Check {
  package static let info = CheckInfo(
    id: "label-without-id",
    levels: .error,
    summary: "The heading of a label or group has a letter or digit, or an id in braces.",
    rationale: """
      The id is what records, rules and exported data call a label. A heading of signs alone, such as a \
      thumb or a plus, makes an empty one: no example can give the label, the data says nothing where its \
      name belongs, and two such labels are one.
      """,
    bad: [
      CheckExample(
        Sample.task(
          modality: "text", layers: "- {id: votes, kind: choice, question: Is it helpful?}",
          "# Votes\n\n## Labels\n\n### ⟪👍⟫\nIt helps.\n\n### ⟪👎⟫\nIt does not.\n")),
      CheckExample(
        Sample.task(
          modality: "text", layers: "- {id: votes, kind: choice, question: Is it helpful?}",
          """
          # Votes

          ## Labels

          ### Group: ⟪+⟫

          #### Helpful
          It helps.
          """)),
    ],
    good: [
      CheckExample(
        Sample.task(
          modality: "text", layers: "- {id: votes, kind: choice, question: Is it helpful?}",
          """
          # Votes

          ## Labels

          ### 👍 {#helpful}
          It helps.

          ### Not helpful 👎
          It does not.

          ## 🛈

          Any paragraph under a sign.
          """))
    ])

  package static func check(_ index: GuidelineIndex, _ report: inout Report) {
    for problem in index.guideline.problems {
      guard case .headingWithoutID(let what, let words) = problem.kind else { continue }
      if words.isEmpty {
        report.add(
          info, at: problem.span, "this heading of a \(what) is empty, so the \(what) has no id",
          help: "write the name of the \(what) behind the `#`, or remove the heading")
        continue
      }
      let name = Wording.excerpt(words)
      report.add(
        info, at: problem.span,
        "the \(what) `\(name)` has no id: its heading has no letter or digit to make one of",
        help: """
          write the word that the data shall have for it behind the name, in braces with `#`, as in \
          `\(name) {#word}`
          """)
    }
  }
}
