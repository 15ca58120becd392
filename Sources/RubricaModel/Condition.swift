package import RubricaSource

/// On what other answers something depends: all of the tests must hold.
package struct Condition: Sendable {
  /// One attribute of the same answer, or its label, and the values that count.
  package struct Test: Sendable {
    /// The id of an attribute, or `label`.
    package var attribute: Located<String>
    /// One of them is enough.
    package var values: [Located<String>]
    /// Whether every value but these counts. A value that is not given never counts.
    package var isNegated: Bool

    package init(attribute: Located<String>, values: [Located<String>], isNegated: Bool) {
      self.attribute = attribute
      self.values = values
      self.isNegated = isNegated
    }

    package var isAboutLabel: Bool { attribute.value == Condition.label }

    package func holds(_ value: String?) -> Bool {
      guard let value else { return false }
      return values.contains { $0.value == value } != isNegated
    }
  }

  /// The name of the label in a test.
  package static let label = "label"

  package var tests: [Test]
  package var span: Span

  package init(tests: [Test], span: Span) {
    self.tests = tests
    self.span = span
  }

  /// Whether it holds for an answer with this label; `value` gives the value of an attribute as
  /// written, or its default.
  package func holds(label: String, _ value: (String) -> String?) -> Bool {
    tests.allSatisfy { $0.holds($0.isAboutLabel ? label : value($0.attribute.value)) }
  }
}
