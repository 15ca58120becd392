package import RubricaModel
package import RubricaSource

/// A good example of a label is one.
package enum DeniedExample: Check {
  package static let info = CheckInfo(
    id: "denied-example",
    levels: .warning,
    summary: "A good example does not deny being one.",
    rationale: """
      Examples teach faster than definitions. One that is shown as right and explained as wrong \
      teaches whichever half the annotator remembers.
      """,
    bad: [
      CheckExample(
        Sample.signs(
          """
          ## Examples

          ### Good: a sign behind leaves
          ![A sign behind leaves](media/leaves.png)

          ```yaml expected
          signs: [{label: other-sign, box: [1, 1, 9, 9]}]
          ```
          **Because** the plate is covered, it is ⟪not an other sign⟫.
          """))
    ],
    good: [
      CheckExample(
        Sample.signs(
          """
          ## Examples

          ### Good: a sign behind leaves
          ![A sign behind leaves](media/leaves.png)

          ```yaml expected
          signs: [{label: other-sign, box: [1, 1, 9, 9]}]
          ```
          **Because** the plate is covered, it is not a stop sign.
          """))
    ])

  /// Words between the denial and the name, at most.
  private static let reach = 4

  package static func check(_ index: GuidelineIndex, _ report: inout Report) {
    let guideline = index.guideline
    guard !guideline.examples.isEmpty || !guideline.labels.isEmpty,
      let language = PlainLanguage.of(guideline)
    else { return }
    let text = index.annotatorText
    var isAfterExample = false
    for (place, sentence) in text.sentences.enumerated() {
      let isSameBlock = place > 0 && text.sentences[place - 1].block == sentence.block
      let labels: [String]
      if !isSameBlock { isAfterExample = false }
      switch sentence.owner {
      case .example(let number)
      where guideline.examples[number].role == .good && denies(sentence, text, language):
        labels = shown(by: guideline.examples[number], index)
      case .definition(let number), .label(let number):
        // Only what is introduced as an example is one.
        let isExample = sentence.words.contains { word in
          language.example.match(text.words, at: word, before: sentence.words.upperBound) != nil
        }
        isAfterExample = isExample || isSameBlock && isAfterExample
        guard isAfterExample else { continue }
        labels = [guideline.labels[number].name.value]
      default: continue
      }
      for label in labels { check(label, sentence, text, language, &report) }
    }
  }

  private static func denies(
    _ sentence: AnnotatorText.Sentence, _ text: AnnotatorText, _ language: PlainLanguage
  ) -> Bool {
    sentence.words.contains { language.negations.contains(text.words[$0].key) }
  }

  /// The names of the labels that an example shows, if it shows one only.
  private static func shown(by example: Example, _ index: GuidelineIndex) -> [String] {
    var ids = Set([example.label].compactMap { $0 })
    index.forEachGivenLabel(in: example) { ids.insert($0.label.value) }
    guard ids.count == 1, let label = ids.first.flatMap(index.label) else { return [] }
    return [label.name.value]
  }

  private static func check(
    _ name: String, _ sentence: AnnotatorText.Sentence, _ text: AnnotatorText,
    _ language: PlainLanguage, _ report: inout Report
  ) {
    let keys = name.split(separator: " ").map { WordHash($0.lowercased()) }
    guard !keys.isEmpty else { return }
    for place in sentence.words where language.negations.contains(text.words[place].key) {
      let limit = min(place + 2 + reach, sentence.words.upperBound)
      for start in place + 1..<max(limit, place + 1)
      where start + keys.count <= sentence.words.upperBound {
        if text.words[start - 1].has(.endsClause) { break }
        guard keys.indices.allSatisfy({ text.words[start + $0].key == keys[$0] }) else { continue }
        let span = text.span(place..<start + keys.count, sentence)
        report.add(
          info, at: span, "this example of \"\(name)\" says that it is not one",
          help: "move it to the examples of the right label, or make it a bad example")
        return
      }
    }
  }
}
