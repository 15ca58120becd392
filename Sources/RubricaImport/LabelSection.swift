internal import RubricaModel
internal import RubricaSource
internal import RubricaSyntax

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
  /// The level of a label's heading.
  var labelLevel: Int { level + 1 }

  /// The last block of a section without sub-headings.
  var lastBlock: Int? {
    guard subheadings.isEmpty, labelLevel <= 6 else { return nil }
    // A list or table somewhere else would take what follows it into the last label.
    return page.blocks(under: heading, isDeep: true).last
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

  /// Names that can be labels: short, distinct, and none that is something else.
  static func areNames(_ names: [String]) -> Bool {
    guard !names.isEmpty else { return false }
    var seen: Set<String> = []
    return names.allSatisfy { name in
      let words = Reserved.normalised(name)
      let slug = Slug.make(name)
      return name.utf8.count <= 60 && !slug.isEmpty && seen.insert(slug).inserted
        && !Reserved.sections.contains(words) && !Reserved.notLabels.contains(words)
        && !name.contains { ":#{}[]<>|\n".contains($0) }
    }
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

  /// A few names, for the report.
  static func named(_ names: [String]) -> String {
    names.prefix(6).joined(separator: ", ") + (names.count > 6 ? ", …" : "")
  }
}
