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
    let words = readers.union(teams).union(pointers).union(fillers).union(["team", "department"])
    for word in words { known[Word(word.utf8).place] = true }
    for phrase in languages.flatMap({ $0.audiences.flatMap { $0.1 } }) {
      for text in [Array(phrase.utf8), WordKey.make(phrase.utf8[...], .colon)] {
        let words = text.split { !$0.isLetter && $0 < 128 }
        for word in words { known[Word(word).place] = true }
      }
    }
    return known
  }()

  /// Whether words at the head of a part name a reader who is no annotator, and say nothing else:
  /// "Note to reviewers", "Nur für Prüferinnen".
  package static func addressesOthers(_ words: Substring) -> Bool {
    guard (6...longestAddress).contains(words.utf8.count) else { return false }
    var namesReader = false
    var namesTeam = false
    var points = false
    var isTeam = false
    var rest = words
    while true {
      rest = rest.drop { !$0.isLetter }
      let letters = rest.prefix { $0.isLetter }
      guard !letters.isEmpty else { break }
      rest = rest[letters.endIndex...]
      let word = letters.lowercased()
      if readers.contains(word) {
        namesReader = true
      } else if teams.contains(word) {
        namesTeam = true
      } else if pointers.contains(word) {
        points = true
        isTeam = isTeam || word == "only"
      } else if word == "team" || word == "department" {
        isTeam = true
      } else if !fillers.contains(word) {
        return false
      }
    }
    return points && (namesReader || namesTeam && isTeam)
  }

  private static let readers: Set<String> = [
    "reviewer", "reviewers", "lawyer", "lawyers", "auditor", "auditors", "adjudicator",
    "adjudicators", "prüfer", "prüferin", "prüferinnen", "prüfende", "prüfenden", "juristen",
    "juristinnen", "rechtsabteilung", "relecteur", "relecteurs", "relectrice", "relectrices",
    "réviseur", "réviseurs", "réviseuses", "juristes", "revisor", "revisora", "revisores",
    "revisoras", "juristas", "abogados", "abogadas",
  ]
  /// These are words for other things too, and name a reader only as a team.
  private static let teams: Set<String> = ["legal", "security", "quality", "qa", "compliance"]
  /// One of these says that the part is for somebody.
  private static let pointers: Set<String> = [
    "for", "to", "only", "note", "notes", "guidance", "instructions", "information", "hint",
    "hints", "comment", "comments", "remark", "remarks", "für", "an", "nur", "hinweis", "hinweise",
    "anmerkung", "anmerkungen", "pour", "réservé", "réservée", "uniquement", "seulement", "para",
    "solo", "sólo", "solamente", "nota", "notas",
  ]
  private static let fillers: Set<String> = [
    "the", "our", "all", "and", "internal", "s", "die", "den", "der", "und", "innen", "interne",
    "aux", "à", "les", "la", "le", "l", "et", "los", "las", "y", "a",
  ]
}
