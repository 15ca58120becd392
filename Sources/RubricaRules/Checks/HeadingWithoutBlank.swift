package import RubricaModel
package import RubricaSource

/// A line that is meant to be a heading is one.
package enum HeadingWithoutBlank: Check {
  package static let info = CheckInfo(
    id: "heading-without-blank",
    levels: .stumble,
    summary: "In a line that begins with `##`, a space follows the number signs.",
    rationale: """
      Without the space it is text, not a heading: the label, rule or example under it becomes part of \
      the one above, and annotators read the two as one.
      """,
    bad: [
      CheckExample(
        Sample.signs("⟪##General⟫\n\nDraw tight boxes."),
        fixed: Sample.signs("## General\n\nDraw tight boxes.")),
      CheckExample(
        Sample.signs(
          "## Examples\n\n### Good: a sign\n![A sign](media/a.png)\n\n⟪###Good⟫\nAnother.\n"),
        fixed: Sample.signs(
          "## Examples\n\n### Good: a sign\n![A sign](media/a.png)\n\n### Good\nAnother.\n")),
    ],
    good: [
      CheckExample(Sample.signs("## General\n\nDraw tight boxes.")),
      CheckExample(
        Sample.signs("#streetsigns is a tag, and `##General` is code.\n\n    ##General\n")),
    ])

  package static func check(_ index: GuidelineIndex, _ report: inout Report) {
    let lines = index.linesLikeHeadings
    guard !lines.isEmpty else { return }
    let undeclared = index.undeclaredLabels
    let told = Set(index.lostLabels.map(\.cause))
    // Where labels are looked for in vain, it is told there.
    for line in lines where !undeclared.contains(Slug.make(line.words)) && !told.contains(line.span)
    {
      report.add(
        info, at: line.span, "this is not a heading: a space is missing after the number signs",
        help: "add a space after them, or a backslash before them if it is not a heading",
        fixes: [line.fix])
    }
  }
}
