internal import RubricaModel
internal import RubricaSource
internal import RubricaSyntax

/// A table under a heading of labels, one label a row, becomes one heading a label. The words over
/// the columns stay in a line above; from the third column on they stand before each cell, too.
enum LabelTablePass: ImportPass {
  static let title = "a table of labels"
  static let isStructuring = true

  static func run(_ page: Page, _ attempt: inout PassAttempt) {
    for section in LabelSection.all(in: page) where section.grouping == .none {
      for node in section.listings {
        guard case .table(let columns) = page.tree.nodes[node].kind else { continue }
        let offset = page.range(node).lowerBound
        let read = LabelTable.read(node, columns: columns.count, page)
        if section.kind == .possible {
          guard case .success(let table) = read, table.saysMeaning else { continue }
        }
        let isGrouped = (try? read.get())?.isGrouped ?? false
        switch (read, section.obstacle(behind: node, hasGroups: isGrouped)) {
        case (.success(let table), nil):
          var group = EditGroup(page)
          section.addReservedHeading(
            before: table.rows[0].line.lowerBound, step: section.listStep, &group)
          table.edit(level: section.labelLevel, &group)
          section.closeLabels(behind: node, &group)
          group.say(
            .structured, at: offset,
            (table.names.count == 1
              ? "1 row of a table became a label: "
              : "\(table.names.count) rows of a table became labels: ")
              + LabelName.listed(table.names)
              + (table.hasCodes ? "; their codes became ids" : ""))
          attempt.add(group)
        case (.failure(let reason), let obstacle)
        where obstacle == nil || section.isUnread(from: node):
          let refusal = reason.and(obstacle)
          attempt.say(
            .suggestion, at: offset,
            "a table under \"\(section.title)\" stays a table: \(refusal.reason); \(refusal.remedy)"
          )
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
