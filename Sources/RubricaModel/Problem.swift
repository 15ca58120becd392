package import RubricaSource

/// Something in the files that lowering could not take. Data only: the checks put it into words,
/// so that each kind has its rationale, its examples and its page.
package struct Problem: Sendable {
  package enum Kind: Sendable {
    /// Bytes that are no text: invalid UTF-8 or NUL.
    case unreadable(String)
    /// Text that was refused before it was parsed: too large, too deep, too complex.
    case hostile(String)
    case yamlSyntax(String)
    case duplicateKey(String, first: Span)
    case unknownKey(String, known: [String], owner: String)
    case missingKey(String, owner: String)
    /// A value that is not what its key asks for: "a whole number".
    case wrongValue(expected: String, found: String, suggestion: String?)
    /// The same thing declared twice: "label `stop`".
    case duplicateDeclaration(what: String, first: Span)
    /// A reserved heading or bold lead-in where it means nothing.
    case misplaced(what: String, expected: String)
    /// Marks of spans that do not close, or relations that do not read.
    case malformedMark(String)
    case unclosedFrontMatter
    /// A reserved word in another language than the guideline's.
    case foreignWord(ForeignWord)
  }

  /// A word that is reserved in one language, in a guideline that is written in another.
  package struct ForeignWord: Sendable {
    package var word: String
    /// The language of the word, and that of the guideline, in English.
    package var language: String
    package var guidelineLanguage: String
    /// What the guideline's own language says instead.
    package var suggestion: String
    /// Whether it has its meaning all the same: English words have.
    package var isUnderstood: Bool

    package init(
      word: String, language: ReservedWords, in vocabulary: Vocabulary, suggestion: String,
      isUnderstood: Bool
    ) {
      self.word = word
      self.language = language.name
      guidelineLanguage = vocabulary.own.name
      self.suggestion = suggestion
      self.isUnderstood = isUnderstood
    }
  }

  package var kind: Kind
  package var span: Span

  package init(_ kind: Kind, at span: Span) {
    self.kind = kind
    self.span = span
  }
}
