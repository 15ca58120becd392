internal import RubricaModel

/// Words over a part of what is said about one label: a column of a table, a heading below the label.
enum LabelPart {
  /// The bold word of the language for what such words head, where they only nearly are one:
  /// `Includes` for "Include". Nil if they head something else, or are that word already.
  static func word(for words: String, _ vocabulary: Vocabulary) -> String? {
    let words = Reserved.normalised(words)
    if vocabulary.leadIn(words[...]) != nil { return nil }
    if inclusions.contains(words) { return vocabulary.word(Vocabulary.LeadIn.includes) }
    if exclusions.contains(words) { return vocabulary.word(Vocabulary.LeadIn.excludes) }
    return nil
  }

  /// Whether words, in bold before a text, would say something else to the compiler: what a label is
  /// not, the condition of a rule, who may read on.
  static func isReserved(_ words: String, _ vocabulary: Vocabulary) -> Bool {
    let words = Reserved.normalised(words)
    if vocabulary.audience(words[...]) != nil { return true }
    guard let found = vocabulary.leadIn(words[...]) else { return false }
    return found.meaning != .includes && found.meaning != .excludes
  }

  /// Whether words head the definition of a label.
  static func isDefinition(_ words: String) -> Bool {
    definitions.contains(Reserved.normalised(words))
  }

  private static let inclusions: Set<String> = [
    "include", "included", "including", "inclusion", "inclusions", "inclure", "incluir",
  ]
  private static let exclusions: Set<String> = [
    "exclude", "excluded", "excluding", "exclusion", "exclusions", "do not include",
    "does not include", "not included", "exclure", "excluir",
  ]
  private static let definitions: Set<String> = [
    "definition", "description", "meaning", "définition", "beschreibung", "bedeutung",
    "definición", "descripción", "significado", "定義", "説明", "意味",
  ]
}
