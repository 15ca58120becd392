internal import RubricaModel
internal import RubricaSource
internal import RubricaSyntax

/// Tables that may list labels, points of a scale, or what is right and wrong.
extension SuggestionPass {
  static func suggestTable(
    _ table: Int, besides labels: Set<String>, _ page: Page, _ outline: Outline,
    _ attempt: inout PassAttempt
  ) {
    let rows = Array(page.tree.children(of: table))
    let offset = page.range(table).lowerBound
    // Tables of relations and attributes are said with their heading.
    guard rows.count > 2,
      !page.path(to: offset).contains(where: {
        [.section("relations"), .section("attributes")].contains(outline.roles[$0])
      })
    else { return }
    let heads = page.tree.children(of: rows[0]).prefix(2).map { page.words($0) }
    if let scale = heads.first(where: LabelColumns.isScale) {
      return attempt.say(
        .suggestion, at: offset,
        "a table with the column \"\(scale)\" may be a scale: a layer of `kind: scale` in the front matter "
          + "has its `points`")
    }
    if NamedList.sayVerdict(heads) {
      let word = { (entry: Vocabulary.Entry) in "`\(page.vocabulary.word(entry)): …`" }
      return attempt.say(
        .suggestion, at: offset,
        "a table says what is right and wrong: under a heading \(word(.good)) or \(word(.bad)), a quotation "
          + "or picture is an example")
    }
    guard let column = LabelColumns.names(heads), !heads[column].isEmpty else { return }
    let names = rows.dropFirst().compactMap { row in
      page.tree.children(of: row).dropFirst(column).first { _ in true }.map {
        Slug.make(page.words($0))
      }
    }
    // A summary of labels that are there.
    guard !names.allSatisfy(labels.contains) else { return }
    guard case .table(let columns) = page.tree.nodes[table].kind else { return }
    let word = page.vocabulary.word(SectionRole.labels)
    let isReadable = (try? LabelTable.read(table, columns: columns.count, page).get()) != nil
    attempt.say(
      .suggestion, at: offset,
      "a table whose \(column == 0 ? "first" : "second") column is \"\(heads[column])\" may list labels: "
        + (isReadable
          ? "put a heading `\(page.heading(.labels, below: offset))` over it and import again"
          : "make each a heading under `\(word)`"))
  }
}
