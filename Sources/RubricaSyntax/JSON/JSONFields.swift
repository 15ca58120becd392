package import RubricaSource

/// Reads an object of which every field is known: ask for each field, then call `end()`, which
/// refuses what nobody has asked for. A field that is not understood may be the one that mattered.
///
///     var fields = try value.fields()
///     let role = try fields.required("role").string()
///     let name = try fields.optional("name")?.string()
///     try fields.end()
package struct JSONFields: Sendable {
  private let object: JSONValue
  /// The member behind the one that was asked for last: most are asked for in the order of the file.
  private var next: Member
  /// A bit for each of the first 64 members: nobody asks for more fields than that.
  private var isRead: UInt64 = 0
  /// Fields that were asked for and are not there.
  private var lacking: [String] = []

  private struct Member {
    var number = 0
    /// Of its key, among the nodes of the document.
    var place: Int
  }

  init(_ object: JSONValue) {
    self.object = object
    next = Member(place: object.place + 1)
  }

  /// The whole object.
  package var span: Span { object.span }

  /// The value of a field. Refuses with `.missingField` at the object.
  package mutating func required(_ name: String) throws(JSONProblem) -> JSONValue {
    guard let value = value(name) else { throw JSONProblem(.missingField(name), at: span) }
    return value
  }

  /// The value of a field that must stand there and may be `null`: nil then.
  package mutating func nullable(_ name: String) throws(JSONProblem) -> JSONValue? {
    let value = try required(name)
    return value.isNull ? nil : value
  }

  /// The value of a field, or nil if it is missing or `null`.
  package mutating func optional(_ name: String) -> JSONValue? {
    guard let value = value(name), !value.isNull else { return nil }
    return value
  }

  /// Refuses with `.unknownField`, at its key, the first field that nobody has asked for.
  package func end() throws(JSONProblem) {
    let count = isRead.nonzeroBitCount
    guard count < object.node.count else { return }
    let members = try object.object()
    let member = members[min(members.count - 1, (~isRead).trailingZeroBitCount)]
    let known = members.indices.filter { $0 < 64 && isRead & 1 << UInt64($0) != 0 }
      .map { members[$0].key }
    throw JSONProblem(
      .unknownField(member.key, known: (known + lacking).sorted()), at: member.keySpan)
  }

  private mutating func value(_ name: String) -> JSONValue? {
    let count = min(64, Int(object.node.count))
    if next.number < count, object.document.isKey(next.place, name) { return take(next) }
    var member = Member(place: object.place + 1)
    while member.number < count {
      if object.document.isKey(member.place, name) { return take(member) }
      member = following(member)
    }
    lacking.append(name)
    return nil
  }

  private mutating func take(_ member: Member) -> JSONValue {
    isRead |= 1 << UInt64(member.number)
    next = following(member)
    return JSONValue(document: object.document, place: member.place + 1)
  }

  private func following(_ member: Member) -> Member {
    Member(
      number: member.number + 1, place: Int(object.document.nodes[member.place + 1].next))
  }
}
