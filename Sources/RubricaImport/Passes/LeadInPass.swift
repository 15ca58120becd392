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
        let start = node.span.range.lowerBound
        guard isLineStart else { continue }
        if case .strong = node.kind {
          suggest(page.words(inline), at: start, page.vocabulary, &attempt)
          continue
        }
        guard case .text(let text) = node.kind, node.isExact else { continue }
        if let word = exact.first(where: { text.hasPrefix($0 + ":") }) {
          var group = EditGroup(page)
          group.replace(start..<(start + word.utf8.count + 1), with: "**\(word)**")
          group.say(
            .structured, at: start,
            "\"\(word):\" under \"\(page.headings[heading].title)\" became **\(word)**")
          attempt.add(group)
        } else if similar.contains(where: { text.lowercased().hasPrefix($0) })
          || isQualified(text, page.vocabulary)
        {
          suggest(parts: text, at: start, page.vocabulary, &attempt)
        }
      }
    }
  }

  /// Whether few words before a colon are such words: "Include when:", "Exclude (label otherwise):".
  private static func isQualified(_ text: String, _ vocabulary: Vocabulary) -> Bool {
    guard let colon = text.firstIndex(of: ":") else { return false }
    let words = String(text[..<colon])
    return words.utf8.count <= 60 && LabelPart.isQualified(words, vocabulary)
  }

  /// Says what bold words at the head of a line may be.
  private static func suggest(
    _ words: String, at offset: Int, _ vocabulary: Vocabulary, _ attempt: inout PassAttempt
  ) {
    guard vocabulary.leadIn(Reserved.normalised(words)[...]) == nil else { return }
    if LabelPart.isContrast(words) {
      let not = vocabulary.word(Vocabulary.LeadIn.not)
      attempt.say(
        .suggestion, at: offset,
        "\"\(MarkupRules.excerpt(words))\" may be what **\(not)** is for: write `**\(not)** [name](#id): …`, "
          + "with a link to the other label, where it begins a line")
    } else if LabelPart.mayBeLeadIn(words) || LabelPart.word(for: words, vocabulary) != nil {
      suggest(parts: words, at: offset, vocabulary, &attempt)
    }
  }

  private static func suggest(
    parts words: String, at offset: Int, _ vocabulary: Vocabulary, _ attempt: inout PassAttempt
  ) {
    let includes = vocabulary.word(Vocabulary.LeadIn.includes)
    let excludes = vocabulary.word(Vocabulary.LeadIn.excludes)
    attempt.say(
      .suggestion, at: offset,
      "\"\(MarkupRules.excerpt(words))\" may belong under **\(includes)** or **\(excludes)**")
  }
}
