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
    let (head, end) = split(text) ?? (text[...], text.endIndex)
    // Without a title, only what speaks of an example is certain.
    guard end > head.endIndex || mayNameExample(text) else { return nil }
    let bare = Vocabulary.undecorated(head)
    let entry: Vocabulary.Entry
    if let role = roles[bare.lowercased()] {
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

  /// What stands before a colon or a dash among the first sixty characters, and where that ends.
  private static func split(_ text: String) -> (head: Substring, end: String.Index)? {
    let bytes = text.utf8.span
    var isBehindBlank = false
    var count = 0
    for place in bytes.indices where !bytes[place].isContinuation {
      let byte = bytes[place]
      let rest =
        byte >= 0x80 && place + 2 < bytes.count ? (bytes[place + 1], bytes[place + 2]) : (0, 0)
      let isSign =
        switch (byte, rest.0, rest.1) {
        case (UInt8(ascii: ":"), _, _), (0xEF, 0xBC, 0x9A): true
        case (UInt8(ascii: "-"), _, _), (0xE2, 0x80, 0x93...0x94): isBehindBlank
        default: false
        }
      if isSign {
        let index = text.utf8.index(text.startIndex, offsetBy: place)
        return (text[..<index], text.unicodeScalars.index(after: index))
      }
      isBehindBlank = byte == 32
      count += 1
      if count == 60 { break }
    }
    return nil
  }

  /// Whether a word for an example may stand in a text: all of `roles` have `pl` or `pi` in it.
  private static func mayNameExample(_ text: String) -> Bool {
    let bytes = text.utf8.span
    return bytes.indices.dropLast().contains { place in
      guard bytes[place] | 0x20 == UInt8(ascii: "p") else { return false }
      let next = bytes[place + 1] | 0x20
      return next == UInt8(ascii: "l") || next == UInt8(ascii: "i")
    }
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
