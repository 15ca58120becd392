internal import RubricaModel
internal import RubricaSource

/// The original of a unit as Markdown, as its author wrote it.
struct UnitText {
  let sources: Sources

  func text(_ prose: Prose) -> String { text(prose.inlines) }

  private func text(_ inlines: [Inline]) -> String {
    // A value of YAML, or words with escapes in them: as a reader sees them.
    if inlines.count == 1, case .text(let words) = inlines[0].kind, !inlines[0].isExact {
      return words
    }
    guard let first = inlines.first, let last = inlines.last else { return "" }
    return lines(first.span.union(last.span))
  }

  func text(_ items: [Prose]) -> String {
    items.map { "- " + text($0).split(separator: "\n").joined(separator: "\n  ") }
      .joined(separator: "\n")
  }

  func text(_ blocks: [Block]) -> String {
    if blocks.count == 1, case .paragraph(let inlines) = blocks[0].kind {
      return text(inlines)
    }
    guard let first = blocks.first, let last = blocks.last else { return "" }
    return lines(first.span.union(last.span))
  }

  /// The bytes of a span without the indentation that its lines have in the document.
  private func lines(_ span: Span) -> String {
    let bytes = sources[span.source].bytes
    let range = span.range.clamped(to: 0..<bytes.count)
    var start = range.lowerBound
    while start > 0, bytes[start - 1] != 10, bytes[start - 1] != 13 { start -= 1 }
    let indentation = range.lowerBound - start
    var result: [UInt8] = []
    var cursor = range.lowerBound
    while cursor < range.upperBound {
      let end =
        bytes[cursor..<range.upperBound].firstIndex { $0 == 10 || $0 == 13 } ?? range.upperBound
      var content = bytes[cursor..<end]
      if cursor > range.lowerBound {
        result.append(10)
        let blanks = content.prefix { $0 == 32 }.count
        content = content.dropFirst(min(blanks, indentation))
      }
      result += content
      cursor = end + (bytes[end..<range.upperBound].starts(with: [13, 10]) ? 2 : 1)
    }
    while let last = result.last, last == 10 || last == 32 { result.removeLast() }
    return String(decoding: result, as: UTF8.self)
  }
}
