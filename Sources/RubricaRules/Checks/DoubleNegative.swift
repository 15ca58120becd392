package import RubricaModel
package import RubricaSource

/// A rule says what it wants, not what it does not not want.
package enum DoubleNegative: Check {
  package static let info = CheckInfo(
    id: "double-negative",
    levels: .note,
    summary: "No sentence has a double negative.",
    rationale: """
      "Do not leave it unlabelled" has to be turned around twice to be understood. A tired annotator \
      does it once, and answers the opposite of what was meant.
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
      for place in sentence.words where language.denials.mayHold(text.words[place].key) {
        guard let end = end(ofDenialAt: place, in: sentence, text, language) else { continue }
        let span = text.span(place..<end, sentence)
        report.add(
          info, at: span, doubled(index.guideline.sources.text(span)),
          help: "rephrase it without the double negative")
        break
      }
    }
  }

  /// Behind the last word of a doubled denial that begins at a word.
  private static func end(
    ofDenialAt place: Int, in sentence: AnnotatorText.Sentence, _ text: AnnotatorText,
    _ language: PlainLanguage
  ) -> Int? {
    let end = sentence.words.upperBound
    if let phrase = language.doubleNegatives.match(text.words, at: place, before: end) {
      return place + phrase.count
    }
    let key = text.words[place].key
    guard language.negations.contains(key), !language.nothings.contains(key) else { return nil }
    return denial(after: place, in: sentence, text, language)
  }

  /// Behind the words that deny what the word at a place denies.
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
      let end = sentence.words.upperBound
      if let found = language.secondDenials.match(text.words, at: next, before: end) {
        return next + found.count
      }
    }
    return nil
  }

  private static func doubled(_ words: String) -> String {
    "\"\(Wording.excerpt(words))\" is a double negative"
  }
}
