package import RubricaModel
package import RubricaSource

/// Somebody signs each scope.
package enum UnsignedScope: Check {
  package static let info = CheckInfo(
    id: "unsigned-scope",
    levels: .error,
    summary: "Every scope is signed by at least one role.",
    rationale: """
      A scope without a role looks as if somebody were responsible. A change in it passes every gate, \
      because no signature can be missing.
      """,
    bad: [
      CheckExample(
        "---\nrubrica: 1\n---\n\n# Signs\n",
        files: ["rubrica.yaml": Sample.policy(more: "    ⟪data⟫: governance/data")])
    ],
    good: [
      CheckExample(
        "---\nrubrica: 1\n---\n\n# Signs\n",
        files: [
          "rubrica.yaml": Sample.policy(
            more: "    data: governance/data", role: "scopes: [everything, data]")
        ])
    ])

  package static func check(_ index: GuidelineIndex, _ report: inout Report) {
    for (problem, span) in index.guideline.approvalProblems {
      guard case .unsignedScope(let scope) = problem else { continue }
      report.add(
        info, at: span, unsigned(scope), help: "add it to the `scopes` of a role, or remove it")
    }
  }

  private static func unsigned(_ scope: String) -> String {
    "no role signs the scope `\(Wording.excerpt(scope))`"
  }
}
