internal import RubricaModel
internal import RubricaSource

/// Reads `[text]{LABEL #id attribute=value flag}` and `#from -relation-> #to`.
struct SpanNotation {
  private var text: [UInt8] = []
  private var scalars = 0
  private var marks: [SpanMark] = []
  private var open: [(scalar: Int, place: Span)] = []
  private var byID: [String: Int] = [:]
  private var problems: [Problem] = []

  /// The paragraphs of a text, joined by `separator`. Without span layers brackets are only text.
  static func read(
    _ paragraphs: [DerivedText], _ place: Span, hasMarks: Bool, separator: String = "\n\n",
    problems: inout [Problem]
  ) -> ExampleText {
    var notation = SpanNotation()
    for (index, paragraph) in paragraphs.enumerated() {
      if index > 0 { notation.append(Array(separator.utf8)[...]) }
      notation.read(paragraph, hasMarks: hasMarks)
    }
    problems.append(contentsOf: notation.problems)
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
        let end = bytes[index...].firstIndex { $0 != byte } ?? bytes.count
        guard end < bytes.count, "[]{}".utf8.contains(bytes[end]) else {
          append(bytes[index..<end])
          index = end
          continue
        }
        // Each escapes the next one, and the last, if it is left over, the bracket.
        append(bytes[index..<(index + (end - index) / 2)])
        if (end - index).isMultiple(of: 2) {
          index = end
        } else {
          append(bytes[end...end])
          index = end + 1
        }
        continue
      case UInt8(ascii: "[") where hasMarks && closesAsMark(bytes, from: index):
        open.append((scalars, paragraph.span(index..<(index + 1))))
        index += 1
        continue
      case UInt8(ascii: "]")
      where !open.isEmpty && index + 1 < bytes.count
        && bytes[index + 1] == UInt8(ascii: "{"):
        if let end = bytes[index...].firstIndex(of: UInt8(ascii: "}")) {
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
      let start = index
      repeat { index += 1 } while index < bytes.count && !Self.isSpecial(bytes[index])
      append(bytes[start..<index])
    }
    for left in open {
      problems.append(
        Problem(.malformedMark("this bracket opens a mark that is never closed"), at: left.place))
    }
  }

  /// Whether a byte can begin or end a mark, or escape one that does.
  private static func isSpecial(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "[") || byte == UInt8(ascii: "]") || byte == UInt8(ascii: "\\")
  }

  /// Whether the bracket that closes the one at `start` is followed by `{`. Looks at most 10,000
  /// bytes ahead; a bracket that is not is text.
  private func closesAsMark(_ bytes: [UInt8], from start: Int) -> Bool {
    var depth = 0
    var index = start
    let limit = min(bytes.count, start + 10_000)
    while index < limit {
      switch bytes[index] {
      case UInt8(ascii: "\\"): index += 1
      case UInt8(ascii: "["): depth += 1
      case UInt8(ascii: "]"):
        depth -= 1
        if depth == 0 { return index + 1 < bytes.count && bytes[index + 1] == UInt8(ascii: "{") }
      default: break
      }
      index += 1
    }
    return false
  }

  /// ` {LABEL}`: one word in braces, with a blank before it.
  private static func hasBracesBehindBlank(_ bytes: [UInt8], _ start: Int) -> Bool {
    guard start + 2 < bytes.count, bytes[start] == 32, bytes[start + 1] == UInt8(ascii: "{") else {
      return false
    }
    let word = bytes[(start + 2)...].prefix {
      ($0 | 0x20) &- 0x61 < 26 || $0.isDigit || $0 >= 0x80 || $0 == UInt8(ascii: "-")
    }
    return !word.isEmpty && word.endIndex < bytes.count && bytes[word.endIndex] == UInt8(ascii: "}")
  }

  private mutating func close(_ paragraph: DerivedText, _ inner: Range<Int>) {
    let (start, bracket) = open.removeLast()
    let span = bracket.union(paragraph.span((inner.lowerBound - 1)..<(inner.upperBound + 1)))
    let words = Self.words(paragraph, inner)
    guard let label = words.first, !label.value.hasPrefix("#") else {
      problems.append(
        Problem(
          .malformedMark("the braces must start with a label, as in `[text]{LABEL}`"), at: span))
      return
    }
    var mark = SpanMark(
      label: label, id: nil, ranges: [start..<scalars], statedText: nil, attributes: [], span: span)
    for word in words.dropFirst() {
      if word.value.hasPrefix("#"), word.value.count > 1 {
        mark.id = Located(String(word.value.dropFirst()), word.span)
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

  /// Words separated by blanks; `name="two words"` is one.
  private static func words(_ text: DerivedText, _ range: Range<Int>) -> [Located<String>] {
    var words: [Located<String>] = []
    var index = range.lowerBound
    while index < range.upperBound {
      if text.bytes[index] == 32 || text.bytes[index] == 10 {
        index += 1
        continue
      }
      let start = index
      var word: [UInt8] = []
      var isQuoted = false
      while index < range.upperBound,
        isQuoted || (text.bytes[index] != 32 && text.bytes[index] != 10)
      {
        if text.bytes[index] == UInt8(ascii: "\"") {
          isQuoted.toggle()
        } else {
          word.append(text.bytes[index])
        }
        index += 1
      }
      words.append(Located(String(decoding: word, as: UTF8.self), text.span(start..<index)))
    }
    return words
  }

  /// The relations on these lines; nil unless every line is one.
  static func relations(_ lines: [DerivedText]) -> [RelationMark]? {
    var relations: [RelationMark] = []
    for line in lines {
      guard line.bytes.first(where: { $0 != 32 }) == UInt8(ascii: "#") else { return nil }
      let words = words(line, 0..<line.bytes.count)
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
