/// Two sequences laid side by side so that as much as possible is the same.
enum Alignment {
  /// Cells of the table that is filled at most; beyond that only the common ends are kept.
  private static let limit = 4_000_000

  /// Pairs of places whose elements are equal, in order.
  static func common<Item: Equatable>(_ old: [Item], _ new: [Item]) -> [(old: Int, new: Int)] {
    var start = 0
    while start < min(old.count, new.count), old[start] == new[start] { start += 1 }
    var end = 0
    while end < min(old.count, new.count) - start,
      old[old.count - 1 - end] == new[new.count - 1 - end]
    { end += 1 }
    let (rows, columns) = (old.count - start - end, new.count - start - end)
    var pairs = (0..<start).map { (old: $0, new: $0) }
    if rows > 0, columns > 0, rows * columns <= limit {
      var lengths = [[Int32]](repeating: [Int32](repeating: 0, count: columns + 1), count: rows + 1)
      for row in (0..<rows).reversed() {
        for column in (0..<columns).reversed() {
          lengths[row][column] =
            old[start + row] == new[start + column]
            ? lengths[row + 1][column + 1] + 1
            : max(lengths[row + 1][column], lengths[row][column + 1])
        }
      }
      var (row, column) = (0, 0)
      while row < rows, column < columns {
        if old[start + row] == new[start + column] {
          pairs.append((start + row, start + column))
          row += 1
          column += 1
        } else if lengths[row + 1][column] >= lengths[row][column + 1] {
          row += 1
        } else {
          column += 1
        }
      }
    }
    for back in (0..<end).reversed() {
      pairs.append((old.count - 1 - back, new.count - 1 - back))
    }
    return pairs
  }

  /// The elements that must move to turn one order of the same elements into the other: as few as
  /// possible. `ranks` are the old places in the new order.
  static func moved(_ ranks: [Int]) -> Set<Int> {
    var lengths = [Int](repeating: 1, count: ranks.count)
    var before = [Int?](repeating: nil, count: ranks.count)
    for place in ranks.indices {
      for other in 0..<place where ranks[other] < ranks[place] && lengths[other] >= lengths[place] {
        lengths[place] = lengths[other] + 1
        before[place] = other
      }
    }
    var stay: Set<Int> = []
    var place = ranks.indices.max { lengths[$0] < lengths[$1] }
    while let current = place {
      stay.insert(current)
      place = before[current]
    }
    return Set(ranks.indices).subtracting(stay)
  }

  /// How alike two texts are: twice the words they share, by all their words; 0 to 1.
  static func likeness(_ old: String, _ new: String) -> Double {
    likeness(sorted: words(old), words(new))
  }

  /// The words of a text, sorted.
  static func words(_ text: String) -> [Substring] { text.split(separator: " ").sorted() }

  static func likeness(sorted a: [Substring], _ b: [Substring]) -> Double {
    guard !a.isEmpty, !b.isEmpty else { return 0 }
    var (i, j, shared) = (0, 0, 0)
    while i < a.count, j < b.count {
      if a[i] == b[j] {
        shared += 1
        i += 1
        j += 1
      } else if a[i] < b[j] {
        i += 1
      } else {
        j += 1
      }
    }
    return 2 * Double(shared) / Double(a.count + b.count)
  }
}

/// Which elements of two lists are the same thing.
struct Matching {
  private(set) var pairs: [(old: Int, new: Int)] = []
  /// New places of pairs that were found by likeness alone, and are not very alike.
  private(set) var guesses: Set<Int> = []
  private var oldLeft: Set<Int>
  private var newLeft: Set<Int>

  init(_ oldCount: Int, _ newCount: Int) {
    oldLeft = Set(0..<oldCount)
    newLeft = Set(0..<newCount)
  }

  var removed: [Int] { oldLeft.sorted() }
  var added: [Int] { newLeft.sorted() }

  /// Pairs what has the same key; an empty or missing key matches nothing. Of several with one key the first
  /// goes with the first, and so on: a list does not differ from itself because something is in it twice.
  mutating func pair(_ oldKey: (Int) -> String?, _ newKey: (Int) -> String?) {
    // The places of a key, the first last.
    var places: [String: [Int]] = [:]
    for place in oldLeft.sorted().reversed() {
      if let key = oldKey(place), !key.isEmpty { places[key, default: []].append(place) }
    }
    for place in newLeft.sorted() {
      guard let key = newKey(place), let old = places[key]?.popLast() else { continue }
      take(old, place)
    }
  }

  /// Pairs what is left by likeness, the likest first.
  mutating func pair(
    atLeast least: Double, certain: Double = 0.75, _ likeness: (Int, Int) -> Double
  ) {
    guard oldLeft.count * newLeft.count <= 250_000 else { return }
    var found: [(likeness: Double, old: Int, new: Int)] = []
    for old in oldLeft.sorted() {
      for new in newLeft.sorted() {
        let value = likeness(old, new)
        if value >= least { found.append((value, old, new)) }
      }
    }
    found.sort { ($1.likeness, $0.old, $0.new) < ($0.likeness, $1.old, $1.new) }
    for candidate in found where oldLeft.contains(candidate.old) && newLeft.contains(candidate.new)
    {
      take(candidate.old, candidate.new)
      if candidate.likeness < certain { guesses.insert(candidate.new) }
    }
  }

  /// Pairs texts that are left by likeness, the likest first.
  mutating func pair(
    alike old: [String], _ new: [String], atLeast least: Double, certain: Double = 0.75
  ) {
    let (olds, news) = (removed, added)
    let pairs = Likeness.pairs(olds.map { old[$0] }, news.map { new[$0] }, atLeast: least)
    for pair in pairs {
      take(olds[pair.old], news[pair.new])
      if pair.likeness < certain { guesses.insert(news[pair.new]) }
    }
  }

  /// Pairs what is left between the same neighbours: an edited text stays where it stood. Where as many have
  /// gone as have come, they go together in order if they are somewhat alike.
  mutating func pair(inPlaceOf old: [String], _ new: [String], atLeast least: Double) {
    var (from, to) = (0, 0)
    var found: [(old: Int, new: Int)] = []
    for end in ordered + [(old.count, new.count)] {
      guard end.old >= from else { continue }
      let (olds, news) = (oldLeft.places(from..<end.old), newLeft.places(to..<end.new))
      if olds.count == news.count { found += zip(olds, news).map { ($0, $1) } }
      (from, to) = (end.old + 1, end.new + 1)
    }
    for pair in found where Alignment.likeness(old[pair.old], new[pair.new]) >= least {
      take(pair.old, pair.new)
      guesses.insert(pair.new)
    }
  }

  private mutating func take(_ old: Int, _ new: Int) {
    oldLeft.remove(old)
    newLeft.remove(new)
    pairs.append((old, new))
  }

  /// The pairs in the order of the new list.
  var ordered: [(old: Int, new: Int)] { pairs.sorted { $0.new < $1.new } }
}

extension Set<Int> {
  /// Those in a range, in order.
  fileprivate func places(_ range: Range<Int>) -> [Int] { range.filter(contains) }
}
