internal import RubricaModel
internal import RubricaSource

/// What the name of a label can be.
enum LabelName {
  /// Where a name stands. A row under "Class", or an item with its definition, is a label where a
  /// heading of the same words may open a chapter.
  enum Place { case heading, item, row }

  /// Why some of the names can be no labels, in words; nil if all can.
  static func problem(
    in names: [String], _ place: Place, _ vocabulary: Vocabulary
  ) -> String? {
    var seen: Set<String> = []
    for (position, name) in names.enumerated() {
      if name.isEmpty { return "a name is empty" }
      let quoted = "\"\(MarkupRules.excerpt(name))\""
      let slug = Slug.make(name)
      if name.utf8.count > 60 { return "\(quoted) is too long for a name" }
      if slug.isEmpty { return "\(quoted) has no letter or digit" }
      if !seen.insert(slug).inserted { return "\(quoted) occurs twice" }
      if name.contains(where: { "#{}[]<>|\n".contains($0) })
        || name.contains(":") && (place == .heading || !isPath(name, vocabulary))
      {
        return "\(quoted) contains characters that a name cannot have"
      }
      if Reserved.section(name, vocabulary) != nil {
        return "\(quoted) is a reserved word for a section"
      }
      if isDoubtful(name, place, isFirst: position == 0) {
        return "\(quoted) might not be a label"
      }
    }
    return nil
  }

  /// Whether a name with a colon is one word, as in `area:ui`.
  private static func isPath(_ name: String, _ vocabulary: Vocabulary) -> Bool {
    !name.contains(" ") && !name.hasSuffix(":") && !name.hasPrefix(":")
      && vocabulary.entry(name.prefix { $0 != ":" }) == nil
  }

  /// The id that must be said for a name, since its words would give another: a colon joins two.
  static func writtenID(for name: String) -> String? {
    name.contains(":") ? Slug.make(name.replacing(":", with: "-")) : nil
  }

  /// Whether a heading among labels is surely none of them.
  static func isAside(_ title: String) -> Bool {
    let words = Reserved.bare(title)
    let core = HeadingWords.core(title)
    return asides.contains(words) || asides.contains(core) || isSentence(words)
      || HeadingWords.tokens(core).contains(where: asideHeads.contains)
  }

  /// Whether a heading says something about the label before it: "Notes", "Example".
  static func isAspect(_ title: String) -> Bool {
    let core = HeadingWords.core(title)
    return aspects.contains(core) || core == "notes"
  }

  /// What to call remarks behind the labels.
  static func wordForNotes(_ vocabulary: Vocabulary) -> String {
    switch vocabulary.own.language {
    case "fr": "Remarques"
    case "de": "Hinweise"
    case "es": "Notas"
    case "ja": "備考"
    default: "Notes"
    }
  }

  /// Words that make a heading one over rules or remarks, wherever they stand in it.
  private static let asideHeads: Set<String> = [
    "rules", "rule", "guidelines", "principles", "instructions", "checklist", "regras", "reglas",
    "règles", "regeln", "regole", "instruções", "instrucciones", "consignes", "richtlinien",
    "faq", "workflow", "troubleshooting",
  ]

  private static func isDoubtful(_ name: String, _ place: Place, isFirst: Bool) -> Bool {
    let words = Reserved.bare(name)
    switch place {
    case .row: return false
    case .item: return aspects.contains(words) || isSentence(words)
    case .heading:
      return aspects.contains(words) || isAside(name)
        || chapters.contains(words) && (isFirst || !alsoLabels.contains(words))
    }
  }

  /// Words that head remarks on a list of labels.
  private static let asides: Set<String> = [
    "notes", "remarks", "general notes", "general remarks", "important notes", "overview",
    "see also", "table of contents", "instructions", "guidelines", "principles",
    "remarques", "notes générales", "remarques générales", "vue d'ensemble",
    "hinweise", "allgemeine hinweise", "anmerkungen", "bemerkungen", "überblick", "notas",
    "observaciones", "resumen general", "備考", "注意事項", "概要",
  ]
  /// Words for a part of what is said about one label.
  private static let aspects: Set<String> = [
    "note", "notes", "definition", "definitions", "description", "purpose", "scope", "remarks",
    "important", "example", "see also", "contents", "how to annotate", "table of contents",
    "définition", "remarque", "exemple", "hinweis", "anmerkung", "beschreibung", "beispiel",
    "definición", "descripción", "nota", "ejemplo", "定義", "説明", "注", "例",
  ]
  /// Words for a chapter of a document.
  private static let chapters: Set<String> = [
    "introduction", "background", "summary", "general", "references", "einleitung", "introducción",
  ]
  /// Those of them that are labels in many sets; at the head of one they are as often a chapter.
  private static let alsoLabels: Set<String> = ["background", "general"]

  /// Whether words ask or tell something: "how to annotate dates", "what is not labeled".
  private static func isSentence(_ words: String) -> Bool {
    if denials.contains(where: { words.contains($0) }) { return true }
    if japaneseEnds.contains(where: { words.hasSuffix($0) }) { return true }
    let parts = words.split(separator: " ")
    guard let first = parts.first, parts.count > 2 else { return false }
    let opening = first.prefix { $0 != "'" && $0 != "\u{2019}" }
    return questionWords.contains(String(opening))
      || parts[0] == "por" && (parts[1] == "qué" || parts[1] == "que")
  }

  private static let questionWords: Set<String> = [
    "how", "what", "when", "where", "why", "which", "who",
    "comment", "quand", "pourquoi", "quel", "quelle", "quels", "quelles", "que", "qu", "où",
    "wie", "was", "wann", "warum", "welche", "welcher", "welches", "wozu",
    "cómo", "como", "qué", "cuándo", "cuando", "dónde", "cuál", "cuáles", "quién",
  ]
  /// What says that something gets no label, in the languages of the vocabulary.
  private static let denials: [String] = [
    "not label", "not be label", "not to label", "don't label", "don\u{2019}t label", "never label",
    "not annotat", "not be annotat", "not to annotat", "don't annotat", "don\u{2019}t annotat",
    "never annotat", "not tag", "not be tagged", "ne pas annoter", "ne pas étiqueter",
    "nicht annotier", "nicht gelabelt", "nicht labeln", "nicht etikettier", "no etiquetar",
    "no se etiqueta", "no anotar", "no se anota", "ラベルを付けない", "ラベルしない",
    "アノテーションしない",
  ]
  private static let japaneseEnds: [String] = ["の方法", "の付け方", "とは", "について"]

  /// A few names, for the report.
  static func listed(_ names: [String]) -> String {
    names.prefix(6).joined(separator: ", ") + (names.count > 6 ? ", …" : "")
  }
}
