internal import RubricaModel
internal import RubricaSource
internal import RubricaSyntax

/// `Includes:` and `Excludes:` at the head of a line under a label become the bold words that the
/// language knows. Other words for the same stay, with a suggestion.
enum LeadInPass: ImportPass {
  static let title = "what a label includes"
  static let isStructuring = true

  private static let similar = [
    "include:", "exclude:", "including:", "excluding:", "do not include", "does not include",
    "not included", "don't include", "inclusions:", "exclusions:", "do not label",
    "do not annotate", "don't annotate", "do not tag",
  ]

  /// What begins the part of a label that it includes or excludes, in the document's language.
  private static func exactWords(_ vocabulary: Vocabulary) -> [String] {
    let own = vocabulary.own.leadIns.filter { $0.0 == .includes || $0.0 == .excludes }.flatMap(\.1)
    return vocabulary.isEnglish
      ? own : own + [Vocabulary.english.word(.includes), Vocabulary.english.word(.excludes)]
  }

  static func run(_ page: Page, _ attempt: inout PassAttempt) {
    let outline = Outline(page.headings, page.vocabulary)
    let exact = exactWords(page.vocabulary)
    for block in page.blocks {
      guard case .paragraph = page.tree.nodes[block].kind,
        let heading = page.section(of: page.range(block).lowerBound),
        outline.roles[heading] == .label
      else { continue }
      var isLineStart = true
      for inline in page.tree.children(of: block) {
        let node = page.tree.nodes[inline]
        defer { isLineStart = node.kind == .softBreak || node.kind == .lineBreak }
        guard isLineStart, case .text(let text) = node.kind, node.isExact else { continue }
        let start = node.span.range.lowerBound
        if let word = exact.first(where: { text.hasPrefix($0 + ":") }) {
          var group = EditGroup(page)
          group.replace(start..<(start + word.utf8.count + 1), with: "**\(word)**")
          group.say(
            .structured, at: start,
            "\"\(word):\" under \"\(page.headings[heading].title)\" became **\(word)**")
          attempt.add(group)
        } else if similar.contains(where: { text.lowercased().hasPrefix($0) }) {
          attempt.say(
            .suggestion, at: start,
            "\"\(MarkupRules.excerpt(text))\" may belong under **Includes** or **Excludes**")
        }
      }
    }
  }
}
