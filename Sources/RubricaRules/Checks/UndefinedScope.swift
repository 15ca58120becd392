package import RubricaModel
package import RubricaSource

/// A role signs scopes that there are.
package enum UndefinedScope: Check {
  package static let info = CheckInfo(
    id: "undefined-scope",
    levels: .error,
    summary: "Every scope that a role signs is declared.",
    rationale: """
      People believe that the role is responsible for a part of the guideline, but its signature does \
      not cover it. Perhaps nobody signs the scope that was meant.
      """,
    bad: [
      CheckExample(
        "---\nrubrica: 1\n---\n\n# Signs\n",
        files: ["rubrica.yaml": Sample.policy(role: "scopes: [everything, ⟪everyting⟫]")])
    ],
    good: [
      CheckExample(
        "---\nrubrica: 1\n---\n\n# Signs\n", files: ["rubrica.yaml": Sample.policy()])
    ])

  package static func check(_ index: GuidelineIndex, _ report: inout Report) {
    for (problem, span) in index.guideline.approvalProblems {
      guard case .undefinedScope(let scope, let known) = problem else { continue }
      let near = NearMiss(
        to: scope, among: known, in: index.guideline.sources,
        otherwise: "the scopes are \(Wording.list(known))")
      report.add(info, at: span, undefined(scope.value), help: near.help)
    }
  }

  private static func undefined(_ scope: String) -> String {
    "there is no scope `\(Wording.excerpt(scope))`"
  }
}
