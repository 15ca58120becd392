internal import RubricaSource

/// Words that say who a part is for, where they are no reserved ones.
extension Vocabulary {
  /// The longest text that is looked at.
  package static let longestAddress = 60

  /// Whether words may name another reader, by the first of them: almost none do. What does not begin with a
  /// word of plain letters has to be looked at.
  package static func mayAddressOthers(_ words: some StringProtocol) -> Bool {
    guard words.utf8.count <= longestAddress else { return false }
    let rest = words.utf8.drop { $0 < 128 && !$0.isLetter }
    let first = rest.prefix { $0 < 128 && $0.isLetter }
    if let next = rest.dropFirst(first.count).first, next >= 128 { return true }
    return starts.contains(String(decoding: first, as: UTF8.self).lowercased()[...])
  }

  private static let starts = readers.union(teams).union(pointers).union(fillers)
    .union(["team", "department"])

  /// Whether words at the head of a part name a reader who is no annotator, and say nothing else:
  /// "Note to reviewers", "Nur für Prüferinnen".
  package static func addressesOthers(_ words: some StringProtocol) -> Bool {
    guard (6...longestAddress).contains(words.utf8.count) else { return false }
    var namesReader = false
    var namesTeam = false
    var points = false
    var isTeam = false
    for word in words.lowercased().split(whereSeparator: { !$0.isLetter }) {
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

  private static let readers: Set<Substring> = [
    "reviewer", "reviewers", "lawyer", "lawyers", "auditor", "auditors", "adjudicator",
    "adjudicators", "prüfer", "prüferin", "prüferinnen", "prüfende", "prüfenden", "juristen",
    "juristinnen", "rechtsabteilung", "relecteur", "relecteurs", "relectrice", "relectrices",
    "réviseur", "réviseurs", "réviseuses", "juristes", "revisor", "revisora", "revisores",
    "revisoras", "juristas", "abogados", "abogadas",
  ]
  /// These are words for other things too, and name a reader only as a team.
  private static let teams: Set<Substring> = ["legal", "security", "quality", "qa", "compliance"]
  /// One of these says that the part is for somebody.
  private static let pointers: Set<Substring> = [
    "for", "to", "only", "note", "notes", "guidance", "instructions", "information", "hint",
    "hints", "comment", "comments", "remark", "remarks", "für", "an", "nur", "hinweis", "hinweise",
    "anmerkung", "anmerkungen", "pour", "réservé", "réservée", "uniquement", "seulement", "para",
    "solo", "sólo", "solamente", "nota", "notas",
  ]
  private static let fillers: Set<Substring> = [
    "the", "our", "all", "and", "internal", "s", "die", "den", "der", "und", "innen", "interne",
    "aux", "à", "les", "la", "le", "l", "et", "los", "las", "y", "a",
  ]
}
