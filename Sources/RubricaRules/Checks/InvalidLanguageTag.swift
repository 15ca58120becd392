package import RubricaModel
package import RubricaSource

/// Languages are given by tags that browsers and screen readers know.
package enum InvalidLanguageTag: Check {
  package static let info = CheckInfo(
    id: "invalid-language-tag",
    levels: .stumble,
    summary: "A language is given by a tag such as `fr`, `pt-BR` or `zh-Hant`.",
    rationale: """
      Screen readers choose the voice by the tag; browsers choose the font, the hyphenation and the \
      direction of writing. With an unknown tag they have to guess.
      """,
    bad: [
      CheckExample(
        Sample.signs(header: "language: ⟪french⟫", "Draw tight boxes."),
        fixed: Sample.signs(header: "language: fr", "Draw tight boxes.")),
      CheckExample(
        Sample.signs(header: "language: ⟪pt_BR⟫", "Draw tight boxes."),
        fixed: Sample.signs(header: "language: pt-BR", "Draw tight boxes.")),
    ],
    good: [
      CheckExample(Sample.signs(header: "language: de-AT", "Draw tight boxes.")),
      CheckExample(
        Sample.signs(header: "language: en\nobject-language: zh-Hant", "Draw tight boxes.")),
    ])

  package static func check(_ index: GuidelineIndex, _ report: inout Report) {
    let guideline = index.guideline
    var tags = [guideline.language] + guideline.objectLanguages
    tags += guideline.translations.map(\.language)
    for example in guideline.examples {
      if let language = example.language { tags.append(language) }
    }
    for tag in tags where !LanguageTag.isValid(tag.value) {
      let suggestion = LanguageTag.suggestion(for: tag.value)
      report.add(
        info, at: tag.span, invalid(tag.value),
        help: suggestion.map { "did you mean `\($0)`?" }
          ?? "use a tag from the IANA list: two or three letters, such as `fr`",
        fixes: suggestion.map { Fix.replacing(tag, with: $0, in: guideline.sources) } ?? [])
    }
  }

  private static func invalid(_ tag: String) -> String {
    "`\(Wording.excerpt(tag))` is not a language tag"
  }
}
