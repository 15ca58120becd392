package import RubricaSource

/// Something in a file that the parsers cannot take. Words for people are made by the checks.
package struct SyntaxProblem: Error, Sendable, Equatable {
  package enum Kind: Sendable, Equatable {
    case invalidUTF8
    case nulByte
    case tooLarge(limit: Int)
    case tooDeep(limit: Int)
    /// Markup that would take cmark quadratic time or memory, and what to do where that is known.
    case tooComplex(String, help: String? = nil)
    /// Words about it, mostly libyaml's own; and where it shows, if that is not where it begins.
    case yaml(String, shownAt: Span?)
    case duplicateKey(String, first: Span)
    case tooManyValues(limit: Int)
    /// The same, where aliases stand for most of them.
    case aliasBomb(limit: Int)
    case mergeKey
    case unknownAlias(String)
    case severalDocuments
    /// A line `...`, which ends the document, with more behind it.
    case documentEnd
    case complexKey
    case unsupportedTag(String)
    case unclosedFrontMatter
    /// A character that has no place in a text, named by an escape or entity.
    case escapedCharacter(Unicode.Scalar)
    /// A value without quotes, with a comment right behind it that begins with a word: `Zone #7`.
    case commentInValue
  }

  package let kind: Kind
  package let span: Span

  package init(_ kind: Kind, at span: Span) {
    self.kind = kind
    self.span = span
  }
}
