package import RubricaSource

/// An error is fixed, not allowed.
package enum SuppressionOfError: SuppressionCheck {
  package static let info = CheckInfo(
    id: "suppression-of-error",
    levels: .stumble,
    summary: "No comment allows a finding that is an error at this stage.",
    rationale: """
      An error means that the guideline cannot be turned into a task that does what it says. A comment \
      cannot change that, and would hide from reviewers why the build stops.
      """,
    bad: [
      CheckExample(
        Sample.signs(
          """
          ## Examples

          <!-- rubrica: allow ⟪undefined-label⟫ because the label is added next week -->

          ### Good: one sign
          ![A yield sign](media/yield.png)

          ```yaml expected
          signs: [{label: yield, box: [1, 1, 9, 9]}]
          ```
          """))
    ],
    good: [
      CheckExample(
        Sample.signs(
          """
          <!-- rubrica: allow leftover-todo because legal answers in May -->

          Reflections in windows: TODO ask legal.
          """))
    ])

  package static func settle(_ comments: SettledComments, _ report: inout Report) {
    for case (let id, .refused, _) in comments.ids {
      report.add(
        info, at: id.span, refused(id.value, comments.stage),
        help: "fix the problem, and remove the comment")
    }
  }

  private static func refused(_ id: String, _ stage: Stage) -> String {
    "at stage \(stage.rawValue) `\(id)` is an error, and cannot be allowed"
  }
}
