package import RubricaModel
package import RubricaSource

/// A glossary that explains words explains the abbreviations.
package enum AbbreviationNotInGlossary: Check {
  package static let info = CheckInfo(
    id: "abbreviation-not-in-glossary",
    levels: .note,
    summary: "In a guideline with a glossary, every abbreviation that is used twice is explained.",
    rationale: """
      The author's team says it every day. An annotator who started this morning guesses, or labels \
      without the rule that contains it.
      """,
    bad: [
      CheckExample(
        Sample.signs(
          """
          ## Rules

          - A ⟪VMS⟫ is not a sign.
          - Ignore what a VMS shows.

          ## Glossary

          - **Octagon**: a figure with eight sides.
          """))
    ],
    good: [
      CheckExample(
        Sample.signs(
          """
          ## Rules

          - A variable message sign (VMS) is not a sign.
          - Ignore what a VMS shows. Do NOT label it. It is NOT a sign.

          ## Glossary

          - **Octagon**: a figure with eight sides.
          """)),
      CheckExample(
        Sample.signs("## Rules\n\n- A VMS is not a sign.\n- Ignore what a VMS shows.\n")),
    ])

  package static func check(_ index: GuidelineIndex, _ report: inout Report) {
    let guideline = index.guideline
    guard guideline.hasSection(.glossary), let language = PlainLanguage.of(guideline) else {
      return
    }
    // Most guidelines have no abbreviation to look up in it.
    lazy var glossary = Glossary(guideline)
    var inBrackets: Set<WordHash> = []
    let text = index.annotatorText
    var uses: [(key: WordHash, first: Span, count: Int)] = []
    for place in text.capitals {
      let word = text.words[place.word]
      let sentence = text.sentences[place.sentence]
      guard sentence.owner != .heading, (2...6).contains(word.end - word.start),
        !language.knownCapitals.contains(word.key), !inBrackets.contains(word.key)
      else { continue }
      let span = text.span(word, sentence)
      if isExplained(word, guideline.sources.bytes(of: sentence.source)) || glossary.holds(span) {
        inBrackets.insert(word.key)
        uses.removeAll { $0.key == word.key }
      } else if let known = uses.firstIndex(where: { $0.key == word.key }) {
        uses[known].count += 1
      } else {
        uses.append((word.key, span, 1))
      }
    }
    uses.removeAll { $0.count < 2 }
    guard !uses.isEmpty else { return }
    let explained = explained(glossary, guideline)
    for use in uses where !explained.contains(use.key) {
      report.add(
        info, at: use.first, unexplained(guideline.sources.text(use.first)),
        help: "add it to the glossary, or write it in full")
    }
  }

  /// The words of the glossary's terms, and of the names and ids of the task.
  private static func explained(_ glossary: Glossary, _ guideline: Guideline) -> Set<WordHash> {
    var texts = glossary.terms.map(\.plainText)
    texts += guideline.labels.flatMap { [$0.id.value, $0.name.value] }
    for layer in guideline.layers {
      texts.append(layer.id.value)
      texts += layer.attributes.flatMap { [$0.id.value] + $0.values.map(\.id.value) }
    }
    var words: Set<WordHash> = []
    for text in texts {
      // The key of a word knows the case of ASCII letters alone.
      let small = text.utf8.allSatisfy { $0 < 0x80 } ? text : text.lowercased()
      for word in small.utf8.split(whereSeparator: { "() ,/:".utf8.contains($0) }) {
        var key = WordHash()
        for byte in word { key.add(byte) }
        words.insert(key)
      }
    }
    return words
  }

  /// `message sign (VMS)` or `VMS (message sign)`.
  private static func isExplained(_ word: AnnotatorText.Word, _ bytes: [UInt8]) -> Bool {
    let before = bytes[..<Int(word.start)].last
    let after = bytes[Int(word.end)...].prefix(2)
    return before == UInt8(ascii: "(") || after.elementsEqual([32, UInt8(ascii: "(")])
  }

  private static func unexplained(_ word: String) -> String {
    "nothing says what \"\(word)\" stands for"
  }
}
