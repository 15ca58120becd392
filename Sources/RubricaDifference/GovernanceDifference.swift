internal import RubricaModel
package import RubricaSource

/// governance.yaml, leaf by leaf.
extension DifferenceBuilder {
  mutating func compareGovernance() {
    changes += Differ.changes(
      from: old.governance?.root, to: new.governance?.root, of: .governance)
  }
}

extension Differ {
  /// What two trees of data say otherwise, value by value, without some keys of the first level.
  package static func changes(
    from old: DataNode?, to new: DataNode?, of part: Change.Part, but keys: Set<String> = []
  ) -> [Change] {
    let before = Leaves(old, but: keys).leaves
    let now = Leaves(new, but: keys).leaves
    var changes: [Change] = []
    func tell(_ path: String, _ from: Leaves.Leaf?, _ to: Leaves.Leaf?) {
      changes.append(
        Change(
          .init(part, id: path, name: path),
          from == nil ? .added : to == nil ? .removed : .changed, .administrative,
          from: from?.value, to: to?.value, old: from?.span, new: to?.span, audience: .legal))
    }
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
    return changes
  }
}

/// The values of a tree, each with its path. Entries of a list go by their `id`, `role`, `metric` or `item`,
/// since an entry that is put before another must not change all that follow.
private struct Leaves {
  struct Leaf {
    var path: String
    var value: String
    var span: Span
  }

  private(set) var leaves: [Leaf] = []

  init(_ root: DataNode?, but keys: Set<String>) {
    guard let root else { return }
    guard case .mapping(let fields) = root.kind, !keys.isEmpty else {
      walk(root, "")
      return
    }
    for field in fields where !keys.contains(field.key.value) {
      walk(field.value, field.key.value)
    }
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
        let name = LeafSegment.name(ofEntry: item)
        let scalar = item.text?.value
        var key = name ?? scalar ?? String(place + 1)
        if !taken.insert(key).inserted { key = "\(key) \(place + 1)" }
        walk(item, "\(path)[\(key)]")
      }
    }
  }
}
