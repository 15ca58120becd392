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
    let sections = suggestSections(page, outline, isPlain, &attempt)
    let labels = Set(
      page.headings.indices.filter { outline.roles[$0] == .label }
        .map { Slug.make(page.headings[$0].title) })
    var lists: [NamedList] = []
    var sets: [NameSet] = []
    var isCodeSaid = false
    for (position, block) in page.blocks.enumerated() {
      let offset = page.range(block).lowerBound
      let next = position + 1 < page.blocks.count ? page.blocks[position + 1] : nil
      suggestLine(block, before: next, page, outline, &attempt)
      guard !page.isStructured(outline, at: offset),
        !page.path(to: offset).contains(where: sections.contains)
      else { continue }
      // Under a reserved heading it is what that says: terms, questions, steps.
      let isTaken = page.path(to: offset).contains { isReserved(outline.roles[$0]) }
      let previous = position > 0 ? page.blocks[position - 1] : nil
      if !isTaken, !namesPoints(block, page) {
        sets += NameSet.all(in: block, behind: previous, page)
      }
      switch page.tree.nodes[block].kind {
      case .table where position > 0 && LabelSection.opensPart(page.blocks[position - 1], page):
        break
      case .table: suggestTable(block, besides: labels, page, outline, &attempt)
      case .list where isScale(block, page), .paragraph where isScale(block, page):
        attempt.say(
          .suggestion, at: offset,
          isVisibility(block, page)
            ? "a list of numbers says how well a point is seen: in a layer of `kind: keypoints`, the record of a "
              + "covered point is `[x, y, hidden]`, and a point that is not there has none"
            : "a list of numbers and what they mean may be a scale: a layer of `kind: scale` in the front "
              + "matter has its `points`")
      case .list where namesPoints(block, page):
        attempt.say(
          .suggestion, at: offset,
          "a list of names may be points that are marked: a layer of `kind: keypoints` in the front matter "
            + "has its `points`")
      case .list where isTaken: break
      case .list: lists += [namedList(block, behind: previous, page)].compactMap(\.self)
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
    suggestSets(sets, besides: labels, page, &attempt)
  }

  private static func isReserved(_ role: Outline.Role) -> Bool {
    if case .section = role { true } else { false }
  }

  /// Sections whose heading says that labels stand under it, where no pass has taken them apart or
  /// said why not. Returns those that were said.
  private static func suggestSections(
    _ page: Page, _ outline: Outline, _ isPlain: [Bool], _ attempt: inout PassAttempt
  ) -> Set<Int> {
    var found: Set<Int> = []
    let said = Dictionary(grouping: attempt.said, by: \.file).mapValues { $0.map(\.line).sorted() }
    let labels = page.vocabulary.word(SectionRole.labels)
    let linked = page.linkedIDs
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
      let remedy = refusal?.remedy ?? "import again"
      let name = page.name(labels, for: heading, linked: linked)
      attempt.say(
        .suggestion, at: offset,
        isListed || inner.count > 1
          ? "what stands under \"\(heading.title)\" may be the labels"
            + (refusal.map { ", but \($0.reason)" } ?? "") + ": if it is, rename the heading to "
            + "`\(name)` and \(remedy)"
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
  static func kind(of heading: Heading, _ page: Page) -> String? {
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

  /// Whether indented lines hold several sentences, as no program does.
  private static func areSentences(_ text: String) -> Bool {
    text.split(separator: "\n").count { line in
      line.last.map { ".!?".contains($0) } == true && line.split(separator: " ").count > 3
        && !line.contains { "{}=<>\\|".contains($0) }
    } > 1
  }
}
