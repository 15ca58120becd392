package import RubricaModel
package import RubricaSource

/// No guideline extends itself.
package enum CircularExtension: Check {
  package static let info = CheckInfo(
    id: "circular-extension",
    levels: .error,
    summary: "A guideline does not extend itself, not even by way of others.",
    rationale:
      "Each of them would need the others to be read first, so none of them says anything.",
    bad: [
      CheckExample(
        "---\nrubrica: 1\nextends: other.md\n---\n\n# Signs\n",
        files: ["other.md": "---\nrubrica: 1\nextends: ⟪guideline.md⟫\n---\n\n# Other\n"])
    ],
    good: [
      CheckExample(
        "---\nrubrica: 1\nextends: other.md\n---\n\n# Signs\n",
        files: ["other.md": "---\nrubrica: 1\n---\n\n# Other\n"])
    ])

  package static func check(_ index: GuidelineIndex, _ report: inout Report) {
    for problem in index.guideline.problems {
      guard case .extending(.circularBase(let documents)) = problem.kind else { continue }
      let chain = documents.map { "`\($0)`" }.joined(separator: " extends ")
      report.add(
        info, at: problem.span, circular(chain), help: "let one of them be the base of the others")
    }
  }

  private static func circular(_ chain: String) -> String { "this goes in a circle: \(chain)" }
}
