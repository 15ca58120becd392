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

  /// Whether a name can be an id as it is: one word of letters, digits, `_`, `-` and `.`.
  static func isID(_ name: String) -> Bool {
    name.first?.isLetter == true && name.last != "." && name.utf8.count <= 60
      && name.allSatisfy { $0.isLetter || $0.isNumber || "_-.".contains($0) }
  }

  /// Whether a name is written as programs write it: `PER`, `person_name`, `birthDate`.
  static func isCode(_ name: String) -> Bool {
    guard isID(name), name.count > 1 else { return false }
    let isInner = zip(name, name.dropFirst()).contains { $0.isLowercase && $1.isUppercase }
    return isInner || name.contains("_")
      || name.contains { $0.isUppercase } && name == name.uppercased()
  }

  /// Whether a text is nothing but several names: "`a` `b`", "**a** or **b**", "PER, LOC".
  static func areSeveral(_ text: String) -> Bool {
    for mark in ["`", "**"] {
      let parts = text.split(separator: mark, omittingEmptySubsequences: false)
      guard parts.count > 4, parts.first?.isEmpty == true, parts.last?.isEmpty == true,
        !parts.count.isMultiple(of: 2)
      else { continue }
      return parts.indices.allSatisfy { index in
        let part = String(parts[index]).trimmingSpaces
        return index.isMultiple(of: 2) ? separators.contains(part) : !part.isEmpty
      }
    }
    let words = text.replacing(" / ", with: ", ").split(separator: ", ").map(String.init)
    return words.count > 1 && words.allSatisfy(isCode)
  }

  private static let separators = LabelOrder.conjunctions
    .union(LabelOrder.conjunctions.map { ", " + $0 })
    .union(["", ",", ";", "/", "|", "\\|", "&", "+", "·", "、"])

  /// The title of a label's heading without a colon at its end.
  static func withoutColon(_ title: String) -> String {
    title.hasSuffix(":") ? String(title.dropLast()).trimmingSpaces : title
  }

  /// Whether words are as few as a plain name has.
  static func isShort(_ name: String) -> Bool {
    name.utf8.count <= 40 && name.split(separator: " ").count <= 4
  }

  /// Whether words are a plain name and nothing else: no sentence, and no name with what it means.
  static func isBare(_ words: String) -> Bool {
    isShort(words) && !words.contains { ":.,;!?".contains($0) }
  }

  /// Whether a heading among labels is surely none of them.
  static func isAside(_ title: String) -> Bool {
    let words = Reserved.bare(title)
    let core = HeadingWords.core(title)
    return asides.contains(words) || asides.contains(core) || isSentence(words)
  }

  /// Whether a heading is one over rules, if it is no label: "Regras de classificação".
  static func isOverRules(_ title: String) -> Bool {
    let words = HeadingWords.tokens(HeadingWords.core(title))
    return [words.first, words.last].contains { $0.map { ruleWords.contains($0) } == true }
  }

  /// Whether a heading is one over remarks: "Notes on color".
  static func isRemark(_ title: String) -> Bool {
    HeadingWords.tokens(HeadingWords.core(title)).first.map { remarks.contains($0) } == true
  }

  /// Which headings beside labels say something about the label before each: "Notes" always, words
  /// that may be labels of a text's parts ("Definition") only where they come again and again.
  static func aspects(in titles: [String]) -> [Bool] {
    let cores = titles.map { HeadingWords.core($0) }
    let counts = Dictionary(cores.map { ($0, 1) }, uniquingKeysWith: +)
    let isPart = cores.map { aspects.contains($0) && !remarks.contains($0) }
    // A lone "Example" among other parts of texts is one of them.
    let hasParts = zip(cores, isPart).contains { $0.1 && !examples.contains($0.0) }
    return zip(cores, isPart).map { core, isPart in
      if remarks.contains(core) { return true }
      return isPart && (counts[core] ?? 0 > 1 || examples.contains(core) && !hasParts)
    }
  }

  private static let remarks: Set<String> = [
    "note", "notes", "remarks", "remarque", "remarques", "hinweis", "hinweise", "anmerkung",
    "anmerkungen", "nota", "notas", "注",
  ]
  private static let examples: Set<String> = ["example", "exemple", "beispiel", "ejemplo"]

  private static let ruleWords: Set<String> = [
    "rules", "guidelines", "principles", "instructions", "checklist", "regras", "reglas", "règles",
    "regeln", "regole", "instruções", "instrucciones", "consignes", "richtlinien",
  ]

  private static func isDoubtful(_ name: String, _ place: Place, isFirst: Bool) -> Bool {
    let words = Reserved.bare(name)
    switch place {
    case .row: return false
    case .item: return aspects.contains(words) || isSentence(words)
    case .heading:
      return aspects.contains(words) || isAside(name) || isOverRules(name)
        || isFirst && chapters.contains(words)
    }
  }

  /// Words that head remarks on a list of labels, or a chapter of the document.
  private static let asides: Set<String> = [
    "introduction", "summary", "references", "einleitung", "einführung", "zusammenfassung",
    "résumé", "références", "introducción", "resumen", "referencias", "はじめに", "まとめ",
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
  /// Labels in many sets that are as often a chapter at the head of one.
  private static let chapters: Set<String> = [
    "background", "general", "hintergrund", "allgemeines", "contexte", "généralités",
    "antecedentes", "背景",
  ]

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
