package import RubricaModel
package import RubricaSource

/// Says what a language that the compiler does not speak has to do without.
package enum LanguageWithoutWords: Check {
  package static let info = CheckInfo(
    id: "language-without-words",
    levels: .note,
    summary: "The language of the guideline is one that the compiler has words for.",
    rationale: """
      Reserved headings are understood in English, and in the guideline's language if the compiler \
      knows its words. For any other language they must be written in English, and the page's own words \
      ("Includes", "Good", "Find in this page") are in English too, marked as such for screen readers. \
      The wording checks (long sentences, vague amounts, double negatives) and the count of sentences \
      that ask for something also work only in known languages.
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
        keep the reserved headings in English; the known languages are \
        \(known.dropLast().joined(separator: ", ")) and \(known.last ?? "")
        """)
  }

  private static func without(_ tag: String) -> String {
    "`\(tag)` has no words for reserved headings, for the page, and for checks of wording"
  }
}
