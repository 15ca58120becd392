internal import RubricaSource

/// Where a text stops to be YAML: at the quote or bracket that is not closed rather than lines below,
/// where nothing fits any more. All places are bytes of the text.
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
    let line = Self.lineStart(place.shown, bytes)
    if let quote = place.longQuote, quote.upperBound > line, quote.upperBound <= place.shown {
      // A quote that is not closed swallows what follows, up to the quote that opens another text.
      self.words = "the quote that opens here is closed only by a quote on a later line"
      cause = byte(quote.lowerBound)
      shown = byte(quote.upperBound - 1)
    } else if let begin = place.begin {
      self.words = words
      cause = isKey ? begin..<max(Self.lineEnd(begin, bytes), begin) : byte(begin)
      shown = nil
    } else if let bracket = place.bracket, bracket < line, Self.leaves(bracket, line, bytes) {
      let sign = String(decoding: bytes[bracket...bracket], as: UTF8.self)
      self.words = "the `\(sign)` that opens here is not closed"
      cause = byte(bracket)
      shown = place.shown < bytes.count ? byte(line + Self.indentation(line, bytes)) : nil
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

  /// Whether a line is no deeper than the line of a bracket, so that it is not part of what the bracket
  /// opens.
  private static func leaves(_ bracket: Int, _ line: Int, _ bytes: [UInt8]) -> Bool {
    indentation(line, bytes) <= indentation(lineStart(bracket, bytes), bytes)
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

  private static func lineStart(_ place: Int, _ bytes: [UInt8]) -> Int {
    var start = min(place, bytes.count)
    while start > 0, bytes[start - 1] != 10, bytes[start - 1] != 13 { start -= 1 }
    return start
  }

  private static func lineEnd(_ place: Int, _ bytes: [UInt8]) -> Int {
    var end = place
    while end < bytes.count, bytes[end] != 10, bytes[end] != 13 { end += 1 }
    return end
  }
}
