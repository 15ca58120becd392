internal import RubricaSource

/// Where a text stops to be YAML: at the quote or bracket that is not closed rather than lines below,
/// where nothing fits any more, or at a sign that only looks like one of YAML. All places are bytes of
/// the text.
struct YAMLFailure {
  /// What libyaml and the events before tell of a place.
  struct Place {
    /// Where it shows.
    var shown: Int
    /// Where that begins which libyaml could not read to its end: a text in quotes, a key.
    var begin: Int?
    /// The innermost bracket or brace that is open.
    var bracket: Int?
    /// The last text in quotes that goes over several lines.
    var longQuote: Range<Int>?
  }

  let words: String
  let cause: Range<Int>
  /// Where it shows, if that is not the cause.
  let shown: Range<Int>?

  /// `words` are those of libyaml; `isKey` if what begins is a key.
  init(_ words: String, _ place: Place, isKey: Bool, in bytes: [UInt8]) {
    // All of a character, whose other bytes are continuations of the first.
    func byte(_ start: Int) -> Range<Int> {
      var end = min(start + 1, bytes.count)
      while end > start, end < bytes.count, bytes[end].isContinuation { end += 1 }
      return start..<end
    }
    let line = bytes.lineStart(before: place.shown)
    if let quote = place.longQuote, quote.upperBound > line, quote.upperBound <= place.shown {
      // A quote that is not closed swallows what follows, up to the quote that opens another text.
      self.words = "the quote that opens here is closed only by a quote on a later line"
      cause = byte(quote.lowerBound)
      shown = byte(quote.upperBound - 1)
    } else if place.begin == nil || isKey,
      let sign = LookAlike.find(around: place.begin ?? place.shown, in: bytes)
    {
      self.words = sign.words
      cause = sign.place
      shown = nil
    } else if let sign = Self.hyphenWithoutBlank(isKey ? place.begin : place.shown, bytes) {
      self.words = "`-` stands where an item of a list begins with `- `"
      cause = byte(sign)
      shown = nil
    } else if place.begin == nil, let key = Self.keyBelowValue(place, line, bytes) {
      self.words = "this key is indented deeper than the one above it, which has its value already"
      cause = key
      shown = nil
    } else if place.begin == nil, let text = Self.textWithColon(place, line, bytes) {
      self.words = "the text `\(text)` has a colon in it, and no quotes around it"
      cause = byte(place.shown)
      shown = nil
    } else if let begin = place.begin {
      self.words = words
      cause = isKey ? begin..<bytes.lineEnd(from: begin).end : byte(begin)
      shown = nil
    } else if let bracket = place.bracket,
      let sign = Self.commentWithBracket(bracket, place.shown, bytes)
    {
      self.words = "`#` begins a comment here, so the closing bracket behind it is not read"
      cause = byte(sign)
      shown = nil
    } else if let bracket = place.bracket, bracket < line, Self.leaves(bracket, line, bytes) {
      let sign = String(decoding: bytes[bracket...bracket], as: UTF8.self)
      self.words = "the `\(sign)` that opens here is not closed"
      cause = byte(bracket)
      shown = place.shown < bytes.count ? byte(line + Self.indentation(line, bytes)) : nil
    } else if place.bracket != nil, Self.bracket(before: place.shown, line, bytes) != nil,
      place.shown < bytes.count, "[{".utf8.contains(bytes[place.shown])
    {
      self.words = "a comma is missing between this bracket and the one before it"
      cause = byte(place.shown)
      shown = nil
    } else if let bracket = Self.bracket(before: place.shown, line, bytes) {
      self.words = "text follows the `\(bracket)` that closes the value"
      cause = byte(place.shown)
      shown = nil
    } else {
      let isTab = place.shown < bytes.count && bytes[place.shown] == 9
      self.words = isTab ? "found a tab where only spaces are allowed" : words
      cause = byte(place.shown)
      shown = nil
    }
  }

  /// The hyphen at a place, if only blanks are before it in its line, and a letter is behind it.
  private static func hyphenWithoutBlank(_ place: Int?, _ bytes: [UInt8]) -> Int? {
    guard let place, place + 1 < bytes.count, bytes[place] == UInt8(ascii: "-"),
      bytes[place + 1].isLetter
    else { return nil }
    let line = bytes.lineStart(before: place)
    return line + indentation(line, bytes) == place ? place : nil
  }

  /// A key of one word at which reading failed, if it is deeper than the key in the line above it and that
  /// key has a value in its line.
  private static func keyBelowValue(
    _ place: Place, _ line: Int, _ bytes: [UInt8]
  ) -> Range<Int>? {
    guard place.bracket == nil else { return nil }
    let start = line + indentation(line, bytes)
    var end = start
    while end < bytes.count, bytes[end].isLetter || bytes[end].isDigit || bytes[end] == 0x2D {
      end += 1
    }
    guard end > start, end < bytes.count, bytes[end] == UInt8(ascii: ":"),
      place.shown == start || place.shown == end,
      let above = keyPlace(aboveLine: line, bytes), above < start - line
    else { return nil }
    return start..<end
  }

  /// How far from the start of its line the key is that stands in the last line with words above a line,
  /// with its value.
  private static func keyPlace(aboveLine line: Int, _ bytes: [UInt8]) -> Int? {
    var line = line
    while line > 0 {
      line = bytes.lineStart(before: line - 1)
      let end = bytes.lineEnd(from: line).end
      var place = line + indentation(line, bytes)
      if place >= end || bytes[place] == UInt8(ascii: "#") { continue }
      while place + 1 < end, bytes[place] == UInt8(ascii: "-"), bytes[place + 1] == 32 {
        place += 1
        while place < end, bytes[place] == 32 { place += 1 }
      }
      guard let colon = bytes[place..<end].firstIndex(of: UInt8(ascii: ":")) else { return nil }
      let value = bytes[(colon + 1)..<end].first { $0 != 32 && $0 != 13 }
      return value.map { "|>&#".utf8.contains($0) } ?? true ? nil : place - line
    }
    return nil
  }

  /// The text without quotes that is the value of a key, and in which a colon stands where reading failed.
  private static func textWithColon(_ place: Place, _ line: Int, _ bytes: [UInt8]) -> String? {
    guard place.shown < bytes.count, bytes[place.shown] == UInt8(ascii: ":") else { return nil }
    var begin = line
    if let bracket = place.bracket, bracket >= line { begin = bracket + 1 }
    // In brackets a comma ends the value before it.
    let separators = place.bracket == nil ? "" : ",{}[]"
    var start: Int?
    for index in begin..<place.shown {
      if separators.utf8.contains(bytes[index]) {
        start = nil
      } else if start == nil, bytes[index] == UInt8(ascii: ":"), bytes[index + 1] == 32 {
        start = index + 2
      }
    }
    guard var start else { return nil }
    while start < place.shown, bytes[start] == 32 { start += 1 }
    var end = start
    while end < bytes.count, bytes[end] != 10, bytes[end] != 13,
      !separators.utf8.contains(bytes[end])
    {
      end += 1
    }
    // A value that begins with one of these is no text without quotes.
    guard start < place.shown, !"\"'[{&*!|>#".utf8.contains(bytes[start]) else { return nil }
    return String(decoding: bytes[start..<end], as: UTF8.self).shortened(to: 60)
  }

  /// Where a word that begins with `#` is in brackets that are not closed, and a bracket behind it in the line:
  /// `{id: stop, colour: #c0392b}`.
  private static func commentWithBracket(
    _ bracket: Int, _ end: Int, _ bytes: [UInt8]
  ) -> Int? {
    var sign: Int?
    var index = bracket
    while index + 1 < min(end, bytes.count) {
      index += 1
      switch bytes[index] {
      case 10, 13: sign = nil
      case UInt8(ascii: "#") where sign == nil && bytes[index - 1] == 32:
        guard index + 1 < bytes.count else { return nil }
        if bytes[index + 1].isDigit || bytes[index + 1].isLetter { sign = index }
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        if let sign { return sign }
      default: break
      }
    }
    return nil
  }

  /// Whether a line is no deeper than the line of a bracket, so that it is not part of what the bracket
  /// opens.
  private static func leaves(_ bracket: Int, _ line: Int, _ bytes: [UInt8]) -> Bool {
    indentation(line, bytes) <= indentation(bytes.lineStart(before: bracket), bytes)
  }

  /// The bracket or brace that closes right before a place, in its line.
  private static func bracket(before place: Int, _ line: Int, _ bytes: [UInt8]) -> Character? {
    let last = bytes[line..<max(place, line)].last { $0 != 32 }
    guard let last, last == UInt8(ascii: "]") || last == UInt8(ascii: "}") else { return nil }
    return Character(Unicode.Scalar(last))
  }

  private static func indentation(_ line: Int, _ bytes: [UInt8]) -> Int {
    var end = line
    while end < bytes.count, bytes[end] == 32 { end += 1 }
    return end - line
  }
}

/// A sign where YAML needs another one that looks like it: a blank that is not that of ASCII, or a dash
/// or bullet in place of the hyphen before an item. Word processors, browsers and keyboards put them there.
private struct LookAlike {
  let words: String
  let place: Range<Int>

  /// Looks in the line of a failure and in the line before: what is read as a text that goes on fails
  /// only at the next key.
  static func find(around place: Int, in bytes: [UInt8]) -> LookAlike? {
    let line = bytes.lineStart(before: place)
    guard line > 0 else { return find(inLine: line, bytes) }
    let before = bytes.lineStart(before: line - 1)
    return find(inLine: before, bytes) ?? find(inLine: line, bytes)
  }

  private static func find(inLine line: Int, _ bytes: [UInt8]) -> LookAlike? {
    var index = line
    // The blanks before an item or key, and between the two.
    while true {
      let blanks = Self.blanks(bytes, from: index)
      if let place = blanks.wide {
        return LookAlike(words: words(ofBlank: place, bytes), place: place)
      }
      index = blanks.end
      if let dash = Self.dash(bytes, at: index) {
        let sign = String(decoding: bytes[dash], as: UTF8.self)
        return LookAlike(
          words: "`\(sign)` stands where an item of a list begins with `-`", place: dash)
      }
      guard index + 1 < bytes.count, bytes[index] == UInt8(ascii: "-"),
        bytes[index + 1] == 32 || wideBlank(bytes, at: index + 1) > 0
      else { break }
      index += 1
    }
    let key = index
    while index < bytes.count, isOfKey(bytes[index]) { index += 1 }
    guard index > key, index < bytes.count, bytes[index] == UInt8(ascii: ":"),
      let place = Self.blanks(bytes, from: index + 1).wide, place.lowerBound == index + 1
    else { return nil }
    return LookAlike(words: words(ofBlank: place, bytes), place: place)
  }

  private static func words(ofBlank place: Range<Int>, _ bytes: [UInt8]) -> String {
    String(decoding: bytes[place], as: UTF8.self).unicodeScalars.first?.asBlankOfNoYAML ?? ""
  }

  private static func isOfKey(_ byte: UInt8) -> Bool {
    byte.isDigit || byte.isLetter || byte == UInt8(ascii: "-")
      || byte == UInt8(ascii: "_")
  }

  /// Where blanks of any kind end, and from the first to the last of those that are not of ASCII.
  private static func blanks(
    _ bytes: [UInt8], from start: Int
  ) -> (end: Int, wide: Range<Int>?) {
    var end = start
    var wide: Range<Int>?
    while end < bytes.count {
      let width = wideBlank(bytes, at: end)
      guard width > 0 || bytes[end] == 32 else { break }
      if width > 0 { wide = (wide?.lowerBound ?? end)..<(end + width) }
      end += max(width, 1)
    }
    return (end, wide)
  }

  /// The bytes of the blank at a place that is not of ASCII; 0 if there is none.
  private static func wideBlank(_ bytes: [UInt8], at place: Int) -> Int {
    guard place + 1 < bytes.count else { return 0 }
    let third = place + 2 < bytes.count ? bytes[place + 2] : 0
    switch (bytes[place], bytes[place + 1], third) {
    // U+00A0.
    case (0xC2, 0xA0, _): return 2
    // U+2000 to U+200A, U+202F, U+205F and U+3000.
    case (0xE2, 0x80, 0x80...0x8A), (0xE2, 0x80, 0xAF), (0xE2, 0x81, 0x9F), (0xE3, 0x80, 0x80):
      return 3
    default: return 0
    }
  }

  /// A dash or bullet with a blank behind it.
  private static func dash(_ bytes: [UInt8], at place: Int) -> Range<Int>? {
    guard place + 2 < bytes.count else { return nil }
    let end =
      switch (bytes[place], bytes[place + 1], bytes[place + 2]) {
      // The middle dot.
      case (0xC2, 0xB7, _): place + 2
      // Hyphens and dashes, the bullet, the minus and the hyphen of full width.
      case (0xE2, 0x80, 0x90...0x95), (0xE2, 0x80, 0xA2), (0xE2, 0x88, 0x92), (0xEF, 0xBC, 0x8D):
        place + 3
      default: place
      }
    guard end > place, end < bytes.count, bytes[end] == 32 || wideBlank(bytes, at: end) > 0 else {
      return nil
    }
    return place..<end
  }
}
