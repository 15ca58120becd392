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

extension Refusal {
  /// Words where the name of a label should be.
  fileprivate static func unknown(_ words: String) -> Refusal {
    Refusal(
      reason: "\"\(MarkupRules.excerpt(words))\" is not the name of one label of the draft",
      remedy: "name each label as its heading does, and import again")
  }
}
