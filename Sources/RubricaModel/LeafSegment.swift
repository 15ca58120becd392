package import RubricaSource

/// Parts of the paths by which the leaves of a guideline are known: those of sign-offs, and those that
/// a checklist asks for.
package enum LeafSegment {
  /// An id as one segment: what would end a segment, stand for any, or not be seen is escaped as in
  /// addresses (`%2F`), and so is `~`, with which the segments begin that the compiler makes.
  package static func of(_ id: String) -> String {
    if id.isEmpty { return "~" }
    return Percent.encoded(id, where: isEscaped)
  }

  /// The id that a segment was made of.
  package static func id(of segment: String) -> String {
    segment == "~" ? "" : Percent.decoded(segment)
  }

  /// What an entry of a list in governance.yaml goes by, so that one that is put before others changes
  /// none of them.
  package struct EntryName: Sendable {
    /// Nil without a key that names it.
    package let text: String?
    /// Whether no other entry of the list has the same name. What has no such name is known by all that
    /// it says.
    package let isUnique: Bool
  }

  /// In the order of the entries.
  package static func names(ofEntries entries: [DataNode]) -> [EntryName] {
    let names = entries.map { name(ofEntry: $0) }
    if entries.count == 1 { return [EntryName(text: names[0], isUnique: names[0] != nil)] }
    var counts: [String: Int] = [:]
    for case let name? in names { counts[name, default: 0] += 1 }
    return names.map { name in
      EntryName(text: name, isUnique: name.map { counts[$0] == 1 } ?? false)
    }
  }

  /// The first of its naming keys; nil without one.
  package static func name(ofEntry entry: DataNode) -> String? {
    keys.lazy.compactMap { entry[$0]?.text?.value }.first
  }

  private static let keys = ["id", "role", "metric", "item"]

  private static func isEscaped(_ byte: UInt8) -> Bool {
    byte <= 0x20 || byte == 0x7F || byte == UInt8(ascii: "/") || byte == UInt8(ascii: "*")
      || byte == UInt8(ascii: "%") || byte == UInt8(ascii: "~")
  }
}
