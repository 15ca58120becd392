internal import RubricaModel
internal import RubricaSource
internal import RubricaSyntax

/// Headings right below a label that say what the language says without a heading or with a bold
/// word: "Definition" goes into a comment, since the text below a label's heading is its definition,
/// and "Includes" and "Excludes" over a list become the bold words. "Counterexamples" and other words
/// that are nearly reserved become the reserved ones over a list.
enum LabelPartPass: ImportPass {
  static let title = "headings below a label"
  static let isStructuring = true

  static func run(_ page: Page, _ attempt: inout PassAttempt) {
    let outline = Outline(page.headings, page.vocabulary)
    for (label, heading) in page.headings.enumerated() where outline.roles[label] == .label {
      var index = label + 1
      // A part behind a heading that stays would stand in the section of that heading.
      while index < heading.next, convert(index, of: label, outline, page, &attempt) { index += 1 }
      let behind = (index..<max(heading.next, index)).filter { page.headings[$0].parent == label }
      guard let first = behind.first else { continue }
      for index in behind {
        let title = page.headings[index].title
        if let word = LabelPart.leadIn(for: HeadingWords.withoutSigns(title), page.vocabulary) {
          attempt.say(
            .suggestion, at: page.headings[index].range.lowerBound,
            index == first
              ? "\"\(title)\" below \"\(heading.title)\" becomes **\(word)** only over one list: make what "
                + "stands below it a list, and import again"
              : "\"\(title)\" below \"\(heading.title)\" would become **\(word)** if it stood before "
                + "\"\(page.headings[first].title)\": move it there, over a list, and import again")
        }
        rename(index, outline, page, &attempt)
      }
    }
  }

  /// Gives a heading that is nearly one for examples or edge cases its word.
  private static func rename(
    _ index: Int, _ outline: Outline, _ page: Page, _ attempt: inout PassAttempt
  ) {
    let heading = page.headings[index]
    guard outline.roles[index] == .prose, heading.attributeBlock == nil,
      let role = LabelPart.section(for: HeadingWords.withoutSigns(heading.title), page.vocabulary)
    else { return }
    let word = page.vocabulary.word(role)
    let blocks = page.blocks(under: index, isDeep: true)
    guard let range = heading.titleRange(in: page.bytes), blocks.count == 1,
      case .list = page.tree.nodes[blocks[blocks.startIndex]].kind
    else {
      return attempt.say(
        .suggestion, at: heading.range.lowerBound,
        "\"\(heading.title)\" may be what the heading `\(word)` is for: make what stands below it a list, an "
          + "item each, and import again")
    }
    var group = EditGroup(page)
    group.insert("<!-- ", at: range.lowerBound)
    group.insert(" --> \(word)", at: range.upperBound)
    group.say(
      .structured, at: heading.range.lowerBound,
      "\"\(heading.title)\" became the reserved heading `\(word)`; its own words became a comment")
    attempt.add(group)
  }

  private static func convert(
    _ index: Int, of label: Int, _ outline: Outline, _ page: Page, _ attempt: inout PassAttempt
  ) -> Bool {
    let heading = page.headings[index]
    guard heading.parent == label, heading.next == index + 1, outline.roles[index] == .prose,
      heading.attributeBlock == nil, let words = heading.titleRange(in: page.bytes)
    else { return false }
    let blocks = page.blocks(under: index, isDeep: false)
    // The first block below a label says what it is: a comment before it goes behind the name.
    let isFirst = index == label + 1 && page.blocks(under: label, isDeep: false).isEmpty
    guard !isFirst || page.headings[label].attributeBlock == nil else { return false }
    let comment = "<!-- \(page.string(words)) -->"
    let title = HeadingWords.withoutSigns(heading.title)
    let word = LabelPart.leadIn(for: title, page.vocabulary)
    let own = word == heading.title ? word : nil
    let isDefinition = LabelPart.isDefinition(title)
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
      guard let word, blocks.count == 1, let list = blocks.first,
        case .list(nil, _) = page.tree.nodes[list].kind
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
}

extension Page {
  fileprivate func isBlankLine(behind heading: Heading) -> Bool {
    let line = lines.line(at: max(heading.range.upperBound - 1, heading.range.lowerBound)) + 1
    return line >= lines.starts.count
      || bytes[lines.content(ofLine: line, in: bytes)].allSatisfy { $0.isBlank }
  }
}
