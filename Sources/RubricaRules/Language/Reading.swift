internal import RubricaModel

/// One sentence, as far as its words tell what it is.
struct Reading {
  /// Whether it asks for something, be it by a condition only.
  private(set) var asks = false
  /// Whether it says what to do: with a word of duty, or an order.
  private(set) var orders = false
  private(set) var form = Coverage.Form.rule

  /// Words that announce an example only at the head of a sentence: elsewhere they may mean an item of the
  /// data, as in "keep the example if …".
  private static let exampleNouns: Set<String> = [
    "example", "beispiel", "exemple", "exemples", "ejemplo", "ejemplos",
  ]

  init(
    _ sentence: AnnotatorText.Sentence, _ text: AnnotatorText, _ language: PlainLanguage
  ) {
    var hasNumber = false
    var hasComparison = false
    var hasCondition = false
    var isExample = false
    var isRank = false
    var isDoubt = false
    var isContrast = false
    var isHead = true
    for place in sentence.words {
      let word = text.words[place]
      let end = sentence.words.upperBound
      if isHead, language.orders.match(text.words, at: place, before: end) != nil {
        orders = true
      }
      if let order = language.finalOrders.match(text.words, at: place, before: end),
        place + order.count == end || text.words[place + order.count - 1].has(.endsClause)
      {
        orders = true
      }
      if language.modals.match(text.words, at: place, before: end) != nil { orders = true }
      if language.conditions.match(text.words, at: place, before: end) != nil {
        hasCondition = true
      }
      hasNumber = hasNumber || word.has(.hasDigit)
      hasComparison =
        hasComparison || language.comparisons.match(text.words, at: place, before: end) != nil
      if let found = language.example.match(text.words, at: place, before: end) {
        isExample = isExample || isHead || !Self.exampleNouns.contains(found.text)
      }
      isRank = isRank || language.ranks.match(text.words, at: place, before: end) != nil
      isDoubt = isDoubt || language.doubts.match(text.words, at: place, before: end) != nil
      isContrast =
        isContrast || language.confusions.match(text.words, at: place, before: end) != nil
      // Behind a comma an order may follow: "If it is small, skip it."
      isHead = word.has(.endsClause)
    }
    asks = orders || hasCondition
    if isDoubt {
      form = .doubt
    } else if isRank {
      form = .precedence
    } else if isContrast {
      form = .contrast
    } else if hasNumber, hasComparison {
      form = .threshold
    } else if isExample {
      form = .example
    } else if hasCondition {
      form = .edgeCase
    }
  }
}
