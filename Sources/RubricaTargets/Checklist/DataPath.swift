internal import RubricaModel
internal import RubricaSource

/// Keys that lead to a value in governance.yaml, taken apart once. Shared, not copied.
final class DataPath: Sendable {
  let keys: [String]
  /// The keys with dots between them.
  let text: String
  /// The same as an entry of `evidence`.
  let name: EvidenceName
  /// What is said where it leads nowhere.
  let absence: String

  init(_ keys: [String]) {
    self.keys = keys
    text = keys.joined(separator: ".")
    name = EvidenceName(governance: text)
    absence = "`\(text)` is not in governance.yaml"
  }

  convenience init(_ text: String) {
    self.init(text.utf8.split(separator: UInt8(ascii: ".")).map { String(Substring($0)) })
  }
}

/// What evidence is of: an entry of an item's `evidence`, with the names of what it goes through.
/// Shared, not copied.
package final class EvidenceName: Sendable, Hashable {
  /// `governance.data.retention`, `computed.pilot-recorded`.
  let path: String
  /// The key as its author knows it, without the file that stands beside it; nil if nobody wrote it.
  let key: String?

  init(governance key: String) {
    path = "governance." + key
    self.key = key
  }

  init(frontMatter key: FrontMatterKey) {
    path = "front-matter." + key.rawValue
    self.key = key.rawValue
  }

  /// Nothing that is written under a key.
  init(_ path: String) {
    self.path = path
    key = nil
  }

  package static func == (left: EvidenceName, right: EvidenceName) -> Bool {
    left === right || left.path == right.path && left.key == right.key
  }

  package func hash(into hasher: inout Hasher) { hasher.combine(path) }
}

extension DataNode {
  /// How far a path leads: what stands at its end, if anything does, and the place of the last
  /// thing that is there.
  func follow(_ path: DataPath) -> (node: DataNode?, last: Span) {
    follow(path, from: 0, last: span)
  }

  /// The rest of a path, from one of its keys on. Nodes on the way are looked at in place.
  private func follow(
    _ path: DataPath, from key: Int, last: Span
  ) -> (node: DataNode?, last: Span) {
    guard key < path.keys.count else { return (self, last) }
    guard case .mapping(let fields) = kind, let place = fields.place(of: path.keys[key]) else {
      return (nil, last)
    }
    return fields[place].value.follow(path, from: key + 1, last: fields[place].key.span)
  }
}

extension [DataNode.Field] {
  /// By place, so that the search copies no field. Most keys are told apart by their length.
  func place(of key: String) -> Int? {
    let count = key.utf8.count
    for place in indices
    where self[place].key.value.utf8.count == count && self[place].key.value == key {
      return place
    }
    return nil
  }
}
