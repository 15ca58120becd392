package import RubricaBundle

/// The tree of hashes over the entries of a log (RFC 6962, section 2.1). Grows at its end; appending
/// hashes two nodes on average, and the root of any prefix about as many as the count has digits.
package struct MerkleTree: Sendable {
  /// The hashes of the leaves, of all whole pairs of them, of all whole pairs of those, and so on.
  private var levels: [[Digest]] = [[]]

  package init() {}

  package init(_ entries: [[UInt8]]) {
    for entry in entries { append(entry) }
  }

  /// How many entries there are.
  package var size: Int { levels[0].count }

  package mutating func append(_ entry: [UInt8]) {
    var node = Self.leaf(entry)
    var level = 0
    levels[0].append(node)
    while levels[level].count % 2 == 0 {
      node = Self.node(levels[level][levels[level].count - 2], node)
      level += 1
      if level == levels.count { levels.append([]) }
      levels[level].append(node)
    }
  }

  /// The root over all entries.
  package var root: Digest { hash(0, size) }

  /// The root over the first `size` entries; nil if there are not so many.
  package func root(ofFirst size: Int) -> Digest? {
    0...self.size ~= size ? hash(0, size) : nil
  }

  /// The hashes that show that entry `index` is among the first `size`; nil if it is not.
  package func inclusionProof(of index: Int, inFirst size: Int) -> [Digest]? {
    guard 0...self.size ~= size, 0..<size ~= index else { return nil }
    var proof: [Digest] = []
    var (start, end) = (0, size)
    while end - start > 1 {
      let middle = start + Self.split(end - start)
      if index < middle {
        proof.append(hash(middle, end))
        end = middle
      } else {
        proof.append(hash(start, middle))
        start = middle
      }
    }
    return proof.reversed()
  }

  /// The hashes that show that the first `second` entries begin with the first `first`; nil if there
  /// are not so many.
  package func consistencyProof(from first: Int, to second: Int) -> [Digest]? {
    guard 0...size ~= second, 0...second ~= first else { return nil }
    guard first > 0, first < second else { return [] }
    var proof: [Digest] = []
    var (start, end) = (0, second)
    // Whether the subtree is the whole old tree, whose root is known to who asks.
    var isOldTree = true
    while first < end {
      let middle = start + Self.split(end - start)
      if first <= middle {
        proof.append(hash(middle, end))
        end = middle
      } else {
        proof.append(hash(start, middle))
        start = middle
        isOldTree = false
      }
    }
    if !isOldTree { proof.append(hash(start, end)) }
    return proof.reversed()
  }

  /// The hash of an entry. Leaves and nodes begin with different bytes, so that no entry can look like
  /// a node.
  package static func leaf(_ entry: [UInt8]) -> Digest { Digest([0] + entry) }

  static func node(_ left: Digest, _ right: Digest) -> Digest {
    Digest([1] + left.bytes + right.bytes)
  }

  /// The largest power of two below `count`, which is at least 2.
  private static func split(_ count: Int) -> Int {
    1 << (Int.bitWidth - 1 - (count - 1).leadingZeroBitCount)
  }

  /// The root over the entries from `start` to `end`, where `start` is where a subtree begins.
  private func hash(_ start: Int, _ end: Int) -> Digest {
    let count = end - start
    guard count > 0 else { return Digest([]) }
    if count & (count - 1) == 0 {
      let level = count.trailingZeroBitCount
      return levels[level][start >> level]
    }
    let middle = start + Self.split(count)
    return Self.node(hash(start, middle), hash(middle, end))
  }
}
