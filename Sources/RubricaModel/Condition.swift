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

  /// Whether it holds for an answer with this label; `value` gives the value of an attribute as it counts.
  package func holds(label: String, _ value: (String) -> String?) -> Bool {
    tests.allSatisfy { $0.holds($0.isAboutLabel ? label : value($0.attribute.value)) }
  }
}

extension Layer {
  /// Whether a condition holds for an answer with this label and these attributes. What is not written has
  /// its default, if it is asked for at all.
  package func meets(
    _ condition: Condition, label: String, given: [AttributeValue]
  ) -> Bool {
    // Made for the first default that waits for something itself.
    var values: [String: String]?
    return condition.tests.allSatisfy { test in
      if test.isAboutLabel { return test.holds(label) }
      let id = test.attribute.value
      if let written = given.first(where: { $0.id.value == id }) {
        return test.holds(written.value.value)
      }
      guard let other = self.attributes.first(where: { $0.id.value == id }),
        test.holds(other.defaultValue?.value), other.applies(to: label)
      else { return false }
      if other.appliesWhen == nil { return true }
      let all = values ?? self.values(label: label, given: given)
      values = all
      return test.holds(all[id])
    }
  }

  /// What is written, and the defaults of all others that are asked for. A default can be what another one
  /// waits for, so they are added until no more come.
  private func values(label: String, given: [AttributeValue]) -> [String: String] {
    var values: [String: String] = [:]
    for value in given where values[value.id.value] == nil {
      values[value.id.value] = value.value.value
    }
    var waiting = self.attributes.filter { $0.defaultValue != nil && $0.applies(to: label) }
    while true {
      let count = waiting.count
      waiting.removeAll { attribute in
        if let condition = attribute.appliesWhen,
          !condition.holds(label: label, { values[$0] })
        {
          return false
        }
        if values[attribute.id.value] == nil {
          values[attribute.id.value] = attribute.defaultValue?.value
        }
        return true
      }
      if waiting.isEmpty || waiting.count == count { return values }
    }
  }
}
