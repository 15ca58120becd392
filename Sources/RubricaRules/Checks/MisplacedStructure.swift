package import RubricaModel
package import RubricaSource

/// Reserved words stand where they mean something.
package enum MisplacedStructure: Check {
  package static let info = CheckInfo(
    id: "misplaced-structure",
    levels: .warning,
    summary: "A reserved heading, lead-in or block stands where it means something.",
    rationale: """
      It looks like structure and is read as mere text: the label, rule or record in it reaches \
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
          """))
    ],
    good: [CheckExample(Sample.signs("Draw tight boxes."))])

  package static func check(_ index: GuidelineIndex, _ report: inout Report) {
    for problem in index.guideline.problems {
      guard case .misplaced(let what, let expected) = problem.kind else { continue }
      report.add(info, at: problem.span, misplaced(what), help: "it belongs \(expected)")
    }
  }

  private static func misplaced(_ what: String) -> String { "\(what) means nothing here" }
}
