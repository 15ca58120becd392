internal import RubricaSource

/// Headings that stand for a section of structure in other documents, and mean nothing here.
extension Vocabulary {
  /// What a heading may be meant for, by its words in small letters.
  package static let synonyms: [String: SectionRole] = [
    "general rules": .rules, "annotation rules": .rules, "labeling rules": .rules,
    "labelling rules": .rules,
    "special cases": .edgeCases, "corner cases": .edgeCases, "difficult cases": .edgeCases,
    "tricky cases": .edgeCases, "borderline cases": .edgeCases, "exceptions": .edgeCases,
    "ausnahmen": .edgeCases, "ausnahmefälle": .edgeCases, "spezialfälle": .edgeCases,
    "cas difficiles": .edgeCases, "excepciones": .edgeCases,
    "definitions": .glossary, "terminology": .glossary, "begriffe": .glossary,
    "définitions": .glossary, "definiciones": .glossary,
    "frequently asked questions": .questions, "fragen und antworten": .questions,
    "change log": .changelog, "revision history": .changelog, "version history": .changelog,
    "change history": .changelog, "änderungshistorie": .changelog,
    "versionshistorie": .changelog, "historique des modifications": .changelog,
    "historique des versions": .changelog, "historial de versiones": .changelog,
    "priority": .precedence, "priorities": .precedence, "order of precedence": .precedence,
    "priorität": .precedence, "prioritäten": .precedence,
    "if in doubt": .doubt, "in case of doubt": .doubt,
    "workflow": .steps, "arbeitsschritte": .steps,
    "positive examples": .goodExamples, "negative examples": .badExamples,
    "counterexamples": .badExamples,
    "checklist": .selfCheck, "checkliste": .selfCheck,
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
