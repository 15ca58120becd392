package import RubricaSource

/// Something in the files that lowering could not take. Data only: the checks put it into words,
/// so that each kind has its rationale, its examples and its page.
package struct Problem: Sendable {
  package enum Kind: Sendable {
    /// Bytes that are not text: invalid UTF-8 or NUL.
    case unreadable(String)
    /// A character that has no place in a text, named by an escape of YAML or an entity of Markdown.
    case escapedCharacter(Unicode.Scalar)
    /// A file or folder that is there and cannot be read: a sentence with its name, or "the file", and why.
    case unreadableFile(String)
    /// Text that was refused before it was parsed: too large, too deep, too complex; and what to do, where
    /// splitting the file is not the best answer.
    case hostile(String, help: String? = nil)
    /// Words about it; and where it shows, if that is not where it begins.
    case yamlSyntax(String, shownAt: Span? = nil)
    case duplicateKey(String, first: Span)
    /// A value of YAML with typographic quotation marks around it, and what stands between them.
    case typographicQuotes(String, inner: String)
    /// A value of YAML, and a comment that may be the rest of it, since no blank is behind its `#`.
    case commentInValue
    case unknownKey(String, known: [String], owner: String)
    /// A key that must be there; and the key that stands in its place, if its value fits.
    case missingKey(String, owner: String, instead: Located<String>? = nil)
    /// A value that is not what its key asks for: "a whole number"; and what to do, where that is more than
    /// to write it.
    case wrongValue(expected: String, found: String, suggestion: String?, help: String? = nil)
    /// A value of governance.yaml that is not written as others write it: "a day, as 2026-11-24".
    case unusualValue(expected: String, found: String, suggestion: String?)
    /// The same thing declared twice: "label `stop`".
    case duplicateDeclaration(what: String, first: Span)
    /// A heading whose words make no id, where one is needed: "label", and the words.
    case headingWithoutID(what: String, words: String)
    /// A reserved heading or bold lead-in where it means nothing.
    case misplaced(what: String, expected: String)
    /// Braces in a heading that were meant as attributes, and what they should be, if that is certain.
    case attributeSlip(String, meant: String?)
    /// A quotation right behind the item of an example, which is no part of it; and what is between them.
    case strayQuotation(gap: Span)
    /// Marks of spans that do not close, or relations that do not read, with how one is written, and what to
    /// do, where the usual advice is of no use.
    case malformedMark(String, meant: String? = nil, help: String? = nil)
    /// What is meant as a threshold, why it cannot be read as one, and what to write for its number, if
    /// that is known.
    case unreadableThreshold(String, meant: String? = nil)
    case unclosedFrontMatter
    /// A fence of code that nothing closes, by its marks, and how far the code goes then.
    case openFence(until: FenceEnd)
    /// Front matter behind empty lines, which are given: it is none.
    case lateFrontMatter(empty: Span)
    /// A line of other dashes where `---` opens front matter: it is none.
    case misspeltFence
    /// The task, or its layers, under a key where nobody looks for it.
    case strayTask(StrayTask)
    /// What a guideline says of the one that it extends does not fit it.
    case extending(ExtensionProblem)
    /// A wildcard that no label is below; `place` says where in words.
    case emptyWildcard(String, place: String)
    /// A regular expression that is not one, or none that is evaluated.
    case unusablePattern(String)
    /// What became of an earlier version does not fit what the guideline says of itself.
    case history(HistoryProblem)
    /// A reserved word in another language than the guideline's.
    case foreignWord(ForeignWord)
    /// The approval policy, or what a guideline asks of it, does not hold together.
    case approval(ApprovalProblem)
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

  /// What ends the code behind a fence that its author has not closed.
  package enum FenceEnd: Sendable {
    case document
    /// The item of a list that the fence stands in.
    case item
    /// What closes the next fence, whose first line is given: it is read as code.
    case nextFence(Span)
  }

  /// A key of the front matter in whose value the task is, or a part of it; or one that is in the task.
  package enum StrayTask: Sendable {
    /// `task` with a slip in it.
    case misspelt(String)
    /// A key of the task that stands beside it, not below it.
    case outside(String)
    /// A key of the front matter that stands below the task.
    case inside(String)
  }

  /// Of YAML in a fence that is not closed.
  package static let openBlock = "the block that opens here is not closed"

  package var kind: Kind
  package var span: Span

  package init(_ kind: Kind, at span: Span) {
    self.kind = kind
    self.span = span
  }
}

/// What can be wrong between a guideline and the one that it extends.
package enum ExtensionProblem: Sendable {
  /// The guideline that is extended cannot be read.
  case missingBase(String, FileProblem)
  /// A guideline that extends itself, by way of others: their documents, in order.
  case circularBase([String])
  /// The extension was written for another version of its base; nil if the base has none.
  case otherBaseVersion(expected: String, found: String?)
  /// A part that the base has too, and that the extension does not say it overrides: "label `stop`",
  /// where it is in the base, and the list under `override` that it belongs to.
  case unmarkedOverride(what: String, base: Span, list: String)
  /// A part to override or to remove that the base does not have; `known` are those it has.
  case unknownBasePart(String, list: String, known: [String])
  /// A part that is said to be overridden, and of which the extension says nothing.
  case emptyOverride(String, list: String)
}
