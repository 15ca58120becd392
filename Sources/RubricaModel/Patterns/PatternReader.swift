/// What a pattern says, as a tree.
indirect enum PatternNode {
  case set(ScalarSet)
  case sequence([PatternNode])
  case choice([PatternNode])
  case repeated(PatternNode, least: Int, most: Int?)
}

/// Reads the text of a pattern.
struct PatternReader {
  private let scalars: [Unicode.Scalar]
  /// The byte at which each scalar starts, and the end.
  private let offsets: [Int]
  private var place = 0
  private var depth = 0

  /// Groups within groups, and the largest number in braces.
  private static let depthLimit = 50
  private static let countLimit = 1_000

  init(_ text: String) {
    scalars = Array(text.unicodeScalars)
    var offsets = [0]
    for scalar in scalars { offsets.append((offsets.last ?? 0) + UTF8.width(scalar)) }
    self.offsets = offsets
  }

  mutating func read() throws(PatternProblem) -> PatternNode {
    let node = try choice()
    if place < scalars.count { throw problem("this `)` closes nothing", place..<(place + 1)) }
    return node
  }

  private func problem(_ message: String, _ range: Range<Int>) -> PatternProblem {
    let end = min(range.upperBound, scalars.count)
    return PatternProblem(
      message: message, range: offsets[min(range.lowerBound, end)]..<offsets[end])
  }

  private var next: Unicode.Scalar? { place < scalars.count ? scalars[place] : nil }

  private mutating func choice() throws(PatternProblem) -> PatternNode {
    var branches = [try sequence()]
    while next == "|" {
      place += 1
      branches.append(try sequence())
    }
    return branches.count == 1 ? branches[0] : .choice(branches)
  }

  private mutating func sequence() throws(PatternProblem) -> PatternNode {
    var parts: [PatternNode] = []
    while let scalar = next, scalar != "|", scalar != ")" {
      if scalar == "^" || scalar == "$" {
        try anchor(scalar)
        continue
      }
      parts.append(try repetition(of: try atom()))
    }
    return parts.count == 1 ? parts[0] : .sequence(parts)
  }

  /// The whole text is compared anyway, so at its ends the anchors say nothing new.
  private mutating func anchor(_ scalar: Unicode.Scalar) throws(PatternProblem) {
    let isAtEnd = scalar == "^" ? place == 0 : place == scalars.count - 1
    guard isAtEnd else {
      throw problem(
        "`\(scalar)` has a special meaning only at the \(scalar == "^" ? "start" : "end") of the pattern",
        place..<(place + 1))
    }
    place += 1
  }

  private mutating func atom() throws(PatternProblem) -> PatternNode {
    let start = place
    let scalar = scalars[place]
    place += 1
    switch scalar {
    case ".": return .set(ScalarSet.lineEnds.inverted)
    case "[": return .set(try set(from: start))
    case "(": return try group(from: start)
    case "\\": return .set(try escape(from: start))
    case "*", "+", "?", "{":
      throw problem(
        "`\(scalar)` repeats what comes before it, but nothing does; for the character itself "
          + "write `\\\(scalar)`", start..<place)
    case "]", "}":
      throw problem("for the character itself write `\\\(scalar)`", start..<place)
    default: return .set(.only(scalar.value))
    }
  }

  private mutating func group(from start: Int) throws(PatternProblem) -> PatternNode {
    if next == "?" {
      guard place + 1 < scalars.count, scalars[place + 1] == ":" else {
        throw problem(
          "only plain groups, `(…)` and `(?:…)`: lookahead, lookbehind and names are not supported",
          start..<(place + 2))
      }
      place += 2
    }
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.depthLimit else {
      throw problem("more than \(Self.depthLimit) nested groups", start..<place)
    }
    let inner = try choice()
    guard next == ")" else { throw problem("this group never closes", start..<(start + 1)) }
    place += 1
    return inner
  }

  private mutating func repetition(of node: PatternNode) throws(PatternProblem) -> PatternNode {
    guard let scalar = next else { return node }
    var counts: (least: Int, most: Int?)
    switch scalar {
    case "*": counts = (0, nil)
    case "+": counts = (1, nil)
    case "?": counts = (0, 1)
    case "{": counts = try braces()
    default: return node
    }
    if scalar != "{" { place += 1 }
    if let after = next, after == "?" || after == "+" || after == "*" {
      throw problem(
        "one repetition is enough: the whole text must match, so `\(after)` changes nothing",
        place..<(place + 1))
    }
    return .repeated(node, least: counts.least, most: counts.most)
  }

  /// `{3}`, `{2,}` or `{2,5}`.
  private mutating func braces() throws(PatternProblem) -> (Int, Int?) {
    let start = place
    place += 1
    let least = number()
    var most = least
    if next == "," {
      place += 1
      most = number()
    }
    guard next == "}", let least else {
      throw problem("write `{3}`, `{2,}` or `{2,5}`", start..<max(place, start + 1))
    }
    place += 1
    if least > Self.countLimit || (most ?? 0) > Self.countLimit {
      throw problem("more than \(Self.countLimit) repetitions", start..<place)
    }
    if let most, most < least {
      throw problem("the second number is smaller than the first", start..<place)
    }
    return (least, most)
  }

  private mutating func number() -> Int? {
    var value: Int?
    while let scalar = next, ("0"..."9").contains(scalar) {
      value = min((value ?? 0) * 10 + Int(scalar.value - 0x30), Self.countLimit + 1)
      place += 1
    }
    return value
  }

  // MARK: Sets of characters

  private mutating func set(from start: Int) throws(PatternProblem) -> ScalarSet {
    var ranges: [ClosedRange<UInt32>] = []
    let isNegated = next == "^"
    if isNegated { place += 1 }
    while let scalar = next, scalar != "]" {
      let from = place
      let first = try setItem(scalar)
      guard next == "-", place + 1 < scalars.count, scalars[place + 1] != "]" else {
        ranges += first.positiveRanges
        continue
      }
      place += 1
      let last = try setItem(scalars[place])
      guard let low = first.single, let high = last.single, low <= high else {
        throw problem("a range must go from a lower to a higher character", from..<place)
      }
      ranges.append(low...high)
    }
    guard next == "]" else { throw problem("this `[` never closes", start..<(start + 1)) }
    place += 1
    guard !ranges.isEmpty else { throw problem("an empty set matches nothing", start..<place) }
    return ScalarSet(ranges: ranges, isNegated: isNegated)
  }

  private mutating func setItem(_ scalar: Unicode.Scalar) throws(PatternProblem) -> ScalarSet {
    let start = place
    place += 1
    return scalar == "\\" ? try escape(from: start) : .only(scalar.value)
  }

  private mutating func escape(from start: Int) throws(PatternProblem) -> ScalarSet {
    guard let scalar = next else {
      throw problem("there is a single `\\` at the end", start..<place)
    }
    place += 1
    switch scalar {
    case "d": return .digits
    case "D": return ScalarSet.digits.inverted
    case "w": return .word
    case "W": return ScalarSet.word.inverted
    case "s": return .space
    case "S": return ScalarSet.space.inverted
    case "t": return .only(0x09)
    case "n": return .only(0x0A)
    case "r": return .only(0x0D)
    default:
      guard scalar.isASCII, !Self.isWord(scalar) else {
        throw problem(
          "`\\\(scalar)` is not supported: besides `\\d`, `\\w`, `\\s`, their capitals, `\\t`, `\\n` and "
            + "`\\r` a backslash is only allowed before punctuation", start..<place)
      }
      return .only(scalar.value)
    }
  }

  private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
    ScalarSet.word.contains(scalar.value) && scalar != "_"
  }
}

extension ScalarSet {
  /// The character, if it is just one.
  fileprivate var single: UInt32? {
    guard !isNegated, ranges.count == 1, ranges[0].count == 1 else { return nil }
    return ranges[0].lowerBound
  }
}
