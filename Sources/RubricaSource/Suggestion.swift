/// Near misses, for "did you mean".
package enum Suggestion {
  /// The candidate closest to `word`, if it is close enough to be a slip: at most a third of its
  /// letters changed, letter case and separators not counted, and another number is another thing.
  /// Ties go to the first candidate.
  package static func nearest(to word: String, among candidates: some Sequence<String>) -> String? {
    let target = normalised(word)
    guard !target.isEmpty, target.count <= 64 else { return nil }
    var best: (candidate: String, distance: Int)?
    for candidate in candidates.prefix(2_000) {
      let other = normalised(candidate)
      guard abs(other.count - target.count) <= 4, other.count <= 64 else { continue }
      let distance = isPlural(target, of: other) ? 1 : distance(target, other)
      let limit = max(target.count, other.count) / 3
      guard distance <= limit, distance < best?.distance ?? .max else { continue }
      if !differInNumber(target, other) { best = (candidate, distance) }
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

  /// `boxes` of `box`.
  private static func isPlural(_ a: [UInt8], of b: [UInt8]) -> Bool {
    b.count >= 3 && a.count == b.count + 2 && a.starts(with: b)
      && a.suffix(2).elementsEqual("es".utf8)
  }

  private static func differInNumber(_ a: [UInt8], _ b: [UInt8]) -> Bool {
    let numbers = [a, b].map { $0.filter(\.isDigit) }
    return !numbers[0].isEmpty && !numbers[1].isEmpty && numbers[0] != numbers[1]
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
