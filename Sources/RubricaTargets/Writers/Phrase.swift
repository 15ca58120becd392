/// One line of our own words, in parts: catalogues and reports write `code` and *emphasis*.
package enum PhrasePart: Equatable, Sendable {
  case plain(String)
  case code(String)
  case emphasis(String)
  case strong(String)

  package static func parts(_ text: String) -> [PhrasePart] {
    var parts: [PhrasePart] = []
    let bytes = text.utf8
    Phrase.read(text) { range, mark in
      let start = bytes.index(bytes.startIndex, offsetBy: range.lowerBound)
      let words = String(text[start..<bytes.index(start, offsetBy: range.count)])
      switch mark {
      case .none: parts.append(.plain(words))
      case .code: parts.append(.code(words))
      case .emphasis: parts.append(.emphasis(words))
      }
    }
    return parts
  }
}

enum Phrase {
  enum Mark { case none, code, emphasis }

  /// Reads back quotes and stars; a mark that does not close is a character. `found` gets the bytes
  /// of each part, without its marks. In words of authors a star is a star.
  static func read(_ text: String, stars: Bool = true, _ found: (Range<Int>, Mark) -> Void) {
    let bytes = text.utf8.span
    let quote = UInt8(ascii: "`")
    let star = stars ? UInt8(ascii: "*") : quote
    guard bytes.contains(where: { bit($0 == quote) | bit($0 == star) }) else {
      return found(0..<bytes.count, .none)
    }
    var start = 0
    var index = 0
    while index < bytes.count {
      let mark = bytes[index]
      let next = index + 1
      guard mark == quote || mark == star, let end = bytes.firstIndex(of: mark, from: next),
        end > next, mark == quote || bytes[next] != UInt8(ascii: " ")
      else {
        index = next
        continue
      }
      if start < index { found(start..<index, .none) }
      found(next..<end, mark == quote ? .code : .emphasis)
      index = end + 1
      start = index
    }
    if start < bytes.count { found(start..<bytes.count, .none) }
  }

  /// Words of an author without the quotes around code, for where nothing but text can be shown.
  static func withoutQuotes(_ text: String) -> String {
    guard text.utf8.span.contains(UInt8(ascii: "`")) else { return text }
    let bytes = text.utf8
    var plain = ""
    read(text, stars: false) { range, _ in
      let start = bytes.index(bytes.startIndex, offsetBy: range.lowerBound)
      plain += String(text[start..<bytes.index(start, offsetBy: range.count)])
    }
    return plain
  }
}

extension HTMLWriter {
  package mutating func phrase(_ text: String) { phrase(text, stars: true) }

  /// Words of an author that are no Markdown, but for code: ``such as `S01` ``.
  mutating func words(_ text: String) { phrase(text, stars: false) }

  private mutating func phrase(_ text: String, stars: Bool) {
    let bytes = text.utf8.span
    Phrase.read(text, stars: stars) { range, mark in
      let words = bytes.extracting(range)
      switch mark {
      case .none: self.text(words)
      case .code: element("code") { $0.text(words) }
      case .emphasis: element("em") { $0.text(words) }
      }
    }
  }
}
