package import RubricaModel
package import RubricaSource

/// Reserved words stand where they mean something.
package enum MisplacedStructure: Check {
  package static let info = CheckInfo(
    id: "misplaced-structure",
    levels: .warning,
    summary: "A reserved heading, lead-in or block is where it has a meaning.",
    rationale: """
      It looks like structure but is read as plain text: the label, rule or record in it reaches \
      neither the tool nor the checks.
      """,
    bad: [
      CheckExample(
        Sample.task(
          layers: "- {id: signs, kind: box, labels: [{id: stop, definition: An octagon.}]}",
          """
          # Signs

          ## Notes

          ⟪```yaml expected
          signs: none
          ```⟫
          """)),
      CheckExample(Sample.signs("## Rules\n\n### Toys\nSkip them.\n\n\(Sample.answer)\n")),
      CheckExample(
        Sample.signs(
          """
          ## Edge cases

          - **Toys.** Skip them.

            ⟪```yaml expected
            signs: none
            ```⟫
          """)),
      CheckExample(Sample.signs("## FAQ\n\n### And toys?\nSkip them.\n\n\(Sample.answer)\n")),
      CheckExample(Sample.signs("## When in doubt\n\nSkip it.\n\n\(Sample.answer)\n")),
    ],
    good: [
      CheckExample(Sample.signs("Draw tight boxes.")),
      CheckExample(Sample.signs(example: "Good: a toy", record: "signs: none")),
    ])

  package static func check(_ index: GuidelineIndex, _ report: inout Report) {
    for problem in index.guideline.problems {
      guard case .misplaced(let what, let expected) = problem.kind else { continue }
      report.add(info, at: problem.span, misplaced(what), help: "put it \(expected)")
    }
  }

  private static func misplaced(_ what: String) -> String { "\(what) has no meaning here" }
}

extension Sample {
  fileprivate static let answer = "⟪```yaml expected\nsigns: none\n```⟫"
}
