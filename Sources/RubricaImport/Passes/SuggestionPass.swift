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
          + "heading `Labels`")
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
    guard rows.count > 2, let cell = page.tree.children(of: rows[0]).first(where: { _ in true })
    else {
      return
    }
    let head = page.words(cell)
    guard LabelTablePass.nameColumns.contains(Reserved.normalised(head)) else { return }
    attempt.say(
      .suggestion, at: page.range(table).lowerBound,
      "a table whose first column is \"\(head)\" may list labels: make each a heading under `Labels`"
    )
  }

  private static func suggestList(_ list: Int, _ page: Page, _ attempt: inout PassAttempt) {
    let items = Array(page.tree.children(of: list))
    guard items.count > 2 else { return }
    let isNamed = items.allSatisfy { item in
      guard let paragraph = page.tree.children(of: item).first(where: { _ in true }) else {
        return false
      }
      let inlines = Array(page.tree.children(of: paragraph))
      guard inlines.count > 1 else { return false }
      switch page.tree.nodes[inlines[0]].kind {
      case .strong, .code, .link: break
      default: return false
      }
      let name = page.words(inlines[0])
      guard name.utf8.count <= 60, !name.hasSuffix(".") else { return false }
      if name.hasSuffix(":") { return true }
      if case .text(let text) = page.tree.nodes[inlines[1]].kind { return text.hasPrefix(":") }
      return false
    }
    guard isNamed else { return }
    attempt.say(
      .suggestion, at: page.range(list).lowerBound,
      "a list of \(items.count) names and what they mean may be labels or a glossary: put them under a "
        + "heading `Labels` or `Glossary`")
  }
}
