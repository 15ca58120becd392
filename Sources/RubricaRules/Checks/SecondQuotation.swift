package import RubricaModel
package import RubricaSource

/// An example has one item.
package enum SecondQuotation: Check {
  package static let info = CheckInfo(
    id: "second-quotation",
    levels: .error,
    summary: "The quotation that is the item of an example has no other one right behind it.",
    rationale: """
      Only the first is the item: the second is missing in the tasks and in the ground truth, so that \
      annotators and their answers are measured on half of the text.
      """,
    bad: [
      CheckExample(
        Sample.names("> [Ada]{PER} slept.\n\n⟪> [Grace]{PER} did not.⟫\n"),
        fixed: Sample.names("> [Ada]{PER} slept.\n>\n> [Grace]{PER} did not.\n"))
    ],
    good: [
      CheckExample(Sample.names("> [Ada]{PER} slept.\n>\n> [Grace]{PER} did not.\n")),
      CheckExample(
        Sample.names(
          "> [Ada]{PER} slept.\n\n**Because** the handbook says:\n\n> Names of people count.\n")),
    ])

  package static func check(_ index: GuidelineIndex, _ report: inout Report) {
    for problem in index.guideline.problems {
      guard case .strayQuotation(let gap) = problem.kind else { continue }
      report.add(
        info, at: problem.span, "this quotation is no part of the item: an example has one",
        help: """
          put `>` on the blank line between the two if they are one text, and a heading of its own \
          over this one if they are two
          """,
        fixes: joining(gap, index.guideline.sources))
    }
  }

  /// A `>` on each blank line.
  private static func joining(_ gap: Span, _ sources: Sources) -> [Fix] {
    let bytes = sources[gap.source].bytes
    guard gap.start > 0, bytes[gap.range].allSatisfy({ $0 == 10 || $0 == 13 }) else { return [] }
    var edits: [Fix.Edit] = []
    var start = bytes[Int(gap.start) - 1] == 10 ? Int(gap.start) : nil
    for place in gap.range where bytes[place] == 10 {
      if let start { edits.append(.init(Span(gap.source, start, start), ">")) }
      start = place + 1
    }
    return edits.isEmpty ? [] : [Fix("make them one quotation", edits: edits, isSafe: false)]
  }
}
