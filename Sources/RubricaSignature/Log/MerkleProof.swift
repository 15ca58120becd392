package import RubricaBundle

/// Checks proofs without the entries (RFC 9162, sections 2.1.3.2 and 2.1.4.2).
package enum MerkleProof {
  /// Accepts if `proof` leads from the hash of entry `index` to the root over `size` entries.
  package static func requireInclusion(
    of leaf: Digest, at index: Int, inFirst size: Int, root: Digest, _ proof: [Digest]
  ) throws(LogRefusal) {
    guard index >= 0, index < size else { throw .notInLog(index: index, size: size) }
    var path = Path(index, size - 1)
    var hash = leaf
    for step in proof {
      guard let isRight = path.step() else { throw .inclusionDiffers(index: index, size: size) }
      hash = isRight ? MerkleTree.node(step, hash) : MerkleTree.node(hash, step)
    }
    guard path.isAtRoot, hash == root else { throw .inclusionDiffers(index: index, size: size) }
  }

  /// Accepts if `proof` shows that the log of `second` entries begins with that of `first` entries.
  package static func requireConsistency(
    first: Int, _ firstRoot: Digest, second: Int, _ secondRoot: Digest, _ proof: [Digest]
  ) throws(LogRefusal) {
    guard first >= 0, first <= second else { throw .shrunk(from: first, to: second) }
    let refusal = LogRefusal.inconsistent(from: first, to: second)
    if first == 0 || first == second {
      let expected = first == 0 ? Digest([]) : secondRoot
      guard proof.isEmpty, firstRoot == expected else { throw refusal }
      return
    }
    var path = Path(first - 1, second - 1)
    path.skipWholeTrees()
    // If the old tree is a subtree of the new one, the proof starts from its root.
    let steps = first & (first - 1) == 0 ? [firstRoot] + proof : proof
    guard let start = steps.first else { throw refusal }
    var (old, new) = (start, start)
    for step in steps.dropFirst() {
      guard let isRight = path.step() else { throw refusal }
      if isRight {
        old = MerkleTree.node(step, old)
        new = MerkleTree.node(step, new)
      } else {
        new = MerkleTree.node(new, step)
      }
    }
    guard path.isAtRoot, old == firstRoot, new == secondRoot else { throw refusal }
  }

  /// The way from a leaf to the root, level by level.
  private struct Path {
    private var node: Int
    private var last: Int

    init(_ node: Int, _ last: Int) {
      self.node = node
      self.last = last
    }

    var isAtRoot: Bool { last == 0 }

    mutating func skipWholeTrees() {
      while node & 1 == 1 { goUp() }
    }

    /// Goes to the parent, and says whether the node is on its right; nil at the root.
    mutating func step() -> Bool? {
      guard last > 0 else { return nil }
      let isRight = node & 1 == 1 || node == last
      if isRight {
        // The last node of a level may have no sibling: it is its own parent.
        while node & 1 == 0, node > 0 { goUp() }
      }
      goUp()
      return isRight
    }

    private mutating func goUp() {
      node >>= 1
      last >>= 1
    }
  }
}
