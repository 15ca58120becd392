package import RubricaModel
package import RubricaSource

/// What is not to be marked is not marked some other way two lines on.
package enum ContradictoryMarking: Check {
  package static let info = CheckInfo(
    id: "contradictory-marking",
    levels: .warning,
    summary: "No rule asks for a mark that the same or a neighbouring rule forbids.",
    rationale: """
      "Do not annotate occluded points" and "mark occluded points with the field" cannot both be \
      followed. Annotators split into two groups, and agreement on these items is left to chance.
      """,
    bad: [
      CheckExample(
        Sample.signs(
          "## Rules\n\n- Do not annotate covered signs. ⟪Mark covered signs⟫ with the flag `covered`.\n"
        )),
      CheckExample(
        Sample.signs(
          layers: """
            - id: signs
              kind: box
              labels: [stop, other-sign]
              attributes: [{id: covered, type: boolean}]
            """, "## Rules\n\n- Do ⟪not annotate covered signs⟫.\n")),
    ],
    good: [
      CheckExample(
        Sample.signs(
          "## Rules\n\n- Do not annotate covered signs. Mark folded signs with the flag.\n")),
      CheckExample(
        Sample.signs(
          "## Rules\n\n- Do not label signs on vehicles. Label signs on vehicles only if they are lit.\n"
        )),
    ])

  /// What an order is about, and whether it denies it.
  private struct Subject: Hashable {
    let object: [WordHash]
    let isDenied: Bool
    let group: String

    var opposite: Subject { Subject(object: object, isDenied: !isDenied, group: group) }
  }

  private struct Order {
    let subject: Subject
    let place: Span
  }

  package static func check(_ index: GuidelineIndex, _ report: inout Report) {
    guard let language = PlainLanguage.of(index.guideline) else { return }
    let text = index.annotatorText
    var orders: [Order] = []
    for sentence in text.sentences {
      for place in sentence.words where language.marking.contains(text.words[place].key) {
        guard let order = order(at: place, in: sentence, text, language, index.guideline) else {
          continue
        }
        orders.append(order)
      }
    }
    guard orders.contains(where: \.subject.isDenied) else { return }
    let attributes = index.guideline.layers.flatMap { $0.attributes }.filter {
      $0.kind.value == .boolean || $0.kind.value == .enum
    }
    let named = Dictionary(attributes.map { (WordHash($0.id.value), $0) }) { first, _ in first }
    var firsts: [Subject: Span] = [:]
    for order in orders {
      if firsts[order.subject] == nil { firsts[order.subject] = order.place }
      if let other = firsts[order.subject.opposite] {
        report.add(
          info, at: order.place, "the same thing must be marked and must not be marked",
          notes: [.init("the opposite is said here", at: other)],
          help: "say which of them applies, or how the two cases differ")
      } else if order.subject.isDenied,
        let attribute = order.subject.object.first.flatMap({ named[$0] })
      {
        report.add(
          info, at: order.place,
          "what is not marked cannot have the attribute `\(attribute.id.value)`",
          notes: [.init("the attribute is declared here", at: attribute.id.span)],
          help: "remove the attribute, or mark these and set it")
      }
    }
  }

  /// What a sentence is compared with: rules about one label, or the sentences of one block.
  private static func group(
    of sentence: AnnotatorText.Sentence, _ guideline: Guideline
  ) -> String? {
    switch sentence.owner {
    case .rule(let number): "rule \(guideline.rules[number].label ?? "")"
    case .prose, .label, .definition, .doubt: "block \(sentence.block)"
    default: nil
    }
  }

  /// An order to mark something, or not to. With a condition or an exception in its sentence it
  /// stands for some cases only, and is left alone.
  private static func order(
    at place: Int, in sentence: AnnotatorText.Sentence, _ text: AnnotatorText,
    _ language: PlainLanguage, _ guideline: Guideline
  ) -> Order? {
    let words = text.words
    let isHead = place == sentence.words.lowerBound || words[place - 1].has(.endsClause)
    let isDenied = !isHead && language.negations.contains(words[place - 1].key)
    guard isHead || isDenied, !words[place].has(.endsClause) else { return nil }
    guard !sentence.words.contains(where: { language.limits.contains(words[$0].key) }) else {
      return nil
    }
    var object: [WordHash] = []
    var next = place
    while object.count < 2, !words[next].has(.endsClause),
      next + 1 < sentence.words.upperBound
    {
      next += 1
      if words[next].has(.code) { return nil }
      if !language.fillers.contains(words[next].key) { object.append(words[next].key) }
    }
    guard object.count == 2, let group = group(of: sentence, guideline) else { return nil }
    return Order(
      subject: Subject(object: object, isDenied: isDenied, group: group),
      place: text.span((isDenied ? place - 1 : place)..<next + 1, sentence))
  }
}
