package import RubricaModel
package import RubricaSource

/// Says what a language that the compiler does not speak has to do without.
package enum LanguageWithoutWords: Check {
  package static let info = CheckInfo(
    id: "language-without-words",
    levels: .note,
    summary: "The language of the guideline is one that the compiler has words for.",
    rationale: """
      Reserved headings are understood in English, and in the guideline's language where there are \
      words for it. For any other language they have to be written in English, and what the page says \
      of itself ("Includes", "Good", "Find in this page") is in English too, marked as such for screen \
      readers. Nor are its sentences judged: long, vague and twice denied ones are found, and what asks \
      for something is counted, in the languages that there are words for.
      """,
    bad: [CheckExample(Sample.signs(header: "language: ⟪eo⟫", "Draw tight boxes."))],
    good: [CheckExample(Sample.signs(header: "language: en-GB", "Draw tight boxes."))])

  package static func check(_ index: GuidelineIndex, _ report: inout Report) {
    let language = index.guideline.language
    guard LanguageTag.isValid(language.value), !index.vocabulary.hasOwnWords else { return }
    let known = Vocabulary.languages.map(\.name)
    report.add(
      info, at: language.span, without(language.value),
      help: """
        keep the reserved headings in English; there are words for \
        \(known.dropLast().joined(separator: ", ")) and \(known.last ?? "")
        """)
  }

  private static func without(_ tag: String) -> String {
    "there are no words in `\(tag)`: for reserved headings, for the page, and for checks of wording"
  }
}
