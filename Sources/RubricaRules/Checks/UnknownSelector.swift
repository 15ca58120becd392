package import RubricaModel
package import RubricaSource

/// A selector selects something that there can be.
package enum UnknownSelector: Check {
  package static let info = CheckInfo(
    id: "unknown-selector",
    levels: .error,
    summary: "Every path in a scope of the approval policy can be the path of a leaf.",
    rationale: """
      A misspelt path selects nothing, in any guideline. Its scope has a signature, but what should \
      have been signed has none.
      """,
    bad: [
      CheckExample(
        "---\nrubrica: 1\n---\n\n# Signs\n",
        files: ["rubrica.yaml": Sample.policy(selectors: "[\"*\", ⟪goverance/data⟫]")]),
      CheckExample(
        "---\nrubrica: 1\n---\n\n# Signs\n",
        files: ["rubrica.yaml": Sample.policy(selectors: "[\"*\", ⟪governance/date⟫]")]),
    ],
    good: [
      CheckExample(
        "---\nrubrica: 1\n---\n\n# Signs\n",
        files: [
          "rubrica.yaml": Sample.policy(selectors: "[\"*\", governance/data, examples/*/expected]")
        ])
    ])

  package static func check(_ index: GuidelineIndex, _ report: inout Report) {
    for (problem, span) in index.guideline.approvalProblems {
      guard case .deadSelector(let selector, let segment, let known) = problem else { continue }
      let near = Suggestion.nearest(to: segment, among: known)
      report.add(
        info, at: span, dead(selector.value, segment),
        help: near.map { "did you mean `\($0)`?" }
          ?? "use one of \(Wording.list(known, limit: 20))")
    }
  }

  private static func dead(_ selector: String, _ segment: String) -> String {
    segment.isEmpty
      ? "`\(Wording.excerpt(selector))` has an empty segment, but no path has one"
      : "no path of a leaf has `\(Wording.excerpt(segment))` here"
  }
}
