package import RubricaSource

/// A rule or an edge case: what to do when, except when, because of what.
package typealias Rule = Shared<RuleFields>

package struct RuleFields: Sendable {
  package var kind: RuleKind
  /// Given by the compiler: `R1`, `R2`, … and `E1`, `E2`, … in order of the document.
  package var number: String
  /// What a link points to; nil for an item of a list.
  package var anchor: String?
  package var title: Prose?
  /// The text as written, for reading.
  package var content: [Block]
  /// The parts of the text, for checking.
  package var condition: Prose?
  package var action: Prose?
  package var exceptions: [Prose] = []
  /// What to do where the condition does not hold, or an exception does.
  package var alternatives: [Prose] = []
  package var reasons: [Prose] = []
  package var thresholds: [Threshold] = []
  /// The label under whose heading it stands.
  package var label: String?
  /// Labels that it names, by link, in backticks or by a wildcard, and those of its group.
  package var named: [Located<String>] = []
  package var audience: Audience
  package var span: Span

  package init(
    kind: RuleKind, number: String, anchor: String?, title: Prose?, content: [Block],
    label: String?, audience: Audience, span: Span
  ) {
    self.kind = kind
    self.number = number
    self.anchor = anchor
    self.title = title
    self.content = content
    self.label = label
    self.audience = audience
    self.span = span
  }
}

/// What a rule is about: every item, or the unusual ones.
package enum RuleKind: String, Sendable { case rule, edgeCase = "edge-case" }

/// `height < 10 px -> do not label`.
package struct Threshold: Sendable {
  package enum Comparator: String, Sendable, CaseIterable {
    case less = "<"
    case lessOrEqual = "<="
    case greater = ">"
    case greaterOrEqual = ">="
    case equal = "="
  }

  package enum Consequence: String, Sendable, CaseIterable {
    case label
    case doNotLabel = "do not label"
    case ignore, escalate, review
  }

  package var quantity: Located<String>
  package var comparator: Comparator
  package var value: Double
  package var unit: Located<String>?
  /// Nil if the text behind the arrow is none of the five, or there is no arrow.
  package var consequence: Located<Consequence>?
  /// The words behind the arrow, as written.
  package var consequenceText: Located<String>?
  package var span: Span

  package init(
    quantity: Located<String>, comparator: Comparator, value: Double, unit: Located<String>?,
    consequence: Located<Consequence>?, consequenceText: Located<String>?, span: Span
  ) {
    self.quantity = quantity
    self.comparator = comparator
    self.value = value
    self.unit = unit
    self.consequence = consequence
    self.consequenceText = consequenceText
    self.span = span
  }
}
