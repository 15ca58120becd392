package import RubricaModel
package import RubricaSource

/// A picture has words for those who do not see it.
package enum MissingAltText: Check {
  package static let info = CheckInfo(
    id: "missing-alt-text",
    levels: .gap,
    summary: "Every picture has an alternative text.",
    rationale: """
      Annotators with a screen reader, a slow connection or a text-only tool get nothing, and neither \
      does a language model that reads the guideline as text.
      """,
    bad: [CheckExample(Sample.signs("⟪![](media/stop.png)⟫"))],
    good: [CheckExample(Sample.signs("![A box that touches the rim](media/stop.png)"))])

  package static func check(_ index: GuidelineIndex, _ report: inout Report) {
    for reference in index.guideline.references
    where reference.kind == .image && reference.text.allSatisfy(\.isWhitespace) {
      report.add(
        info, at: reference.span, bare,
        help: "describe the picture between the brackets: `![A box that touches the rim](…)`")
    }
  }

  private static let bare = "this picture has no alternative text"
}
