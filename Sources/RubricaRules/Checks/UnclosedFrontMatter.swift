package import RubricaModel
package import RubricaSource

/// Front matter ends.
package enum UnclosedFrontMatter: Check {
  package static let info = CheckInfo(
    id: "unclosed-front-matter",
    levels: .error,
    summary: "Front matter that is opened with `---` is closed with `---`.",
    rationale:
      "Without the second line, settings and text cannot be told apart, and neither is read.",
    bad: [CheckExample("⟪---⟫\nrubrica: 1\ntitle: Signs\n\n# Signs\n")],
    good: [CheckExample("---\nrubrica: 1\ntitle: Signs\n---\n\n# Signs\n")])

  package static func check(_ index: GuidelineIndex, _ report: inout Report) {
    for problem in index.guideline.problems {
      guard case .unclosedFrontMatter = problem.kind else { continue }
      report.add(
        info, at: problem.span, unclosed, help: "add a line `---` after the last key")
    }
  }

  private static let unclosed = "the front matter that starts here is not closed"
}
