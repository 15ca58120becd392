package import RubricaModel
package import RubricaSource

/// Attributes of a heading are written so that they are read as such.
package enum AttributeReadAsWords: Check {
  package static let info = CheckInfo(
    id: "attribute-read-as-words",
    levels: .error,
    summary: "Attributes of a heading stand in braces at its end, with no blank around the `=`.",
    rationale: """
      With a blank or another bracket they are words of the heading and nothing else: the section that \
      was kept for reviewers is on every annotator's page, and the picture that should stay covered is not.
      """,
    bad: [
      CheckExample(
        Sample.signs("## Quality ⟪{audience = reviewer}⟫\n\nEvery tenth item is audited."),
        fixed: Sample.signs("## Quality {audience=reviewer}\n\nEvery tenth item is audited.")),
      CheckExample(
        Sample.signs("## Quality ⟪{audience: reviewer}⟫\n\nEvery tenth item is audited."),
        fixed: Sample.signs("## Quality {audience=reviewer}\n\nEvery tenth item is audited.")),
      CheckExample(
        Sample.signs("## Quality ⟪(audience=reviewer)⟫\n\nEvery tenth item is audited."),
        fixed: Sample.signs("## Quality {audience=reviewer}\n\nEvery tenth item is audited.")),
      CheckExample(
        Sample.signs("## Quality ⟪{.reviewer}⟫\n\nEvery tenth item is audited."),
        fixed: Sample.signs("## Quality {audience=reviewer}\n\nEvery tenth item is audited.")),
      CheckExample(
        Sample.signs("## Quality ⟪{audience = managers}⟫\n\nEvery tenth item is audited.")),
      CheckExample(
        Sample.signs(
          "## Examples\n\n### Good: a crash ⟪{warning = violence}⟫\n![A crash](media/a.png)\n"),
        fixed: Sample.signs(
          "## Examples\n\n### Good: a crash {warning=violence}\n![A crash](media/a.png)\n")),
    ],
    good: [
      CheckExample(
        Sample.signs("## Quality {#quality audience=reviewer}\n\nEvery tenth item is audited.")),
      CheckExample(Sample.signs("## Who is asked (and how) {#asked}\n\n## The set {a, b}\n")),
    ])

  package static func check(_ index: GuidelineIndex, _ report: inout Report) {
    for problem in index.guideline.problems {
      guard case .attributeSlip(let words, let meant) = problem.kind else { continue }
      report.add(
        info, at: problem.span, "`\(Wording.excerpt(words))` is read as words of the heading",
        help: meant.map { "did you mean `\($0)`?" }
          ?? "write it at the end of the heading as in `{audience=reviewer}`",
        fixes: meant.map {
          Fix.replacing(Located(words, problem.span), with: $0, in: index.guideline.sources)
        } ?? [])
    }
  }
}
