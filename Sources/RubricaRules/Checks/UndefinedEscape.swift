package import RubricaModel
package import RubricaSource

/// A record that is one word is `none` or an escape answer.
package enum UndefinedEscape: Check {
  package static let info = CheckInfo(
    id: "undefined-escape",
    levels: .error,
    summary: "A record that is a single word is `none` or the id of an escape answer.",
    rationale: """
      "Cannot be labelled" must be an answer that the tool offers. Otherwise annotators skip, guess or \
      leave blank, and these cannot be told apart later.
      """,
    bad: [
      CheckExample(
        Sample.escape("⟪unreadble⟫"), fixed: Sample.escape("unreadable")),
      CheckExample(Sample.escape("⟪signs:none⟫"), fixed: Sample.escape("signs: none")),
      CheckExample(
        Sample.escape("⟪signs:\u{A0}none⟫"), fixed: Sample.escape("signs: none")),
      CheckExample(
        Sample.escape("⟪light=day\nsigns:none⟫"), fixed: Sample.escape("light: day\nsigns: none")),
      CheckExample(Sample.escape("⟪day⟫"), fixed: Sample.escape("light: day")),
      CheckExample(Sample.escape("⟪stop⟫")),
    ],
    good: [
      CheckExample(Sample.escape("unreadable")), CheckExample(Sample.escape("none")),
      CheckExample(Sample.escape("light: day")),
    ])

  package static func check(_ index: GuidelineIndex, _ report: inout Report) {
    let guideline = index.guideline
    let ids = guideline.escapes.map(\.id.value)
    var known = KnownAnswers(index)
    func expect(_ word: Located<String>) {
      guard word.value != "none", index.escape(word.value) == nil else { return }
      if let meant = MeantAnswer(word, &known) {
        report.add(info, at: word.span, meant.words, help: meant.help, fixes: meant.fixes)
        return
      }
      let near = NearMiss(
        to: word, among: ids + ["none"], in: guideline.sources,
        otherwise: ids.isEmpty
          ? "declare it under `escape` in the front matter, or write `none`"
          : "write `none` or one of \(Wording.list(ids))")
      report.add(info, at: word.span, undefined(word.value), help: near.help, fixes: near.fixes)
    }
    for example in guideline.examples {
      if let whole = example.expected?.whole { expect(whole) }
      for answer in example.expected?.answers ?? [] {
        if case .escape(let word) = answer.value { expect(word) }
      }
    }
  }

  private static func undefined(_ word: String) -> String {
    "no escape answer is called `\(Wording.excerpt(word))`"
  }
}

extension Sample {
  fileprivate static func escape(_ record: String) -> String {
    task(
      header: "escape: [{id: unreadable, means: skip-item}]",
      layers: """
        - {id: signs, kind: box, labels: [{id: stop, definition: An octagon.}]}
        - id: light
          kind: choice
          question: Which light?
          required: false
          labels: [{id: day, definition: The sun.}, {id: dark, definition: No sun.}]
        """,
      """
      # Signs

      ## Examples

      ### Good: fog
      ![Nothing but fog](media/fog.png)

      ```yaml expected
      \(record)
      ```
      """)
  }
}
