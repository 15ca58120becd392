internal import RubricaModel
internal import RubricaSource

/// What a guideline says for the case that one cannot tell.
///
/// A layer has a default if there is one of: the heading *When in doubt*; an escape answer that means
/// `unsure-flag` and is allowed in the layer; a sentence outside labels and examples that says "in
/// doubt" and what to do then: a rule, a section of prose, an entry of the precedence, the layer's
/// own question.
struct InDoubt {
  /// Whether there is one for every layer.
  private let isGeneral: Bool
  private let index: GuidelineIndex

  init(_ index: GuidelineIndex) {
    self.index = index
    isGeneral =
      index.guideline.doubt != nil
      || index.guideline.escapes.contains { $0.meaning?.value == .unsureFlag && $0.layers.isEmpty }
      || Self.isSaidInPassing(index)
  }

  /// The layers for which nothing is said.
  var layersWithout: [Layer] {
    if isGeneral { return [] }
    return index.guideline.layers.filter { layer in
      !index.guideline.escapes.contains {
        $0.meaning?.value == .unsureFlag && $0.isAllowed(in: layer)
      }
    }
  }

  private static func isSaidInPassing(_ index: GuidelineIndex) -> Bool {
    guard let language = PlainLanguage.of(index.guideline) else { return false }
    let text = index.annotatorText
    for sentence in text.sentences where isGeneral(sentence.owner, index.guideline) {
      let end = sentence.words.upperBound
      // "Unclear signs" is what some signs are, "in doubt" is what annotators are.
      let isDoubt = sentence.words.contains { place in
        language.doubts.match(text.words, at: place, before: end).map { $0.count > 1 } ?? false
      }
      if isDoubt, Reading(sentence, text, language).orders || names(sentence, text) { return true }
    }
    return false
  }

  private static func names(_ sentence: AnnotatorText.Sentence, _ text: AnnotatorText) -> Bool {
    text.words[sentence.words].contains { $0.has(.code) || $0.has(.isLink) }
  }

  private static func isGeneral(_ owner: AnnotatorText.Owner, _ guideline: Guideline) -> Bool {
    switch owner {
    case .rule(let number): guideline.rules[number].label == nil
    case .prose(let role), .tableCell(let role): role != .glossary && role != .warning
    case .precedence, .doubt, .data: true
    case .heading, .example, .definition, .label, .scope: false
    }
  }
}
