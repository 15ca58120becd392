package import RubricaBundle

/// A part of a guideline that is signed as a whole: the leaves that its selectors select, and all that
/// they refer to.
package struct GovernedScope: Sendable {
  package let name: String
  /// The roles that sign it, in order of the policy.
  package let roles: [String]
  /// Paths of the leaves that the selectors select, sorted by bytes.
  package let own: [String]
  /// Those and what they refer to, at any remove; sorted by bytes.
  package let paths: [String]
  /// Of the guideline's id, the scope's name, and the path and digest of every leaf in `paths`.
  package let digest: Digest

  init(
    name: String, roles: [String], selectors: [Selector], guideline: String, _ graph: LeafGraph,
    _ signed: [SignedLeaf]
  ) {
    self.name = name
    self.roles = roles
    let leaves = graph.leaves
    let chosen = leaves.indices.filter { place in
      selectors.select(leaves[place].path)
    }
    own = chosen.map { leaves[$0].path }
    let places = graph.closure(of: chosen)
    paths = places.map { leaves[$0].path }
    digest = Self.digest(guideline, name, places.map { (signed[$0].path, signed[$0].digest) })
  }

  /// The digest that a signature is made of. Paths have no blanks and no line ends in them.
  package static func digest(
    _ guideline: String, _ scope: String, _ leaves: [(path: String, digest: Digest)]
  ) -> Digest {
    var bytes = Array("rubrica scope 1\n\(guideline)#\(scope)\n".utf8)
    bytes.reserveCapacity(bytes.count + leaves.count * 120)
    for leaf in leaves {
      bytes += leaf.path.utf8
      bytes.append(32)
      bytes += "sha256:".utf8
      leaf.digest.appendHex(to: &bytes)
      bytes.append(10)
    }
    return Digest(bytes)
  }
}

/// Leaves and what they refer to.
struct LeafGraph {
  /// Sorted by the bytes of their paths.
  let leaves: [Leaf]

  /// The leaves that can be reached from some, those included; in order.
  func closure(of start: [Int]) -> [Int] {
    var isIn = [Bool](repeating: false, count: leaves.count)
    var followed: Set<String> = []
    var pending = start
    for place in start { isIn[place] = true }
    while let place = pending.popLast() {
      for reference in leaves[place].references where followed.insert(reference).inserted {
        for target in places(below: reference) where !isIn[target] {
          isIn[target] = true
          pending.append(target)
        }
      }
    }
    return isIn.indices.filter { isIn[$0] }
  }

  /// The leaf at a path, and those below it.
  private func places(below prefix: String) -> [Int] {
    var place = LeafPath.firstPlace(from: prefix, in: leaves) { $0.path }
    var found: [Int] = []
    // Between a path and what is below it may stand others: `-` sorts before `/`.
    while place < leaves.count, leaves[place].path.utf8.starts(with: prefix.utf8) {
      if LeafPath.isBelow(prefix, leaves[place].path) { found.append(place) }
      place += 1
    }
    return found
  }
}
