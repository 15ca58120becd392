package import RubricaModel
package import RubricaSource

/// Quotation marks around a value are those of YAML.
package enum TypographicQuotes: Check {
  package static let info = CheckInfo(
    id: "typographic-quotes",
    levels: .warning,
    summary: "A value of YAML is quoted with straight quotation marks.",
    rationale: """
      To YAML, typographic quotation marks are ordinary characters: they quote nothing, and become part of \
      the title, of the value that a tool offers and stores, or of the text that annotators are to write.
      """,
    bad: [
      CheckExample(
        Sample.signs(header: "title: ⟪“Street signs”⟫\nowner: ⟪„Ada Park“⟫", "Draw tight boxes."),
        fixed: Sample.signs(
          header: "title: \"Street signs\"\nowner: \"Ada Park\"", "Draw tight boxes.")),
      CheckExample(
        Sample.signs(layers: layer(use: "values: [⟪“old”⟫, new], definition: ⟪«Its age.»⟫"), ""),
        fixed: Sample.signs(
          layers: layer(use: "values: [\"old\", new], definition: \"Its age.\""), "")),
      CheckExample(
        Sample.task(
          modality: "audio", layers: "- {id: transcript, kind: text, question: What is said?}",
          "# Calls\n\n## Examples\n\n### Good: a call\n[A call](media/a.wav)\n\n"
            + "```yaml expected\ntranscript: ⟪“good day, all”⟫\n```\n"),
        fixed: Sample.task(
          modality: "audio", layers: "- {id: transcript, kind: text, question: What is said?}",
          "# Calls\n\n## Examples\n\n### Good: a call\n[A call](media/a.wav)\n\n"
            + "```yaml expected\ntranscript: \"good day, all\"\n```\n")),
      CheckExample(
        Sample.leadIns("```yaml label\nname: ⟪“Stop sign”⟫\n```", ""),
        fixed: Sample.leadIns("```yaml label\nname: \"Stop sign\"\n```", "")),
      CheckExample(
        Sample.signs(
          header: "title: ⟪«\u{A0}Panneaux\u{A0}»⟫\nowner: ⟪« Ada Park »⟫", "Draw tight boxes."),
        fixed: Sample.signs(
          header: "title: \"Panneaux\"\nowner: \"Ada Park\"", "Draw tight boxes.")),
    ],
    good: [
      CheckExample(Sample.signs(header: "title: “Stop” and other signs", "Draw tight boxes.")),
      CheckExample(Sample.signs(header: "title: \"“Stop”\"", "Draw tight boxes.")),
      CheckExample(Sample.transcript("“good day” and “bye”")),
      CheckExample(
        Sample.task(
          layers: "- {id: signs, kind: box, labels: [{id: stop, definition: An octagon.}]}",
          "# “Signs”\n")),
      CheckExample(
        Sample.signs(
          layers: "- {id: signs, kind: box, labels: [stop, “other-sign”]}", "Draw tight boxes.")),
      CheckExample(
        Sample.task(
          layers: "- {id: signs, kind: box, labels: [{id: stop, includes: [“Stop”, “Halt”]}]}",
          "# Signs\n")),
    ])

  private static func layer(use: String) -> String {
    "- {id: signs, kind: box, labels: [stop, other-sign], attributes: [{id: use, type: enum, \(use)}]}"
  }

  package static func check(_ index: GuidelineIndex, _ report: inout Report) {
    let guideline = index.guideline
    // A value that cannot be read is told as such, with the quotation marks.
    lazy var unread = unreadValues(guideline.problems)
    for problem in guideline.problems {
      guard case .typographicQuotes(let text, let inner) = problem.kind,
        !unread.contains(problem.span)
      else { continue }
      let isPlain = !inner.utf8.contains { $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "\\") }
      report.add(
        info, at: problem.span, "these quotation marks are part of the value",
        help:
          "use straight ones, `\"…\"`; or, if they belong to the text, put straight ones around it",
        fixes: isPlain
          ? Fix.replacing(
            Located(text, problem.span), with: "\"\(inner)\"", in: guideline.sources) : [])
    }
  }

  private static func unreadValues(_ problems: [Problem]) -> Set<Span> {
    var places: Set<Span> = []
    for problem in problems {
      switch problem.kind {
      case .wrongValue, .unusualValue: places.insert(problem.span)
      default: break
      }
    }
    return places
  }
}
