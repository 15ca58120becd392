internal import RubricaModel
internal import RubricaSource
internal import RubricaSyntax

/// Headings right below a label that say what the language says without a heading or with a bold
/// word: "Definition" goes into a comment, since the text below a label's heading is its definition,
/// and "Includes" and "Excludes" over a list become the bold words.
enum LabelPartPass: ImportPass {
  static let title = "headings below a label"
  static let isStructuring = true

  static func run(_ page: Page, _ attempt: inout PassAttempt) {
    let outline = Outline(page.headings, page.vocabulary)
    for (label, heading) in page.headings.enumerated() where outline.roles[label] == .label {
      var index = label + 1
      // A part behind a heading that stays would stand in the section of that heading.
      while index < heading.next, convert(index, of: label, outline, page, &attempt) { index += 1 }
    }
  }

  private static func convert(
    _ index: Int, of label: Int, _ outline: Outline, _ page: Page, _ attempt: inout PassAttempt
  ) -> Bool {
    let heading = page.headings[index]
    guard heading.parent == label, heading.next == index + 1, outline.roles[index] == .prose,
      heading.attributeBlock == nil, let words = words(of: heading, page)
    else { return false }
    let blocks = page.blocks(under: index, isDeep: false)
    // The first block below a label says what it is: a comment before it goes behind the name.
    let isFirst = index == label + 1 && page.blocks(under: label, isDeep: false).isEmpty
    guard !isFirst || page.headings[label].attributeBlock == nil else { return false }
    let comment = "<!-- \(page.string(words)) -->"
    let own = leadIn(heading.title, page.vocabulary)
    let isDefinition = LabelPart.isDefinition(heading.title)
    var lines: [String] = []
    var group = EditGroup(page)
    if own == nil, isFirst {
      // Right behind it: a blank before a comment would be part of the name.
      group.insert(comment, at: page.headings[label].contentEnd)
    } else if own == nil {
      lines += [comment, ""]
    }
    if isDefinition {
      guard isFirst, let first = blocks.first, case .paragraph = page.tree.nodes[first].kind else {
        return false
      }
      group.say(
        .structured, at: heading.range.lowerBound,
        "\"\(heading.title)\" below \"\(page.headings[label].title)\" became a comment: what follows is "
          + "the label's definition")
    } else {
      guard let word = own ?? LabelPart.word(for: heading.title, page.vocabulary),
        blocks.count == 1, let list = blocks.first, case .list(nil, _) = page.tree.nodes[list].kind
      else { return false }
      lines.append("**\(word)**")
      group.say(
        .structured, at: heading.range.lowerBound,
        "the heading \"\(heading.title)\" below \"\(page.headings[label].title)\" became **\(word)**"
      )
    }
    if !page.isBlankLine(behind: heading) { lines.append("") }
    group.replaceHeading(heading.range, with: lines.joined(separator: page.newline))
    attempt.add(group)
    return true
  }

  /// The words as they are, if they mean what a label includes or excludes.
  private static func leadIn(_ title: String, _ vocabulary: Vocabulary) -> String? {
    guard let found = vocabulary.leadIn(title[...]),
      found.meaning == .includes || found.meaning == .excludes
    else { return nil }
    return title
  }

  /// The place of a heading's words, where they are plain.
  private static func words(of heading: Heading, _ page: Page) -> Range<Int>? {
    let start = heading.start(in: page.bytes)
    guard start < heading.contentEnd,
      page.string(start..<heading.contentEnd) == heading.title, !heading.title.contains("--")
    else { return nil }
    return start..<heading.contentEnd
  }
}

extension Page {
  fileprivate func isBlankLine(behind heading: Heading) -> Bool {
    let line = lines.line(at: max(heading.range.upperBound - 1, heading.range.lowerBound)) + 1
    return line >= lines.starts.count
      || bytes[lines.content(ofLine: line, in: bytes)].allSatisfy { $0 == 32 || $0 == 9 }
  }
}
