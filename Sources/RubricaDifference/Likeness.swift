/// Which texts of two lists are the same one, edited.
///
/// Not every text is held against every other: words that few texts have lead to those that may be alike, so
/// that the time grows with the words and not with the square of the texts.
package enum Likeness {
  package struct Pair: Sendable, Equatable {
    package let old: Int
    package let new: Int
    /// Twice the words they share, by all their words; 0 to 1.
    package let likeness: Double
  }

  /// A word of more texts than this tells none of them from the others.
  private static let fewest = 64
  /// How many of the old texts each new one is held against at most.
  private static let candidates = 8

  /// Places of texts that are at least so alike, the likest first; each text stands in one pair at most. Of
  /// texts that are equally alike, the first ones go together.
  package static func pairs(_ old: [String], _ new: [String], atLeast least: Double) -> [Pair] {
    let (before, now) = (old.map(Alignment.words), new.map(Alignment.words))
    var places: [Substring: [Int]] = [:]
    for (place, words) in before.enumerated() {
      for word in Set(words) { places[word, default: []].append(place) }
    }
    var found: [Pair] = []
    for (place, words) in now.enumerated() {
      for other in Self.nearest(to: words, places, at: place, of: before.count) {
        let likeness = Alignment.likeness(sorted: before[other], words)
        if likeness >= least { found.append(Pair(old: other, new: place, likeness: likeness)) }
      }
    }
    found.sort { ($1.likeness, $0.new, $0.old) < ($0.likeness, $1.new, $1.old) }
    var (taken, used): (Set<Int>, Set<Int>) = ([], [])
    return found.filter { pair in
      guard !taken.contains(pair.old), !used.contains(pair.new) else { return false }
      taken.insert(pair.old)
      used.insert(pair.new)
      return true
    }
  }

  /// The old texts that share the most telling words, and the one at the same place.
  private static func nearest(
    to words: [Substring], _ places: [Substring: [Int]], at place: Int, of count: Int
  ) -> [Int] {
    var shared: [Int: Int] = [:]
    for word in Set(words) {
      guard let others = places[word], others.count <= fewest else { continue }
      for other in others { shared[other, default: 0] += 1 }
    }
    if place < count { shared[place, default: 0] += 0 }
    return shared.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(candidates + 1)
      .map(\.key)
  }
}
