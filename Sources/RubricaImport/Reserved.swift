/// The reserved words of the language, as far as the importer has to know them.
enum Reserved {
  /// Whether a heading's words, as the compiler compares them, open a section of structure.
  static let sections: Set<String> = [
    "labels", "attributes", "relations", "rules", "edge cases", "good examples", "bad examples",
    "examples", "precedence", "when in doubt", "steps", "self-check", "glossary", "faq",
    "changelog",
    "content warning", "tool",
  ]
  /// Sections whose sub-headings and items are entries.
  static let entrySections: Set<String> = [
    "rules", "edge cases", "good examples", "bad examples", "examples",
  ]
  /// What a heading `Word: title` may start with.
  static let entries: Set<String> = [
    "good", "bad", "borderline", "example", "rule", "edge case", "contrast",
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

/// Ids made from headings, as the compiler makes them.
enum Slug {
  static func make(_ heading: String) -> String {
    var slug = String.UnicodeScalarView()
    for scalar in heading.lowercased().unicodeScalars {
      if scalar == " " || scalar == "\t" || scalar == "\n" {
        slug.append("-")
      } else if scalar == "-" || scalar == "_" || isLetterOrDigit(scalar) {
        slug.append(scalar)
      }
    }
    while slug.first == "-" { slug.removeFirst() }
    while slug.last == "-" { slug.removeLast() }
    return String(slug)
  }

  /// Letters a–z, digits and single hyphens: the name of a folder on any system.
  static func folderName(_ text: String) -> String {
    var name: [UInt8] = []
    for byte in text.lowercased().utf8.prefix(100) {
      if (97...122).contains(byte) || (48...57).contains(byte) {
        name.append(byte)
      } else if name.last != 45, !name.isEmpty {
        name.append(45)
      }
    }
    while name.last == 45 { name.removeLast() }
    return String(decoding: name, as: UTF8.self)
  }

  private static func isLetterOrDigit(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII {
      return ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar)
        || ("0"..."9").contains(scalar)
    }
    return scalar.properties.isAlphabetic || scalar.properties.numericType != nil
      || scalar.properties.generalCategory == .nonspacingMark
      || scalar.properties.generalCategory == .spacingMark
  }
}
