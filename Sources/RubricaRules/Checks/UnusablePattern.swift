package import RubricaModel
package import RubricaSource

/// A pattern is one that can be held against a text.
package enum UnusablePattern: Check {
  package static let info = CheckInfo(
    id: "unusable-pattern",
    levels: .error,
    summary: "Every pattern is a regular expression of the supported kind.",
    rationale: """
      An unsupported pattern checks nothing: neither the examples, nor the answers that come back. \
      Only patterns whose cost grows no faster than the text are supported.
      """,
    bad: [
      CheckExample(Sample.pattern("A⟪(⟫[0-9]+")),
      CheckExample(Sample.pattern("A⟪(?=⟫B)")),
      CheckExample(Sample.pattern("(A|B)⟪\\1⟫")),
    ],
    good: [CheckExample(Sample.pattern("[A-Z]{2}-[0-9]+"))])

  package static func check(_ index: GuidelineIndex, _ report: inout Report) {
    for problem in index.guideline.problems {
      guard case .unusablePattern(let reason) = problem.kind else { continue }
      report.add(
        info, at: problem.span, "this pattern cannot be used: \(reason)",
        help: "`docs/format/patterns.md` lists what a pattern may contain")
    }
  }
}

extension Sample {
  fileprivate static func pattern(_ pattern: String) -> String {
    task(
      modality: "audio",
      layers:
        "- {id: plate, kind: text, question: What does the plate say?, pattern: '\(pattern)'}",
      "# Plates\n")
  }
}
