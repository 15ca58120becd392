package import RubricaSource

/// An exception is a decision, and a decision has a reason.
package enum SuppressionWithoutReason: SuppressionCheck {
  package static let info = CheckInfo(
    id: "suppression-without-reason",
    levels: .stumble,
    summary: "A comment that allows a finding says why.",
    rationale: """
      People who review the guideline next year see that somebody silenced a warning, and cannot tell a \
      decision from a shortcut. Without a reason the comment has no effect.
      """,
    bad: [
      CheckExample(
        Sample.signs(
          "<!-- rubrica: allow ⟪leftover-todo⟫ -->\n\nReflections in windows: TODO ask legal."))
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
    for case (let id, .withoutReason, _) in comments.ids {
      report.add(
        info, at: id.span, "nothing says why `\(Wording.excerpt(id.value))` is allowed here",
        help: "write the reason after the id: `because …`")
    }
  }
}
