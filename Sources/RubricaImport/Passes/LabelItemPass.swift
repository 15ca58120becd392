internal import RubricaModel
internal import RubricaSource
internal import RubricaSyntax

/// `- **Definition**: …` and `- **Examples:**` in a list below a label: the items become paragraphs, since
/// the language reads the parts of a label there, and `LabelLeadPass` says what each of them is.
enum LabelItemPass: ImportPass {
  static let title = "parts of a label in a list"
  static let isStructuring = true

  static func run(_ page: Page, _ attempt: inout PassAttempt) {
    let outline = Outline(page.headings, page.vocabulary)
    var kept: [Lead] = []
    for (index, _) in page.headings.enumerated() where outline.roles[index] == .label {
      let blocks = page.blocks(under: index, isDeep: false).filter {
        page.tree.nodes[$0].kind != .thematicBreak
      }
      for list in blocks {
        guard case .list(start: nil, _) = page.tree.nodes[list].kind else { continue }
        let items = page.tree.children(of: list).map { Item($0, page) }
        let leads = page.tree.children(of: list).compactMap { lead(of: $0, page) }
        // Where all say what a label includes or excludes, `LabelLeadPass` reads the items.
        guard let first = leads.first(where: { isSection($0, page) || isDefinition($0) }) else {
          continue
        }
        let opens = list == blocks.first && leads.first.map(isDefinition) == true
        let closes = list == blocks.last && leads.last.map { isSection($0, page) } == true
        let isRead = opens || closes || leads.contains { isLeadIn($0, page) }
        let whole = items.compactMap(\.self)
        if isRead, whole.count == items.count, leads.count == items.count {
          var group = EditGroup(page)
          for item in whole { item.edit(page, &group) }
          group.say(
            .structured, at: first.range.lowerBound,
            "the items of a list below a label became paragraphs, since words such as "
              + "\"\(first.words):\" head them")
          attempt.add(group)
        } else if !leads.contains(where: { isLeadIn($0, page) }) {
          kept.append(first)
        }
      }
    }
    say(kept, &attempt)
  }

  private static func say(_ kept: [Lead], _ attempt: inout PassAttempt) {
    if let first = kept.first {
      attempt.say(
        .suggestion, at: first.range.lowerBound,
        "\"\(first.words):\" heads an item of a list below a label, where it says nothing"
          + (kept.count == 1 ? "" : ", as such words do in \(kept.count) lists in all")
          + ": make it a paragraph of its own, and import again")
    }
  }

  /// The words at the head of an item.
  private static func lead(of item: Int, _ page: Page) -> Lead? {
    page.tree.children(of: item).first { _ in true }.flatMap { Lead(paragraph: $0, page) }
  }

  private static func isDefinition(_ lead: Lead) -> Bool { LabelPart.isDefinition(lead.words) }

  private static func isLeadIn(_ lead: Lead, _ page: Page) -> Bool {
    LabelPart.leadIn(for: lead.words, page.vocabulary) != nil
  }

  private static func isSection(_ lead: Lead, _ page: Page) -> Bool {
    LabelPart.section(for: lead.words, page.vocabulary) != nil
  }

  /// An item that can become paragraphs of the document.
  private struct Item {
    let lead: Lead?
    let start: Int
    let paragraph: Int
    /// The blocks below its first paragraph.
    let rest: [Int]

    init?(_ item: Int, _ page: Page) {
      let children = Array(page.tree.children(of: item))
      guard case .item(isChecked: nil) = page.tree.nodes[item].kind, let first = children.first,
        case .paragraph = page.tree.nodes[first].kind
      else { return nil }
      start = page.range(item).lowerBound
      paragraph = first
      rest = Array(children.dropFirst())
      lead = Lead(paragraph: first, page)
      // Without the blanks before it, a line could begin something else.
      let words = page.range(first)
      let later = page.laterLines(of: words, from: page.lines.line(at: words.lowerBound))
      guard
        later.allSatisfy({ line in
          let text = page.bytes[page.lines.content(ofLine: line, in: page.bytes)]
          return LabelSection.startsPlainly(text.drop { $0.isBlank })
        })
      else { return nil }
      guard page.lines.starts[page.lines.line(at: start)] == start,
        rest.allSatisfy({ block in
          guard page.startsLine(page.range(block).lowerBound) else { return false }
          switch page.tree.nodes[block].kind {
          case .paragraph, .list, .blockQuote, .codeBlock(_, _, isFenced: true): return true
          default: return false
          }
        })
      else { return nil }
    }

    func edit(_ page: Page, _ group: inout EditGroup) {
      let content = page.range(paragraph)
      let before = page.blankLine(before: start)
      if let lead, isSection(lead, page), !lead.isAlone, !rest.isEmpty,
        LabelSection.startsPlainly(page.bytes[lead.range.upperBound...])
      {
        // What is said of an example stays in its item.
        var words = page.string(content.lowerBound..<lead.range.upperBound)
        while let last = words.last, last.isWhitespace { words.removeLast() }
        return group.replace(
          start..<lead.range.upperBound, with: before + words + page.newline + page.newline + "- ")
      }
      var end = content.lowerBound
      var words = ""
      if let lead, lead.sign.isEmpty, !lead.isBold, isLeadIn(lead, page) {
        // Plain words before a text are none that the language knows.
        words = "**\(lead.words):** "
        end = lead.range.upperBound
        if lead.isAlone { words.removeLast() }
      }
      group.replace(start..<end, with: before + words)
      let first = page.lines.line(at: content.lowerBound)
      for line in page.laterLines(of: content, from: first) {
        let text = page.lines.content(ofLine: line, in: page.bytes)
        let blanks = page.bytes[text].prefix { $0.isBlank }.count
        if text.lowerBound >= end {
          group.delete(text.lowerBound..<(text.lowerBound + blanks))
        }
      }
      for block in rest { dedent(block, page, &group) }
    }

    /// Takes away what the first line of a block begins with.
    private func dedent(_ block: Int, _ page: Page, _ group: inout EditGroup) {
      let range = page.range(block)
      let first = page.lines.line(at: range.lowerBound)
      let indentation = page.bytes[page.lines.starts[first]..<range.lowerBound]
      group.replace(
        page.lines.starts[first]..<range.lowerBound,
        with: page.blankLine(before: page.lines.starts[first]))
      for line in page.laterLines(of: range, from: first) {
        let text = page.lines.content(ofLine: line, in: page.bytes)
        let shared = zip(page.bytes[text], indentation).prefix { $0 == $1 }.count
        group.delete(text.lowerBound..<(text.lowerBound + shared))
      }
    }
  }
}

extension Page {
  /// The lines of a range behind its first.
  fileprivate func laterLines(of range: Range<Int>, from first: Int) -> Range<Int> {
    let last = lines.line(at: max(range.lowerBound, range.upperBound - 1))
    return (first + 1)..<(last + 1)
  }

  /// The end of a line where the line before an offset, at the head of one, has words.
  func blankLine(before offset: Int) -> String {
    let line = lines.line(at: offset)
    guard line > 0 else { return "" }
    let isBlank = bytes[lines.content(ofLine: line - 1, in: bytes)].allSatisfy { $0 <= 32 }
    return isBlank ? "" : newline
  }
}
