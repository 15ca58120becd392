internal import RubricaModel
internal import RubricaSource
internal import RubricaSyntax

/// Why a list or a table is not taken for labels, in words.
struct Refusal: Error {
  let reason: String
}

/// A section that lists labels, under the reserved heading or under another word for it.
struct LabelSection {
  let page: Page
  let heading: Int
  /// The heading's own words mean `Labels` to the compiler.
  let isReserved: Bool
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

  /// The level of a label's heading.
  var labelLevel: Int { level + 1 }

  /// The last block of a section without sub-headings.
  var lastBlock: Int? {
    guard subheadings.isEmpty else { return nil }
    // A list or table somewhere else would take what follows it into the last label.
    return lastOwnBlock
  }

  /// The last block before the first sub-heading.
  var lastOwnBlock: Int? {
    guard labelLevel <= 6 else { return nil }
    return page.blocks(under: heading, isDeep: false).last
  }

  static func all(in page: Page) -> [LabelSection] {
    let outline = Outline(page.headings, page.vocabulary)
    return page.headings.indices.compactMap { index in
      let heading = page.headings[index]
      let isReserved = outline.roles[index] == .section("labels")
      let isSynonym =
        outline.roles[index] == .prose && outline.labels[index] == nil
        && (Reserved.labelSynonyms.contains(Reserved.bare(heading.title))
          || Reserved.bare(heading.title) == "labels")
        && !page.isStructured(outline, at: max(heading.range.lowerBound - 1, 0))
      guard isReserved || isSynonym else { return nil }
      let below = (index + 1)..<max(heading.next, index + 1)
      let top = below.map { page.headings[$0].level }.min() ?? 0
      return LabelSection(
        page: page, heading: index, isReserved: isReserved,
        subheadings: below.filter { page.headings[$0].level == top })
    }
  }

  /// What the list or table that the section starts with names; empty if it is no certain one.
  var listed: [String] {
    guard let block = lastOwnBlock else { return [] }
    switch page.tree.nodes[block].kind {
    case .list: return (try? LabelList.read(block, page).get())?.names ?? []
    case .table(let columns):
      return (try? LabelTable.read(block, columns: columns.count, page).get())?.names ?? []
    default: return []
    }
  }

  /// What stands in the way of a list or table of labels; nil if nothing does.
  func obstacle(behind block: Int) -> String? {
    if block == lastBlock { return nil }
    return block == lastOwnBlock ? "headings stand below it" : "text stands behind it"
  }

  /// The author's own heading stays; the reserved one is put before the first label, so that no
  /// word is lost and every link to it still works.
  func addReservedHeading(before offset: Int, _ group: inout EditGroup) {
    guard !isReserved else { return }
    let newline = page.newline
    group.insert(
      String(repeating: "#", count: level) + " " + page.vocabulary.word(.labels) + newline
        + newline, at: offset)
    group.say(
      .structured, at: offset,
      "the heading `\(page.vocabulary.word(.labels))` was put before the labels of \"\(title)\"")
  }

  /// A text that starts no block of its own when it stands at the head of a line.
  static func startsPlainly(_ bytes: ArraySlice<UInt8>) -> Bool {
    guard let first = bytes.first else { return false }
    if "#>-+=|<~{`!".utf8.contains(first) {
      return first == UInt8(ascii: "`") && !bytes.starts(with: "```".utf8)
    }
    if first == UInt8(ascii: "*") || first == UInt8(ascii: "_") {
      return bytes.dropFirst().first.map { $0 != 32 && $0 != 9 } ?? false
    }
    let digits = bytes.prefix { (48...57).contains($0) }
    guard !digits.isEmpty, let next = bytes.dropFirst(digits.count).first else { return true }
    return next != UInt8(ascii: ".") && next != UInt8(ascii: ")")
  }
}
