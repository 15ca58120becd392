internal import RubricaModel
internal import RubricaSource

/// Cutting running text into parts.
extension [Inline] {
  /// Without white space and line breaks at both ends.
  var trimmed: [Inline] {
    var inlines = self
    while let first = inlines.first {
      switch first.kind {
      case .softBreak, .lineBreak: inlines.removeFirst()
      case .text(let text):
        let kept = text.drop { $0 == " " || $0 == "\t" }
        if kept.isEmpty { inlines.removeFirst(); continue }
        if kept.utf8.count < text.utf8.count {
          inlines[0] = first.suffix(from: text.utf8.count - kept.utf8.count)
        }
        return inlines.trimmedEnd
      default: return inlines.trimmedEnd
      }
    }
    return inlines
  }

  private var trimmedEnd: [Inline] {
    var inlines = self
    while let last = inlines.last {
      switch last.kind {
      case .softBreak, .lineBreak: inlines.removeLast()
      case .text(let text):
        var count = text.utf8.count
        for byte in text.utf8.reversed() {
          guard byte == 32 || byte == 9 else { break }
          count -= 1
        }
        if count == 0 { inlines.removeLast(); continue }
        if count < text.utf8.count { inlines[inlines.count - 1] = last.prefix(count) }
        return inlines
      default: return inlines
      }
    }
    return inlines
  }

  /// As prose, with the span that it covers; `place` for nothing at all.
  func prose(or place: Span) -> Prose {
    guard let first, let last else { return Prose([], place) }
    return Prose(self, first.span.union(last.span))
  }

  /// The lines of a paragraph: split at line breaks of both kinds.
  var lines: [[Inline]] {
    split(omittingEmptySubsequences: false) { inline in
      switch inline.kind {
      case .softBreak, .lineBreak: true
      default: false
      }
    }.map(Array.init)
  }

  /// Without leading characters of `set` in the first text, and without white space.
  func droppingLeading(_ set: String) -> [Inline] {
    var inlines = trimmed
    guard let first = inlines.first, case .text(let text) = first.kind else { return inlines }
    var dropped = 0
    for scalar in text.unicodeScalars {
      guard scalar == " " || set.unicodeScalars.contains(scalar) else { break }
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
    var phrases: [[Inline]] = [[]]
    for inline in self {
      guard case .text(let text) = inline.kind else {
        phrases[phrases.count - 1].append(inline)
        continue
      }
      var start = 0
      var offset = 0
      for scalar in text.unicodeScalars {
        let width = scalar.utf8.count
        if scalar == "·" || scalar == ";" {
          phrases[phrases.count - 1].append(inline.slice(start..<offset))
          phrases.append([])
          start = offset + width
        }
        offset += width
      }
      phrases[phrases.count - 1].append(start == 0 ? inline : inline.slice(start..<offset))
    }
    return phrases.map(\.trimmed).filter { !$0.isEmpty }
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
    let place =
      isExact
      ? Span(span.source, Int(span.start) + range.lowerBound, Int(span.start) + range.upperBound)
      : span
    return Inline(.text(String(text[start..<end])), place, isExact: isExact)
  }

  func suffix(from offset: Int) -> Inline {
    guard case .text(let text) = kind else { return self }
    return slice(offset..<text.utf8.count)
  }

  func prefix(_ count: Int) -> Inline { slice(0..<count) }
}
