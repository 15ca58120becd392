package import RubricaModel
package import RubricaSource

/// A rule says what it wants, not what it does not not want.
package enum DoubleNegative: Check {
  package static let info = CheckInfo(
    id: "double-negative",
    levels: .note,
    summary: "No sentence denies a denial.",
    rationale: """
      "Do not leave it unlabelled" takes two turns to understand, and a tired annotator makes one of \
      them: the answers are the opposite of what was meant.
      """,
    bad: [
      CheckExample(Sample.signs("## Rules\n\n- Do ⟪not leave a sign unlabelled⟫.\n")),
      CheckExample(
        Sample.signs("## Rules\n\n- It is ⟪not impossible⟫ that a sign is upside down.\n")),
      CheckExample(Sample.signs("## Rules\n\n- Do ⟪not label nothing⟫.\n")),
    ],
    good: [
      CheckExample(
        Sample.signs("## Rules\n\n- Label every sign.\n- If it is not a sign, do not label it.\n")),
      CheckExample(Sample.signs("## Rules\n\n- Unclear signs are not labelled.\n")),
      CheckExample(
        Sample.signs("## Rules\n\n- Signs that are not red or not lit are other signs.\n")),
    ])

  /// Words between the two, at most.
  private static let reach = 4

  package static func check(_ index: GuidelineIndex, _ report: inout Report) {
    guard let language = PlainLanguage.of(index.guideline) else { return }
    let text = index.annotatorText
    for sentence in text.sentences {
      for place in sentence.words
      where language.negations.contains(text.words[place].key)
        && !language.nothings.contains(text.words[place].key)
      {
        guard let other = denial(after: place, in: sentence, text, language) else { continue }
        let span = text.span(place..<(other + 1), sentence)
        report.add(
          info, at: span, doubled(index.guideline.sources.text(span)),
          help: "say it without the two denials")
        break
      }
    }
  }

  private static func denial(
    after place: Int, in sentence: AnnotatorText.Sentence, _ text: AnnotatorText,
    _ language: PlainLanguage
  ) -> Int? {
    var next = place
    while next - place < reach, next + 1 < sentence.words.upperBound {
      // What stands behind a comma denies something else.
      if text.words[next].has(.endsClause) { return nil }
      next += 1
      let word = text.words[next]
      if word.has(.code) || word.has(.isStrong) { return nil }
      // "not known or not said" denies two things.
      if language.conjunctions.contains(word.key) { return nil }
      if language.negations.contains(word.key) || language.negativeWords.contains(word.key) {
        return next
      }
    }
    return nil
  }

  private static func doubled(_ words: String) -> String {
    "\"\(Wording.excerpt(words))\" denies a denial"
  }
}
