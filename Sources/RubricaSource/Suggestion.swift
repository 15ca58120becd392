/// Near misses, for "did you mean".
package enum Suggestion {
  /// The candidate closest to `word`, if it is close enough to be a slip: at most a third of its
  /// letters changed, letter case and separators not counted, and another number is another thing.
  /// Ties go to the first candidate.
  package static func nearest(to word: String, among candidates: some Sequence<String>) -> String? {
    let target = normalised(word)
    guard !target.isEmpty, target.count <= 64 else { return nil }
    let shape = Shape(word)
    var measure = EditDistance()
    var best: (candidate: String, distance: Int)?
    for candidate in candidates.prefix(2_000) {
      let other = Shape(candidate)
      guard abs(other.count - shape.count) <= 4, other.count <= 64 else { continue }
      var limit = max(shape.count, other.count) / 3
      if let best { limit = min(limit, best.distance - 1) }
      // Few words are so much alike that their letters need to be compared one by one. A plural has two more.
      let mayBePlural = shape.count == other.count + 2
      guard shape.leastDistance(to: other) <= (mayBePlural ? max(limit, 2) : limit) else {
        continue
      }
      let letters = normalised(candidate)
      let distance =
        isPlural(target, of: letters) ? 1 : measure.distance(target, letters, limit: limit)
      guard distance <= limit, !differInNumber(target, letters) else { continue }
      best = (candidate, distance)
    }
    return best?.candidate
  }

  /// The one candidate that is the same word but for letter case and separators; nil if there are
  /// several.
  package static func same(as word: String, among candidates: some Sequence<String>) -> String? {
    let target = normalised(word)
    guard !target.isEmpty else { return nil }
    let shape = Shape(word)
    var found: String?
    for candidate in candidates.prefix(2_000)
    where shape.leastDistance(to: Shape(candidate)) == 0 && normalised(candidate) == target {
      guard found == nil || found == candidate else { return nil }
      found = candidate
    }
    return found
  }

  private static func normalised(_ word: String) -> [UInt8] {
    word.lowercased().utf8.filter { !isSeparator($0) }
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

  /// How many letters a word has, and which: enough to tell most words apart.
  private struct Shape {
    private(set) var count = 0
    /// A bit for each letter, of which there are 64 kinds.
    private var letters: UInt64 = 0

    init(_ word: String) {
      if word.utf8.allSatisfy({ $0 < 0x80 }) {
        for byte in word.utf8 where !isSeparator(byte) {
          add(byte.lowered)
        }
      } else {
        for byte in normalised(word) { add(byte) }
      }
    }

    private mutating func add(_ byte: UInt8) {
      count += 1
      letters |= 1 << UInt64(byte & 63)
    }

    /// The words differ in at least so many letters.
    func leastDistance(to other: Shape) -> Int {
      max(
        abs(count - other.count), (letters & ~other.letters).nonzeroBitCount,
        (other.letters & ~letters).nonzeroBitCount)
    }
  }

  private static func isSeparator(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_") || byte == 32
  }

  /// Counts edits (insert, delete, replace, swap of neighbours) between byte strings, in memory that is
  /// used again.
  private struct EditDistance {
    private var beforeLast: [Int] = []
    private var last: [Int] = []
    private var current: [Int] = []

    /// The edits between two strings; any number above `limit` if there are more than that.
    mutating func distance(_ a: [UInt8], _ b: [UInt8], limit: Int) -> Int {
      let missing = b.count + 1 - last.count
      if missing > 0 {
        let more = [Int](repeating: 0, count: missing)
        beforeLast += more
        last += more
        current += more
      }
      for j in 0...b.count { last[j] = j }
      var leastOfLast = 0
      for i in 0..<a.count {
        current[0] = i + 1
        var least = i + 1
        for j in 0..<b.count {
          var cost = min(last[j + 1] + 1, current[j] + 1, last[j] + (a[i] == b[j] ? 0 : 1))
          if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] {
            cost = min(cost, beforeLast[j - 1] + 1)
          }
          current[j + 1] = cost
          least = min(least, cost)
        }
        // Every row is made from the two before it and cannot become smaller.
        if min(least, leastOfLast) > limit { return limit + 1 }
        leastOfLast = least
        swap(&beforeLast, &last)
        swap(&last, &current)
      }
      return last[b.count]
    }
  }
}
