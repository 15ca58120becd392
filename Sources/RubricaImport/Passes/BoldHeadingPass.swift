internal import RubricaSource
internal import RubricaSyntax

/// A bold line that stands alone and opens what follows becomes a heading, where no heading around
/// it would make an entry or a label of it.
enum BoldHeadingPass: ImportPass {
  static let title = "a bold line"
  static let isStructuring = true

  static func run(_ page: Page, _ attempt: inout PassAttempt) {
    let blocks = page.blocks
    let outline = Outline(page.headings, page.vocabulary)
    for (position, block) in blocks.enumerated() {
      guard let mark = mark(block, page) else { continue }
      let offset = page.range(block).lowerBound
      let level = (page.section(of: offset).map { page.headings[$0].level } ?? 1) + 1
      guard level <= 6, position + 1 < blocks.count, opensText(blocks[position + 1], page),
        !page.isStructured(outline, at: offset)
      else { continue }
      var group = EditGroup(page)
      group.replace(mark.opening, with: String(repeating: "#", count: level) + " ")
      group.delete(mark.closing)
      group.say(.structured, at: offset, "the bold line \"\(page.words(block))\" became a heading")
      attempt.add(group)
    }
  }

  /// The marks around a paragraph that is one short bold line.
  private static func mark(
    _ block: Int, _ page: Page
  ) -> (opening: Range<Int>, closing: Range<Int>)? {
    guard case .paragraph = page.tree.nodes[block].kind else { return nil }
    let inner = Array(page.tree.children(of: block))
    guard inner.count == 1, case .strong = page.tree.nodes[inner[0]].kind,
      page.range(inner[0]) == page.range(block)
    else { return nil }
    let range = page.range(block)
    let bytes = page.bytes[range]
    guard (5...84).contains(bytes.count), !bytes.contains(10), !bytes.contains(13),
      page.lines.starts[page.lines.line(at: range.lowerBound)] == range.lowerBound,
      bytes.starts(with: "**".utf8) && bytes.reversed().starts(with: "**".utf8)
        || bytes.starts(with: "__".utf8) && bytes.reversed().starts(with: "__".utf8)
    else { return nil }
    let words = page.words(block)
    let inside = bytes.dropFirst(2).dropLast(2)
    guard let last = words.last, !".!?,;#}".contains(last), inside.first != 32, inside.last != 32,
      inside.last != UInt8(ascii: "#"), !words.hasPrefix("#"),
      !Outline([Heading(words)], page.vocabulary).roles.contains(.entry)
    else { return nil }
    // Links and pictures in it make it more than a heading.
    let isPlain = (inner[0]..<page.tree.nodes[block].end).allSatisfy { index in
      switch page.tree.nodes[index].kind {
      case .text, .code, .emphasis, .strong: true
      default: false
      }
    }
    guard isPlain else { return nil }
    return (
      range.lowerBound..<(range.lowerBound + 2), (range.upperBound - 2)..<range.upperBound
    )
  }

  /// Whether a block is what a heading stands over.
  private static func opensText(_ block: Int, _ page: Page) -> Bool {
    switch page.tree.nodes[block].kind {
    case .heading, .thematicBreak: false
    case .paragraph: mark(block, page) == nil
    default: true
    }
  }
}

extension Heading {
  /// A heading that is not there yet.
  init(_ words: String) {
    self.init(node: 0, level: 1, words: words, range: 0..<0, contentEnd: 0)
  }
}
