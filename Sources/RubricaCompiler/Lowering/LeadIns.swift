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

  let parts: [Part]
  /// Lead-ins in another language than the guideline's, with the places they stand at.
  private(set) var foreign: [Problem] = []

  /// Cuts at every bold reserved word that `accepts` takes. Those of labels count only at the start
  /// of a line.
  init(
    _ inlines: [Inline], _ vocabulary: Vocabulary, accepts: (Vocabulary.LeadIn) -> Bool
  ) {
    var parts = [Part(kind: nil, keyword: nil, inlines: [])]
    var isLineStart = true
    for inline in inlines {
      if case .strong(let words) = inline.kind, let found = Self.leadIn(words, vocabulary),
        accepts(found.meaning), isLineStart || !found.meaning.isForLabels
      {
        parts.append(Part(kind: found.meaning, keyword: inline.span, inlines: []))
        if let language = found.foreign {
          foreign.append(
            Problem(
              .foreignWord(
                .init(
                  word: words.plainText, language: language, in: vocabulary,
                  suggestion: vocabulary.word(found.meaning), isUnderstood: true)),
              at: inline.span))
        }
        isLineStart = false
        continue
      }
      switch inline.kind {
      case .softBreak, .lineBreak: isLineStart = true
      case .text(let text) where text.utf8.allSatisfy({ $0 == 32 }): break
      default: isLineStart = false
      }
      parts[parts.count - 1].inlines.append(inline)
    }
    for index in parts.indices {
      parts[index].inlines =
        parts[index].kind == nil
        ? parts[index].inlines.trimmed
        : parts[index].inlines.droppingLeading(":,\u{FF1A}\u{3001}\u{A0}\u{202F}\u{3000}")
    }
    self.parts = parts.filter { $0.kind != nil || !$0.inlines.isEmpty }
  }

  private static func leadIn(
    _ words: [Inline], _ vocabulary: Vocabulary
  ) -> Vocabulary.Found<Vocabulary.LeadIn>? {
    guard words.count == 1, case .text(let text) = words[0].kind else { return nil }
    return vocabulary.leadIn(text[...])
  }
}
