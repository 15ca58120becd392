internal import RubricaSource
internal import RubricaSyntax

/// A text right behind its link definitions, or right before a table, gets a blank line there: cmark
/// gives wrong places for the words of such a paragraph, and edits need right ones. The document
/// stays the same to every reader.
enum SpacingPass: ImportPass {
  static let title = "blank lines"
  static let isStructuring = false

  static func run(_ page: Page, _ attempt: inout PassAttempt) {
    var group = EditGroup(page)
    for line in (linesBehindDefinitions(page) + linesOfTableHeads(page)).sorted() {
      group.insert(page.newline, at: page.lines.starts[line])
    }
    guard !group.edits.isEmpty,
      let spaced = try? Page(page.text.applying(group.edits), attempt.documents),
      spaced.tree.nodes.map(\.kind) == page.tree.nodes.map(\.kind)
    else { return }
    attempt.add(group)
  }

  private static func linesBehindDefinitions(_ page: Page) -> [Int] {
    let definitions = LinkDefinition.all(in: page)
    let own = Set(definitions.map { page.lines.line(at: $0.labelRange.lowerBound) })
    return own.filter { !own.contains($0 + 1) && $0 + 1 < page.lines.starts.count }.map { $0 + 1 }
      .filter { line in
        // A title may stand on the next line; and in a quote a blank line would end it.
        guard let first = firstByte(line, page) else { return false }
        return !"\"'(".utf8.contains(first)
          && page.bytes[page.lines.starts[line - 1]] == UInt8(ascii: "[")
      }
  }

  /// Heads of tables that follow a line of text. The line of dashes gives a table away.
  private static func linesOfTableHeads(_ page: Page) -> [Int] {
    let literal = page.literalLines(withIndented: true)
    return page.lines.starts.indices.dropFirst(2).filter { line in
      let content = page.bytes[page.lines.content(ofLine: line, in: page.bytes)]
      return content.contains(UInt8(ascii: "-")) && content.contains(UInt8(ascii: "|"))
        && content.allSatisfy { "|-: \t".utf8.contains($0) } && !literal.contains(line)
        && firstByte(line - 2, page) != nil && isAtMargin(line - 1, page)
    }.map { $0 - 1 }
  }

  private static func firstByte(_ line: Int, _ page: Page) -> UInt8? {
    page.bytes[page.lines.content(ofLine: line, in: page.bytes)].first { $0 != 32 && $0 != 9 }
  }

  private static func isAtMargin(_ line: Int, _ page: Page) -> Bool {
    let first = page.bytes[page.lines.content(ofLine: line, in: page.bytes)].first
    return first != nil && first != 32 && first != 9 && first != UInt8(ascii: ">")
  }
}
