internal import RubricaDifference

/// The words that the page of changes says itself, in one language. A language is one more value of
/// this type in a file of its own, and an entry in `table`.
struct ChangesPageWords: Sendable {
  /// Primary subtag of the language.
  let language: String
  let kind: String
  let title: String
  let nothing: String
  let meaning: String
  let wording: String
  let looks: String
  let before: String
  let now: String
  let concerns: String
  let everything: String
  /// Between a word and what it is about.
  let colon: String
  let actions: [Change.Action: String]
  let parts: [Change.Part: String]
  /// The facts of a subject, by what they are called in English; `%` stands for a name or a number.
  /// Empty for English.
  let aspects: [String: String]

  private static let table = [english, french, german, spanish, japanese]

  /// The words for a language tag; the English ones where there are none.
  static func named(_ tag: String) -> ChangesPageWords {
    let primary = tag.prefix { $0 != "-" && $0 != "_" }.lowercased()
    return table.first { $0.language == primary } ?? english
  }

  /// A fact in words, and whether they are in this language: of facts that are rare on a page for
  /// annotators there are only English ones.
  func aspect(_ english: String) -> (words: String, isOwn: Bool) {
    if language == "en" { return (english, true) }
    if let words = aspects[english] { return (words, true) }
    for (template, words) in aspects {
      let parts = template.split(separator: "%", omittingEmptySubsequences: false)
      guard parts.count == 2, english.hasPrefix(parts[0]), english.hasSuffix(parts[1]),
        english.utf8.count > parts[0].utf8.count + parts[1].utf8.count
      else { continue }
      // `the value ` begins no other fact, and `the point ` only those of the table.
      let name = english.dropFirst(parts[0].count).dropLast(parts[1].count)
      return (words.replacing("%", with: name), true)
    }
    return (english, false)
  }
}
