internal import RubricaSource

/// What an unknown word was perhaps meant to be, as advice and as an edit.
struct NearMiss {
  let suggestion: String?
  private let advice: String
  let fixes: [Fix]
  private let isQuoted: Bool

  /// `advice` is what to do if nothing is near; `taken` are words that stand beside it already, so that
  /// they cannot be meant here too.
  init(
    to word: Located<String>, among candidates: some Sequence<String>, except taken: [String] = [],
    in sources: Sources, otherwise advice: String
  ) {
    // A word that is known, and means something else here, is no slip for itself.
    let candidates = candidates.lazy.filter { $0 != word.value && !taken.contains($0) }
    if let bare = Self.withoutTypographicQuotes(word.value) {
      // YAML knows straight quotes only: others are letters of the word.
      suggestion = bare
      self.advice = "typographic quotes are part of the word; write `\(bare)`, or straight quotes"
      fixes = Fix.replacing(word, with: bare, in: sources)
      isQuoted = true
      return
    }
    isQuoted = false
    suggestion = Suggestion.nearest(to: word.value, among: candidates)
    self.advice = advice
    // Written with other capitals or hyphens it can mean nothing else.
    let isSafe =
      suggestion != nil && suggestion == Suggestion.same(as: word.value, among: candidates)
    fixes =
      suggestion.map { Fix.replacing(word, with: $0, in: sources, isSafe: isSafe) } ?? []
  }

  var help: String {
    isQuoted ? advice : suggestion.map { "did you mean `\($0)`?" } ?? advice
  }

  /// What stands between quotes as a word processor sets them; nil if the word has none.
  private static func withoutTypographicQuotes(_ word: String) -> String? {
    let quotes: Set<Character> = ["“", "”", "„", "‟", "‘", "’", "‚", "«", "»"]
    guard word.count > 2, let first = word.first, let last = word.last, quotes.contains(first),
      quotes.contains(last)
    else { return nil }
    return String(word.dropFirst().dropLast())
  }
}

extension Fix {
  /// Replaces a word where it is written. No edit if the file shows the word otherwise (escaped,
  /// say) or twice within the span.
  static func replacing(
    _ word: Located<String>, with replacement: String, in sources: Sources, isSafe: Bool = false
  ) -> [Fix] {
    let bytes = sources[word.span.source].bytes
    let range = word.span.range.clamped(to: 0..<bytes.count)
    let needle = Array(word.value.utf8)
    guard !needle.isEmpty, range.count >= needle.count, range.count <= 4_096 else { return [] }
    var found: Int?
    for start in range.lowerBound...(range.upperBound - needle.count)
    where bytes[start..<start + needle.count].elementsEqual(needle) {
      if found != nil { return [] }
      found = start
    }
    guard let found else { return [] }
    let span = Span(word.span.source, found, found + needle.count)
    return [
      Fix("replace with `\(replacement)`", edits: [.init(span, replacement)], isSafe: isSafe)
    ]
  }
}
