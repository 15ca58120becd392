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
      was kept for reviewers is on every annotator's page, the picture that should stay covered is not, and \
      what was given an id has another one in the data.
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
      CheckExample(
        Sample.signs("## Quality ⟪{#quality⟫\n\nEvery tenth item is audited."),
        fixed: Sample.signs("## Quality {#quality}\n\nEvery tenth item is audited.")),
      CheckExample(
        Sample.signs("## Quality ⟪{#quality audience=reviewer⟫\n\nEvery tenth item is audited."),
        fixed: Sample.signs(
          "## Quality {#quality audience=reviewer}\n\nEvery tenth item is audited.")),
      CheckExample(
        Sample.signs("## Quality ⟪{#quality}⟫ of work\n\nEvery tenth item is audited.")),
      CheckExample(Sample.signs("## Quality ⟪{#quality}⟫{#work}\n\nEvery tenth item is audited.")),
      CheckExample(Sample.signs("## Quality ⟪{.big}⟫\n\nEvery tenth item is audited.")),
    ],
    good: [
      CheckExample(
        Sample.signs("## Quality {#quality audience=reviewer}\n\nEvery tenth item is audited.")),
      CheckExample(Sample.signs("## Who is asked (and how) {#asked}\n\n## The set {a, b}\n")),
      CheckExample(Sample.signs("## The name \\{#name}\n\n## The set \\{a, b} {#set}\n")),
    ])

  package static func check(_ index: GuidelineIndex, _ report: inout Report) {
    for problem in index.guideline.problems {
      guard case .attributeSlip(let words, let meant) = problem.kind else { continue }
      report.add(
        info, at: problem.span, "`\(Wording.excerpt(words))` is read as words of the heading",
        help: meant.map { "did you mean `\($0)`?" } ?? help(words),
        fixes: meant.map {
          Fix.replacing(Located(words, problem.span), with: $0, in: index.guideline.sources)
        } ?? [])
    }
  }

  private static func help(_ words: String) -> String {
    if words.utf8.starts(with: "{.".utf8) {
      return "a heading has no classes: remove it, or write an id, as in `{#id}`"
    }
    if words.utf8.starts(with: "{#".utf8) {
      return """
        put it at the end of the heading, outside of bold or a link, with all attributes in one pair of \
        braces, as in `{#id audience=reviewer}`; for a brace that is to be read, write `\\{`
        """
    }
    return "write it at the end of the heading as in `{audience=reviewer}`"
  }
}
