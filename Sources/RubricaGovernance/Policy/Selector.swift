internal import RubricaModel
internal import RubricaSource

/// A path prefix by whole segments, in which `*` stands for one segment: `examples/*/expected`.
package struct Selector: Sendable {
  /// The text, but for segments that stand for any: those are a single 0, which no path has.
  private let pattern: [UInt8]

  package init(_ text: String) {
    let segments = text.utf8.split(separator: Self.slash, omittingEmptySubsequences: false)
    pattern = Array(
      segments.map { $0.elementsEqual([UInt8(ascii: "*")]) ? [0] : Array($0) }
        .joined(separator: [Self.slash]))
  }

  private static let slash = UInt8(ascii: "/")

  package func selects(_ path: String) -> Bool {
    let path = path.utf8.span
    var place = 0
    for byte in pattern {
      if byte == 0 {
        while place < path.count, path[place] != Self.slash { place += 1 }
      } else {
        guard place < path.count, path[place] == byte else { return false }
        place += 1
      }
    }
    return place == path.count || path[place] == Self.slash
  }

  /// The first segment that no path has at its place, and those that there are; nil if some path might
  /// fit. `governance` are the keys of governance.yaml.
  package func deadSegment(governance: [String]) -> (segment: String, known: [String])? {
    let segments = pattern.split(separator: Self.slash, omittingEmptySubsequences: false)
      .map { $0.elementsEqual([0]) ? nil : String(decoding: $0, as: UTF8.self) }
    if segments.contains("") { return ("", LeafPath.roots) }
    guard let root = segments[0] else { return nil }
    guard LeafPath.roots.contains(root) else { return (root, LeafPath.roots) }
    guard segments.count > 1, let second = segments[1] else { return nil }
    let known = root == "governance" ? governance : LeafPath.branches[root]
    guard let known, !known.contains(second) else { return nil }
    return (second, known)
  }
}

extension [Selector] {
  /// Whether one of them selects a path.
  func select(_ path: String) -> Bool { contains { $0.selects(path) } }
}

extension ApprovalPolicy {
  /// Those of scopes that somebody signs.
  var signedSelectors: [Selector] {
    scopes.filter { !roles(signing: $0.name.value).isEmpty }
      .flatMap { $0.selectors.map { Selector($0.value) } }
  }
}
