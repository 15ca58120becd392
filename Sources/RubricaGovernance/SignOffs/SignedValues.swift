internal import RubricaBundle
internal import RubricaSignature
internal import RubricaSource
internal import RubricaSyntax

/// Values that statements, seals and `scopes.json` have in common. Each refuses what is written in another way
/// than its own.
extension JSONValue {
  func time() throws(JSONProblem) -> Timestamp {
    guard let time = try? Timestamp(try string()) else {
      throw expected("a time such as 2026-11-24T10:00:00Z")
    }
    return time
  }

  func day() throws(JSONProblem) -> CalendarDate {
    guard let day = try? CalendarDate(try string()) else {
      throw expected("a day such as 2026-12-31")
    }
    return day
  }

  func digest() throws(JSONProblem) -> Digest {
    guard let digest = try withText({ Digest(hex: $0) }) else {
      throw expected("64 lower-case hexadecimal digits")
    }
    return digest
  }

  /// `{"sha256": "…"}`
  func digestObject() throws(JSONProblem) -> Digest {
    var fields = try fields()
    let digest = try fields.required("sha256").digest()
    try fields.end()
    return digest
  }

  func texts() throws(JSONProblem) -> [String] {
    var texts: [String] = []
    for value in try array() { texts.append(try value.string()) }
    return texts
  }

  func expected(_ what: String) -> JSONProblem {
    JSONProblem(.wrongKind(expected: what, found: kindName), at: span)
  }
}
