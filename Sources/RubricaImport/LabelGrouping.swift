internal import RubricaModel
internal import RubricaSyntax

/// Whether the headings of a label section are labels, or group the labels that stand below them.
extension LabelSection {
  enum Grouping {
    case none, certain, doubtful
  }

  func readGrouping() -> Grouping {
    // `Group: …` says it itself, below a heading that is not yet the reserved one.
    let ofLabels = Set(self.names)
    let names = subheadings.filter { index in
      let title = page.headings[index].title
      return ofLabels.contains(index) && !LabelName.isAside(title)
        || !isReserved && Outline.entry(title, page.vocabulary) == .group
    }
    let lists = names.map { members(under: $0) }
    guard !names.isEmpty, lists.allSatisfy({ !$0.isEmpty }) else {
      // Codes below some of the headings are labels; the other headings may be, too.
      let hasCodes = zip(names, lists).contains { index, list in
        page.headings[index].next > index + 1 && list.count > 1
          && list.allSatisfy(LabelName.isCode)
      }
      // So are the names of a table, whatever else stands beside it.
      let haveTables = names.allSatisfy { index in
        page.headings[index].next == index + 1
          && page.blocks(under: index, isDeep: false).contains {
            saysLabels($0) && self.names(in: $0).count > 1
          }
      }
      return hasCodes || !names.isEmpty && haveTables ? .doubtful : .none
    }
    // "Types" over "Type definitions" alone only repeats it.
    if names.count == 1, LabelHeading.kind(page.headings[names[0]].title) == .certain {
      return .none
    }
    // What several of them have is an aspect of each: "Signals", "Scope".
    let all = lists.flatMap { $0 }.map { $0.lowercased() }
    guard Set(all).count == all.count else { return .none }
    let isMany = all.count > names.count
    if zip(names, lists).allSatisfy({ isSaid($0, $1) || isMany && isGroup($0) }) {
      return names.count == subheadings.count ? .certain : .doubtful
    }
    // A heading with words of its own may be a label with parts.
    let isBare = names.contains { index in
      page.headings[index].next > index + 1 && page.blocks(under: index, isDeep: false).isEmpty
    }
    let isListed = names.allSatisfy { page.headings[$0].next == $0 + 1 }
    return names.count > 1 && (isBare || isListed) ? .doubtful : .none
  }

  /// Whether each sub-heading stands over a text and headings of its own, no two of the same words: they
  /// may be labels, and those above them groups.
  var mayGroup: Bool {
    let names = names.filter { !LabelName.isAside(page.headings[$0].title) }
    let lists = names.map { page.headings[$0].next > $0 + 1 ? members(under: $0) : [] }
    let all = lists.flatMap { $0 }.map { $0.lowercased() }
    return grouping == .none && names.count > 1 && lists.allSatisfy { $0.count > 1 }
      && Set(all).count == all.count
      && names.allSatisfy { index in
        let blocks = page.blocks(under: index, isDeep: false)
        return blocks.count == 1
          && blocks.allSatisfy {
            if case .paragraph = page.tree.nodes[$0].kind { true } else { false }
          }
      }
  }

  /// What is said where the labels may stand a level lower.
  var groupingAdvice: String {
    let word = page.vocabulary.word(Vocabulary.Entry.group)
    return
      "the headings under \"\(title)\" stand over names of their own: if these are the labels, "
      + (isReserved
        ? "put `\(word): ` before each heading above them, and import again"
        : "call the section `\(page.vocabulary.word(SectionRole.labels))`, put `\(word): ` before each of its "
          + "headings, and import again")
  }

  /// Whether a sub-heading begins with the word for a group of labels: "Category: Persons".
  private func isGroup(_ index: Int) -> Bool {
    let heading = page.headings[index]
    return Outline.entry(heading.title, page.vocabulary) == .group
      || LabelPrefixPass.groupPrefix(of: heading, page) != nil
  }

  /// The names below a sub-heading: the headings right below it, or its one list or table.
  private func members(under index: Int) -> [String] {
    let below = (index + 1)..<max(page.headings[index].next, index + 1)
    let level = below.map { page.headings[$0].level }.min()
    guard let level else { return listed(under: index) }
    let titles = below.filter { page.headings[$0].level == level }.map { page.headings[$0].title }
    let isPlain = titles.allSatisfy { !LabelPart.isPart($0, page.vocabulary) }
    return isPlain && LabelName.problem(in: titles, .heading, page.vocabulary) == nil ? titles : []
  }

  /// The names in the one list or table under a sub-heading; empty if there is more, or less.
  private func listed(under index: Int) -> [String] {
    listing(under: index).map { names(in: $0) } ?? []
  }

  /// The one list or table under a sub-heading, behind a paragraph at most. Text behind the last table is
  /// about all, as behind a table that has no groups.
  func listing(under index: Int) -> Int? {
    let blocks = page.blocks(under: index, isDeep: false).filter {
      if case .thematicBreak = page.tree.nodes[$0].kind { false } else { true }
    }
    guard let place = blocks.firstIndex(where: page.isListOrTable), place <= 1 else { return nil }
    if place == 1, let first = blocks.first {
      guard case .paragraph = page.tree.nodes[first].kind else { return nil }
    }
    let behind = blocks[(place + 1)...]
    let mayFollow = index == subheadings.last && saysLabels(blocks[place])
    guard behind.isEmpty || mayFollow && !behind.contains(where: page.isListOrTable) else {
      return nil
    }
    return blocks[place]
  }

  private func saysLabels(_ block: Int) -> Bool {
    guard case .table = page.tree.nodes[block].kind else { return false }
    return LabelTable.saysLabels(block, page)
  }

  /// Whether it is said that the members are labels and the heading over them is none: by its own
  /// words ("Type labels"), by those over the names in a table, or since only the members are codes.
  private func isSaid(_ index: Int, _ members: [String]) -> Bool {
    let title = page.headings[index].title
    if LabelHeading.kind(title) != nil { return true }
    if page.headings[index].next == index + 1, let block = listing(under: index),
      case .table = page.tree.nodes[block].kind
    {
      return saysLabels(block)
    }
    return members.allSatisfy(LabelName.isCode) && !LabelName.isCode(title)
  }
}
