internal import RubricaModel
internal import RubricaSource

/// A line of prose that would be a heading with a blank in it.
struct LineLikeHeading {
  /// Without the number signs.
  let words: String
  /// The number signs and the words.
  let span: Span
  private let signs: Int

  var fix: Fix {
    let place = Span(span.source, Int(span.start) + signs, Int(span.start) + signs)
    return Fix("add a space after the number signs", edits: [.init(place, " ")], isSafe: false)
  }

  /// Nothing if the text is not such a line. One number sign alone may be a tag, and a number a reference.
  fileprivate init?(_ text: String, _ span: Span, _ sources: Sources) {
    let count = text.utf8.prefix { $0 == UInt8(ascii: "#") }.count
    let words = text.dropFirst(count)
    guard (2...6).contains(count), let first = words.first, first.isLetter,
      sources.text(span).hasPrefix(String(repeating: "#", count: count))
    else { return nil }
    self.words = String(words)
    self.span = span
    signs = count
  }
}

extension GuidelineIndex {
  /// Lines of prose that would be headings with a blank in them, in order of the document.
  var linesLikeHeadings: [LineLikeHeading] {
    guard traces.contains(.headingWithoutBlank) else { return [] }
    var lines: [LineLikeHeading] = []
    func visit(_ block: Block) {
      guard case .paragraph(let inlines) = block.kind else { return }
      var isStart = true
      for inline in inlines {
        switch inline.kind {
        case .text(let text):
          if isStart, let line = LineLikeHeading(text, inline.span, guideline.sources) {
            lines.append(line)
          }
          isStart = false
        case .softBreak, .lineBreak: isStart = true
        default: isStart = false
        }
      }
    }
    guideline.forEachProse(visit)
    for rule in guideline.rules { rule.content.forEach(visit) }
    for example in guideline.examples { example.content.forEach(visit) }
    return lines
  }
}
