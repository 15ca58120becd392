internal import RubricaModel
internal import RubricaSource

/// What a line begins with that is an item of a list, or would be one with a blank behind its marker.
struct ItemMarker {
  /// `-`, `2.`
  let place: Range<Int>
  let hasBlank: Bool
  private let line: LineStart
  /// The bullet, or what stands behind the number.
  private let sign: UInt8
  private let number: Int?

  /// How many lines an item has at most that is looked past.
  private static let reach = 40

  /// Nothing if the place is not the first one in its line that is no blank.
  init?(_ bytes: [UInt8], at place: Int) {
    guard place < bytes.count, Self.mayBegin(bytes[place]) else { return nil }
    var start = place
    while start > 0, bytes[start - 1] == 32 || bytes[start - 1] == 9 { start -= 1 }
    guard start == 0 || bytes[start - 1] == 10 || bytes[start - 1] == 13 else { return nil }
    self.init(bytes, LineStart(bytes, start))
  }

  private init?(_ bytes: [UInt8], _ line: LineStart) {
    guard line.place < bytes.count, Self.mayBegin(bytes[line.place]) else { return nil }
    var end = line.place
    var number: Int?
    while end < bytes.count, end - line.place < 9, bytes[end] &- 0x30 < 10 {
      number = (number ?? 0) * 10 + Int(bytes[end] - 0x30)
      end += 1
    }
    guard end < bytes.count else { return nil }
    let sign = bytes[end]
    guard number == nil || sign == UInt8(ascii: ".") || sign == UInt8(ascii: ")") else {
      return nil
    }
    end += 1
    let hasBlank = end == bytes.count || bytes[end].isWhiteSpace
    guard hasBlank || Self.opensText(bytes, end, sign) else { return nil }
    place = line.place..<end
    self.hasBlank = hasBlank
    self.line = line
    self.sign = sign
    self.number = number
  }

  private static func mayBegin(_ byte: UInt8) -> Bool {
    byte &- 0x30 < 10 || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "*")
      || byte == UInt8(ascii: "+")
  }

  /// Whether words begin there: `-5`, `--flag`, `1.5` and `*important*` are no items.
  private static func opensText(_ bytes: [UInt8], _ place: Int, _ sign: UInt8) -> Bool {
    let byte = bytes[place]
    // A no-break space is told as such.
    if byte == 0xC2, place + 1 < bytes.count, bytes[place + 1] == 0xA0 { return false }
    guard sign == UInt8(ascii: "*") else {
      return byte.isLetter || byte >= 0x80 || "*_[`\"(".utf8.contains(byte)
    }
    return (byte.isLetter || byte >= 0x80)
      && !bytes[place...].prefix { $0 != 10 && $0 != 13 }.contains(sign)
  }

  // MARK: Lists

  /// The items above and below in the same column that have the same marker.
  func siblings(_ bytes: [UInt8]) -> [ItemMarker] {
    var siblings: [ItemMarker] = []
    for found in [above(bytes), below(bytes)] {
      if let found, found.line.indentation == line.indentation, isSibling(of: found) {
        siblings.append(found)
      }
    }
    return siblings
  }

  /// Whether a link, bold words or a sentence begin behind it, and no ending, option, footnote or mark:
  /// `-heit`, `-v for more words`, `*only in Germany`, `1.b`.
  func opensEntry(_ bytes: [UInt8]) -> Bool {
    let start = place.upperBound
    guard start < bytes.count else { return false }
    let byte = bytes[start]
    if byte == UInt8(ascii: "[") || byte == UInt8(ascii: "*") || byte == UInt8(ascii: "_") {
      return true
    }
    guard sign != UInt8(ascii: "*") else { return false }
    let text = bytes[start...].prefix { $0 != 10 && $0 != 13 }
    let words = text.split { $0 == 32 || $0 == 9 }
    // Some languages have no blanks between words.
    if byte >= 0x80 { return words.count > 1 || text.count > 30 }
    let isSmall = byte &- UInt8(ascii: "a") < 26
    return !isSmall && words.count > 1 && words[0].count > 1
  }

  /// The next item below, if the list that it begins would go on with this one but for the blanks before it.
  func itemBelowCode(_ bytes: [UInt8]) -> ItemMarker? {
    guard hasBlank, line.indentation >= 4,
      let found = neighbour(bytes, upTo: 3, next: { LineStart.below($0, bytes) }),
      found.hasBlank, isSibling(of: found)
    else { return nil }
    return found
  }

  /// The blanks before the marker.
  var indentation: Range<Int> { line.start..<line.place }

  private func isSibling(of other: ItemMarker) -> Bool {
    guard sign == other.sign else { return false }
    guard let number, let next = other.number else { return number == other.number }
    return abs(number - next) == 1
  }

  private func above(_ bytes: [UInt8]) -> ItemMarker? {
    neighbour(bytes, upTo: line.indentation) { LineStart.above($0, bytes) }
  }

  private func below(_ bytes: [UInt8]) -> ItemMarker? {
    neighbour(bytes, upTo: line.indentation) { LineStart.below($0, bytes) }
  }

  /// The item that the next line begins that is indented no further; a single empty line may stand between.
  private func neighbour(
    _ bytes: [UInt8], upTo indentation: Int, next: (Int) -> Int?
  ) -> ItemMarker? {
    var start = line.start
    var wasEmpty = false
    for _ in 0..<Self.reach {
      guard let found = next(start) else { return nil }
      start = found
      let other = LineStart(bytes, start)
      if other.isEmpty {
        if wasEmpty { return nil }
        wasEmpty = true
        continue
      }
      wasEmpty = false
      if other.indentation <= indentation { return ItemMarker(bytes, other) }
    }
    return nil
  }
}

/// Where the words of a line begin.
private struct LineStart {
  let start: Int
  /// The first byte that is no blank.
  let place: Int
  /// In columns.
  let indentation: Int
  let isEmpty: Bool

  init(_ bytes: [UInt8], _ start: Int) {
    var place = start
    var column = 0
    while place < bytes.count, bytes[place] == 32 || bytes[place] == 9 {
      column = bytes[place] == 9 ? column / 4 * 4 + 4 : column + 1
      place += 1
    }
    self.start = start
    self.place = place
    indentation = column
    isEmpty = place == bytes.count || bytes[place] == 10 || bytes[place] == 13
  }

  /// Where the line above begins.
  static func above(_ start: Int, _ bytes: [UInt8]) -> Int? {
    start > 0 ? bytes.lineStart(before: start - 1) : nil
  }

  static func below(_ start: Int, _ bytes: [UInt8]) -> Int? {
    let next = bytes.lineEnd(from: start).next
    return next < bytes.count ? next : nil
  }
}

extension Block {
  /// Markers in a paragraph that lack their blank beside items that have the same one, if one of them is meant as
  /// such beyond doubt.
  func markersWithoutBlank(_ sources: Sources) -> [Span] {
    guard case .paragraph(let inlines) = kind else { return [] }
    return inlines.markersWithoutBlank(sources)
  }

  /// The first line of indented code, if it would be the item before those below.
  func itemInCode(_ sources: Sources) -> (marker: Span, indentation: Span, wanted: String)? {
    guard case .code(let info, _) = kind, info.isEmpty else { return nil }
    let bytes = sources.bytes(of: span.source)
    var place = Int(span.start)
    while place < bytes.count, bytes[place] == 32 || bytes[place] == 9 { place += 1 }
    guard let marker = ItemMarker(bytes, at: place), let below = marker.itemBelowCode(bytes) else {
      return nil
    }
    return (
      Span(span.source, marker.place.lowerBound, marker.place.upperBound),
      Span(span.source, marker.indentation.lowerBound, marker.indentation.upperBound),
      String(decoding: bytes[below.indentation], as: UTF8.self)
    )
  }
}

extension [Inline] {
  func markersWithoutBlank(_ sources: Sources) -> [Span] {
    var spans: [Span] = []
    var isMeant = false
    var isStart = true
    for inline in self {
      switch inline.kind {
      case .softBreak, .lineBreak: isStart = true
      case .text where isStart:
        isStart = false
        let bytes = sources.bytes(of: inline.span.source)
        guard let marker = ItemMarker(bytes, at: Int(inline.span.start)), !marker.hasBlank else {
          continue
        }
        let siblings = marker.siblings(bytes)
        if siblings.isEmpty { continue }
        isMeant = isMeant || siblings.contains { $0.hasBlank } || marker.opensEntry(bytes)
        spans.append(
          Span(inline.span.source, marker.place.lowerBound, marker.place.upperBound))
      default: isStart = false
      }
    }
    return isMeant ? spans : []
  }
}
