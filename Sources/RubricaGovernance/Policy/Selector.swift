internal import RubricaModel
internal import RubricaSource

/// A path prefix by whole segments, in which `*` stands for one segment: `examples/*/expected`.
package struct Selector: Sendable {
  /// Each as bytes; nil stands for any.
  private let segments: [[UInt8]?]

  package init(_ text: String) {
    segments = text.utf8.split(separator: Self.slash, omittingEmptySubsequences: false).map {
      $0.elementsEqual([UInt8(ascii: "*")]) ? nil : Array($0)
    }
  }

  private static let slash = UInt8(ascii: "/")

  package func selects(_ path: String) -> Bool {
    let path = path.utf8.span
    var place = 0
    for (number, segment) in segments.enumerated() {
      if number > 0 {
        guard place < path.count, path[place] == Self.slash else { return false }
        place += 1
      }
      guard let segment else {
        while place < path.count, path[place] != Self.slash { place += 1 }
        continue
      }
      guard path.count - place >= segment.count else { return false }
      for byte in segment {
        guard path[place] == byte else { return false }
        place += 1
      }
      guard place == path.count || path[place] == Self.slash else { return false }
    }
    return true
  }

  /// The first segment that no path has at its place, and those that there are; nil if some path might
  /// fit. `governance` are the keys of governance.yaml.
  package func deadSegment(governance: [String]) -> (segment: String, known: [String])? {
    let segments = segments.map { $0.map { String(decoding: $0, as: UTF8.self) } }
    if segments.contains("") { return ("", LeafPath.roots) }
    guard let root = segments[0] else { return nil }
    guard LeafPath.roots.contains(root) else { return (root, LeafPath.roots) }
    guard segments.count > 1, let second = segments[1] else { return nil }
    let known = root == "governance" ? governance : LeafPath.branches[root]
    guard let known, !known.contains(second) else { return nil }
    return (second, known)
  }
}

extension ApprovalPolicy {
  /// Those of scopes that somebody signs.
  var signedSelectors: [Selector] {
    scopes.filter { !roles(signing: $0.name.value).isEmpty }
      .flatMap { $0.selectors.map { Selector($0.value) } }
  }
}
