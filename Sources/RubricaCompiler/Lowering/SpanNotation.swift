internal import RubricaModel
internal import RubricaSource

/// Reads `[text]{LABEL #id attribute=value flag}` and `#from -relation-> #to`.
struct SpanNotation {
  /// Whether a backslash escapes quotation marks in the text too, not only in values of attributes: in a
  /// fence every character counts.
  private let escapesQuotes: Bool
  private var text: [UInt8] = []
  private var scalars = 0
  private var marks: [SpanMark] = []
  private var open: [(scalar: Int, place: Span)] = []
  private var byID: [String: Int] = [:]
  private var problems: [Problem] = []
  private var misread = MisreadMarks()

  private init(escapesQuotes: Bool) { self.escapesQuotes = escapesQuotes }

  /// The paragraphs of a text, or the lines of a fence. Without span layers brackets are only text. `labels`
  /// are asked for by their ids in small letters, if text looks like a mark that is none.
  static func read(
    _ paragraphs: [DerivedText], _ place: Span, hasMarks: Bool, isFence: Bool = false,
    labels: () -> [String: String] = { [:] }, problems: inout [Problem]
  ) -> ExampleText {
    var notation = SpanNotation(escapesQuotes: !isFence)
    for (index, paragraph) in paragraphs.enumerated() {
      if index > 0 { notation.append(isFence ? [10] : [10, 10]) }
      notation.read(paragraph, hasMarks: hasMarks)
    }
    problems.append(contentsOf: notation.problems)
    if !notation.misread.isEmpty {
      problems.append(contentsOf: notation.misread.problems(labels()))
    }
    var result = ExampleText(text: String(decoding: notation.text, as: UTF8.self), span: place)
    result.marks = notation.marks.sorted { a, b in
      (a.ranges[0].lowerBound, -a.ranges[0].upperBound)
        < (b.ranges[0].lowerBound, -b.ranges[0].upperBound)
    }
    return result
  }

  private mutating func append(_ bytes: ArraySlice<UInt8>) {
    text.append(contentsOf: bytes)
    for byte in bytes where !byte.isContinuation { scalars += 1 }
  }

  private mutating func read(_ paragraph: DerivedText, hasMarks: Bool) {
    let bytes = paragraph.bytes
    open = []
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      switch byte {
      case UInt8(ascii: "\\"):
        let escape = Escape(bytes, at: index, ofQuotes: escapesQuotes)
        append(bytes[index..<(index + escape.plain)])
        if let sign = escape.sign { append([sign]) }
        if hasMarks, let sign = escape.sign, Self.opens(sign) {
          misread.note(paragraph, at: escape.end - 1, from: escape.end - 2)
        }
        index = escape.end
        continue
      case UInt8(ascii: "[") where hasMarks && closesAsMark(bytes, from: index):
        open.append((scalars, paragraph.span(index..<(index + 1))))
        index += 1
        continue
      case UInt8(ascii: "]")
      where !open.isEmpty && index + 1 < bytes.count
        && bytes[index + 1] == UInt8(ascii: "{"):
        if let end = endOfBraces(paragraph, index) {
          close(paragraph, (index + 2)..<end)
          index = end + 1
          continue
        }
        problems.append(
          Problem(
            .malformedMark("a mark needs a closing `}` after its label"),
            at: paragraph.span(index..<(index + 2))))
      case UInt8(ascii: "]") where hasMarks && Self.hasBracesBehindBlank(bytes, index + 1):
        problems.append(
          Problem(
            .malformedMark(
              "braces must directly follow the bracket, as in `[text]{LABEL}`; this is read as text"
            ),
            at: paragraph.span(index..<(index + 3))))
      default: break
      }
      if hasMarks, Self.opens(byte) { misread.note(paragraph, at: index, from: index) }
      let start = index
      repeat { index += 1 } while index < bytes.count && !Self.isSpecial(bytes[index])
      append(bytes[start..<index])
    }
    for left in open {
      problems.append(
        Problem(.malformedMark("this bracket opens a mark that is never closed"), at: left.place))
    }
  }

  /// Whether a byte can begin or end a mark, or escape one that does, or looks as if it began one.
  private static func isSpecial(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "]") || byte == UInt8(ascii: "\\") || opens(byte)
  }

  /// Whether it is a bracket or a brace, or the first byte of one of full width.
  private static func opens(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "[") || byte == UInt8(ascii: "{") || byte == 0xEF
  }

  /// How far ahead the end of a mark is searched.
  private static let reach = 10_000

  /// Whether the bracket that closes the one at `start` is followed by `{`; a bracket that is not is text.
  private func closesAsMark(_ bytes: [UInt8], from start: Int) -> Bool {
    var depth = 0
    var index = start
    let limit = min(bytes.count, start + Self.reach)
    while index < limit {
      switch bytes[index] {
      case UInt8(ascii: "\\"): index += 1
      case UInt8(ascii: "["): depth += 1
      case UInt8(ascii: "]"):
        depth -= 1
        let hasBraces = index + 1 < bytes.count && bytes[index + 1] == UInt8(ascii: "{")
        if depth == 0 { return hasBraces }
        if hasBraces {
          guard case .closed(let end) = Braces(bytes, from: index + 2, limit) else { return false }
          index = end
        }
      default: break
      }
      index += 1
    }
    return false
  }

  /// The brace that closes those behind the bracket at `index`, if one does.
  private mutating func endOfBraces(_ paragraph: DerivedText, _ index: Int) -> Int? {
    let bytes = paragraph.bytes
    let limit = min(bytes.count, index + Self.reach)
    switch Braces(bytes, from: index + 2, limit) {
    case .closed(let end): return end
    case .open: return nil
    case .quoted(let quote):
      guard let end = bytes[index..<limit].firstIndex(of: UInt8(ascii: "}")) else { return nil }
      problems.append(
        Problem(
          .malformedMark(
            "the quotation mark before this value has no other one behind the value",
            help: Self.aboutQuotes), at: paragraph.span(quote..<end)))
      return end
    }
  }

  /// ` {LABEL}`: one word in braces, with a blank before it.
  private static func hasBracesBehindBlank(_ bytes: [UInt8], _ start: Int) -> Bool {
    guard start + 2 < bytes.count, bytes[start] == 32, bytes[start + 1] == UInt8(ascii: "{") else {
      return false
    }
    let word = bytes[(start + 2)...].prefix {
      $0.isLetter || $0.isDigit || $0 >= 0x80 || $0 == UInt8(ascii: "-")
    }
    return !word.isEmpty && word.endIndex < bytes.count && bytes[word.endIndex] == UInt8(ascii: "}")
  }

  private mutating func close(_ paragraph: DerivedText, _ inner: Range<Int>) {
    let (start, bracket) = open.removeLast()
    let span = bracket.union(paragraph.span((inner.lowerBound - 1)..<(inner.upperBound + 1)))
    let (words, stray) = Self.words(paragraph, inner)
    if let stray { problems.append(stray) }
    guard var label = words.first, !label.value.hasPrefix("#") else {
      problems.append(
        Problem(
          .malformedMark("the braces must start with a label, as in `[text]{LABEL}`"), at: span))
      return
    }
    let joinedID = takeID(joinedTo: &label)
    var mark = SpanMark(
      label: label, id: joinedID, ranges: [start..<scalars], statedText: nil, attributes: [],
      span: span)
    var rest = words.dropFirst()
    while let word = rest.popFirst() {
      if word.value.hasPrefix("#"), word.value.count > 1 {
        mark.id = Located(String(word.value.dropFirst()), word.span)
      } else if let attribute = takeAttribute(writtenWithColon: word, &rest) {
        mark.attributes.append(attribute)
      } else if let equals = word.value.firstIndex(of: "=") {
        mark.attributes.append(
          AttributeValue(
            id: Located(String(word.value[..<equals]), word.span),
            value: Located(String(word.value[word.value.index(after: equals)...]), word.span)))
      } else {
        mark.attributes.append(AttributeValue(id: word, value: Located("true", word.span)))
      }
    }
    if let id = mark.id?.value, let first = byID[id] {
      marks[first].ranges.append(contentsOf: mark.ranges)
      marks[first].ranges.sort { $0.lowerBound < $1.lowerBound }
      marks[first].attributes += mark.attributes
      if marks[first].label.value != label.value {
        problems.append(
          Problem(
            .malformedMark(
              "`#\(id)` continues a mark labelled `\(marks[first].label.value)`, not `\(label.value)`"
            ),
            at: span))
      }
      return
    }
    if let id = mark.id?.value { byID[id] = marks.count }
    marks.append(mark)
  }

  /// The id that stands right behind a label, `PER#a`: only a blank makes it one.
  private mutating func takeID(joinedTo label: inout Located<String>) -> Located<String>? {
    guard let sign = label.value.firstIndex(of: "#"), sign > label.value.startIndex else {
      return nil
    }
    let id = String(label.value[label.value.index(after: sign)...])
    let name = String(label.value[..<sign])
    guard !id.isEmpty else { return nil }
    problems.append(
      Problem(
        .malformedMark("an id needs a space before its `#`", meant: "\(name) #\(id)"),
        at: label.span))
    label = Located(name, label.span)
    return Located(id, label.span)
  }

  /// An attribute and its value as YAML has them, `title:Dr`, or `title: Dr`, where the value is taken off the
  /// rest of the words.
  private mutating func takeAttribute(
    writtenWithColon word: Located<String>, _ rest: inout ArraySlice<Located<String>>
  ) -> AttributeValue? {
    guard let colon = word.value.firstIndex(of: ":"), colon > word.value.startIndex,
      !word.value[..<colon].contains("=")
    else { return nil }
    let name = String(word.value[..<colon])
    var value = Located(String(word.value[word.value.index(after: colon)...]), word.span)
    if value.value.isEmpty {
      guard let next = rest.first, !next.value.hasPrefix("#"), !next.value.contains("=") else {
        return nil
      }
      value = next
      rest.removeFirst()
    }
    let quote = value.value.contains(" ") ? "\"" : ""
    problems.append(
      Problem(
        .malformedMark(
          "an attribute has an equals sign before its value, and no spaces around it",
          meant: "\(name)=\(quote)\(value.value)\(quote)"), at: word.span.union(value.span)))
    return AttributeValue(id: Located(name, word.span), value: value)
  }

  private static let aboutQuotes =
    "write `name=\"two words\"`, and a quotation mark within a value as `\\\"`"

  private static func strayQuote(_ span: Span) -> Problem {
    Problem(
      .malformedMark(
        "quotation marks stand around a whole value, and this one does not", help: aboutQuotes),
      at: span)
  }

  private static func strayBraces(_ span: Span) -> Problem {
    Problem(
      .malformedMark(
        "braces in a value end the mark, unless quotation marks stand around the value",
        help: "write `name=\"{word}\"`, or `\\{` and `\\}` for the braces"), at: span)
  }

  /// Words separated by blanks; `name="two words"` is one. They end before a quotation mark that neither
  /// begins nor ends a value, or a brace in a value without them, that is not escaped.
  private static func words(
    _ text: DerivedText, _ range: Range<Int>
  ) -> (words: [Located<String>], stray: Problem?) {
    let bytes = text.bytes
    var words: [Located<String>] = []
    var stray: Problem?
    var index = range.lowerBound
    while index < range.upperBound, stray == nil {
      if isBlank(bytes[index]) {
        index += 1
        continue
      }
      let start = index
      var word: [UInt8] = []
      var isQuoted = false
      while index < range.upperBound, isQuoted || !isBlank(bytes[index]) {
        switch bytes[index] {
        case UInt8(ascii: "\\"):
          let escape = Escape(bytes, at: index, ofQuotes: true)
          word += bytes[index..<(index + escape.plain)]
          if let sign = escape.sign { word.append(sign) }
          index = escape.end
          continue
        case UInt8(ascii: "\"") where isQuoted:
          isQuoted = false
          let next = index + 1
          if next < range.upperBound, !isBlank(bytes[next]) {
            stray = strayQuote(text.span(index..<next))
          }
        case UInt8(ascii: "\"") where Braces.mayOpenQuote(bytes, at: index):
          isQuoted = true
        case UInt8(ascii: "\""): stray = strayQuote(text.span(index..<(index + 1)))
        case UInt8(ascii: "{") where !isQuoted && word.contains(UInt8(ascii: "=")):
          // The brace that closes it was taken for the end of the mark.
          stray = strayBraces(text.span(index..<min(range.upperBound + 1, bytes.count)))
        default: word.append(bytes[index])
        }
        index += 1
        if stray != nil { break }
      }
      words.append(Located(String(decoding: word, as: UTF8.self), text.span(start..<index)))
    }
    return (words, stray)
  }

  private static func isBlank(_ byte: UInt8) -> Bool { byte == 32 || byte == 10 }

  /// Backslashes, and the sign that the last one escapes: each escapes the next one, and the last, if it
  /// is left over, a bracket or quotation mark.
  private struct Escape {
    /// How many backslashes stand for themselves.
    let plain: Int
    let sign: UInt8?
    let end: Int

    init(_ bytes: [UInt8], at start: Int, ofQuotes: Bool) {
      let behind = bytes[start...].firstIndex { $0 != UInt8(ascii: "\\") } ?? bytes.count
      let count = behind - start
      let isEscape =
        behind < bytes.count
        && ("[]{}".utf8.contains(bytes[behind])
          || ofQuotes && bytes[behind] == UInt8(ascii: "\""))
      plain = isEscape ? count / 2 : count
      sign = isEscape && !count.isMultiple(of: 2) ? bytes[behind] : nil
      end = sign == nil ? behind : behind + 1
    }
  }

  /// Where the braces behind a bracket close: not within quotation marks.
  private enum Braces {
    case closed(Int)
    case open
    /// A quotation mark that has no other.
    case quoted(Int)

    init(_ bytes: [UInt8], from start: Int, _ limit: Int) {
      var quote: Int?
      var index = start
      while index < limit {
        switch bytes[index] {
        case UInt8(ascii: "\\"):
          index = Escape(bytes, at: index, ofQuotes: true).end
          continue
        case UInt8(ascii: "\"") where quote != nil: quote = nil
        case UInt8(ascii: "\"") where Self.mayOpenQuote(bytes, at: index): quote = index
        case UInt8(ascii: "}") where quote == nil:
          self = .closed(index)
          return
        default: break
        }
        index += 1
      }
      if let quote { self = .quoted(quote) } else { self = .open }
    }

    /// Whether a quotation mark is around a word, by what stands before it.
    static func mayOpenQuote(_ bytes: [UInt8], at index: Int) -> Bool {
      guard index > 0 else { return false }
      let before = bytes[index - 1]
      return before == UInt8(ascii: "=") || before == UInt8(ascii: "{")
        || SpanNotation.isBlank(before)
    }
  }

  /// The relations on these lines; nil unless every line is one.
  static func relations(_ lines: [DerivedText]) -> [RelationMark]? {
    var relations: [RelationMark] = []
    for line in lines {
      guard line.bytes.first(where: { $0 != 32 }) == UInt8(ascii: "#") else { return nil }
      let words = words(line, 0..<line.bytes.count).words
      guard words.count == 3, words[0].value.hasPrefix("#"), words[2].value.hasPrefix("#"),
        words[1].value.hasPrefix("-"), words[1].value.hasSuffix("->"), words[1].value.count > 3
      else { return nil }
      relations.append(
        RelationMark(
          relation: words[1].map { String($0.dropFirst().dropLast(2)) },
          from: words[0].map { String($0.dropFirst()) },
          to: words[2].map { String($0.dropFirst()) },
          span: words[0].span.union(words[2].span)))
    }
    return relations.isEmpty ? nil : relations
  }

  /// The relations on the lines at the end of a text, which are taken off it.
  static func takeRelations(behind lines: inout [DerivedText]) -> [RelationMark] {
    var taken: [RelationMark] = []
    while let last = lines.last, let found = relations([last]) {
      taken += found
      lines.removeLast()
    }
    return taken.reversed()
  }
}
