package import RubricaSource

/// A JSON value with its place in the file, at most `Limits.jsonDepth` deep.
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
  }

  package struct Member: Sendable {
    package let key: String
    package let keySpan: Span
    package let value: JSONValue
  }

  let document: JSONDocument
  let place: Int

  var node: JSONNode { document.nodes[place] }

  package var span: Span { document.span(place) }

  /// What it is, with all that is in it: a list or an object is made again each time.
  package var kind: Kind {
    switch node.form {
    case .null: .null
    case .no: .bool(false)
    case .yes: .bool(true)
    case .number: number
    case .array: .array(elements)
    case .object: .object(members)
    case .plainText, .text, .escapedText: .string(text)
    }
  }

  /// What a person calls its kind, with its article.
  package var kindName: String {
    switch node.form {
    case .null: "`null`"
    case .no, .yes: "a truth value"
    case .number: if case .integer = number { "a whole number" } else { "a number" }
    case .plainText, .text, .escapedText: "a text"
    case .array: "a list"
    case .object: "an object"
    }
  }

  private var number: Kind {
    let text = String(decoding: document.bytes[span.range], as: UTF8.self)
    return Int(text).map { .integer($0) } ?? .number(text)
  }

  /// It was read before, so there is nothing wrong with it.
  private var text: String { (try? document.text(place)) ?? "" }

  private var elements: [JSONValue] {
    var elements: [JSONValue] = []
    elements.reserveCapacity(Int(node.count))
    var next = place + 1
    for _ in 0..<node.count {
      elements.append(JSONValue(document: document, place: next))
      next = Int(document.nodes[next].next)
    }
    return elements
  }

  private var members: [Member] {
    var members: [Member] = []
    members.reserveCapacity(Int(node.count))
    var next = place + 1
    for _ in 0..<node.count {
      let key = JSONValue(document: document, place: next)
      let value = JSONValue(document: document, place: next + 1)
      members.append(Member(key: key.text, keySpan: key.span, value: value))
      next = Int(value.node.next)
    }
    return members
  }
}

/// Access to a value of a kind that is known beforehand. Each refuses a value of another kind with
/// `.wrongKind` at the value.
extension JSONValue {
  package var isNull: Bool { node.form == .null }

  package func string() throws(JSONProblem) -> String {
    switch node.form {
    case .plainText, .text, .escapedText: return try document.text(place)
    default: throw unexpected("a text")
    }
  }

  /// What the bytes of a text give, without a text being made of them.
  package func withText<Result>(_ body: (Swift.Span<UInt8>) -> Result) throws(JSONProblem) -> Result
  {
    guard node.form == .plainText || node.form == .text else {
      let text = try string()
      return body(text.utf8.span)
    }
    let bytes = document.bytes
    return body(bytes.span.extracting(Int(node.start) + 1..<Int(node.end) - 1))
  }

  package func locatedString() throws(JSONProblem) -> Located<String> {
    Located(try string(), span)
  }

  /// A whole number. Refuses with `.outOfRange` what does not fit, and `1.0` and `1e3`.
  package func integer(in range: ClosedRange<Int> = Int.min...Int.max) throws(JSONProblem) -> Int {
    guard node.form == .number else { throw unexpected("a whole number") }
    guard case .integer(let number) = number, range.contains(number) else {
      throw JSONProblem(.outOfRange(range), at: span)
    }
    return number
  }

  package func bool() throws(JSONProblem) -> Bool {
    switch node.form {
    case .yes: return true
    case .no: return false
    default: throw unexpected("`true` or `false`")
    }
  }

  package func array() throws(JSONProblem) -> [JSONValue] {
    guard node.form == .array else { throw unexpected("a list") }
    return elements
  }

  package func object() throws(JSONProblem) -> [Member] {
    guard node.form == .object else { throw unexpected("an object") }
    return members
  }

  /// The members of an object that has only fields that are known.
  package func fields() throws(JSONProblem) -> JSONFields {
    guard node.form == .object else { throw unexpected("an object") }
    return JSONFields(self)
  }

  private func unexpected(_ expected: String) -> JSONProblem {
    JSONProblem(.wrongKind(expected: expected, found: kindName), at: span)
  }
}
