internal import RubricaModel
internal import RubricaSource
internal import RubricaSyntax

/// Tables under the heading of edge cases, one case a row, become lists: their items are entries, as
/// the rows of a glossary are without it.
enum EdgeTablePass: ImportPass {
  static let title = "a table of edge cases"
  static let isStructuring = true

  static func run(_ page: Page, _ attempt: inout PassAttempt) {
    let outline = Outline(page.headings, page.vocabulary)
    for (index, heading) in page.headings.enumerated() {
      guard outline.roles[index] == .prose || outline.roles[index] == .section("edge cases"),
        outline.labels[index] == nil
      else { continue }
      let words = heading.title[HeadingWords.ornament(of: heading.title).endIndex...]
      guard Reserved.section(String(words), page.vocabulary) == "edge cases" else { continue }
      for block in page.blocks(under: index, isDeep: false) {
        guard case .table(let columns) = page.tree.nodes[block].kind else { continue }
        let offset = page.range(block).lowerBound
        switch read(block, columns: columns.count, page) {
        case .success(let rows):
          var group = EditGroup(page)
          edit(rows, page, &group)
          group.say(
            .structured, at: offset,
            "\(rows.count - 1) rows of a table became edge cases, one item of a list each")
          attempt.add(group)
        case .failure(let refusal):
          attempt.say(
            .suggestion, at: offset,
            "a table under \"\(heading.title)\" stays a table: \(refusal.reason); make each edge case an "
              + "item of a list")
        }
      }
    }
  }

  /// The rows of a table that can become items; nil for another block.
  static func rows(of block: Int, _ page: Page) -> [TableRow]? {
    guard case .table(let columns) = page.tree.nodes[block].kind else { return nil }
    return try? read(block, columns: columns.count, page).get()
  }

  static func read(
    _ table: Int, columns: Int, _ page: Page
  ) -> Result<[TableRow], Refusal> {
    let rows = page.tree.children(of: table).map { TableRow(page.range($0), page) }
    guard rows.count > 1, columns > 1 else {
      return .failure(Refusal(reason: "it needs a row and two columns"))
    }
    for row in rows where row.cells.count != columns {
      let line = page.place(row.line.lowerBound).line
      return .failure(Refusal(reason: "line \(line) has not as many cells as the head"))
    }
    for cell in rows[0].cells {
      let head = page.string(cell)
      if head.isEmpty { return .failure(Refusal(reason: "a column has no head")) }
      if head.contains(where: { "*_[]<`\\".contains($0) }) || head.contains("--") {
        return .failure(Refusal(reason: "there is markup in the head \"\(head)\""))
      }
      if LabelPart.isReserved(head, page.vocabulary) {
        return .failure(Refusal(reason: "the head \"\(head)\" is a reserved word"))
      }
    }
    for row in rows where !LabelSection.startsPlainly(page.bytes[row.cells[0]]) {
      let words = MarkupRules.excerpt(page.string(row.cells[0]))
      return .failure(Refusal(reason: "\"\(words)\" would begin a block of its own"))
    }
    return .success(rows)
  }

  static func edit(_ rows: [TableRow], _ page: Page, _ group: inout EditGroup) {
    let newline = page.newline
    let paragraph = newline + newline + "  "
    hide(rows[0], page, &group)
    for row in rows.dropFirst() {
      let name = page.string(row.cells[0])
      let isPlain = name.utf8.count <= 80 && !name.contains { "*_`[]<>\\:\"".contains($0) }
      replace(row, isPlain ? "- **" : "- ", newline, &group) { column in
        let isFirst = column == 1
        let closing = isFirst && isPlain ? ":**" : ""
        if row.cells.count == 2 { return closing.isEmpty ? paragraph : closing + " " }
        let head = page.string(rows[0].cells[column])
        return closing + paragraph + "**" + head + (head.hasSuffix(":") ? "** " : ":** ")
      }
    }
  }

  /// The head goes into a comment, and the line of dashes away: what is needed of the words over the columns
  /// stands before the cells.
  static func hide(_ head: TableRow, _ page: Page, _ group: inout EditGroup) {
    replace(head, "<!-- ", " -->", &group) { _ in " \u{B7} " }
    group.delete(
      page.lines.content(ofLine: page.lines.line(at: head.line.lowerBound) + 1, in: page.bytes))
  }

  private static func replace(
    _ row: TableRow, _ before: String, _ after: String, _ group: inout EditGroup,
    between: (Int) -> String
  ) {
    group.replace(row.line.lowerBound..<row.cells[0].lowerBound, with: before)
    for column in row.cells.indices.dropFirst() {
      let between = between(column)
      let isEmpty = row.cells[column].isEmpty
      // Of an empty cell nothing stays but what closes the name.
      let kept = isEmpty ? (between.hasPrefix(":**") ? ":**" : "") : between
      group.replace(row.cells[column - 1].upperBound..<row.cells[column].lowerBound, with: kept)
    }
    group.replace(
      (row.cells.last?.upperBound ?? row.line.upperBound)..<row.line.upperBound, with: after)
    group.unescapePipes(of: row)
  }
}
