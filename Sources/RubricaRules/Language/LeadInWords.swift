internal import RubricaModel

/// Bold words that say what a lead-in says, and are none. In small letters.
enum LeadInWords {
  static let ofLabels = writtenOfLabels.transcribed
  static let ofRules = writtenOfRules.transcribed

  private static let writtenOfLabels: [String: Vocabulary.LeadIn] = [
    "including": .includes, "included": .includes, "also includes": .includes,
    "beinhaltet": .includes, "schließt ein": .includes,
    "does not include": .excludes, "doesn't include": .excludes, "not included": .excludes,
    "excluding": .excludes, "except": .excludes, "schließt aus": .excludes,
    "beinhaltet nicht": .excludes,
    "not to be confused with": .not, "do not confuse with": .not, "don't confuse with": .not,
    "unlike": .not, "ne pas confondre avec": .not,
  ]
  private static let writtenOfRules: [String: Vocabulary.LeadIn] = [
    "except": .exception, "except if": .exception, "except when": .exception,
    "exception": .exception, "exceptions": .exception, "ausnahme": .exception,
    "ausnahmen": .exception, "excepción": .exception,
    "reason": .reason, "rationale": .reason, "begründung": .reason, "grund": .reason,
    "raison": .reason, "motivo": .reason, "razón": .reason,
  ]
}
