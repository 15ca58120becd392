internal import RubricaModel
internal import RubricaSource
internal import RubricaSyntax

/// A document of plain text has no mark for its title: its first line is one where it stands alone, is short
/// and is no sentence.
enum TitleLinePass: ImportPass {
  static let title = "the first line of a plain text"
  static let isStructuring = true

  static func run(_ page: Page, _ attempt: inout PassAttempt) {
    guard page.blocks.count > 1, !page.headings.contains(where: { $0.level == 1 }) else { return }
    let document = page.documents[page.document(of: 0)]
    let offset = page.range(page.blocks[0]).lowerBound
    guard ["txt", "text"].contains(Path.ending(document.name)),
      document.frontMatter?.title == nil, isTitle(page.blocks[0], page)
    else { return }
    var group = EditGroup(page)
    group.insert("# ", at: offset)
    group.say(
      .structured, at: offset,
      "the first line \"\(page.words(page.blocks[0]))\" became the title of the document")
    attempt.add(group)
  }

  private static func isTitle(_ block: Int, _ page: Page) -> Bool {
    guard case .paragraph = page.tree.nodes[block].kind else { return false }
    let range = page.range(block)
    let words = page.words(block)
    // Nothing but words, as they are written.
    guard page.string(range) == words, range.count <= 80, words.contains(where: \.isLetter),
      page.lines.starts[page.lines.line(at: range.lowerBound)] == range.lowerBound,
      let last = words.last, !".,:;!?\u{3002}\u{FF01}\u{FF1A}\u{FF1F}…".contains(last),
      !words.contains(where: { "#{}[]<>|`\\".contains($0) || $0.isNewline })
    else { return false }
    // A word of the language would open a section.
    return Outline([Heading(words)], page.vocabulary).roles == [.prose]
      && LabelHeading.kind(words) != .certain
  }
}
