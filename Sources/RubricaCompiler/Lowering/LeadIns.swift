internal import RubricaModel
internal import RubricaSource

/// A paragraph cut at its bold lead-ins.
struct LeadIns {
  struct Part {
    /// Nil for the text before the first lead-in.
    var kind: Vocabulary.LeadIn?
    var keyword: Span?
    var inlines: [Inline]
  }

  private(set) var parts: [Part] = []
  /// Lead-ins in another language than the guideline's, with the places they stand at.
  private(set) var foreign: [Problem] = []

  /// Cuts at every bold reserved word that `accepts` takes. Those of labels count only at the start
  /// of a line.
  init(
    _ inlines: [Inline], _ vocabulary: Vocabulary, accepts: (Vocabulary.LeadIn) -> Bool
  ) {
    var lead: (kind: Vocabulary.LeadIn, keyword: Span)?
    var start = 0
    var isLineStart = true
    let pieces = inlines.span
    // Most paragraphs have nothing in bold type.
    let hasBold = pieces.indices.contains {
      if case .strong = pieces[$0].kind { true } else { false }
    }
    guard hasBold else {
      add(nil, inlines, 0..<inlines.count)
      return
    }
    for index in pieces.indices {
      switch pieces[index].kind {
      case .strong(let words):
        if let found = Self.leadIn(words, vocabulary), accepts(found.meaning),
          isLineStart || !found.meaning.isForLabels
        {
          add(lead, inlines, start..<index)
          lead = (found.meaning, pieces[index].span)
          start = index + 1
          noteForeign(found, words, pieces[index].span, vocabulary)
        }
        isLineStart = false
      case .softBreak, .lineBreak: isLineStart = true
      case .text(let text) where isLineStart: isLineStart = text.utf8.allSatisfy { $0 == 32 }
      default: isLineStart = false
      }
    }
    add(lead, inlines, start..<inlines.count)
  }

  private mutating func add(
    _ lead: (kind: Vocabulary.LeadIn, keyword: Span)?, _ inlines: [Inline], _ range: Range<Int>
  ) {
    if let lead {
      let rest = inlines.droppingLeading(":,\u{FF1A}\u{3001}\u{A0}\u{202F}\u{3000}", range)
      parts.append(Part(kind: lead.kind, keyword: lead.keyword, inlines: rest))
      return
    }
    let words = inlines.trimmed(range)
    if !words.isEmpty { parts.append(Part(kind: nil, keyword: nil, inlines: words)) }
  }

  private mutating func noteForeign(
    _ found: Vocabulary.Found<Vocabulary.LeadIn>, _ words: [Inline], _ place: Span,
    _ vocabulary: Vocabulary
  ) {
    guard let language = found.foreign else { return }
    let word = words.plainText
    let own = vocabulary.word(found.meaning)
    // Within a sentence it begins with a small letter.
    let isSmall = word.first?.isLowercase ?? false
    foreign.append(
      Problem(
        .foreignWord(
          .init(
            word: word, language: language, in: vocabulary,
            suggestion: isSmall ? own.lowercased() : own, isUnderstood: true)),
        at: place))
  }

  private static func leadIn(
    _ words: [Inline], _ vocabulary: Vocabulary
  ) -> Vocabulary.Found<Vocabulary.LeadIn>? {
    guard words.count == 1, case .text(let text) = words[0].kind else { return nil }
    return vocabulary.leadIn(text[...])
  }
}
