internal import RubricaModel
internal import RubricaSource
internal import RubricaSyntax

/// Words before the parts of a label's text. "Definition:" goes into a comment, since the text below a
/// label's heading is its definition; **Include:** becomes the bold word of the language; and
/// "Examples:" over a list at the end becomes a heading, as do such words behind it, since without one
/// they would be a part of the definition.
enum LabelLeadPass: ImportPass {
  static let title = "words before parts of a label"
  static let isStructuring = true

  static func run(_ page: Page, _ attempt: inout PassAttempt) {
    let outline = Outline(page.headings, page.vocabulary)
    for (index, heading) in page.headings.enumerated() where outline.roles[index] == .label {
      let blocks = Array(page.blocks(under: index, isDeep: false))
      for (position, block) in blocks.enumerated() {
        guard let lead = Lead(block, page) else { continue }
        let next = position + 1 < blocks.count ? blocks[position + 1] : nil
        hide(lead, of: heading, isFirst: position == 0, before: next, page, &attempt)
      }
      let texts = blocks.filter { page.tree.nodes[$0].kind != .thematicBreak }
      openExamples(texts, of: heading, page, &attempt)
    }
  }

  private static func hide(
    _ lead: Lead, of label: Heading, isFirst: Bool, before next: Int?, _ page: Page,
    _ attempt: inout PassAttempt
  ) {
    let isDefinition = isFirst && LabelPart.isDefinition(lead.words)
    let word = lead.isBold ? LabelPart.word(for: lead.words, page.vocabulary) : nil
    guard isDefinition || word != nil, !isFirst || label.attributeBlock == nil,
      !lead.isAlone || next.map({ isDefinition ? isText($0, page) : isList($0, page) }) == true,
      lead.isAlone || LabelSection.startsPlainly(page.bytes[lead.range.upperBound...])
    else { return }
    var group = EditGroup(page)
    let comment = "<!-- \(lead.words): -->"
    // A comment before the first text goes right behind the name.
    if isFirst { group.insert(comment, at: label.contentEnd) }
    let before = isFirst ? "" : comment + page.newline + page.newline
    let bold = word.map { "**\($0)**" + (lead.isAlone ? "" : " ") } ?? ""
    group.replace(lead.range, with: before + bold)
    group.say(
      .structured, at: lead.range.lowerBound,
      word.map { "\"\(lead.words):\" below \"\(label.title)\" became **\($0)**" }
        ?? "\"\(lead.words):\" below \"\(label.title)\" became a comment: what follows is the label's "
        + "definition")
    attempt.add(group)
  }

  private static func openExamples(
    _ blocks: [Int], of label: Heading, _ page: Page, _ attempt: inout PassAttempt
  ) {
    let leads = blocks.map { Lead($0, page) }
    let start = leads.firstIndex { lead in
      lead.map { $0.isAlone && isExamples($0.words, page.vocabulary) } ?? false
    }
    guard let start, label.level < 6, (blocks.count - start).isMultiple(of: 2) else { return }
    var group = EditGroup(page)
    for position in stride(from: start, to: blocks.count, by: 2) {
      guard let lead = leads[position], lead.isAlone, isList(blocks[position + 1], page),
        !LabelPart.isPart(lead.words, page.vocabulary)
      else { return }
      let hashes = String(repeating: "#", count: label.level + 1)
      group.replace(lead.range, with: "\(hashes) \(lead.words)")
    }
    group.say(
      .structured, at: page.range(blocks[start]).lowerBound,
      "\(group.edits.count == 1 ? "1 line" : "\(group.edits.count) lines") over lists below "
        + "\"\(label.title)\" became headings: its definition ends there")
    attempt.add(group)
  }

  private static func isExamples(_ words: String, _ vocabulary: Vocabulary) -> Bool {
    guard let found = vocabulary.section(words), found.isUnderstood else { return false }
    return [.examples, .goodExamples, .badExamples].contains(found.meaning)
  }

  private static func isText(_ block: Int, _ page: Page) -> Bool {
    if case .paragraph = page.tree.nodes[block].kind { true } else { false }
  }

  private static func isList(_ block: Int, _ page: Page) -> Bool {
    if case .list = page.tree.nodes[block].kind { true } else { false }
  }
}
