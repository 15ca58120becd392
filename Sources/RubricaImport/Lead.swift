internal import RubricaSource
internal import RubricaSyntax

/// `**Words:**` or `Words:` at the head of a paragraph that begins a line.
struct Lead {
  /// Without the colon.
  let words: String
  let isBold: Bool
  /// With its marks, its colon and the blanks behind it, and the end of the line if it stands alone on it.
  let range: Range<Int>
  /// Whether nothing else stands in the paragraph.
  let isAlone: Bool

  init?(_ block: Int, _ page: Page) {
    guard case .paragraph = page.tree.nodes[block].kind,
      let first = page.tree.children(of: block).first(where: { _ in true })
    else { return nil }
    let paragraph = page.range(block)
    let start = paragraph.lowerBound
    guard page.lines.starts[page.lines.line(at: start)] == start,
      page.range(first).lowerBound == start
    else { return nil }
    var end: Int
    var words: String
    switch page.tree.nodes[first].kind {
    case .strong where page.bytes[start...].starts(with: "**".utf8):
      words = page.words(first)
      end = page.range(first).upperBound
      isBold = true
    case .text(let text) where page.tree.nodes[first].isExact:
      guard let colon = text.firstIndex(of: ":") else { return nil }
      words = String(text[...colon])
      end = start + words.utf8.count
      isBold = false
    default: return nil
    }
    if words.hasSuffix(":") {
      words.removeLast()
    } else {
      guard end < paragraph.upperBound, page.bytes[end] == UInt8(ascii: ":") else { return nil }
      end += 1
    }
    guard words.split(separator: " ").count <= 4, words.first?.isLetter == true,
      words.allSatisfy({ $0.isLetter || $0.isNumber || " '\u{2019}/&-".contains($0) }),
      !words.contains("--")
    else { return nil }
    while end < paragraph.upperBound, page.bytes[end] == 32 { end += 1 }
    for newline in [13, 10] where end < paragraph.upperBound && page.bytes[end] == newline {
      end += 1
    }
    self.words = words
    range = start..<end
    isAlone = end >= paragraph.upperBound
  }
}
