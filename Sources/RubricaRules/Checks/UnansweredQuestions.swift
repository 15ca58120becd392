package import RubricaModel
package import RubricaSource

/// Somebody answers each question of the checklist that a release waits for.
package enum UnansweredQuestions: Check {
  package static let info = CheckInfo(
    id: "unanswered-questions",
    levels: Levels(draft: .note, pilot: .warning, release: .warning),
    summary: """
      Somebody in the approval policy answers each question of the checklist that blocks a release and that a \
      person must vouch for.
      """,
    rationale: """
      Some questions of the checklist are only answered by a person who signs. If no role of the policy answers \
      for them, they stay open whoever signs, and the gate denies the release with nobody to turn to. That is \
      found on the last day, and the policy must be changed and signed again.
      """,
    bad: [],
    good: [
      CheckExample(
        "---\nrubrica: 1\n---\n\n# Signs\n",
        files: [
          "rubrica.yaml": Sample.policy(
            role:
              "scopes: everything\n      answers-for: [legal, security, technical, operations, product]"
          )
        ])
    ])

  package static func check(_ index: GuidelineIndex, _ report: inout Report) {
    for (problem, span) in index.guideline.approvalProblems {
      guard case .unansweredQuestions(let groups) = problem else { continue }
      report.add(
        info, at: span, unanswered(groups.map(\.role)),
        notes: groups.map { group in
          Diagnostic.Note("`\(group.role)`: \(group.items.joined(separator: ", "))")
        },
        help:
          "name \(groups.count == 1 ? "it" : "each") under `answers-for` of a role whose scopes cover the evidence, "
          + "or declare a role of that name")
    }
  }

  private static func unanswered(_ roles: [String]) -> String {
    "no role of the policy answers the blocking questions of the checklist for "
      + Wording.list(roles)
  }
}
