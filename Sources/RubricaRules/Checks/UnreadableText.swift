package import RubricaModel
package import RubricaSource

/// Files are text.
package enum UnreadableText: Check {
  package static let info = CheckInfo(
    id: "unreadable-text",
    levels: .error,
    summary: "Every file of a guideline is UTF-8 text without NUL bytes.",
    rationale: """
      Programs repair broken bytes in different ways, so annotators, models and reviewers would \
      read different words.
      """,
    // Bytes that are not text have no place in a document about them: the tests make them.
    bad: [],
    good: [CheckExample("# Signs\n\nDraw a box around every sign.\n")])

  package static func check(_ index: GuidelineIndex, _ report: inout Report) {
    for problem in index.guideline.problems {
      switch problem.kind {
      case .unreadable(let what):
        report.add(
          info, at: problem.span, unreadable(what), help: "save the file as UTF-8 text")
      case .unreadableFile(let what):
        report.add(
          info, at: problem.span, what,
          help:
            "make it readable for the user who runs this command, or remove it: it cannot be ignored"
        )
      default: continue
      }
    }
  }

  private static func unreadable(_ what: String) -> String { "the file has \(what) here" }
}
