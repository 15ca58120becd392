package import RubricaModel
package import RubricaSource

/// A text is one that a person could have written.
package enum TextBeyondLimits: Check {
  package static let info = CheckInfo(
    id: "text-beyond-limits",
    levels: .error,
    summary:
      "No file exceeds the limits of size, depth and complexity in docs/format/workspace.md.",
    rationale: """
      Guidelines come from many people. A text made to exhaust a parser must not stop the compiler for \
      everybody else. The limits are far above any real guideline.
      """,
    // What breaks a limit is too long to read here: the tests make it.
    bad: [],
    good: [CheckExample("# Signs\n\nDraw a box around every sign.\n")])

  package static func check(_ index: GuidelineIndex, _ report: inout Report) {
    for problem in index.guideline.problems {
      guard case .hostile(let what, let help) = problem.kind else { continue }
      report.add(
        info, at: problem.span, refused(what),
        help: help ?? "split the file, or remove text that was pasted into it by accident")
    }
  }

  private static func refused(_ what: String) -> String { "the file was refused: \(what)" }
}
