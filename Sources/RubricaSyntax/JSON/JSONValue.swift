package import RubricaSource

/// A JSON value with its place in the file. A tree of values: it is at most `Limits.jsonDepth` deep.
package struct JSONValue: Sendable {
  package enum Kind: Sendable {
    case null
    case bool(Bool)
    /// A number without a fraction or an exponent that fits.
    case integer(Int)
    /// Any other number, as it is written.
    case number(String)
    case string(String)
    case array([JSONValue])
    /// In the order of the file; no key stands twice.
    case object([Member])

    /// What a person calls it, with its article.
    package var name: String {
      switch self {
      case .null: "`null`"
      case .bool: "a truth value"
      case .integer: "a whole number"
      case .number: "a number"
      case .string: "a text"
      case .array: "a list"
      case .object: "an object"
      }
    }
  }

  package struct Member: Sendable {
    package let key: String
    package let keySpan: Span
    package let value: JSONValue
  }

  package let kind: Kind
  package let span: Span
}

/// Access to a value of a kind that is known beforehand. Each refuses a value of another kind with
/// `.wrongKind` at the value.
extension JSONValue {
  package func string() throws(JSONProblem) -> String {
    guard case .string(let text) = kind else { throw unexpected("a text") }
    return text
  }

  package func locatedString() throws(JSONProblem) -> Located<String> {
    Located(try string(), span)
  }

  /// A whole number. Refuses with `.outOfRange` what does not fit, and `1.0` and `1e3`.
  package func integer(in range: ClosedRange<Int> = Int.min...Int.max) throws(JSONProblem) -> Int {
    switch kind {
    case .integer(let number) where range.contains(number): return number
    case .integer, .number: throw JSONProblem(.outOfRange(range), at: span)
    default: throw unexpected("a whole number")
    }
  }

  package func bool() throws(JSONProblem) -> Bool {
    guard case .bool(let value) = kind else { throw unexpected("`true` or `false`") }
    return value
  }

  package func array() throws(JSONProblem) -> [JSONValue] {
    guard case .array(let values) = kind else { throw unexpected("a list") }
    return values
  }

  package func object() throws(JSONProblem) -> [Member] {
    guard case .object(let members) = kind else { throw unexpected("an object") }
    return members
  }

  /// The members of an object that has only fields that are known.
  package func fields() throws(JSONProblem) -> JSONFields { JSONFields(try object(), in: span) }

  private func unexpected(_ expected: String) -> JSONProblem {
    JSONProblem(.wrongKind(expected: expected, found: kind.name), at: span)
  }
}
