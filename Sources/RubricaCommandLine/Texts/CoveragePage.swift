internal import RubricaModel
internal import RubricaRules
internal import RubricaSource

/// The coverage of one guideline, for people and for programs.
struct CoveragePage {
  let coverage: Coverage
  let guideline: Guideline
  let style: TextStyle
  /// Sentences of a kind that are written out.
  let limit: Int

  private static let words: [Coverage.Form: String] = [
    .threshold: "a number with a comparison: a threshold, `height < 10 px` -> do not label",
    .contrast: "two things that are easily confused: a contrast, **Not** [label](#label)",
    .doubt: "what to do when the answer is unclear: the heading `When in doubt`",
    .precedence: "which of two things comes first: the heading `Precedence`",
    .example: "an example: a heading `Good: …` with the expected record",
    .edgeCase: "a condition: a rule or edge case with **If** and **Then**",
    .rule: "an instruction: an item under the heading `Rules`",
  ]

  var text: String {
    var lines = [style.paint(guideline.title.value, .strong)]
    if !coverage.isMeasured {
      lines.append(
        "  sentences are not counted: there is no word table for the language "
          + "`\(TextStyle.visible(guideline.language.value))`")
    } else if let share = coverage.share {
      lines.append(
        "  \(share) % of what the guideline asks for is structure: \(coverage.structured) of "
          + "\(coverage.total) sentences")
    } else {
      lines.append("  no sentence asks the annotator for anything")
    }
    let places = Places(
      guideline.sources,
      for: coverage.open.map { Diagnostic(id: "", severity: .note, message: "", span: $0.span) })
    for form in Coverage.Form.allCases {
      let open = coverage.open.filter { $0.form == form }
      guard !open.isEmpty else { continue }
      lines.append("")
      lines.append("  \(open.count) with \(Self.words[form] ?? form.rawValue)")
      for sentence in open.prefix(limit) {
        let start = places.start(sentence.span)
        let file = TextStyle.visible(places.file(sentence.span).name)
        lines.append("    \(file):\(start.line):\(start.column): \(excerpt(sentence.span))")
      }
      if open.count > limit {
        lines.append("    and \(open.count - limit) more (--all lists them)")
      }
    }
    lines += gaps("label", coverage.labels) { $0.name.value }
    lines += gaps("value of an attribute", coverage.values) {
      "\($0.name.value): \($0.others.joined(separator: ", "))"
    }
    lines += gaps("pair of contrasted labels", coverage.pairs) {
      "\($0.name.value) and \($0.others.joined())"
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func gaps(
    _ what: String, _ gaps: [Coverage.Gap], _ words: (Coverage.Gap) -> String
  ) -> [String] {
    gaps.isEmpty
      ? []
      : ["", "  without an example, \(what):"]
        + gaps.map { "    \(TextStyle.visible(words($0)))" }
  }

  /// Without the marks of bold, of which the other one may stand in the sentence before.
  private func excerpt(_ span: Span) -> String {
    let words = guideline.sources.text(span).replacing("**", with: "")
      .split { $0.isWhitespace }.joined(separator: " ")
    let visible = TextStyle.visible(words)
    return visible.count > 80 ? visible.prefix(79) + "…" : visible
  }

  var json: JSON {
    let places = Places(
      guideline.sources,
      for: coverage.open.map { Diagnostic(id: "", severity: .note, message: "", span: $0.span) })
    return [
      "guideline": .string(guideline.id.value),
      "measured": .bool(coverage.isMeasured),
      "sentences": .integer(coverage.total),
      "structured": .integer(coverage.structured),
      "share": coverage.share.map(JSON.integer) ?? .null,
      "open": .array(
        coverage.open.map { sentence in
          let (start, end) = (places.start(sentence.span), places.end(sentence.span))
          return [
            "form": .string(sentence.form.rawValue),
            "file": .string(places.file(sentence.span).name),
            "line": .integer(start.line), "column": .integer(start.column),
            "endLine": .integer(end.line), "endColumn": .integer(end.column),
            "start": .integer(Int(sentence.span.start)), "end": .integer(Int(sentence.span.end)),
          ]
        }),
      "withoutExample": [
        "labels": .array(coverage.labels.map { .string($0.name.value) }),
        "attributes": .array(
          coverage.values.map { gap in
            [
              "attribute": .string(gap.name.value), "values": .array(gap.others.map(JSON.string)),
            ]
          }),
        "pairs": .array(
          coverage.pairs.map { gap in .array(([gap.name.value] + gap.others).map(JSON.string)) }),
      ],
    ]
  }
}
