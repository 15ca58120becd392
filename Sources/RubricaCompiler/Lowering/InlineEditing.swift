internal import RubricaModel
internal import RubricaSource

/// Cutting running text into parts.
extension [Inline] {
  /// Without white space and line breaks at both ends.
  var trimmed: [Inline] { trimmed(startIndex..<endIndex) }

  /// A part of these, without white space and line breaks at both ends, and without the first bytes of
  /// the first text and the last of the last.
  func trimmed(
    _ part: Range<Int>, withoutFirst first: Int = 0, withoutLast last: Int = 0
  ) -> [Inline] {
    words(of: part, withoutFirst: first, withoutLast: last).map { cut($0) } ?? []
  }

  /// What is left of a part of these without white space and line breaks at both ends.
  private struct Words {
    var range: Range<Int>
    /// Bytes of the first text before the words, and of the last text behind them.
    var before: Int
    var after: Int
  }

  private func words(
    of part: Range<Int>, withoutFirst first: Int = 0, withoutLast last: Int = 0
  ) -> Words? {
    var start = part.lowerBound
    var end = part.upperBound
    while start < end {
      let known = start == part.lowerBound ? first : 0
      if let before = blanks(at: start, isEnd: false, behind: known) {
        while start < end {
          let known = end == part.upperBound ? last : 0
          if let after = blanks(at: end - 1, isEnd: true, behind: known) {
            return Words(range: start..<end, before: before, after: after)
          }
          end -= 1
        }
        return nil
      }
      start += 1
    }
    return nil
  }

  private func cut(_ words: Words) -> [Inline] {
    var inlines = words.range == startIndex..<endIndex ? self : Array(self[words.range])
    if words.after > 0 {
      inlines[inlines.count - 1] = inlines[inlines.count - 1].dropping(last: words.after)
    }
    if words.before > 0 { inlines[0] = inlines[0].suffix(from: words.before) }
    return inlines
  }

  /// Bytes of white space at the start or the end of an inline, counted on from those that are known;
  /// nil if it is nothing else, or a line break.
  private func blanks(at index: Int, isEnd: Bool, behind known: Int) -> Int? {
    let inlines = span
    switch inlines[index].kind {
    case .softBreak, .lineBreak: return nil
    case .text(let text):
      let bytes = text.utf8.span
      var count = known
      while count < bytes.count {
        let byte = bytes[isEnd ? bytes.count - 1 - count : count]
        guard byte.isBlank else { return count }
        count += 1
      }
      return nil
    default: return 0
    }
  }

  /// As prose, with the span that it covers; `place` for nothing at all.
  func prose(or place: Span) -> Prose {
    guard let first, let last else { return Prose([], place) }
    return Prose(self, first.span.union(last.span))
  }

  /// The lines of a paragraph: split at line breaks of both kinds.
  var lines: [[Inline]] {
    split(omittingEmptySubsequences: false) { $0.isBreak }.map(Array.init)
  }

  /// Without leading characters of `set` in the first text, and without white space.
  func droppingLeading(_ set: String) -> [Inline] {
    droppingLeading(set, startIndex..<endIndex)
  }

  /// The same for a part of these.
  func droppingLeading(_ set: String, _ part: Range<Int>) -> [Inline] {
    guard var words = words(of: part) else { return [] }
    guard case .text(let text) = self[words.range.lowerBound].kind else { return cut(words) }
    // Nearly every text goes on with a letter.
    if text.utf8.span[words.before].isLetter { return cut(words) }
    let end = text.utf8.count - (words.range.count == 1 ? words.after : 0)
    for scalar in Substring(text.utf8.dropFirst(words.before)).unicodeScalars {
      // A no-break space stands before a colon in French.
      guard
        scalar == " " || scalar == "\u{A0}" || scalar == "\u{202F}"
          || set.unicodeScalars.contains(scalar)
      else { break }
      words.before += scalar.utf8.count
    }
    if words.before >= end {
      return droppingLeading(set, (words.range.lowerBound + 1)..<words.range.upperBound)
    }
    return cut(words)
  }

  /// The items of a list written on one line, separated by `·` or `;`.
  var phrases: [[Inline]] {
    var phrases: [[Inline]] = []
    var phrase: [Inline] = []
    func end() {
      let words = phrase.trimmed
      if !words.isEmpty { phrases.append(words) }
      phrase = []
    }
    for inline in self {
      guard case .text(let text) = inline.kind else {
        phrase.append(inline)
        continue
      }
      var start = 0
      for separator in Self.separators(in: text) {
        if start < separator.lowerBound {
          phrase.append(inline.slice(start..<separator.lowerBound))
        }
        end()
        start = separator.upperBound
      }
      if start == 0 {
        phrase.append(inline)
      } else if start < text.utf8.count {
        phrase.append(inline.suffix(from: start))
      }
    }
    end()
    return phrases
  }

  /// Each `·` or `;` with the blanks around it, in bytes.
  private static func separators(in text: String) -> [Range<Int>] {
    let bytes = text.utf8.span
    var separators: [Range<Int>] = []
    for index in bytes.indices {
      let isDot =
        bytes[index] == 0xB7 && index > 0 && bytes[index - 1] == 0xC2
      guard isDot || bytes[index] == UInt8(ascii: ";") else { continue }
      var start = isDot ? index - 1 : index
      var end = index + 1
      while start > 0, bytes[start - 1] == 32 { start -= 1 }
      while end < bytes.count, bytes[end] == 32 { end += 1 }
      separators.append(start..<end)
    }
    return separators
  }

  /// The one inline that is not white space, if there is just one.
  var only: Inline? {
    let inlines = trimmed
    return inlines.count == 1 ? inlines[0] : nil
  }
}

extension Inline {
  /// Some bytes of a text inline.
  func slice(_ range: Range<Int>) -> Inline {
    guard case .text(let text) = kind else { return self }
    let start = text.utf8.index(text.utf8.startIndex, offsetBy: range.lowerBound)
    let end = text.utf8.index(text.utf8.startIndex, offsetBy: range.upperBound)
    let part = String(Substring(text.utf8[start..<end]))
    return Inline(.text(part), place(of: range), isExact: isExact)
  }

  func suffix(from offset: Int) -> Inline {
    guard case .text(let text) = kind else { return self }
    return slice(offset..<text.utf8.count)
  }

  func prefix(_ count: Int) -> Inline { slice(0..<count) }

  /// Without the last bytes of a text.
  fileprivate func dropping(last count: Int) -> Inline {
    guard case .text(let text) = kind else { return self }
    return slice(0..<(text.utf8.count - count))
  }
}
