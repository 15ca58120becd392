internal import RubricaModel
internal import RubricaSource

/// `## Label: Stop sign` becomes a label below a heading for labels; the word before the colon becomes a
/// comment, as numbers before labels do. What stands over such labels and has such a word, too, is a group.
enum LabelPrefixPass: ImportPass {
  static let title = "headings that begin with the word for a label"
  static let isStructuring = true

  private static let words: Set<String> = [
    "label", "class", "category", "tag", "etikett", "klasse", "kategorie", "étiquette", "libellé",
    "classe", "catégorie", "etiqueta", "clase", "categoría", "ラベル",
  ]
  /// Those that stand over labels as often: what is below them says which.
  private static let groups: Set<String> = [
    "category", "kategorie", "catégorie", "categoría",
  ]

  static func run(_ page: Page, _ attempt: inout PassAttempt) {
    let outline = Outline(page.headings, page.vocabulary)
    var index = 0
    while index < page.headings.count {
      let first = page.headings[index]
      guard prefix(of: first, page) != nil, isPlain(outline.roles[index]) else {
        index += 1
        continue
      }
      // All that follow on the same level, with what stands below them.
      var end = index + 1
      while end < page.headings.count,
        page.headings[end].level > first.level
          || page.headings[end].level == first.level && prefix(of: page.headings[end], page) != nil
      {
        end += 1
      }
      let isDeclared = outline.roles[index] == .label
      attempt.add(edit(index..<end, level: first.level, isDeclared: isDeclared, page))
      index = end
    }
  }

  /// A heading of the document, or a label already.
  private static func isPlain(_ role: Outline.Role) -> Bool { role == .prose || role == .label }

  private static func edit(
    _ run: Range<Int>, level: Int, isDeclared: Bool, _ page: Page
  ) -> EditGroup {
    var group = EditGroup(page)
    let start = page.headings[run.lowerBound].range.lowerBound
    let labels = page.vocabulary.word(SectionRole.labels)
    guard isDeclared || run.allSatisfy({ page.headings[$0].level < 6 }) else {
      group.say(
        .suggestion, at: start, "headings of level 6 cannot stand below a heading `\(labels)`")
      return group
    }
    if !isDeclared {
      let hashes = String(repeating: "#", count: level)
      group.insert("\(hashes) \(labels)\(page.newline)\(page.newline)", at: start)
      for index in run { group.insert("#", at: page.headings[index].range.lowerBound) }
    }
    // `Category: Person` over `Label: name` groups it.
    let top = run.filter { page.headings[$0].level == level }
    let below = run.filter { index in
      let parent = page.headings[index].parent.map { page.headings[$0].level }
      return parent == level && prefix(of: page.headings[index], page) != nil
    }
    let areOverNames = below.isEmpty && standOverNames(top, isDeclared: isDeclared, page)
    let word = page.vocabulary.word(Vocabulary.Entry.group)
    var names: [String] = []
    for index in top + below {
      let heading = page.headings[index]
      guard let prefix = prefix(of: heading, page) else { continue }
      let isGroup = heading.level == level && (!below.isEmpty || areOverNames)
      if areOverNames {
        names += LabelGroupPass.convert(
          index, level: level + (isDeclared ? 1 : 2), page, &group)
      }
      group.insert("<!-- ", at: prefix.lowerBound)
      group.insert(isGroup ? " --> \(word):" : " -->", at: prefix.upperBound)
      let name = page.string(prefix.upperBound..<heading.contentEnd).trimmingSpaces
      if !isGroup { names.append(name) }
    }
    if areOverNames {
      group.say(
        .structured, at: start,
        "\(top.count == 1 ? "1 heading" : "\(top.count) headings") became groups of labels, and "
          + "\(names.count) names below them labels: \(LabelName.listed(names))")
      return group
    }
    group.say(
      .structured, at: start,
      (names.count == 1 ? "1 heading became a label: " : "\(names.count) headings became labels: ")
        + "\(LabelName.listed(names)); what stands before their names is a comment")
    if !below.isEmpty {
      group.say(
        .structured, at: start,
        top.count == 1
          ? "the heading above them became a group"
          : "the \(top.count) headings above them became groups")
    }
    return group
  }

  /// Whether headings such as "Category: Persons" stand over the labels.
  private static func standOverNames(
    _ headings: [Int], isDeclared: Bool, _ page: Page
  ) -> Bool {
    guard let first = headings.first, let parent = page.headings[first].parent,
      page.headings[first].level < (isDeclared ? 6 : 5),
      headings.allSatisfy({ groupPrefix(of: page.headings[$0], page) != nil })
    else { return false }
    let section = LabelSection(
      page: page, heading: parent, isReserved: isDeclared, isGroup: false, subheadings: headings,
      kind: .certain)
    return section.readGrouping() == .certain
  }

  /// The same where the word may say that labels stand below the heading.
  static func groupPrefix(of heading: Heading, _ page: Page) -> Range<Int>? {
    prefix(of: heading, page).flatMap { range in
      groups.contains(word(page.string(range.lowerBound..<(range.upperBound - 1)))) ? range : nil
    }
  }

  /// Without a number behind it.
  private static func word(_ words: String) -> String {
    var word = words.lowercased()[...]
    while let last = word.last, last.isNumber || last == " " || last == "#" { word.removeLast() }
    return String(word)
  }

  /// `Label:` or `Label 1:` at the head of a heading with hashes.
  private static func prefix(of heading: Heading, _ page: Page) -> Range<Int>? {
    let bytes = page.bytes[heading.range.lowerBound..<heading.contentEnd]
    guard bytes.first == UInt8(ascii: "#"),
      let start = bytes.firstIndex(where: { $0 != UInt8(ascii: "#") && $0 != 32 }),
      let colon = bytes[start...].prefix(40).firstIndex(of: UInt8(ascii: ":")),
      bytes[(colon + 1)...].contains(where: { $0 > 32 })
    else { return nil }
    let word = word(String(decoding: bytes[start..<colon], as: UTF8.self))
    return words.contains(word) ? start..<(colon + 1) : nil
  }
}
