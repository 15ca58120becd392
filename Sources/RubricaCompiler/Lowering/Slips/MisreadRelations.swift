internal import RubricaModel
internal import RubricaSource

/// What is meant as a relation, and read as text: `#a –at→ #b`, `Ada slept. #a -at-> #b`, `#a at #b`.
struct MisreadRelations {
  /// Where lines stand: in an item as a reader sees it, in one in which every character counts, or
  /// behind the item.
  enum Place { case quote, fence, prose }

  /// The ids of the marks, and the names of relations.
  private let ids: Set<String>
  private let names: Set<String>

  private struct Word {
    let text: String
    let range: Range<Int>
  }

  /// Says of each relation in lines of a text, or behind it, that it is read as text.
  static func problems(
    in lines: [DerivedText], of text: ExampleText, _ layers: [Layer], _ place: Place
  ) -> [Problem] {
    var problems: [Problem] = []
    var known: MisreadRelations?
    for (number, line) in lines.enumerated() where line.bytes.contains(UInt8(ascii: "#")) {
      let reader = known ?? MisreadRelations(text, layers)
      known = reader
      let isOnlyText = place == .fence && number + 1 < lines.count
      problems += reader.problems(in: line, place, isOnlyText: isOnlyText)
    }
    return problems
  }

  private init(_ text: ExampleText, _ layers: [Layer]) {
    ids = Set(text.marks.compactMap { $0.id?.value })
    names = Set(layers.flatMap { $0.relations.map(\.id.value) })
  }

  /// `isOnlyText` is said of a line that cannot be one of relations: only what is sure to be one is found.
  private func problems(in line: DerivedText, _ place: Place, isOnlyText: Bool) -> [Problem] {
    let words = Self.words(line)
    guard words.count > 2 else { return [] }
    let found = Self.relations(words, line)
    if !found.isEmpty, isOnlyText || words.count > 3,
      place != .prose || words.allSatisfy({ Self.id($0) != nil || Self.isArrow($0.text) })
    {
      return found
    }
    if isOnlyText { return [] }
    return (Self.meantAsLine(words, line) ?? namingOnly(words, line)).map { [$0] } ?? []
  }

  /// Each `#a -name-> #b` among other words.
  private static func relations(_ words: [Word], _ line: DerivedText) -> [Problem] {
    var problems: [Problem] = []
    var place = 0
    while place + 2 < words.count {
      let arrow = words[place + 1].text
      guard let from = id(words[place]), let to = id(words[place + 2]), isArrow(arrow),
        let name = name(inArrow: arrow)
      else {
        place += 1
        continue
      }
      place += 3
      let range = from.range.lowerBound..<to.range.upperBound
      let meant =
        arrow == "-\(name)->"
        ? String(decoding: line.bytes[range], as: UTF8.self)
        : "\(from.text) -\(name)-> \(to.text)"
      problems.append(
        Problem(
          .malformedMark(
            "this looks like a relation but is read as text: a relation has a line of its own, "
              + "behind the text", meant: meant), at: line.span(range)))
    }
    return problems
  }

  /// A line that begins and ends with an id, and has something like an arrow in between.
  private static func meantAsLine(_ words: [Word], _ line: DerivedText) -> Problem? {
    guard let first = words.first, first.text.hasPrefix("#"), let last = words.last,
      last.text.hasPrefix("#")
    else { return nil }
    let arrow = words.dropFirst().dropLast().map(\.text).joined(separator: " ")
    guard isArrow(arrow) else { return nil }
    return problem(words, line, name: name(inArrow: arrow))
  }

  /// A line of nothing but ids of marks and names of relations: `#a at #b`.
  private func namingOnly(_ words: [Word], _ line: DerivedText) -> Problem? {
    var ends = 0
    var relations: [String] = []
    for word in words {
      if let id = Self.id(word), ids.contains(String(id.text.dropFirst())) {
        ends += 1
      } else if let name = Self.name(inArrow: word.text), names.contains(name) {
        relations.append(name)
      } else {
        return nil
      }
    }
    guard ends > 1, let name = relations.first else { return nil }
    let isOne = words.count == 3 && Self.name(inArrow: words[1].text) == name
    return Self.problem(words, line, name: isOne ? name : nil)
  }

  private static func problem(_ words: [Word], _ line: DerivedText, name: String?) -> Problem {
    let first = words[0]
    let last = words[words.count - 1]
    return Problem(
      .malformedMark(
        "this line looks like a relation but is read as text: relations are written "
          + "`#from -relation-> #to`, with plain hyphens and `>`, without a space in the arrow, "
          + "in a paragraph of their own",
        meant: name.map { "\(first.text) -\($0)-> \(last.text)" }),
      at: line.span(first.range.lowerBound..<last.range.upperBound))
  }

  /// What blanks separate.
  private static func words(_ line: DerivedText) -> [Word] {
    line.bytes.split(whereSeparator: { $0 == 32 || $0 == 10 || $0 == 13 }).map {
      Word(text: String(decoding: $0, as: UTF8.self), range: $0.startIndex..<$0.endIndex)
    }
  }

  /// `#a`, without a bracket before it and a stop behind it.
  private static func id(_ word: Word) -> Word? {
    let bytes = Array(word.text.utf8)
    let start = bytes.firstIndex { $0 != UInt8(ascii: "(") } ?? bytes.count
    let end = bytes.lastIndex { !".,;:)".utf8.contains($0) }.map { $0 + 1 } ?? 0
    guard end > start + 1, bytes[start] == UInt8(ascii: "#") else { return nil }
    let place = word.range.lowerBound
    return Word(
      text: String(decoding: bytes[start..<end], as: UTF8.self),
      range: (place + start)..<(place + end))
  }

  /// Whether words are an arrow with a name in it: of hyphens, or of the dashes and arrows that a
  /// program makes of them.
  private static func isArrow(_ words: String) -> Bool {
    if words.contains("->") { return true }
    guard let first = words.unicodeScalars.first, isDash(first) || isHead(first) else {
      return false
    }
    return words.unicodeScalars.contains(where: isHead)
  }

  /// What stands in an arrow, if it is one word.
  private static func name(inArrow words: String) -> String? {
    func isShaft(_ scalar: Unicode.Scalar) -> Bool {
      isDash(scalar) || isHead(scalar) || scalar == " " || scalar == "<"
        || scalar.isTypographicBlank
    }
    let inner = words.unicodeScalars.drop(while: isShaft)
    guard let end = inner.lastIndex(where: { !isShaft($0) }) else { return nil }
    let name = String(Substring(inner[...end]))
    let isWord = name.unicodeScalars.allSatisfy {
      $0.properties.isAlphabetic || $0 == "-" || $0 == "_" || ("0"..."9").contains($0)
    }
    return isWord ? name : nil
  }

  private static func isDash(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x2D, 0x3D, 0x2010...0x2015, 0x2212: true
    default: false
    }
  }

  private static func isHead(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x3E, 0x203A, 0x2190...0x21FF, 0x2794...0x27BE, 0x27F0...0x27FF: true
    default: false
    }
  }
}
