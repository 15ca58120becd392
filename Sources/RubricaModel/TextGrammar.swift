package import RubricaSource

/// How a text must be written that an annotator types: a transcript, say.
package struct TextGrammar: Sendable {
  /// `[noise]`, or `[foreign]…[/foreign]`.
  package struct Tag: Sendable {
    package var id: Located<String>
    package var means: Located<String>?
    /// Whether it stands around words, and so must be closed.
    package var isPaired: Bool

    package init(id: Located<String>, means: Located<String>?, isPaired: Bool) {
      self.id = id
      self.means = means
      self.isPaired = isPaired
    }
  }

  /// A word or phrase that must not be written, and what to write instead.
  package struct Spelling: Sendable {
    package var wrong: Located<String>
    package var right: Located<String>?
    package var because: Located<String>?

    package init(wrong: Located<String>, right: Located<String>?, because: Located<String>?) {
      self.wrong = wrong
      self.right = right
      self.because = because
    }
  }

  package enum Case: String, Sendable, CaseIterable {
    /// No capital at all, or no small letter at all.
    case lower, upper
    /// A capital at the start of the text and behind the end of a sentence.
    case sentence
  }

  package enum Numbers: String, Sendable, CaseIterable { case words, digits }

  package enum Brackets: String, Sendable, CaseIterable {
    case square = "[]"
    case angle = "<>"
    case curly = "{}"
    case round = "()"

    package var open: Unicode.Scalar { rawValue.unicodeScalars.first ?? "[" }
    package var close: Unicode.Scalar { rawValue.unicodeScalars.last ?? "]" }
  }

  package var tags: [Tag] = []
  package var brackets = Brackets.square
  /// Each character of the text must not be written.
  package var forbiddenCharacters: Located<String>?
  package var spellings: [Spelling] = []
  package var letterCase: Located<Case>?
  package var numbers: Located<Numbers>?
  package var span: Span

  package init(span: Span) { self.span = span }

  /// A tag as it is written: `[noise]`.
  package func written(_ tag: Tag, isEnd: Bool = false) -> String {
    "\(brackets.open)\(isEnd ? "/" : "")\(tag.id.value)\(brackets.close)"
  }
}
