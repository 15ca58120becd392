internal import RubricaModel
internal import RubricaSource

/// Values within braces that end at a comma, though more was meant: `{means: Wrong, or off topic}` is a
/// value and a key with nothing behind it, and so is `{start: 1,5}`.
enum CutValues {
  /// The same data with the values that are certainly cut off made whole, and each key once; what to say of
  /// those values, and the places of keys in them that stand there a second time.
  static func mend(
    _ node: DataNode
  ) -> (node: DataNode, problems: [Problem], words: Set<Span>) {
    guard needsMending(node) else { return (node, [], []) }
    var mending = Mending()
    let whole = mending.mend(node)
    return (whole, mending.problems, mending.words)
  }

  private static func needsMending(_ node: DataNode) -> Bool {
    switch node.kind {
    case .scalar: false
    case .list(let items): items.contains { needsMending($0) }
    case .mapping(let fields):
      fields.contains { $0.isBare || $0.isRepeated || needsMending($0.value) }
    }
  }

  private struct Mending {
    private(set) var problems: [Problem] = []
    /// The places of keys in cut values that stand there a second time.
    private(set) var words: Set<Span> = []
    /// Aliases stand for one value at many places.
    private var seen: Set<Span> = []

    mutating func mend(_ node: DataNode) -> DataNode {
      switch node.kind {
      case .scalar: return node
      case .list(let items):
        var whole: [DataNode] = []
        for item in items { whole.append(mend(item)) }
        return DataNode(.list(whole), node.span)
      case .mapping(let fields): return DataNode(.mapping(mend(fields)), node.span)
      }
    }

    private mutating func mend(_ fields: [DataNode.Field]) -> [DataNode.Field] {
      var whole: [DataNode.Field] = []
      var place = 0
      var isBehindGap = false
      while place < fields.count {
        var field = fields[place]
        if field.isRepeated {
          isBehindGap = true
          place += 1
          continue
        }
        // What follows a key that is left out continues nothing before it.
        if !field.isBare { isBehindGap = false }
        if isBehindGap { field.isBare = false }
        let rest = fields[place].isBare ? [] : CutValues.rest(behind: place, fields)
        if !CutValues.lists.contains(field.key.value),
          let cut = CutValue.certain(field.value, rest)
        {
          if seen.insert(cut.whole.span).inserted { problems.append(cut.problem) }
          field.value = cut.whole
          for other in fields[(place + 1)...].prefix(rest.count) where other.isRepeated {
            words.insert(other.key.span)
          }
          place += rest.count
        } else {
          field.value = mend(field.value)
        }
        whole.append(field)
        place += 1
      }
      return whole
    }
  }

  /// Words that go on with a sentence, in the languages of the vocabulary that have blanks; none of one letter,
  /// which may be a coordinate.
  private static let conjunctions = [
    "or", "and", "but", "nor", "oder", "und", "aber", "ou", "et", "mais", "pero",
  ]

  /// What a comma cuts off the value at a place: keys without values, and behind a text also a key such as `or`.
  private static func rest(
    behind place: Int, _ fields: [DataNode.Field]
  ) -> [Located<String>] {
    // What an alias stands for is written elsewhere.
    guard fields[place].isWritten else { return [] }
    let isSentence = fields[place].value.plainText?.value.contains(" ") ?? false
    var rest: [Located<String>] = []
    for field in fields[(place + 1)...] {
      if field.isBare {
        rest.append(field.key)
      } else if isSentence, conjunctions.contains(field.key.value),
        let value = field.value.plainText
      {
        rest.append(
          Located("\(field.key.value): \(value.value)", field.key.span.union(value.span)))
      } else {
        break
      }
    }
    return rest
  }

  fileprivate static func continues(_ part: String) -> Bool {
    guard let colon = part.firstIndex(of: ":") else { return false }
    return conjunctions.contains(String(part[..<colon]))
  }

  /// Keys of lists of words, which their readers make whole.
  private static let lists = ["labels", "values", "candidates", "applies-to"]

  /// The list that a key and those without values behind it are, and what to say of it; nothing if one of them
  /// may be a key of `known`.
  static func list(
    at place: Int, _ fields: [DataNode.Field], known: [String]
  ) -> (list: DataNode, problem: Problem)? {
    guard !fields[place].isBare else { return nil }
    let rest = bareKeys(behind: place, fields)
    if rest.isEmpty { return nil }
    let cut = hasKey(rest, of: known) ? nil : CutValue.list(fields[place].value, before: rest)
    return cut.map { ($0.whole, $0.problem) }
  }

  private static func hasKey(_ words: [Located<String>], of known: [String]) -> Bool {
    words.contains {
      known.contains($0.value) || Suggestion.nearest(to: $0.value, among: known) != nil
    }
  }

  private static func bareKeys(
    behind place: Int, _ fields: [DataNode.Field]
  ) -> [Located<String>] {
    guard fields[place].isWritten else { return [] }
    return fields[(place + 1)...].prefix { $0.isBare }.map(\.key)
  }

  /// What to say of a key that nobody knows, and of those behind it, if they are the end of the text
  /// before them; nothing if it is a key of its own, or `known` has one like it.
  static func problem(
    at place: Int, _ fields: [DataNode.Field], known: [String]
  ) -> Problem? {
    guard place > 0, fields[place].isBare, !fields[place - 1].isBare else { return nil }
    let rest = bareKeys(behind: place - 1, fields)
    if rest.isEmpty { return nil }
    if hasKey(rest, of: known) { return nil }
    return CutValue.text(fields[place - 1].value, before: rest)?.problem
  }
}

/// A value and what a comma has cut off it.
private struct CutValue {
  /// The value with the rest of it.
  let whole: DataNode
  let written: String
  let expected: String
  let suggestion: String?

  var problem: Problem {
    Problem(
      .wrongValue(
        expected: expected, found: "`\(written.shortened(to: 40))`", suggestion: suggestion),
      at: whole.span)
  }

  /// A value that is certainly cut off; nothing if what stands behind it may be keys.
  static func certain(_ value: DataNode, _ rest: [Located<String>]) -> CutValue? {
    guard !rest.isEmpty, let first = value.plainText else { return nil }
    if let numbers = numbers([first.value] + rest.map(\.value)) {
      return numbers.count > 2 ? list(first, rest, numbers) : decimal(first, rest)
    }
    if let points = points(first, rest) { return points }
    // A word that stands twice is no key.
    let isRepeated =
      Set(rest.map(\.value)).count < rest.count && !isName(Array(first.value.utf8)[...])
    guard hasLetter(first.value) || rest.contains(where: { hasLetter($0.value) }) else {
      return nil
    }
    let isText =
      isRepeated
      || rest.contains {
        CutValues.continues($0.value) || self.isText($0.value, behind: first.value)
      }
    return isText ? text(first, rest) : nil
  }

  private static func hasLetter(_ text: String) -> Bool {
    text.utf8.contains { $0.isLetter || $0 >= 0x80 }
  }

  /// A text whose end is one word, or some, behind a comma; nothing if it may be a list of names.
  static func text(_ value: DataNode, before rest: [Located<String>]) -> CutValue? {
    guard let first = value.plainText, !isName(Array(first.value.utf8)[...]),
      hasLetter(first.value) || rest.contains(where: { hasLetter($0.value) })
    else { return nil }
    return text(first, rest)
  }

  /// `(1,2) (3,4)`: points in parentheses.
  private static func points(_ first: Located<String>, _ rest: [Located<String>]) -> CutValue? {
    guard first.value.utf8.first == UInt8(ascii: "(") else { return nil }
    let written = joined(first, rest)
    guard written.utf8.last == UInt8(ascii: ")"),
      written.utf8.allSatisfy({ $0.isDigit || "(),.- ".utf8.contains($0) })
    else { return nil }
    let place = place(first, rest)
    var points: [DataNode] = []
    var words: [String] = []
    for part in written.split(separator: ")") {
      guard let opening = part.firstIndex(of: "("),
        part[..<opening].allSatisfy({ $0 == " " || $0 == "," })
      else { return nil }
      let numbers = part[part.index(after: opening)...].split(separator: ",").map { number in
        let word = number.split(separator: " ").joined(separator: " ")
        return DataNode(.scalar(word, isPlain: true), place)
      }
      guard numbers.count == 2, numbers.allSatisfy({ $0.number != nil }) else { return nil }
      points.append(DataNode(.list(numbers), place))
      words.append("[\(numbers.compactMap { $0.text?.value }.joined(separator: ", "))]")
    }
    guard points.count > 1 else { return nil }
    return CutValue(
      whole: DataNode(.list(points), place), written: written,
      expected: "brackets around this list and each of its points, not parentheses",
      suggestion: "[\(words.joined(separator: ", "))]")
  }

  /// A list of words whose end is behind a comma.
  static func list(_ value: DataNode, before rest: [Located<String>]) -> CutValue? {
    guard !rest.isEmpty, let first = value.plainText else { return nil }
    let words = [first] + rest
    // Between them stand a comma and a blank, and nothing else.
    let isEven = gaps(first, rest).allSatisfy { $0 <= 2 }
    let items = words.map { DataNode(.scalar($0.value, isPlain: true), $0.span) }
    return CutValue(
      whole: DataNode(.list(items), place(first, rest)), written: joined(first, rest),
      expected: "brackets around this list, since a comma ends a value within `{…}`",
      suggestion: isEven ? "[\(words.map(\.value).joined(separator: ", "))]" : nil)
  }

  private static func list(
    _ first: Located<String>, _ rest: [Located<String>], _ numbers: [String]
  ) -> CutValue {
    let place = place(first, rest)
    let gaps = gaps(first, rest)
    let isEven = gaps.allSatisfy { $0 == gaps[0] }
    return CutValue(
      whole: DataNode(.list(numbers.map { DataNode(.scalar($0, isPlain: true), place) }), place),
      written: joined(first, rest),
      expected: "brackets around this list, since a comma ends a value within `{…}`",
      suggestion: isEven ? "[\(numbers.joined(separator: ", "))]" : nil)
  }

  /// `1,5`, without a blank.
  private static func decimal(_ first: Located<String>, _ rest: [Located<String>]) -> CutValue? {
    guard rest.count == 1, gaps(first, rest) == [1], rest[0].value.utf8.allSatisfy(\.isDigit),
      first.value.utf8.last?.isDigit ?? false
    else { return nil }
    let number = "\(first.value).\(rest[0].value)"
    return CutValue(
      whole: DataNode(.scalar(number, isPlain: true), place(first, rest)),
      written: joined(first, rest),
      expected: "a decimal point in the number, since commas separate keys",
      // Three digits may be thousands.
      suggestion: rest[0].value.utf8.count == 3 ? nil : number)
  }

  private static func text(_ first: Located<String>, _ rest: [Located<String>]) -> CutValue {
    let written = joined(first, rest)
    let quote = written.contains("\"") || written.contains("\\") ? "'" : "\""
    return CutValue(
      whole: DataNode(.scalar(written, isPlain: true), place(first, rest)), written: written,
      expected: "quotes around this text, since a comma ends a text within `{…}`",
      suggestion: written.contains(quote) ? nil : quote + written + quote)
  }

  private static func place(_ first: Located<String>, _ rest: [Located<String>]) -> Span {
    rest.last.map { first.span.union($0.span) } ?? first.span
  }

  /// The parts as numbers, without the parentheses around them.
  private static func numbers(_ parts: [String]) -> [String]? {
    var parts = parts
    let end = parts.count - 1
    if parts[0].hasPrefix("("), parts[end].hasSuffix(")") {
      parts[0].removeFirst()
      parts[end].removeLast()
    }
    let areNumbers = parts.allSatisfy { part in
      part.utf8.contains { $0.isDigit }
        && part.utf8.allSatisfy { $0.isDigit || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "-") }
    }
    return areNumbers ? parts : nil
  }

  /// Whether a key is words: not `load=full` or `load:full`, which are meant as a key and its value, and not
  /// `required true` behind `box`.
  private static func isText(_ key: String, behind value: String) -> Bool {
    let words = key.utf8.split(separator: 32)
    if words.first?.contains(UInt8(ascii: ":")) ?? false { return false }
    guard words.count > 1 else {
      let isSentence = ".!?)".utf8.contains(key.utf8.last ?? 0)
      return isSentence || key.utf8.contains { $0 >= 0x80 }
    }
    guard words.count == 2 else { return true }
    if words[1].elementsEqual("true".utf8) || words[1].elementsEqual("false".utf8) { return false }
    return !isName(Array(value.utf8)[...]) || !isName(Array(words[0])[...])
  }

  /// Whether it is one word in small letters, as keys are.
  private static func isName(_ word: ArraySlice<UInt8>) -> Bool {
    word.allSatisfy { $0 &- 0x61 < 26 || $0.isDigit || $0 == UInt8(ascii: "-") }
  }

  private static func joined(_ first: Located<String>, _ rest: [Located<String>]) -> String {
    var text = first.value
    for (key, gap) in zip(rest, gaps(first, rest)) {
      text += (gap == 1 ? "," : ", ") + key.value
    }
    return text
  }

  /// How many bytes stand between the parts.
  private static func gaps(_ first: Located<String>, _ rest: [Located<String>]) -> [Int] {
    var gaps: [Int] = []
    var end = first.span.end
    for key in rest {
      gaps.append(Int(key.span.start) - Int(end))
      end = key.span.end
    }
    return gaps
  }
}

extension DataNode {
  /// A text without quotes.
  fileprivate var plainText: Located<String>? {
    guard case .scalar(_, isPlain: true) = kind else { return nil }
    return text
  }
}

extension DataNode.Field {
  /// Whether the value stands behind its key, and is not that of an anchor.
  fileprivate var isWritten: Bool {
    value.span.source == key.span.source && value.span.start >= key.span.end
  }
}
