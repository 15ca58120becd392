internal import RubricaModel
internal import RubricaSource
internal import RubricaSyntax

/// Why a list or a table is not taken for labels, in words.
struct Refusal: Error {
  let reason: String
  /// What to do about it.
  var remedy = "make each label a heading"

  /// The same, with another obstacle behind it.
  func and(_ obstacle: String?) -> Refusal {
    obstacle.map { Refusal(reason: "\(reason), and \($0)") } ?? self
  }
}

/// A section that lists labels, under the reserved heading or under another word for it, or a group of
/// such a section.
struct LabelSection {
  let page: Page
  let heading: Int
  /// The heading's own words mean `Labels` to the compiler, or `Group: …` under it.
  let isReserved: Bool
  let isGroup: Bool
  /// The headings right below it.
  let subheadings: [Int]

  var title: String { page.headings[heading].title }
  var level: Int { page.headings[heading].level }
  /// The sub-headings that are labels below `Labels`: none that opens an entry or a section.
  var names: [Int] {
    subheadings.filter { index in
      let title = page.headings[index].title
      return Outline.entry(title, page.vocabulary) == nil
        && Reserved.section(title, page.vocabulary) == nil
    }
  }

  /// How sure the heading's words are.
  let kind: LabelHeading.Kind
  /// Whether the sub-headings group the labels, which stand below them.
  private(set) var grouping = Grouping.none
  /// The lists and tables right below the heading that may name its labels: none behind words for a part of
  /// what is said of labels, "Excludes:" or "Examples:". Found once, since each of them asks for the others.
  let listings: [Int]

  init(
    page: Page, heading: Int, isReserved: Bool, isGroup: Bool, subheadings: [Int],
    kind: LabelHeading.Kind
  ) {
    self.page = page
    self.heading = heading
    self.isReserved = isReserved
    self.isGroup = isGroup
    self.subheadings = subheadings
    self.kind = kind
    listings = Self.listings(under: heading, page)
  }

  /// The level of a label's heading where a list or table is taken apart.
  var labelLevel: Int { level + 1 + listStep }

  /// One where nothing stands between the heading and its list or table: the reserved heading goes
  /// below it then, since beside it the author's own would head nothing.
  var listStep: Int {
    !isReserved && level < 5 && isListed(page.blocks(under: heading, isDeep: false).first) ? 1 : 0
  }

  /// The same for headings of labels, which go down with it.
  var headingStep: Int {
    // A line below the heading is no text.
    guard !isReserved,
      page.blocks(under: heading, isDeep: false).allSatisfy({
        page.tree.nodes[$0].kind == .thematicBreak
      })
    else { return 0 }
    return inner.allSatisfy {
      page.headings[$0].level < 6 && page.bytes[page.headings[$0].range.lowerBound] == 35
    } ? 1 : 0
  }

  /// All headings below it.
  var inner: Range<Int> { (heading + 1)..<max(page.headings[heading].next, heading + 1) }

  private func isListed(_ block: Int?) -> Bool {
    guard let block else { return false }
    switch page.tree.nodes[block].kind {
    case .list, .table: return true
    case .paragraph: return LabelItem(paragraph: block, page) != nil
    default: return false
    }
  }

  static func all(in page: Page) -> [LabelSection] {
    let outline = Outline(page.headings, page.vocabulary)
    let isGlossary = page.headings.map { LabelHeading.isGlossary($0.title) }
    var found: [LabelSection] = []
    var taken: Set<Int> = []
    for (index, heading) in page.headings.enumerated() {
      let isGroup = outline.roles[index] == .group
      let isReserved = isGroup || outline.roles[index] == .section("labels")
      let kind = isReserved ? .certain : LabelHeading.kind(heading.title)
      guard let kind else { continue }
      let isFree =
        outline.roles[index] == .prose && outline.labels[index] == nil
        && !page.isStructured(outline, around: index)
      // Another section around it says what its headings are; and what a glossary explains is none.
      let around = page.path(to: heading.range.lowerBound).dropFirst()
      guard isReserved || isFree, !around.contains(where: { isGlossary[$0] }),
        isGroup || !around.contains(where: taken.contains)
      else { continue }
      let below = (index + 1)..<max(heading.next, index + 1)
      let top = below.map { page.headings[$0].level }.min() ?? 0
      var section = LabelSection(
        page: page, heading: index, isReserved: isReserved, isGroup: isGroup,
        subheadings: below.filter { page.headings[$0].level == top }, kind: kind)
      section.grouping = section.readGrouping()
      guard isReserved || section.holdsItsOwn(below, outline) else { continue }
      found.append(section)
      taken.insert(index)
    }
    return found
  }

  /// Whether a section under another word is no mere frame: the title of the whole document, or a
  /// heading over sections that list labels themselves.
  private func holdsItsOwn(_ below: Range<Int>, _ outline: Outline) -> Bool {
    if below.contains(where: { outline.roles[$0] == .section("labels") }) { return false }
    let isSynonym = Vocabulary.labelSynonyms.contains(Reserved.bare(title))
    if Self.isTitle(heading, page), !isSynonym { return false }
    return grouping != .none
      || !below.contains { LabelHeading.kind(page.headings[$0].title) == .certain }
  }

  /// Whether a heading is the title of the document: the only one of the first level, over others.
  static func isTitle(_ heading: Int, _ page: Page) -> Bool {
    page.headings[heading].level == 1 && page.headings[heading].next > heading + 1
      && page.headings.indices.allSatisfy { $0 == heading || page.headings[$0].level > 1 }
  }

  private static func listings(under heading: Int, _ page: Page) -> [Int] {
    var found: [Int] = []
    var last: Int?
    for block in page.blocks(under: heading, isDeep: false) {
      if page.isListOrTable(block), last.map({ opensPart($0, page) }) != true {
        found.append(block)
      }
      last = block
    }
    return found
  }

  /// Whether a line is such words.
  static func opensPart(_ block: Int, _ page: Page) -> Bool {
    let lead = Lead(block, page).flatMap { $0.isAlone ? $0.words : nil }
    guard let words = lead ?? (BoldHeadingPass.isBoldLine(block, page) ? page.words(block) : nil)
    else { return false }
    return LabelPart.isBesideLabels(words, page.vocabulary)
  }

  /// What the list or table that the section starts with names; empty if it is not a certain one, or
  /// groups its names itself.
  var listed: [String] {
    for block in listings.reversed() {
      let names = names(in: block)
      if !names.isEmpty { return names }
    }
    return []
  }

  func names(in block: Int) -> [String] {
    switch page.tree.nodes[block].kind {
    case .list: (try? LabelList.read(block, page).get())?.names ?? []
    case .table(let columns):
      switch LabelTable.read(block, columns: columns.count, page) {
      case .success(let table) where !table.isGrouped && !table.isBeside: table.names
      default: []
      }
    default: []
    }
  }

  /// Whether it has a list or table that would become labels if no headings stood below it.
  var isListedBeforeHeadings: Bool {
    guard grouping == .none else { return false }
    return listings.contains { block in
      guard obstacle(behind: block, withHeadings: false) == nil else { return false }
      switch page.tree.nodes[block].kind {
      case .table(let columns) where kind == .possible:
        return (try? LabelTable.read(block, columns: columns.count, page).get())?.saysMeaning
          ?? false
      case .list where kind == .possible: return false
      default: return readable(block)
      }
    }
  }

  /// What stands in the way of a list or table of labels, with groups above them if it has these; nil
  /// if nothing does. Headings below may be left out of it.
  func obstacle(
    behind block: Int, hasGroups: Bool = false, withHeadings: Bool = true
  ) -> String? {
    if labelLevel + (hasGroups ? 1 : 0) > 6 { return "its headings would have too low a level" }
    if withHeadings, !subheadings.isEmpty { return "headings follow below it" }
    // A heading before it would be a label.
    if isGroup, follower(of: block) != nil { return "text follows below it" }
    let isBesideOthers = listings.contains { $0 != block && !isRemark($0, behind: block) }
    return isBesideOthers ? "another list or table is beside it" : nil
  }

  /// Whether a list or table stands behind text that follows the labels, and names nothing itself: both go
  /// under a heading of their own.
  private func isRemark(_ other: Int, behind block: Int) -> Bool {
    guard other > block, let text = follower(of: block), !page.isListOrTable(text) else {
      return false
    }
    switch page.tree.nodes[other].kind {
    case .table: return !LabelTable.namesLabels(other, page)
    default:
      return !page.tree.children(of: other).contains { item in
        LabelItem(item, page) != nil || LabelItem(item, isPlain: true, page) != nil
      }
    }
  }

  /// Whether none of its lists and tables, of which a block is the first, makes labels.
  func isUnread(from block: Int) -> Bool {
    let blocks = page.blocks(under: heading, isDeep: false)
    return subheadings.isEmpty && listings.first == block
      && !listings.contains(where: readable)
      && !blocks.contains { LabelItem(paragraph: $0, page) != nil }
  }

  private func readable(_ block: Int) -> Bool {
    if case .success(_)? = read(block) { true } else { false }
  }

  /// What a list or table names; nil for other blocks.
  private func read(_ block: Int) -> Result<[String], Refusal>? {
    switch page.tree.nodes[block].kind {
    case .list: LabelList.read(block, page).map(\.names)
    case .table(let columns):
      LabelTable.read(block, columns: columns.count, page).map(\.names)
    default: nil
    }
  }

  /// Why nothing under a heading without others below it would become labels if it were called `Labels`;
  /// nil if something would.
  static func refusal(under index: Int, _ page: Page) -> Refusal? {
    let section = LabelSection(
      page: page, heading: index, isReserved: true, isGroup: false, subheadings: [], kind: .certain)
    let blocks = page.blocks(under: index, isDeep: false)
    guard page.headings[index].next == index + 1,
      let block = section.listings.first(where: section.readable) ?? section.listings.first,
      !blocks.contains(where: { LabelItem(paragraph: $0, page) != nil })
    else { return nil }
    let obstacle = section.obstacle(behind: block)
    if case .failure(let refusal)? = section.read(block) { return refusal.and(obstacle) }
    return obstacle.map { Refusal(reason: $0) }
  }

  /// The first block behind a list or table that is more than a line.
  private func follower(of block: Int, under heading: Int? = nil) -> Int? {
    page.blocks(under: heading ?? self.heading, isDeep: false).drop { $0 <= block }.first {
      if case .thematicBreak = page.tree.nodes[$0].kind { false } else { true }
    }
  }

  /// What stands behind the labels, or those of the last group, would be a part of the last one: it gets a
  /// heading of its own.
  func closeLabels(behind block: Int, inGroup index: Int? = nil, _ group: inout EditGroup) {
    guard let behind = follower(of: block, under: index) else { return }
    let offset = page.lines.starts[page.lines.line(at: page.range(behind).lowerBound)]
    let words = OwnWords(page.vocabulary).notes
    let step = index == nil ? listStep : headingStep
    let hashes = String(repeating: "#", count: level + step)
    group.insert(hashes + " " + words + page.newline + page.newline, at: offset)
    group.say(
      .structured, at: offset,
      "the heading `\(words)` was put before what stands behind the labels of \"\(title)\"")
  }

  /// The author's own heading stays; the reserved one is put before the first label, so that no
  /// word is lost and every link to it still works.
  func addReservedHeading(before offset: Int, step: Int, _ group: inout EditGroup) {
    guard !isReserved else { return }
    let newline = page.newline
    group.insert(
      String(repeating: "#", count: level + step) + " " + page.vocabulary.word(.labels) + newline
        + newline, at: offset)
    group.say(
      .structured, at: offset,
      "the heading `\(page.vocabulary.word(.labels))` was added before the labels of \"\(title)\"")
  }

  /// A text that starts no block of its own when it stands at the head of a line.
  static func startsPlainly(_ bytes: ArraySlice<UInt8>) -> Bool {
    guard let first = bytes.first else { return false }
    if first == UInt8(ascii: "#") {
      // Without a blank behind them hashes make no heading: a colour, a tag.
      let next = bytes.drop { $0 == first }.first
      return next.map { $0 != 32 && $0 != 9 } ?? false
    }
    if ">-+=|<~{`!".utf8.contains(first) {
      return first == UInt8(ascii: "`") && !bytes.starts(with: "```".utf8)
    }
    if first == UInt8(ascii: "*") || first == UInt8(ascii: "_") {
      return bytes.dropFirst().first.map { $0 != 32 && $0 != 9 } ?? false
    }
    let digits = bytes.prefix { $0.isDigit }
    guard !digits.isEmpty, let next = bytes.dropFirst(digits.count).first else { return true }
    return next != UInt8(ascii: ".") && next != UInt8(ascii: ")")
  }
}
