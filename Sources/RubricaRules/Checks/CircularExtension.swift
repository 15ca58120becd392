package import RubricaModel
package import RubricaSource

/// No guideline extends itself.
package enum CircularExtension: Check {
  package static let info = CheckInfo(
    id: "circular-extension",
    levels: .error,
    summary: "A guideline does not extend itself, not even through other guidelines.",
    rationale:
      "Each of them would need the others to be read first, so none of them can be read.",
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
        info, at: problem.span, circular(chain),
        help: "remove `extends` from the one that is the base of the others")
    }
  }

  private static func circular(_ chain: String) -> String {
    "the guidelines extend each other in a circle: \(chain)"
  }
}
