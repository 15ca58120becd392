internal import RubricaModel
internal import RubricaSource

/// Cutting running text into parts.
extension [Inline] {
  /// Without white space and line breaks at both ends.
  var trimmed: [Inline] { trimmed(startIndex..<endIndex) }

  /// A part of these, without white space and line breaks at both ends.
  func trimmed(_ part: Range<Int>) -> [Inline] {
    var start = part.lowerBound
    var end = part.upperBound
    var before: Int?
    while start < end {
      before = blanks(at: start, isEnd: false)
      if before != nil { break }
      start += 1
    }
    guard let before else { return [] }
    var after = blanks(at: end - 1, isEnd: true)
    while after == nil {
      end -= 1
      after = blanks(at: end - 1, isEnd: true)
    }
    let isWhole = start == startIndex && end == endIndex
    guard let after, before + after > 0 else { return isWhole ? self : Array(self[start..<end]) }
    var inlines = isWhole ? self : Array(self[start..<end])
    if after > 0 { inlines[inlines.count - 1] = self[end - 1].dropping(last: after) }
    if before > 0 { inlines[0] = inlines[0].suffix(from: before) }
    return inlines
  }

  /// Bytes of white space at the start or the end of an inline; nil if it is nothing else, or a line
  /// break.
  private func blanks(at index: Int, isEnd: Bool) -> Int? {
    switch self[index].kind {
    case .softBreak, .lineBreak: return nil
    case .text(let text):
      // Nearly every text begins and ends with something else.
      if let byte = isEnd ? text.utf8.last : text.utf8.first, byte != 32, byte != 9 { return 0 }
      let bytes = text.utf8.span
      var count = 0
      while count < bytes.count {
        let byte = bytes[isEnd ? bytes.count - 1 - count : count]
        guard byte == 32 || byte == 9 else { return count }
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
    var inlines = trimmed(part)
    guard let first = inlines.first, case .text(let text) = first.kind else { return inlines }
    // Nearly every text goes on with a letter.
    if text.utf8.first?.isLetter ?? true { return inlines }
    var dropped = 0
    for scalar in text.unicodeScalars {
      // A no-break space stands before a colon in French.
      guard
        scalar == " " || scalar == "\u{A0}" || scalar == "\u{202F}"
          || set.unicodeScalars.contains(scalar)
      else { break }
      dropped += scalar.utf8.count
    }
    if dropped == 0 { return inlines }
    if dropped == text.utf8.count {
      inlines.removeFirst()
      return inlines.droppingLeading(set)
    }
    inlines[0] = first.suffix(from: dropped)
    return inlines
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
