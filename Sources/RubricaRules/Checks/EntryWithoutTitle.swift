package import RubricaModel
package import RubricaSource

/// An entry of the glossary has a term, one of the FAQ a question, one of the changelog a version.
package enum EntryWithoutTitle: Check {
  package static let info = CheckInfo(
    id: "entry-without-title",
    levels: Levels(draft: .note, pilot: .warning, release: .warning),
    summary:
      "Every entry of Glossary, FAQ and Changelog starts with its term, question or version.",
    rationale: """
      Annotators look a term up by its name. An entry that starts with anything else is only found by \
      reading all entries, and no link leads to it.
      """,
    bad: [
      CheckExample(
        Sample.signs("## Glossary\n\n- ⟪The part of a sign that is seen from the front.⟫\n")),
      CheckExample(Sample.signs("## Changelog\n\n- **⟪Last week⟫**: new rule for mirrors.\n")),
    ],
    good: [
      CheckExample(
        Sample.signs("## Glossary\n\n- **Plate**: the part that is seen from the front.\n")),
      CheckExample(
        Sample.signs("## Glossary\n\n| Term | Meaning |\n|---|---|\n| Plate | The front. |\n")),
      CheckExample(Sample.signs("## FAQ\n\n### How tight?\nTo the pixel.\n")),
      CheckExample(
        Sample.signs("## Changelog\n\n- **1.1.0** (2026-01-31): new rule for mirrors.\n")),
      CheckExample(
        Sample.signs("## Changelog\n\n- **v2:** mirrors.\n- **Version 1**: plates.\n")),
    ])

  package static func check(_ index: GuidelineIndex, _ report: inout Report) {
    for entry in index.guideline.entries {
      switch entry.kind {
      case .step, .check: continue
      case .term, .question:
        guard entry.title?.isEmpty ?? true else { continue }
        let isTerm = entry.kind == .term
        report.add(
          info, at: entry.content.first?.span ?? entry.span,
          isTerm ? "this entry has no term" : "this entry has no question",
          help: isTerm
            ? "start with the term in bold: `**term**: what it means`"
            : "start with the question in bold: `**How tight?** To the pixel.`")
      case .change:
        guard entry.version == nil, entry.date == nil else { continue }
        report.add(
          info, at: entry.title?.span ?? entry.content.first?.span ?? entry.span,
          "this entry gives neither a version nor a date",
          help: "start with them: `**1.1.0** (2026-01-31): what changed`")
      }
    }
  }
}
