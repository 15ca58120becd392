package import RubricaModel
package import RubricaSource

/// There are as many people as must sign.
package enum ImpossibleQuorum: Check {
  package static let info = CheckInfo(
    id: "impossible-quorum",
    levels: .error,
    summary: "A role has at least as many people as must sign.",
    rationale: """
      The release waits for a signature that nobody can give, and on the last day somebody lowers the \
      quorum in a hurry.
      """,
    bad: [
      CheckExample(
        "---\nrubrica: 1\n---\n\n# Signs\n",
        files: ["rubrica.yaml": Sample.policy(role: "scopes: everything\n      quorum: ⟪2⟫")])
    ],
    good: [
      CheckExample(
        "---\nrubrica: 1\n---\n\n# Signs\n",
        files: ["rubrica.yaml": Sample.policy(role: "scopes: everything\n      quorum: 1")])
    ])

  package static func check(_ index: GuidelineIndex, _ report: inout Report) {
    for (problem, span) in index.guideline.approvalProblems {
      guard case .impossibleQuorum(let role, let quorum, let people) = problem else { continue }
      report.add(
        info, at: span, impossible(role, quorum, people),
        help: "name more people, or lower the quorum")
    }
  }

  private static func impossible(_ role: String, _ quorum: Int, _ people: Int) -> String {
    "\(quorum) people must sign as `\(Wording.excerpt(role))`, but it has "
      + Wording.count(people, "person", "people")
  }
}
