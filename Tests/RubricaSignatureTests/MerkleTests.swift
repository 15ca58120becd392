import RubricaBundle
import Testing

@testable import RubricaSignature

/// The tree of the log: RFC 6962 by known values, and by its own recursive definition.
struct MerkleTests {
  /// The entries and roots with which Certificate Transparency tests its trees.
  private static let known: [(entry: [UInt8], root: String)] = [
    ([], "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d"),
    ([0x00], "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125"),
    ([0x10], "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77"),
    ([0x20, 0x21], "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7"),
    ([0x30, 0x31], "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4"),
    (
      Array(0x40...0x43), "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef"
    ),
    (
      Array(0x50...0x57), "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c"
    ),
    (
      Array(0x60...0x6F), "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328"
    ),
  ]

  @Test func knownRoots() throws {
    var tree = MerkleTree()
    #expect(
      tree.root.hex == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
    for (entry, root) in Self.known {
      tree.append(entry)
      #expect(tree.root.hex == root)
    }
    for (size, known) in Self.known.enumerated() {
      #expect(tree.root(ofFirst: size + 1)?.hex == known.root)
    }
  }

  private let entries = (0..<70).map { Array("entry \($0)".utf8) }

  /// As in the RFC, from nothing each time.
  private func root(_ entries: ArraySlice<[UInt8]>) -> Digest {
    if entries.count < 2 {
      return entries.first.map { Digest([0] + $0) } ?? Digest([])
    }
    var half = 1
    while half * 2 < entries.count { half *= 2 }
    return Digest([1] + root(entries.prefix(half)).bytes + root(entries.dropFirst(half)).bytes)
  }

  @Test func rootsOfAllPrefixes() {
    let tree = MerkleTree(entries)
    for size in 0...entries.count { #expect(tree.root(ofFirst: size) == root(entries[..<size])) }
    #expect(tree.root(ofFirst: 71) == nil)
    #expect(tree.root(ofFirst: -1) == nil)
  }
}
