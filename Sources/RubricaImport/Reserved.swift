internal import RubricaModel

/// The reserved words of the language, as far as the importer has to know them.
enum Reserved {
  /// Whether a heading's words, as the compiler compares them, open a section of structure.
  static let sections = Set(Vocabulary.english.own.sections.map { $0.1[0].lowercased() })

  /// The section that a heading opens, by its English words in lower case.
  static func section(_ title: String, _ vocabulary: Vocabulary) -> String? {
    guard let found = vocabulary.section(title), found.isUnderstood else { return nil }
    return Vocabulary.english.word(found.meaning).lowercased()
  }

  /// Sections whose sub-headings and items are entries.
  static let entrySections: Set<String> = [
    "rules", "edge cases", "good examples", "bad examples", "examples",
  ]
  /// Headings that mean a list of labels in most documents, but not in the language.
  static let labelSynonyms: Set<String> = [
    "label", "classes", "categories", "tags", "label set", "label list", "list of labels",
    "label definitions", "class definitions", "category definitions", "label categories",
    "entity types", "entity labels", "annotation labels", "annotation classes",
    "annotation categories", "object classes",
  ]
  /// Other words for a section of structure, and the reserved ones.
  static let synonyms: [String: String] = [
    "general rules": "Rules", "annotation rules": "Rules", "labeling rules": "Rules",
    "labelling rules": "Rules", "special cases": "Edge cases", "corner cases": "Edge cases",
    "difficult cases": "Edge cases", "tricky cases": "Edge cases", "borderline cases": "Edge cases",
    "definitions": "Glossary", "terminology": "Glossary", "frequently asked questions": "FAQ",
    "change log": "Changelog", "revision history": "Changelog", "version history": "Changelog",
    "priority": "Precedence", "order of precedence": "Precedence",
    "positive examples": "Good examples",
    "negative examples": "Bad examples", "counterexamples": "Bad examples",
    "checklist": "Self-check",
  ]
  /// Words of sub-headings and first cells that are surely no label.
  static let notLabels: Set<String> = [
    "overview", "introduction", "background", "summary", "notes", "note", "general", "definition",
    "definitions", "description", "purpose", "scope", "remarks", "references", "instructions",
    "guidelines", "principles", "important", "example", "how to annotate", "see also", "contents",
    "table of contents",
  ]

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
