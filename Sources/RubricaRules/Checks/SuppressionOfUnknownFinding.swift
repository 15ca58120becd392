package import RubricaSource

/// A comment names findings that exist.
package enum SuppressionOfUnknownFinding: SuppressionCheck {
  package static let info = CheckInfo(
    id: "suppression-of-unknown-finding",
    levels: .stumble,
    summary: "A comment that allows a finding names one that exists.",
    rationale: """
      If the id is misspelt, the comment has no effect: the finding stays, and the author believes that \
      it is dealt with.
      """,
    bad: [
      CheckExample(
        Sample.signs(
          """
          <!-- rubrica: allow ⟪left-over-todo⟫ because legal answers in May -->

          Reflections in windows: TODO ask legal.
          """),
        fixed: Sample.signs(
          """
          <!-- rubrica: allow leftover-todo because legal answers in May -->

          Reflections in windows: TODO ask legal.
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
    for case (let id, .unknown, _) in comments.ids {
      let near = NearMiss(
        to: id, among: comments.known, in: comments.sources,
        otherwise: "`rubrica explain` lists all ids")
      report.add(
        info, at: id.span, "no finding is called `\(Wording.excerpt(id.value))`", help: near.help,
        fixes: near.fixes)
    }
  }
}
