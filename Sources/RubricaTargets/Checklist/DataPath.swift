internal import RubricaModel
internal import RubricaSource

/// Keys that lead to a value in governance.yaml, taken apart once.
struct DataPath: Sendable {
  let keys: [String]
  /// The keys with dots between them.
  let text: String

  init(_ keys: [String]) {
    self.keys = keys
    text = keys.joined(separator: ".")
  }

  init(_ text: String) {
    keys = text.utf8.split(separator: UInt8(ascii: ".")).map { String(Substring($0)) }
    self.text = text
  }
}

extension DataNode {
  /// How far a path leads: what stands at its end, if anything does, and the place of the last
  /// thing that is there.
  func follow(_ path: DataPath) -> (node: DataNode?, last: Span) {
    var node: DataNode? = self
    var last = span
    for key in path.keys {
      guard let fields = node?.fields, let place = fields.place(of: key) else { return (nil, last) }
      last = fields[place].key.span
      node = fields[place].value
    }
    return (node, last)
  }
}

extension [DataNode.Field] {
  /// By place, so that the search copies no field.
  func place(of key: String) -> Int? {
    for place in indices where self[place].key.value == key { return place }
    return nil
  }
}
