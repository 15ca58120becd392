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
    "class name", "tag name", "category name", "entity type", "code",
  ]

  static func run(_ page: Page, _ attempt: inout PassAttempt) {
    for section in LabelSection.all(in: page) {
      guard let node = section.lastBlock, case .table(let columns) = page.tree.nodes[node].kind
      else {
        continue
      }
      let offset = page.range(node).lowerBound
      guard let table = LabelTable(node, columns: columns.count, page) else {
        attempt.say(
          .suggestion, at: offset,
          "a table under \"\(section.title)\" stays a table: not every row is a name and its "
            + "definition; make each label a heading")
        continue
      }
      var group = EditGroup(page)
      section.addReservedHeading(before: table.rows[0].line.lowerBound, &group)
      table.edit(level: section.labelLevel, &group)
      group.say(
        .structured, at: offset,
        "\(table.names.count) rows of a table became labels: \(LabelSection.named(table.names))")
      attempt.add(group)
    }
  }
}

/// A pipe table, cut at its pipes.
private struct LabelTable {
  let names: [String]
  /// The head, then one row a label; the line of dashes between them is not among them.
  let rows: [TableRow]
  private let page: Page
  private let heads: [String]

  /// Words that would begin a part of an entry if they were bold at the head of a line.
  private static let leadIns: Set<String> = ["not", "if", "then", "unless", "because", "threshold"]

  init?(_ node: Int, columns: Int, _ page: Page) {
    var rows: [TableRow] = []
    for child in page.tree.children(of: node) {
      let row = TableRow(page.range(child), page)
      guard row.cells.count == columns else { return nil }
      rows.append(row)
    }
    guard rows.count >= 2, columns >= 2 else { return nil }
    self.page = page
    self.rows = rows
    heads = rows[0].cells.map { page.string($0) }
    names = rows.dropFirst().map { Self.plain(page.string($0.cells[0])) }
    guard LabelTablePass.nameColumns.contains(Reserved.normalised(Self.plain(heads[0]))),
      heads.dropFirst().allSatisfy({ head in
        !head.isEmpty && !head.contains { "*_[]<`\\".contains($0) }
          && !Self.leadIns.contains(Reserved.normalised(head))
      }),
      LabelSection.areNames(names),
      rows.dropFirst().allSatisfy({ row in
        row.cells[1].isEmpty || LabelSection.startsPlainly(page.bytes[row.cells[1]])
      }), LabelSection.startsPlainly(page.bytes[rows[0].cells[0]])
    else { return nil }
  }

  private static func plain(_ text: String) -> String {
    text.filter { $0 != "*" && $0 != "`" }.trimmingSpaces
  }

  func edit(level: Int, _ group: inout EditGroup) {
    let newline = page.newline
    join(rows[0], before: "", after: "", &group) { column in column == 0 ? "" : " · " }
    let dashes = page.lines.content(
      ofLine: page.lines.line(at: rows[0].line.lowerBound) + 1, in: page.bytes)
    group.delete(dashes)
    let hashes = String(repeating: "#", count: level) + " "
    for row in rows.dropFirst() {
      join(row, before: hashes, after: newline, &group) { column in
        guard column > 1 else { return newline }
        let head = heads[column]
        return newline + newline + "**" + head + (head.hasSuffix(":") ? "" : ":") + "** "
      }
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
