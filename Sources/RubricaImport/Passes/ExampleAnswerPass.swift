internal import RubricaModel
internal import RubricaSource
internal import RubricaSyntax

/// `- "The service was slow" -> negative` and rows of texts and their labels, under the heading of examples:
/// where every one names a label of the draft, each becomes an example with that label as its expected
/// answer. An item cannot hold a record, so each gets a heading; the author's words for the label go into a
/// comment.
enum ExampleAnswerPass: ImportPass {
  static let title = "examples with answers"
  static let isStructuring = true

  static func run(_ page: Page, _ attempt: inout PassAttempt) {
    let outline = Outline(page.headings, page.vocabulary)
    var known: LabelNames?
    for (index, heading) in page.headings.enumerated()
    where outline.labels[index] == nil
      && (outline.roles[index] == .section("examples")
        || outline.roles[index] == .section("good examples"))
    {
      let blocks = page.blocks(under: index, isDeep: false).filter {
        page.tree.nodes[$0].kind != .thematicBreak
      }
      for block in blocks where page.isListOrTable(block) {
        let labels = known ?? LabelNames(page, outline)
        known = labels
        guard let examples = read(block, labels, page) else { continue }
        let offset = page.range(block).lowerBound
        switch (examples, obstacle(to: block, among: blocks, under: heading, at: index, page)) {
        case (.success(let examples), nil):
          var group = EditGroup(page)
          examples.edit(level: heading.level + 1, page, &group)
          group.say(
            .structured, at: offset,
            "\(examples.words) under \"\(heading.title)\" became "
              + (examples.count == 1
                ? "an example, with its label" : "examples, each with its label")
              + " as the expected answer: the record is for a layer of `kind: choice`")
          attempt.add(group)
        case (.success, let obstacle?):
          attempt.say(
            .suggestion, at: offset,
            "texts and their labels under \"\(heading.title)\" stay text: \(obstacle); put them under a "
              + "heading of their own and import again")
        case (.failure(let refusal), _):
          attempt.say(
            .suggestion, at: offset,
            "texts and their labels under \"\(heading.title)\" stay text: \(refusal.reason); "
              + "\(refusal.remedy)")
        }
      }
    }
  }

  /// What keeps a list or table from becoming headings, which would take in what follows them.
  private static func obstacle(
    to block: Int, among blocks: [Int], under heading: Heading, at index: Int, _ page: Page
  ) -> String? {
    if heading.level > 5 { return "their headings would have too low a level" }
    if heading.next > index + 1 { return "headings follow below them" }
    if blocks.contains(where: { $0 != block && page.isListOrTable($0) }) {
      return "another list or table is beside them"
    }
    return blocks.last == block ? nil : "text follows below them"
  }

  /// Texts with their labels; nil for what is none.
  private static func read(
    _ block: Int, _ labels: LabelNames, _ page: Page
  ) -> Result<Answered, Refusal>? {
    switch page.tree.nodes[block].kind {
    case .list: readList(block, labels, page)
    case .table(let columns): readTable(block, columns: columns.count, labels, page)
    default: nil
    }
  }

  private static func readList(
    _ list: Int, _ labels: LabelNames, _ page: Page
  ) -> Result<Answered, Refusal>? {
    let items = Array(page.tree.children(of: list))
    let found = items.map { AnsweredItem($0, page) }
    let read = found.compactMap(\.self)
    let answers = read.map { labels.answer($0.words) }
    // Behind a colon or a dash there is as often a reason.
    guard
      answers.contains(where: { $0 != nil })
        || read.count(where: \.hasArrow) * 2 > items.count
    else { return nil }
    if let other = zip(items, found).first(where: { $0.1 == nil })?.0 {
      return .failure(
        Refusal(
          reason:
            "\"\(MarkupRules.excerpt(page.words(other)))\" is no quotation with a label behind it",
          remedy: "write it as the others are, or make it an item of another list, and import again"
        ))
    }
    if let unknown = zip(read, answers).first(where: { $0.1 == nil })?.0 {
      return .failure(.unknown(unknown.words))
    }
    return .success(.items(zip(read, answers.compactMap(\.self)).map { ($0, answer: $1) }))
  }

  private static func readTable(
    _ table: Int, columns: Int, _ labels: LabelNames, _ page: Page
  ) -> Result<Answered, Refusal>? {
    let rows = page.tree.children(of: table).map { TableRow(page.range($0), page) }
    guard rows.count > 1, columns > 1, rows.allSatisfy({ $0.cells.count == columns }) else {
      return nil
    }
    let head = { (column: Int) in page.string(rows[0].cells[column]) }
    let answer = { (row: TableRow, column: Int) -> String? in
      let cell = page.string(row.cells[column])
      return cell.contains("--") ? nil : labels.answer(AnsweredItem.plain(cell))
    }
    let areTexts =
      LabelColumns.isText(head(0))
      || rows.dropFirst().allSatisfy { AnsweredItem.isQuoted(page.string($0.cells[0])) }
    guard areTexts else { return nil }
    let named = (1..<columns).filter { column in
      !LabelColumns.isWrong(head(column))
        && rows.dropFirst().allSatisfy { answer($0, column) != nil }
    }
    guard let column = named.first else {
      guard let said = (1..<columns).first(where: { LabelColumns.isLabel(head($0)) }),
        let row = rows.dropFirst().first(where: { answer($0, said) == nil })
      else { return nil }
      return .failure(.unknown(AnsweredItem.plain(page.string(row.cells[said]))))
    }
    guard named.count == 1 else {
      return .failure(
        Refusal(
          reason: "\"\(head(named[0]))\" and \"\(head(named[1]))\" both name labels",
          remedy: "make each text a heading with its expected record below it"))
    }
    switch EdgeTablePass.read(table, columns: columns, page) {
    case .failure(let refusal): return .failure(refusal)
    case .success(let rows):
      return .success(
        .rows(
          rows[0], rows.dropFirst().map { ($0, answer: answer($0, column) ?? "") },
          label: column))
    }
  }

  /// What becomes examples, with the answer for each.
  private enum Answered {
    case items([(AnsweredItem, answer: String)])
    /// The head of a table and its other rows.
    case rows(TableRow, [(TableRow, answer: String)], label: Int)

    var count: Int {
      switch self {
      case .items(let items): items.count
      case .rows(_, let rows, _): rows.count
      }
    }

    var words: String {
      switch self {
      case .items(let items): items.count == 1 ? "1 item" : "\(items.count) items of a list"
      case .rows(_, let rows, _): rows.count == 1 ? "1 row" : "\(rows.count) rows of a table"
      }
    }

    func edit(level: Int, _ page: Page, _ group: inout EditGroup) {
      let opening =
        String(repeating: "#", count: level) + " "
        + page.vocabulary.word(Vocabulary.Entry.example) + " "
      switch self {
      case .items(let items):
        for (position, (item, answer)) in items.enumerated() {
          // The number of an item is a word of the author's.
          let number = item.number.isEmpty ? "\(position + 1)" : "\(item.number)."
          item.edit(opening + number, answer, page, &group)
        }
      case .rows(let head, let rows, let label):
        EdgeTablePass.hide(head, page, &group)
        for (position, (row, answer)) in rows.enumerated() {
          row.edit(
            opening + "\(position + 1)", answer, label: label, below: head, page, &group)
        }
      }
    }
  }
}

/// `"The service was slow" -> negative`, or with the label in parentheses or behind a colon or dash.
private struct AnsweredItem {
  /// Where the item begins.
  let start: Int
  /// Its number; empty in a list without numbers.
  let number: String
  let quotation: Range<Int>
  /// The label as it is written, in its parentheses if it has some.
  let label: Range<Int>
  /// The label without marks around it.
  let words: String
  let hasArrow: Bool

  init?(_ item: Int, _ page: Page) {
    let blocks = Array(page.tree.children(of: item))
    start = page.range(item).lowerBound
    guard case .item(isChecked: nil) = page.tree.nodes[item].kind, blocks.count == 1,
      case .paragraph = page.tree.nodes[blocks[0]].kind,
      page.lines.starts[page.lines.line(at: start)] == start
    else { return nil }
    number = String(
      decoding: page.bytes[start...].prefix { $0.isDigit }, as: UTF8.self)
    let range = page.range(blocks[0])
    let text = page.string(range)
    guard let quoted = Self.quotation(in: text) else { return nil }
    var rest = text[quoted.endIndex...]
    let hasBlank = rest.first?.isWhitespace == true
    rest = Self.trimmed(rest)
    guard !rest.isEmpty else { return nil }
    var inner = rest
    let bare = rest.hasSuffix(".") ? rest.dropLast() : rest
    if bare.hasPrefix("("), bare.hasSuffix(")") {
      inner = bare.dropFirst().dropLast()
      hasArrow = false
    } else {
      guard
        let sign = Self.signs.first(where: { sign in
          rest.hasPrefix(sign) && (hasBlank || sign == ":")
            && rest.dropFirst(sign.count).first?.isWhitespace == true
        })
      else { return nil }
      rest = Self.trimmed(rest.dropFirst(sign.count))
      inner = rest
      hasArrow = Self.arrows.contains(sign)
    }
    words = Self.plain(String(inner))
    // What would end the comment that it goes into, or the item.
    guard !words.isEmpty, !rest.contains("--"),
      !rest.contains(where: { "<>[\\".contains($0) || $0.isNewline })
    else { return nil }
    quotation = range.lowerBound..<(range.lowerBound + text.offset(of: quoted.endIndex))
    label =
      (range.lowerBound
        + text.offset(of: rest.startIndex))..<(range.lowerBound + text.offset(of: rest.endIndex))
  }

  /// Whether a text is a quotation and nothing else.
  static func isQuoted(_ text: String) -> Bool { quotation(in: text)?.endIndex == text.endIndex }

  /// The name of a label without the marks around it and a full stop behind it.
  static func plain(_ text: String) -> String {
    let words = text.filter { $0 != "*" && $0 != "`" }.trimmingSpaces
    return words.hasSuffix(".") ? String(words.dropLast()) : words
  }

  /// What is quoted at the head of a text, with the marks of emphasis around it.
  private static func quotation(in text: String) -> Substring? {
    let marks = text.prefix { $0 == "*" || $0 == "_" }
    let inner = text.dropFirst(marks.count)
    guard let open = inner.first, let closing = quotes[open],
      let close = inner.lastIndex(where: { closing.contains($0) }),
      inner.distance(from: inner.startIndex, to: close) > 1
    else { return nil }
    let behind = text[text.index(after: close)...]
    guard behind.hasPrefix(marks) else { return nil }
    return text[..<behind.index(behind.startIndex, offsetBy: marks.count)]
  }

  private static func trimmed(_ text: Substring) -> Substring {
    var text = text.drop(while: \.isWhitespace)
    while text.last?.isWhitespace == true { text.removeLast() }
    return text
  }

  private static let arrows: Set<String> = ["->", "-->", "→", "⇒", "➜", "➔", "⟶"]
  private static let signs: [String] = arrows.sorted() + [":", "-", "\u{2013}", "\u{2014}"]
  /// What closes a quotation, by what opens it.
  private static let quotes: [Character: String] = [
    "\"": "\"", "\u{201C}": "\u{201D}", "\u{201E}": "\u{201C}\u{201D}\"", "\u{AB}": "\u{BB}",
    "\u{BB}": "\u{AB}", "\u{300C}": "\u{300D}",
  ]

  func edit(_ heading: String, _ answer: String, _ page: Page, _ group: inout EditGroup) {
    let newline = page.newline
    group.replace(
      start..<quotation.lowerBound,
      with: page.blankLine(before: start) + heading + newline + "> ")
    let first = page.lines.line(at: quotation.lowerBound) + 1
    for line in first..<max(first, page.lines.line(at: quotation.upperBound - 1) + 1) {
      let content = page.lines.content(ofLine: line, in: page.bytes)
      let blanks = page.bytes[content].prefix { $0.isBlank }.count
      group.replace(content.lowerBound..<(content.lowerBound + blanks), with: "> ")
    }
    group.replace(
      quotation.upperBound..<label.lowerBound, with: newline + newline + "<!-- ")
    group.insert(" -->" + page.expected(answer), at: label.upperBound)
  }
}

extension TableRow {
  /// The text as a quotation, the label as a comment and a record, the other cells behind the words over
  /// them.
  fileprivate func edit(
    _ heading: String, _ answer: String, label: Int, below head: TableRow, _ page: Page,
    _ group: inout EditGroup
  ) {
    let newline = page.newline
    var end = line.lowerBound
    var between = heading + newline + "> "
    for (column, cell) in cells.enumerated() where !cell.isEmpty {
      if column == label {
        between += newline + newline + "<!-- "
      } else if column > 0 {
        let words = page.string(head.cells[column])
        let lead =
          LabelPart.isReason(words)
          ? page.vocabulary.word(Vocabulary.LeadIn.reason)
          : words.hasSuffix(":") ? words : words + ":"
        between += newline + newline + "**\(lead)** "
      }
      group.replace(end..<cell.lowerBound, with: between)
      between = column == label ? " -->" + page.expected(answer) : ""
      end = cell.upperBound
    }
    group.replace(end..<line.upperBound, with: between + newline)
    group.unescapePipes(of: self)
  }
}

extension Page {
  /// The record of an example that is one label, behind what stands before it.
  fileprivate func expected(_ answer: String) -> String {
    [newline, "```yaml expected", answer, "```"].joined(separator: newline)
  }
}

extension Refusal {
  /// Words where the name of a label should be.
  fileprivate static func unknown(_ words: String) -> Refusal {
    Refusal(
      reason: "\"\(MarkupRules.excerpt(words))\" is not the name of one label of the draft",
      remedy: "name each label as its heading does, and import again")
  }
}

extension String {
  /// Bytes before an index.
  fileprivate func offset(of index: Index) -> Int {
    utf8.distance(from: utf8.startIndex, to: index)
  }
}
