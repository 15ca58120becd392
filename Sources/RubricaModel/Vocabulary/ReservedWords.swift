/// The reserved words of one language: data. The first word of each list is the one that is
/// suggested; the others are understood too.
package struct ReservedWords: Sendable {
  /// Primary subtag of the language (BCP 47), in lower case.
  package let language: String
  /// What the language is called in English, for findings.
  package let name: String
  package let sections: [(SectionRole, [String])]
  package let entries: [(Vocabulary.Entry, [String])]
  package let leadIns: [(Vocabulary.LeadIn, [String])]
  /// Bold words at the start of a paragraph that is for some readers only.
  package let audiences: [(Audience, [String])]
  package let consequences: [(Threshold.Consequence, [String])]
  /// Whether people write `0,5` for a half.
  package let hasDecimalComma: Bool
  /// Words in small letters that join a second condition to a threshold, where no unit has them: `10 px or more`.
  let conjunctions: [String]
  /// Words in small letters that stand between two numbers: `10 to 20`.
  let rangeWords: [String]
}
