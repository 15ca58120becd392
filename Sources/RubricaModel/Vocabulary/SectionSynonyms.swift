internal import RubricaSource

/// Headings that stand for a section of structure in other documents, and mean nothing here.
extension Vocabulary {
  /// What a heading may be meant for, by its words in small letters.
  package static let synonyms = writtenSynonyms.transcribed

  private static let writtenSynonyms: [String: SectionRole] = [
    "general rules": .rules, "annotation rules": .rules, "labeling rules": .rules,
    "labelling rules": .rules,
    "special cases": .edgeCases, "corner cases": .edgeCases, "difficult cases": .edgeCases,
    "tricky cases": .edgeCases, "borderline cases": .edgeCases, "exceptions": .edgeCases,
    "hard cases": .edgeCases,
    "ausnahmen": .edgeCases, "ausnahmefälle": .edgeCases, "spezialfälle": .edgeCases,
    "schwierige fälle": .edgeCases, "zweifelsfälle": .edgeCases,
    "besondere fälle": .edgeCases,
    "cas difficiles": .edgeCases, "excepciones": .edgeCases, "casos difíciles": .edgeCases,
    "難しいケース": .edgeCases, "判断が難しいケース": .edgeCases,
    "definitions": .glossary, "terminology": .glossary, "begriffe": .glossary,
    "définitions": .glossary, "definiciones": .glossary,
    "frequently asked questions": .questions, "fragen und antworten": .questions,
    "q&a": .questions, "q & a": .questions, "questions and answers": .questions,
    "questions & answers": .questions, "questions et réponses": .questions,
    "preguntas y respuestas": .questions, "質問と回答": .questions,
    "change log": .changelog, "revision history": .changelog, "version history": .changelog,
    "change history": .changelog, "änderungshistorie": .changelog,
    "versionshistorie": .changelog, "historique des modifications": .changelog,
    "historique des versions": .changelog, "historial de versiones": .changelog,
    "priority": .precedence, "priorities": .precedence, "order of precedence": .precedence,
    "priority order": .precedence, "order of priority": .precedence,
    "order of priorities": .precedence, "hierarchy of labels": .precedence,
    "decision order": .precedence,
    "priorität": .precedence, "prioritäten": .precedence,
    "reihenfolge der prioritäten": .precedence, "優先度": .precedence,
    "if in doubt": .doubt, "in case of doubt": .doubt, "in doubt": .doubt,
    "if you are in doubt": .doubt, "when you are in doubt": .doubt,
    "if unsure": .doubt, "when unsure": .doubt, "if you are unsure": .doubt,
    "if you're unsure": .doubt, "if you\u{2019}re unsure": .doubt,
    "when you are unsure": .doubt, "when you're unsure": .doubt,
    "when you\u{2019}re unsure": .doubt, "if you are not sure": .doubt,
    "bei unsicherheit": .doubt, "bei zweifeln": .doubt, "in zweifelsfällen": .doubt,
    "en cas d'hésitation": .doubt,
    "en cas d\u{2019}hésitation": .doubt,
    "workflow": .steps, "arbeitsschritte": .steps,
    "positive examples": .goodExamples, "negative examples": .badExamples,
    "counterexamples": .badExamples,
    "checklist": .selfCheck, "checkliste": .selfCheck,
    "before you submit": .selfCheck, "before submitting": .selfCheck,
    "vor dem absenden": .selfCheck, "vor der abgabe": .selfCheck,
    "avant d'envoyer": .selfCheck, "avant d\u{2019}envoyer": .selfCheck,
    "avant de soumettre": .selfCheck, "antes de enviar": .selfCheck,
    "提出前の確認": .selfCheck, "提出前チェック": .selfCheck,
  ]

  /// The same for words that stand above other things too: what stands below must have the form of entries.
  package static let synonymsAboveEntries: [String: SectionRole] = [
    "procedure": .steps, "vorgehen": .steps, "vorgehensweise": .steps, "procédure": .steps,
    "procedimiento": .steps, "作業手順": .steps,
    "terms": .glossary, "key terms": .glossary, "termes": .glossary, "términos": .glossary,
    "用語": .glossary,
  ]

  /// Headings that stand above labels in other documents; in this language only if headings stand below
  /// them.
  package static let labelSynonyms: Set<String> = [
    "label", "classes", "categories", "tags", "label set", "label list", "list of labels",
    "label definitions", "class definitions", "category definitions", "label categories",
    "entity types", "entity labels", "annotation labels", "annotation classes",
    "annotation categories", "object classes",
    "kategorien", "klassen", "catégories", "categorías", "clases", "カテゴリ", "カテゴリー", "クラス",
    "タグ",
  ]

  /// The section that a heading is surely meant for: it is a reserved word with a number, a sign or
  /// brackets around it, or in the singular. A full stop says that it is none.
  package func sectionMeant(by heading: String) -> SectionRole? {
    guard heading.utf8.count <= 80, !heading.hasSuffix(".") else { return nil }
    let bare = Self.undecorated(heading)
    if let role = understood(bare) { return role }
    switch entry(bare[...]) {
    case let found? where found.isUnderstood && found.meaning == .rule: return .rules
    case let found? where found.isUnderstood && found.meaning == .edgeCase: return .edgeCases
    case let found? where found.isUnderstood && found.meaning == .example: return .examples
    default: break
    }
    let other = bare.hasSuffix("s") ? String(bare.dropLast()) : bare + "s"
    // Tools are written about.
    return understood(other).flatMap { $0 == .tool ? nil : $0 }
  }

  private func understood(_ words: String) -> SectionRole? {
    section(words).flatMap { $0.isUnderstood ? $0.meaning : nil }
  }

  /// Without numbers and signs around the words, and brackets behind them: `2. Rules ⚠️`, `Labels (12)`.
  package static func undecorated(_ heading: some StringProtocol) -> String {
    var words = String(heading).unicodeScalars[...].drop { !$0.isWordLetter }
    if words.last == ")", let open = words.lastIndex(of: "(") { words = words[..<open] }
    // `A. Rules`, `IV) Rules`
    let number = words.prefix { "ABCDEFIVX".unicodeScalars.contains($0) }
    if 1...4 ~= number.count, let stop = words.dropFirst(number.count).first,
      stop == "." || stop == ")"
    {
      words = words.dropFirst(number.count).drop { !$0.isWordLetter }
    }
    while let last = words.last, !last.isWordLetter { words.removeLast() }
    return String(Substring(words))
  }
}

extension Unicode.Scalar {
  /// Tables of the library are asked only about what is no ASCII.
  fileprivate var isWordLetter: Bool {
    isASCII ? UInt8(truncatingIfNeeded: value).isLetter : properties.isAlphabetic
  }
}
