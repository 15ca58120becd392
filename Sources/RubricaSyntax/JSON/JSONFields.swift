package import RubricaSource

/// Reads an object of which every field is known: ask for each field, then call `end()`, which
/// refuses what nobody has asked for. A field that is not understood may be the one that mattered.
///
///     var fields = try value.fields()
///     let role = try fields.required("role").string()
///     let name = try fields.optional("name")?.string()
///     try fields.end()
package struct JSONFields: Sendable {
  /// The whole object.
  package let span: Span
  private let members: [JSONValue.Member]
  private var isRead: [Bool]
  private var known: [String] = []

  init(_ members: [JSONValue.Member], in span: Span) {
    self.members = members
    self.span = span
    isRead = Array(repeating: false, count: members.count)
  }

  /// The value of a field. Refuses with `.missingField` at the object.
  package mutating func required(_ name: String) throws(JSONProblem) -> JSONValue {
    guard let value = value(name) else { throw JSONProblem(.missingField(name), at: span) }
    return value
  }

  /// The value of a field that must stand there and may be `null`: nil then.
  package mutating func nullable(_ name: String) throws(JSONProblem) -> JSONValue? {
    let value = try required(name)
    if case .null = value.kind { return nil }
    return value
  }

  /// The value of a field, or nil if it is missing or `null`.
  package mutating func optional(_ name: String) -> JSONValue? {
    guard let value = value(name) else { return nil }
    if case .null = value.kind { return nil }
    return value
  }

  /// Refuses with `.unknownField`, at its key, the first field that nobody has asked for.
  package func end() throws(JSONProblem) {
    guard let place = isRead.firstIndex(of: false) else { return }
    let member = members[place]
    throw JSONProblem(.unknownField(member.key, known: known), at: member.keySpan)
  }

  private mutating func value(_ name: String) -> JSONValue? {
    known.append(name)
    // Equal bytes: for Swift, the sign of Kelvin is a K.
    guard
      let place = members.firstIndex(where: {
        $0.key.utf8.count == name.utf8.count && $0.key == name
      })
    else { return nil }
    isRead[place] = true
    return members[place].value
  }
}
