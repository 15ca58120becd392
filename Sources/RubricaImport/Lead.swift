internal import RubricaSource
internal import RubricaSyntax

/// `**Words:**` or `Words:` at the head of a paragraph that begins a line, perhaps behind a sign.
struct Lead {
  /// Without the sign and the colon.
  let words: String
  /// The sign before them, with the blanks behind it; empty if there is none.
  let sign: String
  let isBold: Bool
  /// With its marks, its colon and the blanks behind it, and the end of the line if it stands alone on it.
  let range: Range<Int>
  /// Whether nothing else stands in the paragraph.
  let isAlone: Bool

  /// What keeps the words where they are hidden.
  var comment: String { "<!-- \(sign)\(words): -->" }

  init?(_ block: Int, _ page: Page) {
    let start = page.range(block).lowerBound
    guard page.lines.starts[page.lines.line(at: start)] == start else { return nil }
    self.init(paragraph: block, page)
  }

  /// The same at the head of an item of a list.
  init?(paragraph: Int, _ page: Page) {
    guard case .paragraph = page.tree.nodes[paragraph].kind else { return nil }
    let inlines = Array(page.tree.children(of: paragraph))[...]
    guard let first = inlines.first,
      page.range(first).lowerBound == page.range(paragraph).lowerBound
    else { return nil }
    self.init(inlines, in: page.range(paragraph), page)
  }

  /// The bold ones that begin a later line of a paragraph.
  static func behindFirst(in paragraph: Int, _ page: Page) -> [Lead] {
    guard case .paragraph = page.tree.nodes[paragraph].kind else { return [] }
    let inlines = Array(page.tree.children(of: paragraph))
    return inlines.indices.dropFirst().compactMap { place in
      let before = page.tree.nodes[inlines[place - 1]].kind
      guard before == .softBreak || before == .lineBreak,
        case .strong = page.tree.nodes[inlines[place]].kind
      else { return nil }
      return Lead(inlines[place...], in: page.range(paragraph), page)
    }
  }

  /// At the head of inlines of a paragraph.
  private init?(_ inlines: ArraySlice<Int>, in whole: Range<Int>, _ page: Page) {
    guard var first = inlines.first else { return nil }
    let start = page.range(first).lowerBound
    var sign = ""
    if case .text(let text) = page.tree.nodes[first].kind, page.tree.nodes[first].isExact,
      HeadingWords.areSigns(text), let next = inlines.dropFirst().first
    {
      sign = text
      first = next
    }
    var end: Int
    var words: String
    switch page.tree.nodes[first].kind {
    case .strong where page.bytes[page.range(first).lowerBound...].starts(with: "**".utf8):
      words = page.words(first)
      end = page.range(first).upperBound
      isBold = true
    case .text(let text) where page.tree.nodes[first].isExact:
      guard let colon = text.firstIndex(of: ":") else { return nil }
      words = String(text[...colon])
      end = page.range(first).lowerBound + words.utf8.count
      isBold = false
    default: return nil
    }
    let inner = HeadingWords.ornament(of: words)
    if HeadingWords.areSigns(String(inner)) {
      sign += inner
      words.removeFirst(inner.count)
    }
    if words.hasSuffix(":") {
      words.removeLast()
    } else {
      guard end < whole.upperBound, page.bytes[end] == UInt8(ascii: ":") else { return nil }
      end += 1
    }
    guard words.split(separator: " ").count <= 5, words.first?.isLetter == true,
      words.allSatisfy({ $0.isLetter || $0.isNumber || " '\u{2019}/&-_".contains($0) }),
      !words.contains("--")
    else { return nil }
    while end < whole.upperBound, page.bytes[end] == 32 { end += 1 }
    for newline in [13, 10] where end < whole.upperBound && page.bytes[end] == newline {
      end += 1
    }
    self.words = words
    self.sign = sign
    range = start..<end
    isAlone = end >= whole.upperBound
  }
}
