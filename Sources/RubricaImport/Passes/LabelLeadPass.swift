internal import RubricaModel
internal import RubricaSource
internal import RubricaSyntax

/// Words before the parts of a label's text. "Definition:" goes into a comment, since the text below a
/// label's heading is its definition; **Include:** becomes the bold word of the language, and so do such
/// words at the head of each item of a list. What stands at the end behind "Examples:" and the like
/// goes under a heading, since without one it would be a part of the definition.
enum LabelLeadPass: ImportPass {
  static let title = "words before parts of a label"
  static let isStructuring = true

  static func run(_ page: Page, _ attempt: inout PassAttempt) {
    let outline = Outline(page.headings, page.vocabulary)
    var kept: [(lead: Lead, role: SectionRole, isInDefinition: Bool)] = []
    for (index, heading) in page.headings.enumerated() where outline.roles[index] == .label {
      let blocks = Array(page.blocks(under: index, isDeep: false))
      for (position, block) in blocks.enumerated() {
        if isList(block, page) {
          hide(inItemsOf: block, of: heading, isFirst: position == 0, page, &attempt)
        }
        let next = position + 1 < blocks.count ? blocks[position + 1] : nil
        if let lead = Lead(block, page) {
          hide(lead, of: heading, isFirst: position == 0, before: next, page, &attempt)
        }
        for lead in Lead.behindFirst(in: block, page) {
          hide(lead, of: heading, isFirst: false, before: next, page, &attempt)
        }
      }
      kept += [openSections(of: heading, blocks, page, &attempt)].compactMap(\.self)
    }
    guard let first = kept.first else { return }
    attempt.say(
      .suggestion, at: first.lead.range.lowerBound,
      "\"\(first.lead.words):\" stays \(first.isInDefinition ? "a part of the definition" : "where it is")"
        + (kept.count == 1 ? "" : ", as such words do below \(kept.count) labels in all")
        + ": where it stands at the end of its label, as a list below "
        + "`\(page.vocabulary.word(first.role)):`, it goes under a heading; write it so and import again"
    )
  }

  private static func hide(
    _ lead: Lead, of label: Heading, isFirst: Bool, before next: Int?, _ page: Page,
    _ attempt: inout PassAttempt
  ) {
    // "Label if" as well, where it is the first text of a label.
    let isCondition = lead.isBold && !lead.isAlone && LabelPart.isCondition(lead.words)
    let isDefinition = isFirst && (isCondition || LabelPart.isDefinition(lead.words))
    let word = isDefinition ? nil : word(for: lead, page)
    guard isDefinition || word != nil, !isFirst || label.attributeBlock == nil,
      !lead.isAlone || next.map({ isDefinition ? isText($0, page) : isList($0, page) }) == true,
      lead.isAlone || LabelSection.startsPlainly(page.bytes[lead.range.upperBound...])
    else { return }
    var group = EditGroup(page)
    // A comment before the first text goes right behind the name.
    if isFirst { group.insert(lead.comment, at: label.contentEnd) }
    let before = isFirst ? "" : lead.comment + page.newline + page.newline
    let bold = word.map { "**\($0)**" + (lead.isAlone ? "" : " ") } ?? ""
    group.replace(lead.range, with: before + bold)
    group.say(
      .structured, at: lead.range.lowerBound,
      word.map { "\"\(lead.words):\" below \"\(label.title)\" became **\($0)**" }
        ?? "\"\(lead.words):\" below \"\(label.title)\" became a comment: what follows is the label's "
        + "definition")
    attempt.add(group)
  }

  /// The bold word that becomes of another one, or of the same behind a sign.
  private static func word(for lead: Lead, _ page: Page) -> String? {
    guard lead.isBold || !lead.sign.isEmpty else { return nil }
    return lead.sign.isEmpty
      ? LabelPart.word(for: lead.words, page.vocabulary)
      : LabelPart.leadIn(for: lead.words, page.vocabulary)
  }

  /// `- Include: ads` and `- Exclude: mail`: paragraphs, since the language knows no such items.
  private static func hide(
    inItemsOf list: Int, of label: Heading, isFirst: Bool, _ page: Page,
    _ attempt: inout PassAttempt
  ) {
    let items = Array(page.tree.children(of: list))
    let found = items.map { item -> (lead: Lead, word: String)? in
      guard let paragraph = page.tree.children(of: item).first(where: { _ in true }),
        let lead = Lead(paragraph: paragraph, page),
        let word = LabelPart.leadIn(for: lead.words, page.vocabulary)
      else { return nil }
      return (lead, word)
    }
    let leads = found.compactMap(\.self)
    guard let first = leads.first else { return }
    let isPlain = zip(items, found).allSatisfy { item, found in
      guard case .item(isChecked: nil) = page.tree.nodes[item].kind, let lead = found?.lead else {
        return false
      }
      let start = page.range(item).lowerBound
      return !lead.isAlone && page.tree.children(of: item).count(where: { _ in true }) == 1
        && page.lines.starts[page.lines.line(at: start)] == start
        && LabelSection.startsPlainly(page.bytes[lead.range.upperBound...])
    }
    guard isPlain, !isFirst || label.attributeBlock == nil else {
      return attempt.say(
        .suggestion, at: first.lead.range.lowerBound,
        "\"\(first.lead.words):\" below \"\(label.title)\" heads an item of a list, where it says nothing: "
          + "make it a paragraph of its own, `**\(first.word)** …`, and import again")
    }
    var group = EditGroup(page)
    let newline = page.newline
    for (position, (item, (lead, word))) in zip(items, leads).enumerated() {
      let isAtHead = isFirst && position == 0
      if isAtHead { group.insert(lead.comment, at: label.contentEnd) }
      let comment = isAtHead ? "" : lead.comment + newline + newline
      group.replace(
        page.range(item).lowerBound..<lead.range.upperBound,
        with: (position == 0 ? "" : newline) + comment + "**\(word)** ")
    }
    let words = leads.map { "\"\($0.lead.words):\"" }
    group.say(
      .structured, at: first.lead.range.lowerBound,
      "\(LabelName.listed(words)) at the head of items below \"\(label.title)\" became "
        + LabelName.listed(leads.map { "**\($0.word)**" }))
    attempt.add(group)
  }

  // MARK: Sections at the end

  /// What a lead at the end of a label stands over.
  private struct Section {
    let lead: Lead
    /// Nil for words that say no section; those behind a section become headings as they are.
    let role: SectionRole?
    /// The block behind the lead; nil if it stands in the lead's paragraph.
    let content: Int?
  }

  /// Returns the first lead that would open a section and stays.
  private static func openSections(
    of label: Heading, _ blocks: [Int], _ page: Page, _ attempt: inout PassAttempt
  ) -> (lead: Lead, role: SectionRole, isInDefinition: Bool)? {
    let blocks = blocks.filter { page.tree.nodes[$0].kind != .thematicBreak }
    let leads = blocks.map { block in
      Lead(block, page).flatMap { lead in
        LabelPart.section(for: lead.words, page.vocabulary).map { (lead: lead, role: $0) }
      }
    }
    guard let start = leads.firstIndex(where: { $0 != nil }) else { return nil }
    guard label.level < 6, let sections = sections(blocks[start...], page),
      let first = sections.first
    else {
      // What a label includes and excludes ends its definition.
      let isInDefinition = !blocks[..<start].contains { opensPart($0, page) }
      return leads[start].map { ($0.lead, $0.role, isInDefinition) }
    }
    var group = EditGroup(page)
    var last: SectionRole?
    for section in sections {
      open(section, behind: last, level: label.level + 1, page, &group)
      last = section.role
    }
    group.say(
      .structured, at: first.lead.range.lowerBound,
      "what stands behind \(LabelName.listed(sections.map { "\"\($0.lead.words):\"" })) below "
        + "\"\(label.title)\" went under \(sections.count == 1 ? "a heading" : "headings"): its definition ends "
        + "there")
    attempt.add(group)
    return nil
  }

  /// Whether a paragraph begins with a bold word for what a label includes or excludes.
  private static func opensPart(_ block: Int, _ page: Page) -> Bool {
    guard case .paragraph = page.tree.nodes[block].kind,
      let first = page.tree.children(of: block).first(where: { _ in true }),
      case .strong = page.tree.nodes[first].kind
    else { return false }
    return LabelPart.leadIn(for: page.words(first), page.vocabulary) != nil
  }

  /// The blocks as leads with one block each; nil if there is another one among them.
  private static func sections(_ blocks: ArraySlice<Int>, _ page: Page) -> [Section]? {
    var sections: [Section] = []
    var rest = blocks
    while let block = rest.popFirst() {
      guard let lead = Lead(block, page), !LabelPart.isPart(lead.words, page.vocabulary) else {
        return nil
      }
      let role = LabelPart.section(for: lead.words, page.vocabulary)
      var content: Int?
      if lead.isAlone {
        guard let next = rest.popFirst(),
          isList(next, page) || role != nil && canBeItem(next, page)
            || role == .edgeCases && EdgeTablePass.rows(of: next, page) != nil
        else { return nil }
        content = next
      } else {
        // A part of the label on a later line would become one of the example.
        let hasParts = Lead.behindFirst(in: block, page).contains {
          LabelPart.isPart($0.words, page.vocabulary)
            || LabelPart.section(for: $0.words, page.vocabulary) != nil
        }
        guard role != nil, !hasParts,
          LabelSection.startsPlainly(page.bytes[lead.range.upperBound...])
        else { return nil }
      }
      sections.append(Section(lead: lead, role: role, content: content))
    }
    return sections
  }

  /// Whether a block can become the item of a list by a mark before it.
  private static func canBeItem(_ block: Int, _ page: Page) -> Bool {
    let start = page.range(block).lowerBound
    guard page.lines.starts[page.lines.line(at: start)] == start else { return false }
    switch page.tree.nodes[block].kind {
    case .paragraph: return Lead(block, page) == nil && Lead.behindFirst(in: block, page).isEmpty
    case .blockQuote, .codeBlock(_, _, isFenced: true): return true
    default: return false
    }
  }

  private static func open(
    _ section: Section, behind last: SectionRole?, level: Int, _ page: Page,
    _ group: inout EditGroup
  ) {
    let lead = section.lead
    let newline = page.newline
    let hashes = String(repeating: "#", count: level)
    let isExact =
      lead.sign.isEmpty && page.vocabulary.section(lead.words)?.isUnderstood == true
    let heading: String
    if let role = section.role, !isExact {
      // "Example 2:" goes on with what "Example 1:" began.
      heading =
        role == last ? lead.comment : "\(hashes) \(lead.comment) \(page.vocabulary.word(role))"
    } else {
      heading = "\(hashes) \(lead.sign)\(lead.words)"
    }
    guard let content = section.content else {
      return group.replace(lead.range, with: heading + newline + newline + "- ")
    }
    group.replace(lead.range, with: heading)
    guard !isList(content, page) else { return }
    if let rows = EdgeTablePass.rows(of: content, page) {
      return EdgeTablePass.edit(rows, page, &group)
    }
    let range = page.range(content)
    let first = page.lines.line(at: range.lowerBound)
    for line in first...page.lines.line(at: max(range.upperBound - 1, range.lowerBound)) {
      let isBlank = page.lines.content(ofLine: line, in: page.bytes).isEmpty
      if !isBlank { group.insert(line == first ? "- " : "  ", at: page.lines.starts[line]) }
    }
  }

  private static func isText(_ block: Int, _ page: Page) -> Bool {
    if case .paragraph = page.tree.nodes[block].kind { true } else { false }
  }

  private static func isList(_ block: Int, _ page: Page) -> Bool {
    if case .list = page.tree.nodes[block].kind { true } else { false }
  }
}
