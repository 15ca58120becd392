internal import RubricaSource

/// What an unknown word was perhaps meant to be, as advice and as an edit.
struct NearMiss {
  let suggestion: String?
  private let advice: String
  let fixes: [Fix]

  /// `advice` is what to do if nothing is near.
  init(
    to word: Located<String>, among candidates: some Sequence<String>, in sources: Sources,
    otherwise advice: String
  ) {
    suggestion = Suggestion.nearest(to: word.value, among: candidates)
    self.advice = advice
    // Written with other capitals or hyphens it can mean nothing else.
    let isSafe =
      suggestion != nil && suggestion == Suggestion.same(as: word.value, among: candidates)
    fixes =
      suggestion.map { Fix.replacing(word, with: $0, in: sources, isSafe: isSafe) } ?? []
  }

  var help: String { suggestion.map { "did you mean `\($0)`?" } ?? advice }
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
