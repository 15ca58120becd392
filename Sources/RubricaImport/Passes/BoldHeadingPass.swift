internal import RubricaModel
internal import RubricaSource
internal import RubricaSyntax

/// A bold line that stands alone and opens what follows becomes a heading, where no heading around
/// it would make an entry or a label of it. One that ends in a colon stays: it introduces the block
/// behind it, and nobody can say what else.
enum BoldHeadingPass: ImportPass {
  static let title = "a bold line"
  static let isStructuring = true

  static func run(_ page: Page, _ attempt: inout PassAttempt) {
    let blocks = page.blocks
    let outline = Outline(page.headings, page.vocabulary)
    // Lines of one section are of one kind: a line that stays would stand below one that does not.
    let mixed = Set(
      blocks.lazy.filter { looksLikeHeading($0, page) && mark($0, page) == nil }
        .map { page.section(of: page.range($0).lowerBound) })
    for (position, block) in blocks.enumerated() {
      let offset = page.range(block).lowerBound
      guard let mark = mark(block, page) else { continue }
      guard !mixed.contains(page.section(of: offset)) else {
        attempt.say(
          .suggestion, at: offset,
          "the bold line \"\(page.words(block))\" may be a heading; it was kept, since other bold lines of "
            + "its section had to be")
        continue
      }
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
    guard looksLikeHeading(block, page) else { return nil }
    let range = page.range(block)
    let bytes = page.bytes[range]
    let words = page.words(block)
    let inside = bytes.dropFirst(2).dropLast(2)
    guard let last = words.last, !"#}?:\u{FF1A}\u{FF1F}".contains(last), inside.first != 32,
      inside.last != 32,
      inside.last != UInt8(ascii: "#"), !words.hasPrefix("#"),
      !Outline([Heading(words)], page.vocabulary).roles.contains(.entry)
    else { return nil }
    // Links and pictures in it make it more than a heading.
    let isPlain = (block + 1..<page.tree.nodes[block].end).allSatisfy { index in
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

  /// Whether a paragraph is one short bold line, and no sentence.
  private static func looksLikeHeading(_ block: Int, _ page: Page) -> Bool {
    guard isBoldLine(block, page), let last = page.words(block).last else { return false }
    return !".!,;\u{3002}".contains(last) && !isEnd(page.words(block))
  }

  /// Whether a paragraph is a short line that is bold from end to end.
  static func isBoldLine(_ block: Int, _ page: Page) -> Bool {
    guard case .paragraph = page.tree.nodes[block].kind else { return false }
    let inner = Array(page.tree.children(of: block))
    let range = page.range(block)
    guard inner.count == 1, case .strong = page.tree.nodes[inner[0]].kind,
      page.range(inner[0]) == range, (5...84).contains(range.count)
    else { return false }
    let bytes = page.bytes[range]
    return !bytes.contains(10) && !bytes.contains(13)
      && page.lines.starts[page.lines.line(at: range.lowerBound)] == range.lowerBound
      && (bytes.starts(with: "**".utf8) && bytes.reversed().starts(with: "**".utf8)
        || bytes.starts(with: "__".utf8) && bytes.reversed().starts(with: "__".utf8))
  }

  /// Whether a line says that the document ends.
  private static func isEnd(_ words: String) -> Bool {
    let words = words.lowercased()
    return ["the end", "end", "fin", "ende"].contains(words)
      || ["end of ", "fin de ", "fin del ", "fin du ", "ende de"].contains { words.hasPrefix($0) }
  }

  /// Whether a block is what a heading stands over.
  private static func opensText(_ block: Int, _ page: Page) -> Bool {
    switch page.tree.nodes[block].kind {
    case .heading, .thematicBreak: false
    case .paragraph: !looksLikeHeading(block, page)
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
