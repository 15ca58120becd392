package import RubricaModel
package import RubricaSource

/// The policy is answered for by a role that there is.
package enum UndefinedRole: Check {
  package static let info = CheckInfo(
    id: "undefined-role",
    levels: .error,
    summary: "The role that approves changes of the policy is declared.",
    rationale: """
      The people who may change the policy decide what everybody else's signature is worth. Without \
      a role for it, either nobody can change it or everybody can.
      """,
    bad: [
      CheckExample(
        "---\nrubrica: 1\n---\n\n# Signs\n",
        files: ["rubrica.yaml": Sample.policy(owner: "⟪owners⟫")])
    ],
    good: [
      CheckExample(
        "---\nrubrica: 1\n---\n\n# Signs\n", files: ["rubrica.yaml": Sample.policy()])
    ])

  package static func check(_ index: GuidelineIndex, _ report: inout Report) {
    for (problem, span) in index.guideline.approvalProblems {
      guard case .undefinedRole(let role, let known) = problem else { continue }
      let near = NearMiss(
        to: role, among: known, in: index.guideline.sources,
        otherwise: "the roles are \(Wording.list(known))")
      report.add(info, at: span, undefined(role.value), help: near.help)
    }
  }

  private static func undefined(_ role: String) -> String {
    "there is no role `\(Wording.excerpt(role))`"
  }
}
