internal import RubricaModel
internal import RubricaSource
internal import RubricaSyntax

/// What looks like labels but is not certain to be any.
enum SuggestionPass: ImportPass {
  static let title = "what may be structure"
  static let isStructuring = true

  private static let words: Set<String> = [
    "label", "class", "category", "tag", "entity", "type", "concept",
  ]

  static func run(_ page: Page, _ attempt: inout PassAttempt) {
    let outline = Outline(page.headings, page.vocabulary)
    let isPlain = page.headings.indices.map {
      outline.roles[$0] == .prose && outline.labels[$0] == nil
    }
    suggestHeadings(page, isPlain, &attempt)
    for block in page.blocks {
      let offset = page.range(block).lowerBound
      guard !page.isStructured(outline, at: offset) else { continue }
      switch page.tree.nodes[block].kind {
      case .table: suggestTable(block, page, &attempt)
      case .list: suggestList(block, page, &attempt)
      default: break
      }
    }
  }

  private static func suggestHeadings(
    _ page: Page, _ isPlain: [Bool], _ attempt: inout PassAttempt
  ) {
    var kinds: [(key: String, first: Int, count: Int)] = []
    for (index, heading) in page.headings.enumerated() where isPlain[index] {
      guard let kind = kind(of: heading, page) else { continue }
      let key = "\(page.document(of: heading.range.lowerBound)) \(heading.level) \(kind)"
      if let known = kinds.firstIndex(where: { $0.key == key }) {
        kinds[known].count += 1
      } else {
        kinds.append((key, index, 1))
      }
    }
    for kind in kinds where kind.count > 2 {
      let heading = page.headings[kind.first]
      attempt.say(
        .suggestion, at: heading.range.lowerBound,
        "\(kind.count) headings like \"\(heading.title)\" may be labels: put each once under a "
          + "heading `\(page.vocabulary.word(SectionRole.labels))`")
    }
  }

  /// What several headings of one kind have in common.
  private static func kind(of heading: Heading, _ page: Page) -> String? {
    if let colon = heading.title.firstIndex(of: ":") {
      let word = Reserved.normalised(String(heading.title[..<colon]))
      if words.contains(word) { return word }
    }
    let inlines = Array(page.tree.children(of: heading.node))
    if inlines.count == 1, case .code = page.tree.nodes[inlines[0]].kind { return "`" }
    return nil
  }

  private static func suggestTable(_ table: Int, _ page: Page, _ attempt: inout PassAttempt) {
    let rows = Array(page.tree.children(of: table))
    guard rows.count > 2 else { return }
    let heads = page.tree.children(of: rows[0]).prefix(2).map { page.words($0) }
    guard let column = LabelTablePass.nameColumn(heads) else { return }
    attempt.say(
      .suggestion, at: page.range(table).lowerBound,
      "a table whose \(column == 0 ? "first" : "second") column is \"\(heads[column])\" may list labels: "
        + "make each a heading under `\(page.vocabulary.word(SectionRole.labels))`")
  }

  private static func suggestList(_ list: Int, _ page: Page, _ attempt: inout PassAttempt) {
    let items = Array(page.tree.children(of: list))
    let mayBeLabels = headsLabels(page.section(of: page.range(list).lowerBound), page)
    guard items.count > (mayBeLabels ? 1 : 2),
      items.allSatisfy({ isNamed($0, isPlain: mayBeLabels, page) })
    else { return }
    let labels = page.vocabulary.word(SectionRole.labels)
    attempt.say(
      .suggestion, at: page.range(list).lowerBound,
      mayBeLabels
        ? "a list of \(items.count) names and what they mean may be labels: make each a heading under "
          + "`\(labels)`"
        : "a list of \(items.count) names and what they mean may be labels or a glossary: put them "
          + "under a heading `\(labels)` or `\(page.vocabulary.word(SectionRole.glossary))`")
  }

  /// Whether the words of a heading end in one for labels: "Available labels".
  private static func headsLabels(_ heading: Int?, _ page: Page) -> Bool {
    guard let heading else { return false }
    let words = Reserved.bare(page.headings[heading].title)
    return Reserved.section(words, page.vocabulary) == "labels"
      || Reserved.labelSynonyms.contains(words)
      || ["labels", "classes", "categories", "tags", "entities"].contains {
        words == $0 || words.hasSuffix(" " + $0)
      }
  }

  /// Whether an item is a name and what it means: behind a colon or a dash. A plain name has a colon,
  /// and few words.
  private static func isNamed(_ item: Int, isPlain: Bool, _ page: Page) -> Bool {
    guard let paragraph = page.tree.children(of: item).first(where: { _ in true }) else {
      return false
    }
    let inlines = Array(page.tree.children(of: paragraph))
    guard let first = inlines.first else { return false }
    switch page.tree.nodes[first].kind {
    case .strong, .code, .link: break
    case .text(let text) where isPlain:
      guard let colon = text.firstIndex(of: ":") else { return false }
      let name = text[..<colon]
      return !name.isEmpty && name.utf8.count <= 40 && name.split(separator: " ").count <= 4
    default: return false
    }
    let name = page.words(first)
    guard inlines.count > 1, name.utf8.count <= 60, !name.hasSuffix(".") else { return false }
    if name.hasSuffix(":") { return true }
    guard case .text(let text) = page.tree.nodes[inlines[1]].kind else { return false }
    return [":", " :", " - ", " – ", " — "].contains { text.hasPrefix($0) }
  }
}
