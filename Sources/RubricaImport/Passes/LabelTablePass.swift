internal import RubricaModel
internal import RubricaSource
internal import RubricaSyntax

/// A table under a heading of labels, one label a row, becomes one heading a label. The words over
/// the columns stay in a line above; from the third column on they stand before each cell, too.
enum LabelTablePass: ImportPass {
  static let title = "a table of labels"
  static let isStructuring = true

  /// Heads of a column that names labels.
  static let nameColumns: Set<String> = [
    "label", "labels", "class", "classes", "category", "tag", "name", "entity", "type",
    "label name",
    "class name", "tag name", "category name", "entity type", "code", "intent", "emotion",
    "kategorie", "klasse", "etikett", "étiquette", "libellé", "catégorie", "classe", "etiqueta",
    "categoría", "categoria", "clase", "rótulo", "código", "labela", "oznaka", "kategori",
    "etykieta", "标签", "类别", "ラベル", "カテゴリ", "метка", "категория", "мітка", "категорія",
  ]

  /// Heads that name labels only under a heading that says so.
  private static let plainColumns: Set<String> = ["value", "values", "wert", "valor", "valeur"]

  /// Heads of a column that numbers what the next column names.
  static let numberColumns: Set<String> = [
    "id", "#", "no", "no.", "nr", "nr.", "number", "index", "idx", "n", "n.", "class id",
    "label id", "category id", "\u{2116}",
  ]

  /// The column whose cells name labels, by the head of the table: the first, or the one behind
  /// numbers. Nil if neither does.
  static func nameColumn(_ heads: [String]) -> Int? {
    let heads = heads.prefix(2).map(Reserved.normalised)
    guard let first = heads.first else { return nil }
    if nameColumns.contains(first) { return 0 }
    if plainColumns.contains(first), heads.count > 1, LabelPart.headsDefinition(heads[1]) {
      return 0
    }
    return heads.count > 1 && numberColumns.contains(first) && nameColumns.contains(heads[1])
      ? 1 : nil
  }

  static func run(_ page: Page, _ attempt: inout PassAttempt) {
    for section in LabelSection.all(in: page) where section.grouping == .none {
      for node in page.blocks(under: section.heading, isDeep: false) {
        guard case .table(let columns) = page.tree.nodes[node].kind else { continue }
        let offset = page.range(node).lowerBound
        let read = LabelTable.read(node, columns: columns.count, page)
        if section.kind == .possible {
          guard case .success(let table) = read, table.saysMeaning else { continue }
        }
        switch (read, section.obstacle(behind: node)) {
        case (.success(let table), nil):
          var group = EditGroup(page)
          section.addReservedHeading(
            before: table.rows[0].line.lowerBound, step: section.listStep, &group)
          table.edit(level: section.labelLevel, &group)
          section.closeLabels(behind: node, &group)
          group.say(
            .structured, at: offset,
            "\(table.names.count) rows of a table became labels: \(LabelName.listed(table.names))")
          attempt.add(group)
        case (.failure(let refusal), nil):
          attempt.say(
            .suggestion, at: offset,
            "a table under \"\(section.title)\" stays a table: \(refusal.reason); make each label a "
              + "heading")
        case (.success(let table), .some(let obstacle)) where table.names.count > 1:
          attempt.say(
            .suggestion, at: offset,
            "a table of \(table.names.count) names under \"\(section.title)\" stays a table, since "
              + "\(obstacle): make each label a heading")
        default: break
        }
      }
    }
  }
}

/// A pipe table, cut at its pipes.
struct LabelTable {
  let names: [String]
  /// The head, then one row a label; the line of dashes between them is not among them.
  let rows: [TableRow]
  private let page: Page
  /// The words over each column, as they stand before a cell.
  private let heads: [String]
  /// The column of the names: the first, or the one behind numbers.
  private let column: Int
  /// The column that says what each label means; nil if none does.
  private let definition: Int?

  /// Whether a column says what the labels mean, include or exclude.
  var saysMeaning: Bool {
    heads.dropFirst(column + 1).contains {
      LabelPart.headsDefinition($0) || page.vocabulary.leadIn($0[...])?.meaning.isForLabels == true
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
    let table = LabelTable(rows, page)
    return table.refusal.map { .failure($0) } ?? .success(table)
  }

  private init(_ rows: [TableRow], _ page: Page) {
    self.page = page
    self.rows = rows
    let column = LabelTablePass.nameColumn(rows[0].cells.map { Self.plain(page.string($0)) }) ?? 0
    self.column = column
    names = rows.dropFirst().map { Self.plain(page.string($0.cells[column])) }
    let heads = rows[0].cells.map { cell in
      var head = page.string(cell)
      for tag in ["<br>", "<br/>", "<br />"] { head = head.replacing(tag, with: " ") }
      return LabelPart.word(for: Self.plain(head), page.vocabulary) ?? head
    }
    self.heads = heads
    let others = heads.indices.dropFirst(column + 1)
    let said = others.first { LabelPart.headsDefinition(Self.plain(heads[$0])) }
    let isPart = others.first.map { page.vocabulary.leadIn(heads[$0][...]) != nil } ?? true
    definition = said ?? (isPart ? nil : column + 1)
  }

  private var refusal: Refusal? {
    switch LabelTablePass.nameColumn(rows[0].cells.map { Self.plain(page.string($0)) }) {
    case 0: break
    case 1:
      guard heads.count > 2 else {
        return Refusal(reason: "its names are in the second column, and there is none behind it")
      }
      if let number = rows.lazy.map({ page.string($0.cells[0]) }).first(where: Self.hasMarkup) {
        return Refusal(reason: "\"\(MarkupRules.excerpt(number))\" before a name has markup")
      }
    default:
      return Refusal(
        reason: "\"\(MarkupRules.excerpt(heads[0]))\" above its first column does not mean names")
    }
    for head in heads.dropFirst(column + 1) {
      let quoted = "\"\(MarkupRules.excerpt(head))\""
      if head.isEmpty { return Refusal(reason: "a column has no header") }
      if head.contains(where: { "*_[]<`\\".contains($0) }) {
        return Refusal(reason: "there is markup in the header \(quoted)")
      }
      if LabelPart.isReserved(head, page.vocabulary) {
        return Refusal(reason: "the header \(quoted) is a reserved word")
      }
    }
    if let problem = LabelName.problem(in: names, .row, page.vocabulary) {
      return Refusal(reason: problem)
    }
    if let column = definition {
      for row in rows.dropFirst()
      where !row.cells[column].isEmpty
        && !LabelSection.startsPlainly(page.bytes[row.cells[column]])
      {
        let words = MarkupRules.excerpt(page.string(row.cells[column]))
        return Refusal(reason: "\"\(words)\" would begin a new block")
      }
    }
    guard LabelSection.startsPlainly(page.bytes[rows[0].cells[0]]) else {
      return Refusal(reason: "its header would begin a new block")
    }
    return nil
  }

  /// What could end the comment that the text goes into.
  private static func hasMarkup(_ text: String) -> Bool {
    text.contains("--") || text.contains { "`<>*_[".contains($0) }
  }

  private static func plain(_ text: String) -> String {
    text.filter { $0 != "*" && $0 != "`" }.trimmingSpaces
  }

  func edit(level: Int, _ group: inout EditGroup) {
    join(rows[0], before: "", after: "", &group) { column in column == 0 ? "" : " · " }
    let dashes = page.lines.content(
      ofLine: page.lines.line(at: rows[0].line.lowerBound) + 1, in: page.bytes)
    group.delete(dashes)
    let hashes = String(repeating: "#", count: level) + " "
    for (position, row) in rows.enumerated().dropFirst() {
      let name = names[position - 1]
      let id = LabelName.writtenID(for: name).map { " {#\($0)}" } ?? ""
      if !id.isEmpty {
        group.say(
          .changed, at: row.line.lowerBound,
          "\"\(name)\" got the id `\(id.dropFirst(3).dropLast())`: an id has no colon")
      }
      edit(row, hashes, id, &group)
    }
    if let definition, definition > 1 { sayWhatIsHidden(before: definition, &group) }
  }

  /// One label: its name, its definition, and the other cells behind the words over them. A colour or
  /// number between name and definition goes into a comment, since the first text is the definition.
  private func edit(_ row: TableRow, _ hashes: String, _ id: String, _ group: inout EditGroup) {
    let newline = page.newline
    let name = row.cells[column]
    if column > 0, !row.cells[0].isEmpty {
      group.replace(
        row.line.lowerBound..<row.cells[0].lowerBound, with: "\(hashes)<!-- \(heads[0]): ")
      group.replace(row.cells[0].upperBound..<name.lowerBound, with: " --> ")
    } else {
      group.replace(row.line.lowerBound..<name.lowerBound, with: hashes)
    }
    var end = name.upperBound
    var isNamed = false
    // An id stands at the end of the heading, behind the comments.
    func ending() -> String {
      defer { isNamed = true }
      return isNamed ? newline + newline : id + newline
    }
    var open = ""
    for (column, cell) in row.cells.enumerated().dropFirst(column + 1) where !isEmpty(cell) {
      let head = heads[column] + (heads[column].hasSuffix(":") ? "" : ":")
      let between: String
      if isHidden(column, cell), !isNamed {
        between = open + "<!-- " + head + " "
        open = " -->"
      } else {
        let start = open + ending()
        open = ""
        between = column == definition ? start : start + "**" + head + "** "
      }
      group.replace(end..<cell.lowerBound, with: between)
      end = cell.upperBound
    }
    group.replace(end..<row.line.upperBound, with: open + (isNamed ? "" : id) + newline)
    unescapePipes(row, &group)
  }

  /// Empty, or a dash that says so.
  private func isEmpty(_ cell: Range<Int>) -> Bool {
    cell.isEmpty || ["-", "\u{2013}", "\u{2014}"].contains(page.string(cell))
  }

  private func isHidden(_ column: Int, _ cell: Range<Int>) -> Bool {
    guard let definition, column < definition, LabelPart.isTechnical(Self.plain(heads[column]))
    else { return false }
    let words = page.string(cell)
    return !words.contains("--") && !words.contains("`") && !words.contains(">")
  }

  private func sayWhatIsHidden(before definition: Int, _ group: inout EditGroup) {
    for column in 0..<definition
    where column < self.column
      || column > self.column && LabelPart.isTechnical(Self.plain(heads[column]))
    {
      group.say(
        .kept, at: rows[0].line.lowerBound,
        "the column \"\(MarkupRules.excerpt(heads[column]))\" went into comments, which no annotator "
          + "sees: the text behind a label's name is its definition")
    }
  }

  /// Puts `between(column)` in the place of the pipe before each cell that is not empty.
  private func join(
    _ row: TableRow, before: String, after: String, _ group: inout EditGroup,
    between: (Int) -> String
  ) {
    group.replace(row.line.lowerBound..<row.cells[0].lowerBound, with: before)
    var end = row.cells[0].upperBound
    for (column, cell) in row.cells.enumerated().dropFirst() where !cell.isEmpty {
      group.replace(end..<cell.lowerBound, with: between(column))
      end = cell.upperBound
    }
    group.replace(end..<row.line.upperBound, with: after)
    unescapePipes(row, &group)
  }

  private func unescapePipes(_ row: TableRow, _ group: inout EditGroup) {
    for cell in row.cells {
      for index in cell
      where page.bytes[index] == UInt8(ascii: "\\") && index + 1 < cell.upperBound
        && page.bytes[index + 1] == UInt8(ascii: "|")
      {
        group.delete(index..<(index + 1))
      }
    }
  }
}
