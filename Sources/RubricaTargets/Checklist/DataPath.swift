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
    name = EvidenceName(governance: text, .keys(keys))
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
  /// Where the key starts in the path, behind the file; nil if nobody wrote it.
  private let keyStart: Int?
  private let source: Source

  /// What leads to it in the source.
  enum Source: Sendable {
    case keys([String])
    /// The keys to a list, an entry, and the keys from there.
    case entry(DataPath, LeafSegment.EntryName, DataPath)
    case frontMatter(FrontMatterKey)
    /// Nothing that one leaf is made of.
    case other
  }

  private static let governance = "governance."

  convenience init(governance key: String, _ source: Source) {
    self.init(Self.governance + key, keyStart: Self.governance.utf8.count, source)
  }

  /// Of an entry of a list, by its name or number, which counts from 0.
  convenience init(
    of entry: LeafSegment.EntryName, _ number: Int, in list: DataPath, _ rest: DataPath
  ) {
    let item = entry.isUnique ? entry.text ?? "" : String(number + 1)
    var path = ""
    path.reserveCapacity(list.name.path.utf8.count + item.utf8.count + rest.text.utf8.count + 3)
    path += list.name.path
    path += "["
    path += item
    path += "]"
    if !rest.keys.isEmpty {
      path += "."
      path += rest.text
    }
    self.init(path, keyStart: Self.governance.utf8.count, .entry(list, entry, rest))
  }

  convenience init(frontMatter key: FrontMatterKey) {
    let file = "front-matter."
    self.init(file + key.rawValue, keyStart: file.utf8.count, .frontMatter(key))
  }

  /// Nothing that is written under a key.
  convenience init(_ path: String) { self.init(path, keyStart: nil, .other) }

  private init(_ path: String, keyStart: Int?, _ source: Source) {
    self.path = path
    self.keyStart = keyStart
    self.source = source
  }

  /// The path of the leaf that sign-offs know it by, with a star for the digest of an entry that has no
  /// name of its own; nil for what the compiler has found out itself.
  var leaf: String? {
    switch source {
    case .keys(let keys): Self.leaf(keys.map(LeafSegment.of))
    case .entry(let list, let entry, let rest):
      Self.leaf(
        list.keys.map(LeafSegment.of)
          + [(entry.text.map(LeafSegment.of) ?? "") + (entry.isUnique ? "" : "~*")]
          + rest.keys.map(LeafSegment.of))
    case .frontMatter(let key): "guideline/" + LeafSegment.of(key.rawValue)
    case .other: nil
    }
  }

  private static func leaf(_ segments: [String]) -> String {
    (["governance"] + segments).joined(separator: "/")
  }

  /// The key as its author knows it, without the file that stands beside it; nil if nobody wrote it.
  var key: Substring? { keyStart.map { Substring(path.utf8.dropFirst($0)) } }

  package static func == (left: EvidenceName, right: EvidenceName) -> Bool {
    left === right || left.path == right.path && left.keyStart == right.keyStart
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
