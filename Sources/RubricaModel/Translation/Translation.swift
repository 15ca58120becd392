package import RubricaSource

/// The instructions in one more language, held in step with the guideline unit by unit.
package struct Translation: Sendable {
  /// Language tag: the name of the file.
  package var language: Located<String>
  /// The file of the translation.
  package var source: SourceID
  /// Who translated, as the file's front matter says.
  package var translators: [Located<String>] = []
  /// What the file holds, in its order.
  package var entries: [TranslationEntry] = []
  /// Everything that is to be translated, in order of the document.
  package var units: [TranslationUnit] = []
  /// Entries that belong to no unit, by place.
  package var orphans: [Int] = []
  package var problems: [TranslationProblem] = []
  /// The guideline with every unit that is translated in the place of the original.
  package var guideline: Guideline

  package init(language: Located<String>, source: SourceID, guideline: Guideline) {
    self.language = language
    self.source = source
    self.guideline = guideline
    self.guideline.translations = []
  }

  package func units(_ state: TranslationUnit.State) -> [TranslationUnit] {
    units.filter { $0.state == state }
  }

  package var isComplete: Bool { units.allSatisfy { $0.state == .current } }
}

/// A piece of the guideline that is translated by itself: a definition, a rule, a heading.
package struct TranslationUnit: Sendable {
  package enum State: Sendable {
    case current
    /// There is no translation.
    case missing
    /// The original has changed since it was translated.
    case outdated
  }

  /// `label/stop/definition`.
  package var id: String
  /// Of the original's words, white space not counted.
  package var digest: String
  /// The original, as Markdown.
  package var text: String
  /// The level of a heading, for units that are one.
  package var level: Int?
  /// Where the original stands.
  package var span: Span
  package var state = State.missing
  /// Its entry in the file of the translation, by place.
  package var entry: Int?

  package init(id: String, digest: String, text: String, level: Int?, span: Span) {
    self.id = id
    self.digest = digest
    self.text = text
    self.level = level
    self.span = span
  }
}

/// A comment `<!-- unit: label/stop/definition 5be0a1c7 -->` and the text behind it.
package struct TranslationEntry: Sendable {
  /// What a person has still to do, as the comment says.
  package enum Mark: String, Sendable, CaseIterable { case untranslated, outdated, orphaned }

  package var id: Located<String>
  /// Of the original that it was translated from; nil if the comment has none.
  package var digest: String?
  package var mark: Mark?
  /// The comment.
  package var span: Span
  /// The text, without white space at its ends.
  package var text: Span

  package init(id: Located<String>, digest: String?, mark: Mark?, span: Span, text: Span) {
    self.id = id
    self.digest = digest
    self.mark = mark
    self.span = span
    self.text = text
  }
}

/// What is wrong with a translation itself. Data only: the checks put it into words.
package struct TranslationProblem: Sendable {
  package enum Kind: Sendable {
    /// The file or a comment in it is not as it should be.
    case malformed(String, help: String)
    /// Thresholds of the original that the translation has not, and those that it has instead.
    case threshold(unit: String, original: [String], translated: [String])
    /// A link, picture, id or placeholder of the original that is not in the translation.
    case lost(unit: String, String)
    /// One that is in the translation only.
    case added(unit: String, String)
    /// A list with another number of items.
    case items(unit: String, expected: Int, found: Int)
    /// More than the one line that the place holds.
    case shape(unit: String)
  }

  package var kind: Kind
  package var span: Span

  package init(_ kind: Kind, at span: Span) {
    self.kind = kind
    self.span = span
  }
}
