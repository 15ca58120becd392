package import RubricaModel
package import RubricaSource

/// Front matter stands first.
package enum LateFrontMatter: Check {
  package static let info = CheckInfo(
    id: "late-front-matter",
    levels: .error,
    summary: "The line that opens front matter is `---`, and the first line of the file.",
    rationale: """
      After an empty line it is a horizontal rule, and another dash or number of hyphens opens nothing. \
      The keys are text then: the task and all of its layers would be missing.
      """,
    bad: [
      CheckExample(
        "\n\n⟪---⟫\nrubrica: 1\ntitle: Signs\n---\n\n# Signs\n",
        fixed: "---\nrubrica: 1\ntitle: Signs\n---\n\n# Signs\n"),
      CheckExample(
        "⟪—⟫\nrubrica: 1\ntitle: Signs\n---\n\n# Signs\n",
        fixed: "---\nrubrica: 1\ntitle: Signs\n---\n\n# Signs\n"),
      CheckExample(
        "⟪----⟫\nrubrica: 1\ntitle: Signs\n---\n\n# Signs\n",
        fixed: "---\nrubrica: 1\ntitle: Signs\n---\n\n# Signs\n"),
    ],
    good: [
      CheckExample("---\nrubrica: 1\ntitle: Signs\n---\n\n# Signs\n"),
      CheckExample("\n---\n\n# Signs\n\n---\n"),
      CheckExample("----\n\n# Signs\n\n----\n"),
    ])

  package static func check(_ index: GuidelineIndex, _ report: inout Report) {
    for problem in index.guideline.problems {
      switch problem.kind {
      case .lateFrontMatter(let empty):
        report.add(
          info, at: problem.span,
          "front matter must begin on the first line of the file",
          help: "remove the empty lines above it",
          fixes: [
            Fix("remove the empty lines above", edits: [.init(empty, "")], isSafe: true)
          ])
      case .misspeltFence:
        report.add(
          info, at: problem.span,
          "this line is not `---`, so the front matter that follows is read as text",
          help: "write three hyphens and nothing else",
          fixes: [Fix("replace with `---`", edits: [.init(problem.span, "---")], isSafe: true)])
      default: break
      }
    }
  }
}
