package import RubricaModel
package import RubricaSource

/// "Nothing here" is said, not left out.
package enum UnmarkedText: Check {
  package static let info = CheckInfo(
    id: "unmarked-text",
    levels: .stumble,
    summary: "A good example of a span task has a mark in its text, or the record `none`.",
    rationale: """
      A text without marks may be one with nothing to mark, or one that somebody forgot to mark. \
      Annotators would learn the first from the second.
      """,
    bad: [CheckExample(Sample.names("⟪> Nobody slept.⟫\n"))],
    good: [
      CheckExample(Sample.names("> [Ada]{PER} slept.\n")),
      CheckExample(Sample.names("> [Ada{PER} slept.\n")),
      CheckExample(Sample.names("> Nobody slept.\n\n```yaml expected\nnames: none\n```\n")),
    ])

  package static func check(_ index: GuidelineIndex, _ report: inout Report) {
    guard index.guideline.layers.contains(where: { $0.kind.value == .span }) else { return }
    // Where a mark is written that cannot be read, that is the finding.
    let misread = Places(
      of: index.guideline.problems.compactMap { problem -> Span? in
        if case .malformedMark = problem.kind { problem.span } else { nil }
      })
    for example in index.guideline.examples where example.role == .good {
      guard case .text(let text) = example.input, text.marks.isEmpty,
        example.expected?.whole == nil, !misread.areWithin(text.span)
      else { continue }
      let isAnswered = (example.expected?.answers ?? []).contains {
        index.layer($0.layer.value)?.kind.value == .span
      }
      guard !isAnswered else { continue }
      let isRequired = index.guideline.layers.contains { $0.isRequired }
      report.add(
        info, at: text.span, unmarked,
        help: "mark words as `[words]{LABEL}`, or "
          + (isRequired ? "answer the layer with `none` in the record" : "add the record `none`"))
    }
  }

  private static let unmarked = "this good example neither marks words nor says `none`"
}
