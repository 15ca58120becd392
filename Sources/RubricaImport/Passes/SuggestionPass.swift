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
    "notes", "faq", "pitfalls", "mistakes", "ambiguity", "contact", "contacts", "shortcuts",
    "hotkeys", "team", "kontakt", "ansprechpartner", "tastenkürzel", "contacto", "atajos",
    "raccourcis", "criteria", "criterion", "kriterien", "critères", "criterios", "critérios",
    "keys",
    "screen", "interface",
    "連絡先", "ショートカット",
  ]

  static func run(_ page: Page, _ attempt: inout PassAttempt) {
    let outline = Outline(page.headings, page.vocabulary)
    let isPlain = page.headings.indices.map {
      outline.roles[$0] == .prose && outline.labels[$0] == nil
    }
    suggestHeadings(page, isPlain, &attempt)
    let sections = suggestSections(page, outline, isPlain, &attempt)
    let labels = Set(
      page.headings.indices.filter { outline.roles[$0] == .label }
        .map { Slug.make(page.headings[$0].title) })
    var lists: [NamedList] = []
    var isCodeSaid = false
    for (position, block) in page.blocks.enumerated() {
      let offset = page.range(block).lowerBound
      let next = position + 1 < page.blocks.count ? page.blocks[position + 1] : nil
      suggestLine(block, before: next, page, outline, &attempt)
      guard !page.isStructured(outline, at: offset),
        !page.path(to: offset).contains(where: sections.contains)
      else { continue }
      switch page.tree.nodes[block].kind {
      case .table where position > 0 && LabelSection.opensPart(page.blocks[position - 1], page):
        break
      case .table: suggestTable(block, besides: labels, page, outline, &attempt)
      case .list where isScale(block, page), .paragraph where isScale(block, page):
        attempt.say(
          .suggestion, at: offset,
          "a list of numbers and what they mean may be a scale: a layer of `kind: scale` in the front matter "
            + "has its `points`")
      case .list: lists += [namedList(block, page)].compactMap(\.self)
      case .paragraph where labels.isEmpty && sections.isEmpty:
        suggestNames(in: block, page, &attempt)
      case .codeBlock(_, let text, isFenced: false) where !isCodeSaid && areSentences(text):
        isCodeSaid = true
        attempt.say(
          .suggestion, at: offset,
          "indented lines are shown as code: where they are text, take the blanks before them away and import "
            + "again")
      default: break
      }
    }
    suggestLists(lists, page, &attempt)
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
        !page.isStructured(outline, around: index),
        !LabelSection.isTitle(index, page),
        !around.contains(where: {
          let title = page.headings[$0].title
          return found.contains($0) || LabelHeading.isGlossary(title)
            || kind == .possible && NearHeading.role(title, page) != nil
        }),
        !inner.contains(where: {
          outline.roles[$0] == .section("labels")
            || LabelHeading.kind(page.headings[$0].title) == .certain
        }), !isSaid(index, page, said), !isTakenApart(heading, page, outline)
      else { continue }
      let blocks = page.blocks(under: index, isDeep: true)
      let isListed = blocks.contains(where: page.isListOrTable)
      guard !blocks.isEmpty, kind == .certain || isListed || inner.count > 1 else { continue }
      found.insert(index)
      let refusal = LabelSection.refusal(under: index, page)
      attempt.say(
        .suggestion, at: offset,
        isListed || inner.count > 1
          ? "what stands under \"\(heading.title)\" may be the labels"
            + (refusal.map { ", but \($0.reason)" } ?? "") + ": if it is, rename the heading to "
            + "`\(labels)` and \(refusal?.remedy ?? "import again")"
          : "\"\(heading.title)\" may tell of the labels: make each a heading under `\(labels)`")
    }
    return found
  }

  private static func holdsLabel(_ index: Int, _ page: Page, _ outline: Outline) -> Bool {
    ((index + 1)..<max(page.headings[index].next, index + 1)).contains {
      outline.roles[$0] == .label
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

  /// A bold line that stays, or a plain one over a list, may say the word of a section.
  private static func suggestLine(
    _ block: Int, before next: Int?, _ page: Page, _ outline: Outline,
    _ attempt: inout PassAttempt
  ) {
    let isBold = BoldHeadingPass.isBoldLine(block, page)
    guard isBold || next.map({ isLine(block, over: $0, page) }) == true,
      let found = page.vocabulary.section(page.words(block)),
      found.isUnderstood, !page.isStructured(outline, at: page.range(block).lowerBound)
    else { return }
    attempt.say(
      .suggestion, at: page.range(block).lowerBound,
      "the \(isBold ? "bold " : "")line \"\(page.words(block))\" may belong under the heading "
        + "`\(page.vocabulary.word(found.meaning))`")
  }

  /// Whether a paragraph is plain words with a colon behind them, and a list of entries follows.
  private static func isLine(_ block: Int, over next: Int, _ page: Page) -> Bool {
    guard case .list = page.tree.nodes[next].kind, let lead = Lead(block, page) else {
      return false
    }
    return lead.isAlone && !lead.isBold && lead.sign.isEmpty
      && page.tree.children(of: next).count(where: { _ in true }) > 1
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
    // A number before a code is none of it.
    let ornament = HeadingWords.ornament(of: heading.title)
    let inlines = page.tree.children(of: heading.node).filter { node in
      guard case .text(let text) = page.tree.nodes[node].kind else { return true }
      return text.trimmingSpaces != String(ornament).trimmingSpaces
    }
    if inlines.count == 1, case .code = page.tree.nodes[inlines[0]].kind { return "`" }
    // Capitals say nothing where all headings have them.
    guard LabelName.isCode(String(heading.title[ornament.endIndex...])),
      let parent = heading.parent, page.headings[parent].title.contains(where: \.isLowercase)
    else { return nil }
    return "CODE"
  }

  private static func suggestTable(
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
          ? "put a heading `\(word)` over it and import again"
          : "make each a heading under `\(word)`"))
  }

  /// Whether indented lines hold several sentences, as no program does.
  private static func areSentences(_ text: String) -> Bool {
    text.split(separator: "\n").count { line in
      line.last.map { ".!?".contains($0) } == true && line.split(separator: " ").count > 3
        && !line.contains { "{}=<>\\|".contains($0) }
    } > 1
  }

  /// `Classes: helmet, no_helmet`, or "three entity types: `taxon`, `locality`".
  private static func suggestNames(in block: Int, _ page: Page, _ attempt: inout PassAttempt) {
    let words = page.words(block)
    guard words.utf8.count <= 400, let colon = words.firstIndex(of: ":") else { return }
    let before = words[..<colon].split(separator: " ").suffix(2).joined(separator: " ")
    let last = String(before.split(separator: " ").last ?? "")
    guard LabelHeading.kind(before) != nil || LabelHeading.kind(last) == .certain else { return }
    let behind = words[words.index(after: colon)...].prefix { $0 != "." }
    let names = behind.split(separator: ",").map { part in
      let name = String(part).trimmingSpaces
      let first = name.prefix { $0 != " " }
      let isJoined = first.count < name.count && LabelOrder.conjunctions.contains(String(first))
      return isJoined ? String(name.dropFirst(first.count + 1)) : name
    }
    guard names.count > 1,
      names.allSatisfy({ name in
        // Several words without a capital are rather a sentence.
        LabelName.isShort(name) && name.first?.isLetter == true
          && (!name.contains(" ") || name.first?.isLowercase == false)
      }),
      LabelName.problem(in: names, .item, page.vocabulary) == nil
    else { return }
    attempt.say(
      .suggestion, at: page.range(block).lowerBound,
      "\(LabelName.listed(names)) may be the labels: make each a heading under "
        + "`\(page.vocabulary.word(SectionRole.labels))`, with what it means below it, and import again"
    )
  }

  /// Whether the items of a list begin with numbers, up or down from item to item. Under words for a scale
  /// some may be left out, the numbers may be those of the list, and lines are as good as items.
  private static func isScale(_ block: Int, _ page: Page) -> Bool {
    if case .paragraph = page.tree.nodes[block].kind {
      guard let first = page.bytes[page.range(block)].first,
        first == 45 || (48...57).contains(first)
      else { return false }
    }
    let isSaid =
      page.section(of: page.range(block).lowerBound)
      .map { LabelColumns.headsScale(page.headings[$0].title) } == true
    let points: [Int?]
    switch page.tree.nodes[block].kind {
    case .list(nil, _):
      points = page.tree.children(of: block).map { point(of: $0, isSaid: isSaid, page) }
    case .list(.some(let first), _) where isSaid:
      let items = Array(page.tree.children(of: block))
      let areNames = items.allSatisfy {
        LabelName.isShort(page.words($0)) && !endsSentence($0, page)
      }
      points = areNames ? items.indices.map { $0 + first } : []
    case .paragraph where isSaid:
      points = page.string(page.range(block)).split(whereSeparator: \.isNewline)
        .map { point(of: String($0).trimmingSpaces, isSaid: true) }
    default: return false
    }
    let numbers = points.compactMap(\.self)
    // One more may say that nothing fits.
    guard numbers.count > (isSaid ? 1 : 2), points.count - numbers.count < 2 else { return false }
    let steps = zip(numbers, numbers.dropFirst()).map { $1 - $0 }
    return isSaid
      ? steps.allSatisfy { $0 > 0 } || steps.allSatisfy { $0 < 0 }
      : abs(steps[0]) == 1 && steps.allSatisfy { $0 == steps[0] }
  }

  private static func endsSentence(_ item: Int, _ page: Page) -> Bool {
    page.words(item).last.map { ".!?\u{3002}".contains($0) } == true
  }

  /// The number at the head of an item, in bold or as code, or before a colon or a dash: `**0** calm`, `4: all`.
  private static func point(of item: Int, isSaid: Bool, _ page: Page) -> Int? {
    guard let paragraph = page.tree.children(of: item).first(where: { _ in true }),
      let first = page.tree.children(of: paragraph).first(where: { _ in true })
    else { return nil }
    return point(of: page.words(paragraph), behind: page.words(first), isSaid: isSaid)
  }

  private static func point(
    of words: String, behind first: String = "", isSaid: Bool
  ) -> Int? {
    let number = words.prefix { $0.isASCII && $0.isNumber || $0 == "-" && words.first == "-" }
    guard let value = Int(number), (-10...10).contains(value) else { return nil }
    // `**0** calm`
    if Reserved.normalised(first) == number { return value }
    let behind = words.dropFirst(number.count).drop { $0 == " " }
    let marks = ":\u{FF1A}=\u{2013}\u{2014}-" + (isSaid ? "(" : "")
    return behind.first.map { marks.contains($0) } == true ? value : nil
  }

  private static func suggestLists(_ lists: [NamedList], _ page: Page, _ attempt: inout PassAttempt)
  {
    let names = Dictionary(lists.flatMap(\.names).map { ($0, 1) }, uniquingKeysWith: +)
    let verdicts = lists.filter(\.saysVerdict)
    if let first = verdicts.first {
      let word = { (entry: Vocabulary.Entry) in "`\(page.vocabulary.word(entry)): …`" }
      attempt.say(
        .suggestion, at: page.range(first.list).lowerBound,
        "\(verdicts.count == 1 ? "a list says" : "\(verdicts.count) lists say") what is right and wrong: "
          + "under a heading \(word(.good)) or \(word(.bad)), a quotation or picture is an example")
    }
    // What several lists have is an aspect of each.
    let shared = Set(names.filter { $0.value > 1 }.keys)
    let own = lists.filter { !$0.saysVerdict && shared.isDisjoint(with: $0.names) }
    let grouped = Dictionary(grouping: own) { groupingHeading(over: $0, page) }
    for list in own {
      let parent = groupingHeading(over: list, page)
      let members = parent.flatMap { grouped[$0] } ?? []
      guard let parent, members.count > 1 else {
        suggest(list, page, &attempt)
        continue
      }
      if let first = members.first, first.list == list.list {
        suggestGroups(under: parent, from: first, page, &attempt)
      }
    }
  }

  private static func suggestGroups(
    under parent: Int, from first: NamedList, _ page: Page, _ attempt: inout PassAttempt
  ) {
    let labels = page.vocabulary.word(SectionRole.labels)
    let group = page.vocabulary.word(Vocabulary.Entry.group)
    attempt.say(
      .suggestion, at: page.range(first.list).lowerBound,
      "the headings under \"\(page.headings[parent].title)\" stand over names of their own: if these are the "
        + "labels, call the section `\(labels)`, put `\(group): ` before each of its headings, and import "
        + "again")
  }

  private static func suggest(_ list: NamedList, _ page: Page, _ attempt: inout PassAttempt) {
    // What is numbered comes one after the other.
    if case .list(.some, _) = page.tree.nodes[list.list].kind, !list.mayBeLabels { return }
    let labels = page.vocabulary.word(SectionRole.labels)
    let glossary = page.vocabulary.word(SectionRole.glossary)
    let what = "a list of \(list.names.count) names and what they mean may be labels"
    attempt.say(
      .suggestion, at: page.range(list.list).lowerBound,
      list.mayBeLabels
        ? "\(what): put a heading `\(labels)` over it and import again"
        : "\(what) or a glossary: put them under a heading `\(labels)` or `\(glossary)`")
  }

  /// The heading of a section whose headings may group labels, for the list under one of them.
  private static func groupingHeading(over list: NamedList, _ page: Page) -> Int? {
    guard let section = page.section(of: page.range(list.list).lowerBound),
      let parent = page.headings[section].parent, !LabelSection.isTitle(parent, page),
      page.headings[section].next == section + 1,
      page.blocks(under: section, isDeep: false).last == list.list,
      (try? LabelList.read(list.list, page).get()) != nil
    else { return nil }
    return parent
  }

  private static func namedList(_ list: Int, _ page: Page) -> NamedList? {
    let section = page.section(of: page.range(list).lowerBound)
    if let section,
      kind(of: page.headings[section], page) != nil
        || HeadingWords.tokens(HeadingWords.core(page.headings[section].title))
          .contains(where: otherWords.contains)
    {
      return nil
    }
    return NamedList(list, mayBeLabels: headsLabels(section, page), page)
  }

  /// Whether the words of a heading are about labels: "Available labels".
  private static func headsLabels(_ heading: Int?, _ page: Page) -> Bool {
    guard let heading else { return false }
    return LabelHeading.kind(page.headings[heading].title) != nil
  }
}
