internal import RubricaModel
internal import RubricaSource

/// The labels of a layer as the tree that they are: below their parents, and in their groups.
struct LabelOutline {
  enum Part {
    case label(String)
    case group(LabelGroup)
  }

  struct Node {
    let part: Part
    let children: [Node]
  }

  /// A label or a group, by its id.
  private enum Key: Hashable {
    case label(String)
    case group(String)
  }

  private(set) var roots: [Node] = []
  private var children: [Key: [Key]] = [:]
  private let groups: [String: LabelGroup]

  /// Parents that are deeper are shown side by side: nobody reads further in.
  private static let depth = 8

  /// - Parameter ids: in the order of the layer. A parent that is not among them has no place here.
  init(_ ids: [String], _ index: GuidelineIndex) {
    let labels = index.guideline.labels
    guard ids.contains(where: { Self.isBelowAnother($0, index) }) else {
      // A flat list, as most are.
      groups = [:]
      var listed: Set<String> = []
      roots = ids.filter { ids.count == 1 || listed.insert($0).inserted }
        .map { Node(part: .label($0), children: []) }
      return
    }
    groups = Dictionary(
      index.guideline.groups.map { ($0.id.value, $0) }, uniquingKeysWith: { first, _ in first })
    let listed = Set(ids)
    var top: [Key] = []
    var placed: Set<Key> = []
    func place(_ key: Key, below parent: Key?) {
      guard placed.insert(key).inserted else { return }
      if let parent { children[parent, default: []].append(key) } else { top.append(key) }
    }
    func placeGroup(_ id: String, _ depth: Int) -> Key? {
      guard depth > 0, let group = groups[id] else { return nil }
      let key = Key.group(id)
      if !placed.contains(key) {
        place(key, below: group.group.flatMap { placeGroup($0.value, depth - 1) })
      }
      return key
    }
    for id in ids {
      let label = index.labelPlace(id).flatMap { labels[$0].id.value == id ? $0 : nil }
      if let parent = label.flatMap({ labels[$0].parent?.value }), parent != id,
        listed.contains(parent)
      {
        place(.label(id), below: .label(parent))
      } else {
        place(
          .label(id),
          below: label.flatMap { labels[$0].group }.flatMap { placeGroup($0.value, Self.depth) })
      }
    }
    roots = top.flatMap { nodes($0, Self.depth) }
  }

  private static func isBelowAnother(_ id: String, _ index: GuidelineIndex) -> Bool {
    guard let place = index.labelPlace(id) else { return false }
    return index.guideline.labels[place].parent != nil || index.guideline.labels[place].group != nil
  }

  /// A label or group with what is below it; as deep as it may go, all that is below stands beside it.
  private func nodes(_ key: Key, _ depth: Int) -> [Node] {
    guard depth > 0 else { return [Node(part: part(key), children: [])] + below(key) }
    return [
      Node(part: part(key), children: (children[key] ?? []).flatMap { nodes($0, depth - 1) })
    ]
  }

  /// All that is below, in order, side by side. Without recursion: it may be as deep as there are labels.
  private func below(_ key: Key) -> [Node] {
    var found: [Node] = []
    var open = Array((children[key] ?? []).reversed())
    while let next = open.popLast() {
      found.append(Node(part: part(next), children: []))
      open += (children[next] ?? []).reversed()
    }
    return found
  }

  private func part(_ key: Key) -> Part {
    switch key {
    case .label(let id): .label(id)
    case .group(let id): groups[id].map(Part.group) ?? .label(id)
    }
  }
}
