/// A regular expression that is compared with the whole of a text, in time linear in the text's
/// length: the subset of ECMAScript that needs no going back. `docs/format/patterns.md` lists it.
package struct Pattern: Sendable {
  /// One step of the machine. A text is accepted if a way through the steps reads all of it.
  enum Step: Sendable {
    case read(ScalarSet)
    /// Goes on at two places at once.
    case fork(Int, Int)
    case jump(Int)
    case accept
  }

  let steps: [Step]
  /// Of each step those that read, and the last, that can be reached from it without reading: a bit each. Empty for
  /// a machine of more than 64 steps.
  private let reached: [UInt64]

  /// Steps of a pattern that an author wrote; a longer machine would be slow on long texts.
  package static let authoredLimit = 1_000

  package init(_ text: String, limit: Int = Pattern.authoredLimit) throws(PatternProblem) {
    var reader = PatternReader(text)
    let node = try reader.read()
    var writer = PatternWriter(limit: limit, length: text.utf8.count)
    try writer.write(node)
    let steps = writer.steps + [.accept]
    self.steps = steps
    reached = steps.count <= 64 ? steps.indices.map { Self.reached(from: $0, steps) } : []
  }

  private static func reached(from start: Int, _ steps: [Step]) -> UInt64 {
    var (seen, found): (UInt64, UInt64) = (0, 0)
    var pending = [start]
    while let place = pending.popLast() {
      let bit: UInt64 = 1 << UInt64(place)
      guard seen & bit == 0 else { continue }
      seen |= bit
      switch steps[place] {
      case .fork(let first, let second): pending += [first, second]
      case .jump(let target): pending.append(target)
      case .read, .accept: found |= bit
      }
    }
    return found
  }

  package func matches(_ text: String) -> Bool { firstMismatch(in: text) == nil }

  /// The byte at which no continuation could match any more, or the end of a text that stops too
  /// early; nil if the text matches.
  package func firstMismatch(in text: String) -> Int? {
    reached.isEmpty ? firstMismatchOfLong(in: text) : firstMismatchOfShort(in: text)
  }

  /// All ways through a short machine at once, as the bits of a number.
  private func firstMismatchOfShort(in text: String) -> Int? {
    var current = reached[0]
    var offset = 0
    for scalar in text.unicodeScalars {
      var next: UInt64 = 0
      while current != 0 {
        let place = current.trailingZeroBitCount
        current &= current - 1
        if case .read(let set) = steps[place], set.contains(scalar.value) {
          next |= reached[place + 1]
        }
      }
      if next == 0 { return offset }
      current = next
      offset += UTF8.width(scalar)
    }
    return current >> UInt64(steps.count - 1) & 1 == 1 ? nil : offset
  }

  private func firstMismatchOfLong(in text: String) -> Int? {
    var current = ThreadList(steps.count)
    var next = ThreadList(steps.count)
    follow(0, &current)
    var offset = 0
    for scalar in text.unicodeScalars {
      next.removeAll()
      for place in current.places {
        if case .read(let set) = steps[place], set.contains(scalar.value) {
          follow(place + 1, &next)
        }
      }
      if next.places.isEmpty { return offset }
      swap(&current, &next)
      offset += UTF8.width(scalar)
    }
    return current.contains(steps.count - 1) ? nil : offset
  }

  /// Adds a step and all that can be reached from it without reading.
  private func follow(_ start: Int, _ threads: inout ThreadList) {
    threads.pending.append(start)
    while let place = threads.pending.popLast() {
      guard threads.insert(place) else { continue }
      switch steps[place] {
      case .fork(let first, let second):
        threads.pending.append(second)
        threads.pending.append(first)
      case .jump(let target): threads.pending.append(target)
      case .read, .accept: break
      }
    }
  }
}

/// Why a text is not a pattern, and which of its bytes are to blame.
package struct PatternProblem: Error {
  package let message: String
  package let range: Range<Int>
}

/// A set of steps that is emptied and asked in constant time.
private struct ThreadList {
  private(set) var places: [Int] = []
  var pending: [Int] = []
  private var marks: [Int]
  private var round = 1

  init(_ count: Int) { marks = Array(repeating: 0, count: count) }

  mutating func insert(_ place: Int) -> Bool {
    guard marks[place] != round else { return false }
    marks[place] = round
    places.append(place)
    return true
  }

  func contains(_ place: Int) -> Bool { marks[place] == round }

  mutating func removeAll() {
    places.removeAll(keepingCapacity: true)
    round += 1
  }
}

/// Ranges of Unicode scalars, or everything but them.
struct ScalarSet: Sendable {
  var ranges: [ClosedRange<UInt32>]
  var isNegated = false

  func contains(_ scalar: UInt32) -> Bool {
    for range in ranges where range.contains(scalar) { return !isNegated }
    return isNegated
  }

  static func only(_ scalar: UInt32) -> ScalarSet { ScalarSet(ranges: [scalar...scalar]) }

  static let digits = ScalarSet(ranges: [0x30...0x39])
  static let word = ScalarSet(ranges: [0x30...0x39, 0x41...0x5A, 0x5F...0x5F, 0x61...0x7A])
  static let space = ScalarSet(ranges: [
    0x09...0x0D, 0x20...0x20, 0xA0...0xA0, 0x1680...0x1680, 0x2000...0x200A, 0x2028...0x2029,
    0x202F...0x202F, 0x205F...0x205F, 0x3000...0x3000, 0xFEFF...0xFEFF,
  ])
  static let lineEnds = ScalarSet(ranges: [0x0A...0x0A, 0x0D...0x0D, 0x2028...0x2029])

  var inverted: ScalarSet { ScalarSet(ranges: ranges, isNegated: !isNegated) }

  /// The set as ranges alone.
  var positiveRanges: [ClosedRange<UInt32>] {
    guard isNegated else { return ranges }
    var gaps: [ClosedRange<UInt32>] = []
    var next: UInt32 = 0
    for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if range.lowerBound > next { gaps.append(next...(range.lowerBound - 1)) }
      next = max(next, range.upperBound + 1)
    }
    if next <= 0x10FFFF { gaps.append(next...0x10FFFF) }
    return gaps
  }
}
