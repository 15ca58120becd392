internal import RubricaModel
internal import RubricaSource
internal import RubricaSyntax

/// Two pictures that show how and how not become examples: under two headings that say which is
/// which ("Correct", "Incorrect"), or side by side in a table under such words. Pictures that only
/// stand beside each other stay as they are: a place says nothing of right and wrong.
enum PicturePairPass: ImportPass {
  static let title = "a pair of pictures"
  static let isStructuring = true

  /// Words for the two sides of a pair, as `plain` gives them.
  private static let pairs: [(good: String, bad: String)] = [
    ("good", "bad"), ("good example", "bad example"), ("correct", "incorrect"),
    ("correct", "wrong"), ("correct example", "incorrect example"), ("right", "wrong"),
    ("do", "don't"), ("do", "don’t"), ("do", "do not"), ("positive", "negative"),
    ("positive example", "negative example"),
  ]

  static func run(_ page: Page, _ attempt: inout PassAttempt) {
    let outline = Outline(page.headings, page.vocabulary)
    for (first, heading) in page.headings.enumerated() {
      let second = heading.next
      guard second < page.headings.count, page.headings[second].parent == heading.parent,
        page.headings[second].level == heading.level, outline.roles[first] == .prose,
        outline.roles[second] == .prose,
        let isGoodFirst = order(heading.title, page.headings[second].title),
        opensWithPicture(first, page), opensWithPicture(second, page)
      else { continue }
      var group = EditGroup(page)
      mark(heading, isGood: isGoodFirst, page, &group)
      mark(page.headings[second], isGood: !isGoodFirst, page, &group)
      group.say(
        .structured, at: heading.range.lowerBound,
        "the pictures under \"\(heading.title)\" and \"\(page.headings[second].title)\" became a "
          + "good and a bad example")
      attempt.add(group)
    }
    for block in page.blocks {
      guard case .table(let columns) = page.tree.nodes[block].kind, columns.count == 2 else {
        continue
      }
      convert(table: block, outline, page, &attempt)
    }
  }

  /// Whether the first of two titles is the good side; nil if they are not a pair.
  private static func order(_ first: String, _ second: String) -> Bool? {
    let (first, second) = (plain(first), plain(second))
    if pairs.contains(where: { $0.good == first && $0.bad == second }) { return true }
    if pairs.contains(where: { $0.bad == first && $0.good == second }) { return false }
    return nil
  }

  /// Without a number, marks of emphasis and ticks around the words.
  private static func plain(_ title: String) -> String {
    let words = Reserved.bare(title.filter { $0 != "*" && $0 != "_" && $0 != "`" })
    return words.drop { !$0.isLetter }.description.trimmingSpaces
  }

  private static func opensWithPicture(_ heading: Int, _ page: Page) -> Bool {
    guard let block = page.blocks(under: heading, isDeep: true).first,
      case .paragraph = page.tree.nodes[block].kind
    else { return false }
    let inner = Array(page.tree.children(of: block))
    guard inner.count == 1, case .image = page.tree.nodes[inner[0]].kind else { return false }
    return true
  }

  /// Puts the word of the role before the words of a heading.
  private static func mark(
    _ heading: Heading, isGood: Bool, _ page: Page, _ group: inout EditGroup
  ) {
    group.insert(
      page.vocabulary.word(isGood ? .good : .bad) + ": ", at: heading.start(in: page.bytes))
  }

  // MARK: Tables

  private static func convert(
    table: Int, _ outline: Outline, _ page: Page, _ attempt: inout PassAttempt
  ) {
    let rows = page.tree.children(of: table).map { TableRow(page.range($0), page) }
    guard rows.count == 2, rows.allSatisfy({ $0.cells.count == 2 }),
      let isGoodFirst = order(page.string(rows[0].cells[0]), page.string(rows[0].cells[1])),
      rows[1].cells.allSatisfy({ isPicture(page.string($0)) })
    else { return }
    let offset = page.range(table).lowerBound
    let section = page.section(of: offset)
    let level = (section.map { page.headings[$0].level } ?? 1) + 1
    let isInEntry = page.path(to: offset).contains {
      outline.roles[$0] == .entry || outline.roles[$0] == .insideEntry
    }
    guard level <= 6, !isInEntry else { return }

    let newline = page.newline
    var group = EditGroup(page)
    let (heads, cells) = (rows[0].cells, rows[1].cells)
    group.replace(
      rows[0].line.lowerBound..<heads[0].lowerBound,
      with: String(repeating: "#", count: level) + " " + page.vocabulary.word(.example) + ": ")
    group.replace(heads[0].upperBound..<heads[1].lowerBound, with: " · ")
    group.replace(heads[1].upperBound..<rows[0].line.upperBound, with: newline)
    let dashes = page.lines.content(
      ofLine: page.lines.line(at: rows[0].line.lowerBound) + 1, in: page.bytes)
    group.replace(dashes, with: part(isGood: isGoodFirst, page) + newline)
    group.delete(rows[1].line.lowerBound..<cells[0].lowerBound)
    group.replace(
      cells[0].upperBound..<cells[1].lowerBound,
      with: newline + newline + part(isGood: !isGoodFirst, page) + newline + newline)
    group.delete(cells[1].upperBound..<rows[1].line.upperBound)
    group.say(
      .structured, at: offset, "two pictures side by side became an example with two roles")
    attempt.add(group)
  }

  private static func part(isGood: Bool, _ page: Page) -> String {
    "**" + page.vocabulary.word(isGood ? .good : .bad) + "**"
  }

  /// Whether a cell is one picture and nothing else.
  private static func isPicture(_ cell: String) -> Bool {
    cell.hasPrefix("![") && cell.hasSuffix(")") && cell.split(separator: "](").count == 2
      && !cell.dropFirst(2).contains("![")
  }
}
