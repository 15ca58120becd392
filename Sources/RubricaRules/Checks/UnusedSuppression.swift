internal import RubricaModel
package import RubricaSource

/// A comment that has nothing to allow is removed.
package enum UnusedSuppression: SuppressionCheck {
  package static let info = CheckInfo(
    id: "unused-suppression",
    levels: .warning,
    summary: "A comment that allows a finding is placed just before one.",
    rationale: """
      A leftover comment silences the next mistake at the same place, which nobody has decided about.
      """,
    bad: [
      CheckExample(
        Sample.signs(
          """
          <!-- rubrica: allow ⟪leftover-todo⟫ because legal answers in May -->

          Reflections in windows are signs.
          """))
    ],
    good: [
      CheckExample(
        Sample.signs(
          """
          <!-- rubrica: allow leftover-todo because legal answers in May -->

          Reflections in windows: TODO ask legal.
          """)),
      CheckExample(
        Sample.signs(
          header: "# rubrica: allow no-doubt-default because every sign is clear in this data",
          "Draw tight boxes.")),
    ])

  package static func settle(_ comments: SettledComments, _ report: inout Report) {
    for case (let id, .unused, let comment) in comments.ids {
      report.add(
        info, at: id.span, unused(id.value, comment),
        help: "remove it, or move it to the line before what it is meant for")
    }
  }

  private static func unused(_ id: String, _ comment: Suppression) -> String {
    comment.target == nil
      ? "nothing follows this comment, so it allows nothing"
      : "there is no `\(id)` finding in what follows this comment"
  }
}
