internal import RubricaModel
internal import RubricaSource

/// governance.yaml, leaf by leaf.
extension DifferenceBuilder {
  mutating func compareGovernance() {
    let before = Leaves(old.governance?.root).leaves
    let now = Leaves(new.governance?.root).leaves
    var places: [String: Int] = [:]
    for (place, leaf) in before.enumerated() { places[leaf.path] = place }
    var kept: Set<Int> = []
    for leaf in now {
      let place = places[leaf.path]
      if let place { kept.insert(place) }
      let other = place.map { before[$0] }
      guard other?.value != leaf.value else { continue }
      tell(leaf.path, other, leaf)
    }
    for (place, leaf) in before.enumerated() where !kept.contains(place) {
      tell(leaf.path, leaf, nil)
    }
  }

  private mutating func tell(_ path: String, _ from: Leaves.Leaf?, _ to: Leaves.Leaf?) {
    add(
      Change(
        .init(.governance, id: path, name: path),
        from == nil ? .added : to == nil ? .removed : .changed, .administrative, from: from?.value,
        to: to?.value, old: from?.span, new: to?.span, audience: .legal))
  }
}

/// The values of a tree, each with its path. Entries of a list go by their `id`, `role` or `metric`,
/// since an entry that is put before another must not change all that follow.
private struct Leaves {
  struct Leaf {
    var path: String
    var value: String
    var span: Span
  }

  private(set) var leaves: [Leaf] = []

  init(_ root: DataNode?) {
    if let root { walk(root, "") }
  }

  private mutating func walk(_ node: DataNode, _ path: String) {
    switch node.kind {
    case .scalar(let text, _): leaves.append(Leaf(path: path, value: text, span: node.span))
    case .mapping(let fields):
      for field in fields {
        walk(field.value, path.isEmpty ? field.key.value : "\(path).\(field.key.value)")
      }
    case .list(let items):
      var taken: Set<String> = []
      for (place, item) in items.enumerated() {
        let name = ["id", "role", "metric"].lazy.compactMap { item[$0]?.text?.value }.first
        let scalar = item.text?.value
        var key = name ?? scalar ?? String(place + 1)
        if !taken.insert(key).inserted { key = "\(key) \(place + 1)" }
        walk(item, "\(path)[\(key)]")
      }
    }
  }
}
