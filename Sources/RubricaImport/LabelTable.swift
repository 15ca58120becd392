internal import RubricaModel
internal import RubricaSource
internal import RubricaSyntax

/// A pipe table, cut at its pipes.
struct LabelTable {
  let names: [String]
  /// The head, then one row a label; the line of dashes between them is not among them.
  let rows: [TableRow]
  private let page: Page
  /// The words over each column, as they stand before a cell.
  private let heads: [String]
  /// The column of the names: the first, or the one behind numbers or groups.
  private let column: Int
  /// The same; nil if the head of the table names none.
  private let named: Int?
  /// The column whose cells are the ids of the labels; nil if none has any.
  private let code: Int?
  /// Whether the first column says something of the names, which stand in the second.
  let isBeside: Bool
  /// What the first column groups the names by, one a row; empty if it does not.
  private let groups: [String]
  /// The column that says what each label means; nil if none does.
  private let definition: Int?
  /// The columns behind the names in the order of a label's text: the definition, and those of examples
  /// last, since what follows them would be one.
  private let parts: [Int]
  /// Rows that name several labels each: they stay text, between the others.
  private var several: [TableRow] = []

  var isGrouped: Bool { !groups.isEmpty }

  var hasCodes: Bool { code != nil }

  /// Whether the words over the names of a table say that they are labels.
  static func saysLabels(_ node: Int, _ page: Page) -> Bool {
    guard let head = page.tree.children(of: node).first(where: { _ in true }) else { return false }
    return page.tree.children(of: head).prefix(2).contains {
      LabelColumns.isLabel(page.words($0))
    }
  }

  /// Whether the words over a table say that it names something.
  static func namesLabels(_ node: Int, _ page: Page) -> Bool {
    guard let head = page.tree.children(of: node).first(where: { _ in true }) else { return false }
    let heads = page.tree.children(of: head).map { page.words($0) }
    return LabelColumns.names(heads) != nil || saysLabels(node, page)
  }

  /// Whether a column says what the labels mean, include or exclude.
  var saysMeaning: Bool {
    parts.contains { column in
      LabelPart.headsDefinition(heads[column])
        || page.vocabulary.leadIn(heads[column][...])?.meaning.isForLabels == true
    }
  }

  static func read(_ node: Int, columns: Int, _ page: Page) -> Result<LabelTable, Refusal> {
    var rows: [TableRow] = []
    for child in page.tree.children(of: node) {
      let row = TableRow(page.range(child), page)
      guard row.cells.count == columns else {
        let line = page.place(row.line.lowerBound).line
        return .failure(Refusal(reason: "line \(line) does not have as many cells as the header"))
      }
      rows.append(row)
    }
    guard rows.count >= 2, columns >= 2 else {
      return .failure(Refusal(reason: "it needs a row, and a column after the names"))
    }
    var table = LabelTable(rows, page)
    let several = rows.dropFirst().filter { row in
      LabelName.areSeveral(page.string(row.cells[table.column]))
        && !row.cells.contains { page.string($0).contains("--") }
    }
    if !several.isEmpty, several.count * 2 < rows.count - 1 {
      let lines = Set(several.map(\.line))
      table = LabelTable(rows.filter { !lines.contains($0.line) }, page)
      table.several = several
    }
    return table.refusal.map { .failure($0) } ?? .success(table)
  }

  private init(_ rows: [TableRow], _ page: Page) {
    self.page = page
    self.rows = rows
    let first = rows.dropFirst().map { page.string($0.cells[0]) }
    let words = rows[0].cells.map { Self.plain(page.string($0)) }
    let areGroups =
      words.count > 2 && LabelColumns.areGroups(words) && Set(first).count < first.count
    groups = areGroups ? first : []
    let cells = { (column: Int) in
      rows.dropFirst().map { Self.plain(page.string($0.cells[column])) }
    }
    let second = words.count > 1 ? cells(1) : []
    // Where the second column cannot name the labels, the codes do.
    let areIDs = LabelColumns.areIDs(cells(0))
    let canBeHidden = words.count > 2 && !first.contains(where: Self.hasMarkup)
    let areCodes =
      !areGroups && (areIDs || canBeHidden)
      && LabelColumns.areCodes(words, cells(0), of: second)
      && LabelName.problem(in: second, .row, page.vocabulary) == nil
    let byHeads = LabelColumns.names(words, firstIsNumbers: Self.areNumbers(first))
    isBeside =
      byHeads == nil && !areGroups && !areCodes && Set(first).count == first.count
      && LabelColumns.areBeside(words, cells(0), second)
    // Tables of code hosts have a head, even where it says nothing.
    let isHeadless = words.count == 2 && words.allSatisfy(\.isEmpty)
    named =
      areGroups || areCodes || isBeside
      ? 1 : isHeadless && cells(0).allSatisfy(LabelName.isShort) ? 0 : byHeads
    let column = named ?? 0
    self.column = column
    let names = cells(column)
    self.names = names
    let code =
      areCodes && areIDs
      ? 0
      : words.indices.dropFirst(column + 1).first {
        LabelColumns.isCode(words[$0], cells($0), of: names)
      }
    self.code = code
    let heads = rows[0].cells.map { cell in
      var head = page.string(cell)
      for tag in ["<br>", "<br/>", "<br />"] { head = head.replacing(tag, with: " ") }
      return LabelPart.word(for: Self.plain(head), page.vocabulary) ?? head
    }
    self.heads = heads
    let behind = heads.indices.dropFirst(column + 1).filter { $0 != code }
    let others = behind + (isBeside ? [0] : [])
    let isSection = { LabelPart.section(for: Self.plain(heads[$0]), page.vocabulary) != nil }
    let said =
      others.first { LabelPart.isDefinition(Self.plain(heads[$0])) }
      ?? others.first { LabelPart.headsDefinition(Self.plain(heads[$0])) }
    // Neither examples nor a shortcut say what a label is.
    let text = others.first { !isSection($0) && !LabelPart.isTechnical(Self.plain(heads[$0])) }
    // "Label if" is what a label is where nothing else says it.
    let isPart =
      text.map { column in
        page.vocabulary.leadIn(heads[column][...]) != nil && !LabelPart.isCondition(words[column])
      } ?? true
    let definition = said ?? (isPart ? nil : text)
    self.definition = definition
    let rest = others.sorted().filter { $0 != definition }
    parts =
      [definition].compactMap(\.self) + rest.filter { !isSection($0) } + rest.filter(isSection)
  }

  private var refusal: Refusal? {
    refusalOfColumn ?? refusalOfHeads ?? refusalOfNames ?? refusalOfBlocks
  }

  /// Why the column of the names is in doubt.
  private var refusalOfColumn: Refusal? {
    switch named {
    case 0: return nil
    case 1 where code == 0 || isBeside: return nil
    case 1:
      guard heads.count > 2 else {
        return Refusal(reason: "its names are in the second column, and there is none behind it")
      }
      if let number = rows.lazy.map({ page.string($0.cells[0]) }).first(where: Self.hasMarkup) {
        return Refusal(reason: "\"\(MarkupRules.excerpt(number))\" before a name has markup")
      }
      return nil
    default:
      if heads.count > 2, LabelColumns.names([Self.plain(heads[2])]) != nil {
        return Refusal(reason: "two columns stand before that of its names")
      }
      if heads[0].isEmpty {
        return Refusal(
          reason: "no word stands above its first column",
          remedy: "write `Label` there and import again, or make each label a heading")
      }
      let first = "\"\(MarkupRules.excerpt(heads[0]))\" above its first column"
      let cells = rows.dropFirst().map { page.string($0.cells[0]) }
      if heads.count > 2, LabelColumns.isLabel(Self.plain(heads[1])), Set(cells).count < cells.count
      {
        return Refusal(
          reason: "\(first) does not say that it groups the names",
          remedy: "write `Group` there and import again, or make each label a heading")
      }
      return Refusal(reason: "\(first) is not known to mean names")
    }
  }

  private var refusalOfHeads: Refusal? {
    for (column, head) in parts.sorted().map({ ($0, heads[$0]) }) {
      // The definition stands without them.
      if head.isEmpty, column == definition { continue }
      let quoted = "\"\(MarkupRules.excerpt(head))\""
      if head.isEmpty { return Refusal(reason: "a column has no header") }
      if head.contains(where: { "*_[]<`\\".contains($0) }) {
        return Refusal(reason: "there is markup in the header \(quoted)")
      }
      if LabelPart.isReserved(head, page.vocabulary) {
        return Refusal(reason: "the header \(quoted) is a reserved word")
      }
    }
    return nil
  }

  private var refusalOfNames: Refusal? {
    let cells = rows.dropFirst().map { page.string($0.cells[column]) }
    if let several = cells.first(where: LabelName.areSeveral) {
      return Refusal(
        reason: "\"\(MarkupRules.excerpt(several))\" names several labels",
        remedy: "give each a row of its own and import again")
    }
    let runs = groups.indices.filter { $0 == 0 || groups[$0] != groups[$0 - 1] }.map { groups[$0] }
    for names in [runs, names] {
      if let problem = LabelName.problem(in: names, .row, page.vocabulary) {
        return Refusal(reason: problem)
      }
    }
    return nil
  }

  /// What would be read as the beginning of another block.
  private var refusalOfBlocks: Refusal? {
    if let column = definition {
      for row in rows.dropFirst()
      where !row.cells[column].isEmpty
        && !LabelSection.startsPlainly(page.bytes[row.cells[column]])
      {
        let words = MarkupRules.excerpt(page.string(row.cells[column]))
        return Refusal(reason: "\"\(words)\" would begin a new block")
      }
    }
    let head = rows[0].cells.first { !$0.isEmpty }
    guard head.map({ LabelSection.startsPlainly(page.bytes[$0]) }) ?? true else {
      return Refusal(reason: "its header would begin a new block")
    }
    return nil
  }

  private static func areNumbers(_ cells: [String]) -> Bool {
    cells.allSatisfy { cell in
      Int(cell) != nil
        || cell.contains(where: \.isNumber) && cell.allSatisfy { $0.isNumber || $0 == "." }
    }
  }

  /// What could end the comment that the text goes into.
  private static func hasMarkup(_ text: String) -> Bool {
    text.contains("--") || text.contains { "`<>*_[".contains($0) }
  }

  private static func plain(_ text: String) -> String {
    text.filter { $0 != "*" && $0 != "`" }.trimmingSpaces
  }

  func edit(level: Int, _ group: inout EditGroup) {
    hideHead(&group)
    let dashes = page.lines.content(
      ofLine: page.lines.line(at: rows[0].line.lowerBound) + 1, in: page.bytes)
    group.delete(dashes)
    let hashes = String(repeating: "#", count: level) + " "
    let word = page.vocabulary.word(Vocabulary.Entry.group)
    for (position, row) in rows.dropFirst().enumerated() {
      var opening = hashes
      if isGrouped {
        let isFirst = position == 0 || groups[position] != groups[position - 1]
        let heading = "\(hashes)\(word): \(groups[position])\(page.newline)\(page.newline)"
        opening = (isFirst ? heading : "") + "#" + hashes
      }
      edit(row, opening, &group)
    }
    for row in several { hide(row, &group) }
    sayWhatIsHidden(&group)
  }

  /// A row that is no label becomes a comment: as a text, it would be one of the label before it.
  private func hide(_ row: TableRow, _ group: inout EditGroup) {
    var end = row.line.lowerBound
    var before = "<!-- "
    for cell in row.cells where !cell.isEmpty {
      group.replace(end..<cell.lowerBound, with: before)
      before = " · "
      end = cell.upperBound
    }
    group.replace(end..<row.line.upperBound, with: " -->" + page.newline)
    group.unescapePipes(of: row)
    group.say(
      .suggestion, at: row.line.lowerBound,
      "\"\(MarkupRules.excerpt(page.string(row.cells[column])))\" names several labels, so its row went into a "
        + "comment, which no annotator sees: give each a row of its own and import again")
  }

  /// A cell of a row as the draft has it, with what stands around it there.
  private struct Part {
    var before: String
    let cell: Range<Int>
    var after = ""
  }

  /// One label: its name, its definition, and the other cells behind the words over them. A colour or
  /// number between name and definition goes into a comment.
  private func edit(_ row: TableRow, _ opening: String, _ group: inout EditGroup) {
    let name = row.cells[column]
    var said: [Part] = []
    if column > 0, code != 0, !isBeside, !row.cells[0].isEmpty {
      said.append(Part(before: "\(opening)<!-- \(heads[0]): ", cell: row.cells[0], after: " --> "))
    }
    said.append(Part(before: said.isEmpty ? opening : "", cell: name))
    if let code { said.append(Part(before: " {#", cell: inner(row.cells[code]), after: "}")) }
    let columns = parts.filter { !isEmpty(row.cells[$0]) }
    for column in columns where isHidden(column, row.cells[column]) {
      said.append(Part(before: "<!-- \(lead(column)) ", cell: row.cells[column], after: " -->"))
    }
    var start = page.newline
    for column in columns where !isHidden(column, row.cells[column]) {
      let lead = column == definition ? "" : "**\(lead(column))** "
      said.append(Part(before: start + lead, cell: row.cells[column]))
      start = page.newline + page.newline
    }
    write(said, for: row, &group)
  }

  /// A cell without the marks around its words.
  private func inner(_ cell: Range<Int>) -> Range<Int> {
    var cell = cell
    let isMark = { [bytes = page.bytes] in "*`".utf8.contains(bytes[$0]) }
    while let first = cell.first, isMark(first) { cell.removeFirst() }
    while let last = cell.last, isMark(last) { cell.removeLast() }
    return cell
  }

  /// The words over a column before a cell.
  private func lead(_ column: Int) -> String {
    heads[column] + (heads[column].hasSuffix(":") ? "" : ":")
  }

  /// Cells that the draft has in the order of the row stay where they are; a copy of each other one
  /// stands where the draft has it.
  private func write(_ parts: [Part], for row: TableRow, _ group: inout EditGroup) {
    var end = row.line.lowerBound
    var between = ""
    for part in parts {
      between += part.before
      if part.cell.lowerBound >= end {
        group.replace(end..<part.cell.lowerBound, with: between)
        between = ""
        end = part.cell.upperBound
      } else {
        between += page.string(part.cell).replacing("\\|", with: "|")
      }
      between += part.after
    }
    group.replace(end..<row.line.upperBound, with: between + page.newline)
    group.unescapePipes(of: row)
  }

  /// Empty, or a dash that says so.
  private func isEmpty(_ cell: Range<Int>) -> Bool {
    cell.isEmpty || ["-", "\u{2013}", "\u{2014}"].contains(page.string(cell))
  }

  /// Whether a cell goes into a comment: it is technical, and would be the first text of its label or
  /// stands before that.
  private func isHidden(_ column: Int, _ cell: Range<Int>) -> Bool {
    let isTechnical = { LabelPart.isTechnical(Self.plain(heads[$0])) }
    guard isTechnical(column),
      column < definition ?? parts.first(where: { !isTechnical($0) }) ?? Int.max
    else { return false }
    let words = page.string(cell)
    return !words.contains("--") && !words.contains("`") && !words.contains(">")
  }

  private func sayWhatIsHidden(_ group: inout EditGroup) {
    let isNumbers = column > 0 && !isGrouped && !isBeside && code != 0
    for column in heads.indices where isNumbers && column == 0 || parts.contains(column) {
      let cells = rows.dropFirst().map { $0.cells[column] }.filter { !isEmpty($0) }
      guard cells.contains(where: { isNumbers && column == 0 || isHidden(column, $0) }) else {
        continue
      }
      group.say(
        .kept, at: rows[0].line.lowerBound,
        "the column \"\(MarkupRules.excerpt(heads[column]))\" went into comments, which no annotator "
          + "sees: the text behind a label's name is its definition")
    }
  }

  /// The words over the columns become a comment: what annotators need of them stands before the cells.
  private func hideHead(_ group: inout EditGroup) {
    let cells = rows[0].cells
    let isHidden = !cells.contains { Self.hasMarkup(page.string($0)) }
    var end = rows[0].line.lowerBound
    var before = isHidden ? "<!-- " : ""
    for cell in cells where !cell.isEmpty {
      group.replace(end..<cell.lowerBound, with: before)
      before = " · "
      end = cell.upperBound
    }
    let isEmpty = end == rows[0].line.lowerBound
    group.replace(end..<rows[0].line.upperBound, with: isHidden && !isEmpty ? " -->" : "")
    group.unescapePipes(of: rows[0])
  }
}
