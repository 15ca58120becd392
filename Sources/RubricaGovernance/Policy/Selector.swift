/// A path prefix by whole segments, in which `*` stands for one segment: `examples/*/expected`.
package struct Selector: Sendable {
  private let segments: [Substring]

  package init(_ text: String) {
    segments = text.split(separator: "/", omittingEmptySubsequences: false)
  }

  package func selects(_ path: String) -> Bool {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    return parts.count >= segments.count
      && zip(segments, parts).allSatisfy { $0 == "*" || $0 == $1 }
  }

  /// The first segment that no path has at its place, and those that there are; nil if some path might
  /// fit. `governance` are the keys of governance.yaml.
  package func deadSegment(governance: [String]) -> (segment: String, known: [String])? {
    if let empty = segments.first(where: \.isEmpty) { return (String(empty), LeafPath.roots) }
    let root = String(segments[0])
    if root == "*" { return nil }
    guard LeafPath.roots.contains(root) else { return (root, LeafPath.roots) }
    guard segments.count > 1, segments[1] != "*" else { return nil }
    let known = root == "governance" ? governance : LeafPath.branches[root]
    guard let known, !known.contains(String(segments[1])) else { return nil }
    return (String(segments[1]), known)
  }
}
