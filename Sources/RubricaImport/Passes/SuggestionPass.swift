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

  /// Words of headings under which a name and a text are a rule, a case or a question.
  private static let otherWords: Set<String> = [
    "rule", "rules", "principle", "principles", "instruction", "instructions", "case", "cases",
    "question", "questions", "guideline", "guidelines", "tips", "remarks", "steps", "process",
    "procedure", "workflow", "practices", "adjudication", "review", "checklist", "regeln",
    "grundprinzipien", "prinzipien", "hinweise", "règles", "principes", "consignes", "reglas",
    "principios", "instrucciones", "regras", "princípios", "instruções", "precedents", "contracts",
    "notes", "faq", "pitfalls", "mistakes", "ambiguity",
  ]

  static func run(_ page: Page, _ attempt: inout PassAttempt) {
    let outline = Outline(page.headings, page.vocabulary)
    let isPlain = page.headings.indices.map {
      outline.roles[$0] == .prose && outline.labels[$0] == nil
    }
    suggestHeadings(page, isPlain, &attempt)
    let sections = suggestSections(page, outline, isPlain, &attempt)
    for block in page.blocks {
      let offset = page.range(block).lowerBound
      guard !page.isStructured(outline, at: offset),
        !page.path(to: offset).contains(where: sections.contains)
      else { continue }
      switch page.tree.nodes[block].kind {
      case .table: suggestTable(block, page, &attempt)
      case .list: suggestList(block, page, &attempt)
      default: break
      }
    }
  }

  /// Sections whose heading says that labels stand under it, where no pass has taken them apart or
  /// said why not. Returns those that were said.
  private static func suggestSections(
    _ page: Page, _ outline: Outline, _ isPlain: [Bool], _ attempt: inout PassAttempt
  ) -> Set<Int> {
    var found: Set<Int> = []
    let said = Dictionary(grouping: attempt.said, by: \.file).mapValues { $0.map(\.line).sorted() }
    let labels = page.vocabulary.word(SectionRole.labels)
    for (index, heading) in page.headings.enumerated() {
      let offset = heading.range.lowerBound
      if outline.roles[index] == .section("labels"), !holdsLabel(index, page, outline),
        !isSaid(index, page, said), !page.blocks(under: index, isDeep: true).isEmpty
      {
        attempt.say(
          .suggestion, at: offset,
          "\"\(heading.title)\" holds no label: make each a heading under it"
            + (page.path(to: offset).dropFirst()
              .contains { LabelHeading.isGlossary(page.headings[$0].title) }
              ? ", or, if these are terms, items under a heading "
                + "`\(page.vocabulary.word(SectionRole.glossary))`" : ""))
      }
      guard isPlain[index] else { continue }
      let inner = (index + 1)..<max(heading.next, index + 1)
      let around = page.path(to: offset).dropFirst()
      guard let kind = LabelHeading.kind(heading.title),
        !page.isStructured(outline, at: max(offset - 1, 0)),
        !around.contains(where: {
          found.contains($0) || LabelHeading.isGlossary(page.headings[$0].title)
        }),
        !inner.contains(where: {
          outline.roles[$0] == .section("labels")
            || LabelHeading.kind(page.headings[$0].title) == .certain
        }), !isSaid(index, page, said), !isTakenApart(heading, page, outline)
      else { continue }
      let blocks = page.blocks(under: index, isDeep: true)
      let isListed = blocks.contains { isList($0, page) }
      guard !blocks.isEmpty, kind == .certain || isListed || inner.count > 1 else { continue }
      found.insert(index)
      attempt.say(
        .suggestion, at: offset,
        isListed || inner.count > 1
          ? "what stands under \"\(heading.title)\" may be the labels: if it is, rename the heading to "
            + "`\(labels)` and import again"
          : "\"\(heading.title)\" may tell of the labels: make each a heading under `\(labels)`")
    }
    return found
  }

  private static func holdsLabel(_ index: Int, _ page: Page, _ outline: Outline) -> Bool {
    ((index + 1)..<max(page.headings[index].next, index + 1)).contains {
      outline.roles[$0] == .label
    }
  }

  private static func isList(_ block: Int, _ page: Page) -> Bool {
    switch page.tree.nodes[block].kind {
    case .list, .table: true
    default: false
    }
  }

  /// Whether the labels of a section stand behind it, under the heading that was put before them.
  private static func isTakenApart(_ heading: Heading, _ page: Page, _ outline: Outline) -> Bool {
    heading.next < page.headings.count && outline.roles[heading.next] == .section("labels")
      && !page.text.isCopy(page.headings[heading.next].range.lowerBound)
  }

  /// Whether something was suggested at a place of a section.
  private static func isSaid(
    _ heading: Int, _ page: Page, _ said: [String: [Int]]
  ) -> Bool {
    let start = page.place(page.headings[heading].range.lowerBound)
    let next = page.headings[heading].next
    let end = next < page.headings.count ? page.place(page.headings[next].range.lowerBound) : nil
    let last = end?.file == start.file ? end?.line ?? Int.max : Int.max
    let lines = said[start.file] ?? []
    var (low, high) = (0, lines.count)
    while low < high {
      let middle = (low + high) / 2
      if lines[middle] < start.line { low = middle + 1 } else { high = middle }
    }
    return low < lines.count && lines[low] < last
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
        "\(kind.count) headings like \"\(heading.title)\" may be labels: write each one once under a "
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
    guard let column = LabelColumns.names(heads) else { return }
    attempt.say(
      .suggestion, at: page.range(table).lowerBound,
      "a table whose \(column == 0 ? "first" : "second") column is \"\(heads[column])\" may list labels: "
        + "make each a heading under `\(page.vocabulary.word(SectionRole.labels))`")
  }

  private static func suggestList(_ list: Int, _ page: Page, _ attempt: inout PassAttempt) {
    let items = Array(page.tree.children(of: list))
    if let heading = page.section(of: page.range(list).lowerBound),
      kind(of: page.headings[heading], page) != nil
        || HeadingWords.tokens(HeadingWords.core(page.headings[heading].title))
          .contains(where: otherWords.contains)
    {
      return
    }
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

  /// Whether the words of a heading are about labels: "Available labels".
  private static func headsLabels(_ heading: Int?, _ page: Page) -> Bool {
    guard let heading else { return false }
    return LabelHeading.kind(page.headings[heading].title) != nil
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
