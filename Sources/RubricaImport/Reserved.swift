internal import RubricaModel

/// The reserved words of the language, as far as the importer has to know them.
enum Reserved {
  /// The section that a heading opens, by its English words in lower case.
  static func section(_ title: String, _ vocabulary: Vocabulary) -> String? {
    guard let found = vocabulary.section(title), found.isUnderstood else { return nil }
    return Vocabulary.english.word(found.meaning).lowercased()
  }

  /// The words of a heading, without the full stop that keeps a reserved one from opening a section.
  static func withoutStop(_ title: String, _ vocabulary: Vocabulary) -> String {
    let words = String(title.dropLast())
    return title.hasSuffix(".") && section(words, vocabulary) != nil ? words : title
  }

  /// Sections whose sub-headings and items are entries.
  static let entrySections: Set<String> = [
    "rules", "edge cases", "good examples", "bad examples", "examples",
  ]
  /// Sections that hold entries of any kind.
  static let withEntries: Set<String> = entrySections.union([
    "steps", "self-check", "glossary", "faq", "changelog",
  ])
  /// As the compiler compares: no blanks and colons at the end, lower case.
  static func normalised(_ words: String) -> String {
    var words = words[...]
    while let last = words.last, last == " " || last == ":" { words.removeLast() }
    while words.first == " " { words.removeFirst() }
    return words.lowercased()
  }

  /// Without a number before it and punctuation behind it, too.
  static func bare(_ words: String) -> String {
    var rest = normalised(words)[...]
    let number = rest.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
    if !number.isEmpty {
      let behind = rest.dropFirst(number.count)
      if let next = behind.first, next == " " || next == ")" || next == ":" || next == "-" {
        rest = behind.drop { " ):-–—".contains($0) }
      }
    }
    while let last = rest.last, " .:-–—!".contains(last) { rest.removeLast() }
    return String(rest)
  }
}
