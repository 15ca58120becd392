package import RubricaSource

/// What labels of one name stand under: as many names as it takes to tell them apart.
package struct LabelPaths: Sendable {
  /// By the id of the label, the nearest first.
  private var names: [String: ArraySlice<Located<String>>] = [:]

  /// A chain of parents that is a circle has a finding of its own.
  private static let depth = 64

  /// - Parameter labels: those that stand side by side, without what they are under.
  package init(of labels: [Label], in index: GuidelineIndex) {
    var ids: Set<String> = []
    var counts: [String: Int] = [:]
    for label in labels where ids.insert(label.id.value).inserted {
      counts[label.name.value, default: 0] += 1
    }
    guard counts.count < ids.count else { return }
    let groups = Dictionary(
      index.guideline.groups.map { ($0.id.value, $0) }, uniquingKeysWith: { first, _ in first })
    var namesakes: [String: [(id: String, above: [Located<String>])]] = [:]
    for label in labels where counts[label.name.value, default: 0] > 1 {
      guard ids.remove(label.id.value) != nil else { continue }
      namesakes[label.name.value, default: []].append(
        (label.id.value, Self.names(above: label, index, groups)))
    }
    for labels in namesakes.values { tellApart(labels) }
  }

  package var isEmpty: Bool { names.isEmpty }

  /// What is said before the name of a label, the outermost first.
  package func path(to label: String) -> [Located<String>] {
    names[label].map { Array($0.reversed()) } ?? []
  }

  /// Goes up one step for all that are still the same, until they differ or nothing is above them.
  private mutating func tellApart(_ labels: [(id: String, above: [Located<String>])]) {
    var open = [(places: Array(labels.indices), depth: 0)]
    while let (places, depth) = open.popLast() {
      guard let first = places.first,
        places.contains(where: { !Self.areEqual(labels[$0].above, labels[first].above) })
      else { continue }
      var parts: [String?: [Int]] = [:]
      for place in places {
        let above = labels[place].above
        let step = depth < above.count ? above[depth].value : nil
        if step != nil { names[labels[place].id] = above[...depth] }
        parts[step, default: []].append(place)
      }
      for part in parts.values { open.append((part, depth + 1)) }
    }
  }

  private static func areEqual(_ names: [Located<String>], _ others: [Located<String>]) -> Bool {
    names.count == others.count && zip(names, others).allSatisfy { $0.value == $1.value }
  }

  /// The names of the labels and groups that a label stands under, the nearest first.
  private static func names(
    above label: Label, _ index: GuidelineIndex, _ groups: [String: LabelGroup]
  ) -> [Located<String>] {
    var names: [Located<String>] = []
    var next = label.parent?.value ?? label.group?.value ?? root(of: label.id.value)
    for _ in 0..<Self.depth {
      guard let id = next else { break }
      if let place = index.declaredPlace(id) {
        let above = index.guideline.labels[place]
        // What annotators do not see tells them nothing.
        if above.audience.isForAnnotators { names.append(above.name) }
        next = above.parent?.value ?? above.group?.value ?? root(of: id)
      } else if let group = groups[id] {
        names.append(group.name)
        next = group.group?.value ?? root(of: id)
      } else {
        next = root(of: id)
      }
    }
    return names
  }

  /// What stands before the last dot of an id.
  private static func root(of id: String) -> String? {
    id.utf8.lastIndex(of: UInt8(ascii: ".")).map { String(id[..<$0]) }
  }
}
