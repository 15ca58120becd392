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

  /// The hash of an entry. Leaves and nodes begin with different bytes, so that no entry can look like
  /// a node.
  private static func leaf(_ entry: [UInt8]) -> Digest { Digest([0] + entry) }

  private static func node(_ left: Digest, _ right: Digest) -> Digest {
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
