/// Near misses, for "did you mean".
package enum Suggestion {
  /// The candidate closest to `word`, if it is close enough to be a slip: at most a third of its
  /// letters changed, letter case and separators not counted. Ties go to the first candidate.
  package static func nearest(to word: String, among candidates: some Sequence<String>) -> String? {
    let target = normalised(word)
    guard !target.isEmpty, target.count <= 64 else { return nil }
    var best: (candidate: String, distance: Int)?
    for candidate in candidates.prefix(2_000) {
      let other = normalised(candidate)
      guard abs(other.count - target.count) <= 4, other.count <= 64 else { continue }
      let distance = distance(target, other)
      let limit = max(1, max(target.count, other.count) / 3)
      if distance <= limit, distance < best?.distance ?? .max { best = (candidate, distance) }
    }
    return best?.candidate
  }

  /// The one candidate that is the same word but for letter case and separators; nil if there are
  /// several.
  package static func same(as word: String, among candidates: some Sequence<String>) -> String? {
    let target = normalised(word)
    guard !target.isEmpty else { return nil }
    var found: String?
    for candidate in candidates.prefix(2_000) where normalised(candidate) == target {
      guard found == nil || found == candidate else { return nil }
      found = candidate
    }
    return found
  }

  private static func normalised(_ word: String) -> [UInt8] {
    word.lowercased().utf8.filter { $0 != UInt8(ascii: "-") && $0 != UInt8(ascii: "_") && $0 != 32 }
  }

  /// Edits (insert, delete, replace, swap of neighbours) between two short byte strings.
  private static func distance(_ a: [UInt8], _ b: [UInt8]) -> Int {
    var beforeLast = [Int](repeating: 0, count: b.count + 1)
    var last = Array(0...b.count)
    for i in 0..<a.count {
      var current = [i + 1] + [Int](repeating: 0, count: b.count)
      for j in 0..<b.count {
        var cost = min(last[j + 1] + 1, current[j] + 1, last[j] + (a[i] == b[j] ? 0 : 1))
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] {
          cost = min(cost, beforeLast[j - 1] + 1)
        }
        current[j + 1] = cost
      }
      beforeLast = last
      last = current
    }
    return last[b.count]
  }
}
