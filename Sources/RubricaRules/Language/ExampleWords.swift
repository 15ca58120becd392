internal import RubricaModel
internal import RubricaSource

/// Headings that say what an example shows, in words that are no reserved ones: `Good example: x`.
enum ExampleWords {
  struct Meant {
    var entry: Vocabulary.Entry
    var role: ExampleRole
    /// What stands before the title, with the colon or dash.
    var words: String
    var span: Span
  }

  /// What a heading was meant to announce; nil if it is a reserved word, or nothing like one.
  static func meant(by heading: Prose, _ vocabulary: Vocabulary) -> Meant? {
    guard let first = heading.inlines.first, case .text(let text) = first.kind else { return nil }
    let (head, end) = split(text)
    let bare = Vocabulary.undecorated(head)
    let entry: Vocabulary.Entry
    if let role = roles[bare.lowercased()] {
      // Without a title, only what speaks of an example is certain.
      guard end > head.endIndex || bare.contains(" ") else { return nil }
      entry = role
    } else if end > head.endIndex, let found = vocabulary.entry(bare[...]), found.isUnderstood {
      entry = found.meaning
    } else {
      return nil
    }
    guard let role = role(of: entry) else { return nil }
    let words = String(text[..<end])
    return Meant(
      entry: entry, role: role, words: words, span: first.place(of: 0..<words.utf8.count))
  }

  /// What stands before a colon or a dash, and where that ends.
  private static func split(_ text: String) -> (head: Substring, end: String.Index) {
    var isBehindBlank = false
    let scalars = text.unicodeScalars
    for index in scalars.indices.prefix(60) {
      let scalar = scalars[index]
      let isDash = scalar == "–" || scalar == "—" || scalar == "-"
      if scalar == ":" || scalar == "\u{FF1A}" || isDash && isBehindBlank {
        return (text[..<index], scalars.index(after: index))
      }
      isBehindBlank = scalar == " "
    }
    return (text[...], text.endIndex)
  }

  private static func role(of entry: Vocabulary.Entry) -> ExampleRole? {
    switch entry {
    case .good, .example: .good
    case .bad: .bad
    case .borderline: .borderline
    case .rule, .edgeCase, .contrast, .group, .tool: nil
    }
  }

  /// In small letters.
  private static let roles: [String: Vocabulary.Entry] = [
    "good example": .good, "positive example": .good, "correct example": .good, "correct": .good,
    "right": .good, "bad example": .bad, "negative example": .bad, "incorrect example": .bad,
    "wrong example": .bad, "wrong": .bad, "incorrect": .bad, "borderline example": .borderline,
    "gutes beispiel": .good, "richtiges beispiel": .good, "positives beispiel": .good,
    "korrekt": .good, "schlechtes beispiel": .bad, "falsches beispiel": .bad,
    "negatives beispiel": .bad, "bon exemple": .good, "mauvais exemple": .bad,
    "contre-exemple": .bad, "buen ejemplo": .good, "mal ejemplo": .bad,
  ]
}
