package import RubricaModel
package import RubricaSource

/// Nothing that is written is ignored.
package enum UnknownKey: Check {
  package static let info = CheckInfo(
    id: "unknown-key",
    levels: .stumble,
    summary: "Every key is a key of the guideline language.",
    rationale: """
      A misspelt key has no effect. The project manager believes that a maximum or a requirement is in \
      force, but the annotators' tool does not know it.
      """,
    bad: [
      CheckExample(
        "---\nrubrica: 1\n⟪tilte⟫: Signs\n---\n\n# Signs\n",
        fixed: "---\nrubrica: 1\ntitle: Signs\n---\n\n# Signs\n")
    ],
    good: [CheckExample("---\nrubrica: 1\ntitle: Signs\n---\n\n# Signs\n")])

  package static func check(_ index: GuidelineIndex, _ report: inout Report) {
    for problem in index.guideline.problems {
      guard case .unknownKey(let key, let known, let owner) = problem.kind else { continue }
      let near = NearMiss(
        to: Located(key, problem.span), among: known, in: index.guideline.sources,
        otherwise: known.isEmpty ? "remove it" : "the keys are \(Wording.list(known, limit: 16))")
      report.add(
        info, at: problem.span, unknown(key, owner), help: near.help, fixes: near.fixes)
    }
  }

  private static func unknown(_ key: String, _ owner: String) -> String {
    "key `\(Wording.excerpt(key))` has no meaning in \(owner)"
  }
}
