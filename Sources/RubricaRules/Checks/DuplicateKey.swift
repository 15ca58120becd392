package import RubricaModel
package import RubricaSource

/// A key says one thing.
package enum DuplicateKey: Check {
  package static let info = CheckInfo(
    id: "duplicate-key",
    levels: .error,
    summary: "No key occurs twice in one YAML mapping.",
    rationale: """
      YAML readers take the first one, the last one or neither, so two people who read the same file \
      believe two different things.
      """,
    bad: [CheckExample("---\nrubrica: 1\ntitle: Signs\n⟪title⟫: Street signs\n---\n\n# Signs\n")],
    good: [CheckExample("---\nrubrica: 1\ntitle: Signs\n---\n\n# Signs\n")])

  package static func check(_ index: GuidelineIndex, _ report: inout Report) {
    for problem in index.guideline.problems {
      guard case .duplicateKey(let key, let first) = problem.kind else { continue }
      report.add(
        info, at: problem.span, twice(key), notes: [.init("the first one is here", at: first)],
        help: "keep the right one")
    }
  }

  private static func twice(_ key: String) -> String {
    "key `\(Wording.excerpt(key))` occurs a second time here"
  }
}
