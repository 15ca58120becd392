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
    if suggestSubject(of: rows, besides: labels, page, &attempt) { return }
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

  /// Says what a table of levels, fields, dimensions or steps may become. False if it is none.
  private static func suggestSubject(
    of rows: [Int], besides labels: Set<String>, _ page: Page, _ attempt: inout PassAttempt
  ) -> Bool {
    let heads = page.tree.children(of: rows[0]).map { page.words($0) }
    let offset = page.range(rows[0]).lowerBound
    let cells = rows.dropFirst().map { row in
      page.tree.children(of: row).first { _ in true }.map { page.words($0).trimmingSpaces } ?? ""
    }
    let areNumbers = cells.allSatisfy { Int($0) != nil }
    if LabelColumns.arePoints(heads), !areNumbers, sayWords(rows, page) {
      attempt.say(
        .suggestion, at: offset,
        "each row of a table may be a scale: give each a layer of `kind: scale` in the front matter, with its "
          + "`points`")
      return true
    }
    guard heads.count > 1, let subject = LabelColumns.subject(heads[0]) else { return false }
    let word = page.vocabulary.word(SectionRole.labels)
    let quoted = "a table with the column \"\(heads[0])\""
    switch subject {
    case .levels where areNumbers:
      attempt.say(
        .suggestion, at: offset,
        "\(quoted) may be a scale: a layer of `kind: scale` in the front matter has its `points`")
    case .levels:
      // A summary of labels that are there.
      guard !cells.allSatisfy({ labels.contains(Slug.make($0)) }) else { return true }
      attempt.say(
        .suggestion, at: offset,
        "\(quoted) may list labels, or the points of a scale: make each label a heading under `\(word)`, or "
          + "give a layer of `kind: scale` in the front matter its `points`")
    case .fields:
      // With its types, it is the description of a file.
      guard heads.count == 2 else { return false }
      attempt.say(
        .suggestion, at: offset,
        "\(quoted) may say what is asked: what annotators write into a field is a layer of `kind: text` in the "
          + "front matter, and what they choose one of `kind: choice`")
    case .dimensions:
      attempt.say(
        .suggestion, at: offset,
        "\(quoted) may say what is judged: each that gets an answer of its own is a layer in the front matter, "
          + "such as one of `kind: scale`")
    case .steps:
      let section = page.section(of: offset)
      // It is told with its heading.
      if let section, NearHeading.role(page.headings[section].title, page) != nil { return true }
      let heading = page.heading(.steps, below: offset)
      attempt.say(
        .suggestion, at: offset,
        "\(quoted) may be steps: make it a numbered list under a heading `\(heading)`, and import again"
      )
    }
    return true
  }

  /// Whether most cells behind the first column have words in them.
  private static func sayWords(_ rows: [Int], _ page: Page) -> Bool {
    let cells = rows.dropFirst().flatMap { row in
      page.tree.children(of: row).dropFirst().map { page.words($0) }
    }
    let words = cells.filter { $0.contains(where: \.isLetter) }
    return words.count * 2 > cells.count
  }
}
