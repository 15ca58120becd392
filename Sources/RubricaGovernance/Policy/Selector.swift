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
    var rest = path.utf8[...]
    for (place, segment) in segments.enumerated() {
      if place > 0 {
        guard rest.first == Self.slash else { return false }
        rest = rest.dropFirst()
      }
      guard let segment else {
        rest = rest.drop { $0 != Self.slash }
        continue
      }
      guard rest.starts(with: segment) else { return false }
      rest = rest.dropFirst(segment.count)
      guard rest.isEmpty || rest.first == Self.slash else { return false }
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
