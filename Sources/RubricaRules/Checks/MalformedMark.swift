package import RubricaModel
package import RubricaSource

/// Marks in a text can be read.
package enum MalformedMark: Check {
  package static let info = CheckInfo(
    id: "malformed-mark",
    levels: .stumble,
    summary: "Every mark in an example's text is `[words]{LABEL}`, every relation `#a -name-> #b`.",
    rationale: """
      A mark that is not closed is read as plain text: annotators see brackets, and the example \
      teaches that there is nothing to mark.
      """,
    bad: [CheckExample(Sample.names("> ⟪[Ada]{#a}⟫ slept.\n"))],
    good: [CheckExample(Sample.names("> [Ada]{PER} met [Grace]{PER}.\n"))])

  package static func check(_ index: GuidelineIndex, _ report: inout Report) {
    for problem in index.guideline.problems {
      guard case .malformedMark(let what) = problem.kind else { continue }
      report.add(
        info, at: problem.span, malformed(what),
        help: "write `[words]{LABEL}`, or `\\[` for a plain bracket")
    }
  }

  private static func malformed(_ what: String) -> String { "this mark cannot be read: \(what)" }
}
