internal import RubricaSource

/// Words that say who a part is for, where they are no reserved ones.
extension Vocabulary {
  /// The longest text that is looked at.
  package static let longestAddress = 60

  /// Whether words may name another reader: all of them, or all before a colon, are words that do it. Almost no
  /// text begins with two of them. True for some that name none; never false for one that does.
  package static func mayAddressOthers(_ text: Swift.Span<UInt8>) -> Bool {
    let known = addressingWords
    var word = Word()
    for place in text.indices {
      let byte = text[place]
      if byte.isLetter || byte == 0xC3 || byte >= 128 && !word.isEmpty && text[place - 1] == 0xC3 {
        word.add(byte)
        continue
      }
      if byte >= 128 { return true }
      if !word.isEmpty, !known[word.place] { return false }
      if byte == UInt8(ascii: ":") { return true }
      word = Word()
    }
    return word.isEmpty || known[word.place]
  }

  /// A number for a word of Latin-1, in any letter case.
  private struct Word {
    private(set) var isEmpty = true
    private var hash: UInt32 = 0

    init() {}

    init(_ word: some Sequence<UInt8>) {
      for byte in word { add(byte) }
    }

    mutating func add(_ byte: UInt8) {
      isEmpty = false
      hash = (hash ^ UInt32(byte | 0x20)) &* 0x0100_0193
    }

    var place: Int { Int(hash >> 8 & 8191) }
  }

  /// Which numbers are those of words that are looked for, with and without accents.
  private static let addressingWords = {
    var known = [Bool](repeating: false, count: 8192)
    let words = [
      readers, teams, members, pointers, fillers, annotators, negations, secrets, secretPointers,
    ]
    for word in words.joined() { known[Word(word.utf8).place] = true }
    for phrase in languages.flatMap({ $0.audiences.flatMap { $0.1 } }) {
      for text in [Array(phrase.utf8), WordKey.make(phrase.utf8[...], .colon)] {
        let words = text.split { !$0.isLetter && $0 < 128 }
        for word in words { known[Word(word).place] = true }
      }
    }
    return known
  }()

  /// What words at the head of a part say of its readers.
  package enum Address: Sendable {
    case nothing
    /// They name a reader who is no annotator, or say that it is for none, and say nothing else: "Note to
    /// reviewers", "Nur für Prüferinnen", "Not for annotators", "Internal notes".
    case others
    /// "Internal", "Streng vertraulich": so the part is, or what it speaks of.
    case perhapsOthers
  }

  package static func address(_ words: Substring) -> Address {
    guard (6...longestAddress).contains(words.utf8.count) else { return .nothing }
    var namesReader = false
    var namesTeam = false
    var points = false
    var isTeam = false
    var isNegated = false
    var isSecret = false
    var isPart = false
    var isAlone = true
    var previous = ""
    var rest = words
    while true {
      rest = rest.drop { !$0.isLetter }
      let letters = rest.prefix { $0.isLetter }
      guard !letters.isEmpty else { break }
      rest = rest[letters.endIndex...]
      let word = letters.lowercased()
      defer { previous = word }
      if phrases.contains(word) { return .others }
      if annotators.contains(word) {
        guard isNegated else { return .nothing }
        namesReader = true
      }
      let isSecretWord = secrets.contains(word)
      isSecret = isSecret || isSecretWord
      isAlone = isAlone && (isSecretWord || fillers.contains(word))
      isPart = isPart || secretPointers.contains(word)
      isNegated = isNegated || negations.contains(word)
      points = points || pointers.contains(word)
      isTeam = isTeam || word == "only" || members.contains(word)
      namesTeam = namesTeam || teams.contains(word)
      namesReader =
        namesReader || readers.contains(word)
        || leads.contains(word) && (previous == "team" || previous == "project")
      guard isKnown(word) else { return .nothing }
    }
    if points && (namesReader || namesTeam && isTeam) || isSecret && isPart { return .others }
    return isSecret && isAlone ? .perhapsOthers : .nothing
  }

  private static func isKnown(_ word: String) -> Bool {
    readers.contains(word) || teams.contains(word) || members.contains(word)
      || pointers.contains(word) || fillers.contains(word) || annotators.contains(word)
      || negations.contains(word) || secrets.contains(word) || secretPointers.contains(word)
  }

  private static let readers: Set<String> = [
    "reviewer", "reviewers", "lawyer", "lawyers", "auditor", "auditors", "adjudicator",
    "adjudicators", "manager", "managers", "supervisor", "supervisors", "prüfer", "prüferin",
    "prüferinnen", "prüfende", "prüfenden", "juristen", "juristinnen", "rechtsabteilung",
    "projektleiter", "projektleiterin", "projektleiterinnen", "projektleitung", "projektmanager",
    "projektmanagerin", "projektmanagerinnen", "teamleiter", "teamleiterinnen", "teamleitung",
    "relecteur", "relecteurs", "relectrice", "relectrices", "réviseur", "réviseurs", "réviseuses",
    "juristes", "chef", "chefs", "cheffes", "responsables", "superviseurs", "revisor", "revisora",
    "revisores", "revisoras", "juristas", "abogados", "abogadas", "jefe", "jefes", "jefas",
    "gestores", "supervisores", "supervisoras",
  ]
  /// These are words for other things too, and name a reader only as a team.
  private static let teams: Set<String> = ["legal", "security", "quality", "qa", "compliance"]
  /// Who belongs to one.
  private static let members: Set<String> = ["team", "department", "lead", "leads"]
  private static let leads: Set<String> = ["lead", "leads"]
  private static let annotators: Set<String> = [
    "annotator", "annotators", "labeler", "labelers", "labeller", "labellers", "annotatoren",
    "annotatorinnen", "annotierende", "annotierenden", "annotateurs", "annotatrices",
    "anotadores", "anotadoras",
  ]
  private static let negations: Set<String> = ["not", "nicht", "pas", "no"]
  /// One of these says that the part is for somebody.
  private static let pointers: Set<String> = [
    "for", "to", "only", "note", "notes", "guidance", "instructions", "information", "hint",
    "hints", "comment", "comments", "remark", "remarks", "für", "an", "nur", "hinweis", "hinweise",
    "anmerkung", "anmerkungen", "pour", "réservé", "réservée", "uniquement", "seulement", "para",
    "solo", "sólo", "solamente", "nota", "notas",
  ]
  /// What is so is not for everybody.
  private static let secrets: Set<String> = [
    "internal", "confidential", "intern", "interne", "internen", "interner", "internes",
    "vertraulich", "vertrauliche", "vertraulicher", "confidentiel", "confidentielle",
    "confidentielles", "interno", "interna", "internos", "internas", "confidencial",
    "confidenciales", "社外秘", "部外秘",
  ]
  /// With one of these, it is the part that is secret. Not "information", which may be what it speaks of.
  private static let secretPointers: Set<String> = [
    "only", "use", "note", "notes", "comment", "comments", "remark", "remarks", "nur", "gebrauch",
    "hinweis", "hinweise", "notiz", "notizen", "anmerkung", "anmerkungen", "uniquement",
    "seulement", "usage", "remarque", "remarques", "solo", "sólo", "solamente", "uso", "nota",
    "notas",
  ]
  private static let fillers: Set<String> = [
    "the", "our", "all", "and", "s", "project", "strictly", "do", "be", "show", "shown", "die",
    "den", "der", "und", "innen", "streng", "zum", "aux", "à", "les", "la", "le", "l", "et", "de",
    "projet", "ne", "strictement", "los", "las", "y", "a", "es", "proyecto", "estrictamente",
  ]
  /// Languages without blanks: whole phrases.
  private static let phrases: Set<String> = [
    "社内用", "社内限り", "社内向け", "社内メモ", "内部用", "内部メモ", "内部向け", "管理者向け", "マネージャー向け",
    "プロジェクトマネージャー向け", "レビュー担当者用", "アノテーターには非公開", "アノテーター非公開",
  ]
}
