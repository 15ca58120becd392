package import RubricaSource

/// A comment that lets findings stand: `rubrica: allow ID because REASON`.
package struct Suppression: Sendable {
  /// What is allowed: ids of findings.
  package var ids: [Located<String>]
  /// Empty if the author gave none.
  package var reason: String
  /// The comment.
  package var span: Span
  /// What it stands before: a block of the document, or an entry of YAML; nil if nothing follows.
  package var target: Span?
  /// If it stands before a heading: all that stands under it.
  package var section: Span?
  /// Whether it covers findings about the guideline as a whole, which stand at its head.
  package var coversHead = false

  package init(
    ids: [Located<String>], reason: String, span: Span, target: Span?, section: Span? = nil
  ) {
    self.ids = ids
    self.reason = reason
    self.span = span
    self.target = target
    self.section = section
  }
}
