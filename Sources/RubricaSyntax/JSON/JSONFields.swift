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
  /// A bit for each of the first 64 members: nobody asks for more fields than that.
  private var isRead: UInt64 = 0
  /// Fields that were asked for and are not there.
  private var lacking: [String] = []

  init(_ members: [JSONValue.Member], in span: Span) {
    self.members = members
    self.span = span
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
    let count = isRead.nonzeroBitCount
    guard count < members.count else { return }
    let member = members[min(members.count - 1, (~isRead).trailingZeroBitCount)]
    let known = members.indices.filter(isRead).map { members[$0].key } + lacking
    throw JSONProblem(.unknownField(member.key, known: known.sorted()), at: member.keySpan)
  }

  private func isRead(_ place: Int) -> Bool { place < 64 && isRead & 1 << UInt64(place) != 0 }

  private mutating func value(_ name: String) -> JSONValue? {
    // Equal bytes: for Swift, the sign of Kelvin is a K.
    guard
      let place = members.prefix(64).firstIndex(where: {
        $0.key.utf8.count == name.utf8.count && $0.key == name
      })
    else {
      lacking.append(name)
      return nil
    }
    isRead |= 1 << UInt64(place)
    return members[place].value
  }
}
