internal import RubricaModel
internal import RubricaSource

/// What is meant as a mark, and read as text: `[Ada{PER}`, `Ada]{PER}`, `[Ada][PER]`, `{Ada}[PER]`,
/// `[Ada]\{PER\}`. It is one if what stands in the last brackets is a label, which only a reader of all
/// labels knows.
struct MisreadMarks {
  private struct Slip {
    /// What stands in the place of the label.
    let word: String
    /// What stands behind it within the brackets.
    let rest: String
    /// The words that are marked, where it is certain which they are.
    let marked: String?
    /// What stands in the braces of a mark right before it: its words have a label.
    let mark: String?
    /// The brackets of the label as they are written.
    let written: String
    let place: Span
  }

  private var slips: [Slip] = []

  var isEmpty: Bool { slips.isEmpty }

  /// How far away the other bracket is searched.
  private static let reach = 200

  /// Takes note of the bracket at a place, which is `start` or has a backslash there before it, if it may
  /// be that of a label.
  mutating func note(_ text: DerivedText, at place: Int, from start: Int) {
    let bytes = text.bytes
    guard start > 0, !bytes[start - 1].isWhiteSpace,
      let close = Self.closing(of: place, bytes)
    else { return }
    let isBehindBracket = "]}".utf8.contains(bytes[start - 1])
    // Escaped signs behind a word are meant as they are.
    guard isBehindBracket || bytes[place] != UInt8(ascii: "[") && start == place else { return }
    if Self.isCode(before: start, bytes) { return }
    let width = close.width
    let isEscaped = bytes[close.place - 1] == UInt8(ascii: "\\")
    let end = isEscaped ? close.place - 1 : close.place
    guard end > place + width else { return }
    let words = bytes[(place + width)..<end].split(separator: 32)
    guard let label = words.first,
      words.dropFirst().allSatisfy({
        $0.first == UInt8(ascii: "#") || $0.contains(UInt8(ascii: "="))
      })
    else { return }
    let behind = close.place + width
    var found = Self.marked(before: start, bytes)
    var mark: String?
    if let braces = found, braces.start > 0, bytes[start - 1] == UInt8(ascii: "}"),
      bytes[braces.start - 1] == UInt8(ascii: "]")
    {
      mark = String(decoding: bytes[braces.words], as: UTF8.self)
      found = nil
    } else if let whole = found, bytes[place] == UInt8(ascii: "["),
      Self.isIndex(whole.words, from: whole.start, bytes)
    {
      found = nil
    }
    if let whole = found {
      // Whoever escapes only the first bracket wants both to be text.
      let isOpenEscaped = bytes[whole.start] == UInt8(ascii: "\\")
      let isCloseEscaped = bytes[whole.words.upperBound] == UInt8(ascii: "\\")
      if isOpenEscaped, !isCloseEscaped { return }
      // What the file does not hold as it is cannot be replaced.
      let span = text.span(whole.start..<behind)
      if Int(span.end) - Int(span.start) != behind - whole.start { found = nil }
    }
    slips.append(
      Slip(
        word: String(decoding: label, as: UTF8.self),
        rest: words.dropFirst().map { " " + String(decoding: $0, as: UTF8.self) }.joined(),
        marked: found.map { String(decoding: bytes[$0.words], as: UTF8.self) }, mark: mark,
        written: String(decoding: bytes[start..<behind], as: UTF8.self),
        place: text.span((found?.start ?? start)..<behind)))
  }

  /// Whether what stands before braces makes them part of an address, a template or a formula: `/{x}`,
  /// `${x}`, `{{x}}`, `x_{x}`, `\text{x}`.
  private static func isCode(before start: Int, _ bytes: [UInt8]) -> Bool {
    if "/$%_{".utf8.contains(bytes[start - 1]) { return true }
    var index = start - 1
    let limit = max(0, start - reach)
    while index > limit, bytes[index].isLetter { index -= 1 }
    return index < start - 1 && bytes[index] == UInt8(ascii: "\\")
  }

  /// Whether words in brackets may be no words: a number, or the index of a name, as in `rows[i][x]`.
  private static func isIndex(_ words: Range<Int>, from start: Int, _ bytes: [UInt8]) -> Bool {
    if bytes[words].allSatisfy(\.isDigit) { return true }
    guard start > 0 else { return false }
    let before = bytes[start - 1]
    return before.isLetter || before.isDigit || "_)]".utf8.contains(before)
  }

  /// The sign that closes the one at a place, and how many bytes each of the two has.
  private static func closing(of place: Int, _ bytes: [UInt8]) -> (place: Int, width: Int)? {
    let limit = min(bytes.count, place + reach)
    if bytes[place] == 0xEF {
      // Braces of full width.
      guard isWide(0xBD, 0x9B, at: place, bytes) else { return nil }
      var index = place + 3
      while index < limit, bytes[index] != 10 {
        if isWide(0xBD, 0x9D, at: index, bytes) { return (index, 3) }
        index += 1
      }
      return nil
    }
    let sign = bytes[place] == UInt8(ascii: "{") ? UInt8(ascii: "}") : UInt8(ascii: "]")
    for index in (place + 1)..<max(limit, place + 1) {
      if bytes[index] == sign { return (index, 1) }
      if bytes[index] == 10 || "[]{}".utf8.contains(bytes[index]) { return nil }
    }
    return nil
  }

  /// The words in brackets that end before a place, or from a bracket to there, and where all of it starts.
  private static func marked(
    before end: Int, _ bytes: [UInt8]
  ) -> (start: Int, words: Range<Int>)? {
    var last = end
    var opening = UInt8(ascii: "[")
    var isWideBracket = false
    if "]}".utf8.contains(bytes[end - 1]) {
      if bytes[end - 1] == UInt8(ascii: "}") { opening = UInt8(ascii: "{") }
      last = end - 1
      if last > 0, bytes[last - 1] == UInt8(ascii: "\\") { last -= 1 }
    } else if end > 3, isWide(0xBC, 0xBD, at: end - 3, bytes) {
      isWideBracket = true
      last = end - 3
    }
    var index = last - 1
    let limit = max(0, last - reach)
    while index >= limit, bytes[index] != 10 {
      if isWideBracket {
        if isWide(0xBC, 0xBB, at: index, bytes) { return words(from: index, 3, last, bytes) }
      } else if bytes[index] == opening {
        return words(from: index, 1, last, bytes)
      }
      if "[]{}".utf8.contains(bytes[index]) { return nil }
      index -= 1
    }
    return nil
  }

  private static func words(
    from opening: Int, _ width: Int, _ end: Int, _ bytes: [UInt8]
  ) -> (start: Int, words: Range<Int>)? {
    guard opening + width < end, !bytes[opening + width].isWhiteSpace,
      !bytes[end - 1].isWhiteSpace
    else { return nil }
    let isEscaped = opening > 0 && bytes[opening - 1] == UInt8(ascii: "\\")
    return (isEscaped ? opening - 1 : opening, (opening + width)..<end)
  }

  /// Whether a sign of full width is at a place: EF and two more bytes.
  private static func isWide(
    _ second: UInt8, _ third: UInt8, at place: Int, _ bytes: [UInt8]
  ) -> Bool {
    place + 2 < bytes.count && bytes[place] == 0xEF && bytes[place + 1] == second
      && bytes[place + 2] == third
  }

  /// What is wrong, given the labels of marks by their ids in small letters.
  func problems(_ labels: [String: String]) -> [Problem] {
    slips.compactMap { slip in
      guard let label = labels[slip.word.lowercased()] else { return nil }
      let mark = "{\(label)\(slip.rest)}"
      if let first = slip.mark {
        return Problem(
          .malformedMark(
            "`\(slip.written)` stands behind a mark, which has one label, and is read as text",
            help: "to give the same words two labels, put one mark around the other: "
              + "`[[words]{\(first)}]\(mark)`"), at: slip.place)
      }
      return Problem(
        .malformedMark(
          "`\(slip.written)` marks nothing here, and annotators read it as part of the text",
          meant: slip.marked.map { "[\($0)]\(mark)" },
          help: slip.marked == nil
            ? "put brackets around the words that it marks, right before it: `[words]\(mark)`"
            : nil), at: slip.place)
    }
  }
}
