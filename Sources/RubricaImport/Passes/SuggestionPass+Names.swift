internal import RubricaModel
internal import RubricaSource
internal import RubricaSyntax

/// Names in a line that may be the labels, and numbers that may be the points of a scale.
extension SuggestionPass {
  /// `Classes: helmet, no_helmet`, or "three entity types: `taxon`, `locality`".
  static func suggestNames(in block: Int, _ page: Page, _ attempt: inout PassAttempt) {
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
  static func isScale(_ block: Int, _ page: Page) -> Bool {
    if case .paragraph = page.tree.nodes[block].kind {
      guard let first = page.bytes[page.range(block)].first,
        first == 45 || first.isDigit
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

  /// Whether numbers say of points whether they are seen, as data for poses has it: 2 visible, 1 covered.
  static func isVisibility(_ block: Int, _ page: Page) -> Bool {
    let words = HeadingWords.tokens(page.words(block).lowercased())
    return !words.contains("3")
      && words.contains { word in
        visibility.contains { word.hasPrefix($0) }
      }
  }

  private static let visibility = [
    "visible", "occluded", "sichtbar", "verdeckt", "occulté", "ocluid", "ocult",
  ]

  /// Whether a list is nothing but short names, under a heading with a word for points of a body.
  static func namesPoints(_ block: Int, _ page: Page) -> Bool {
    guard let section = page.section(of: page.range(block).lowerBound),
      HeadingWords.tokens(HeadingWords.core(page.headings[section].title))
        .contains(where: bodyPoints.contains)
    else { return false }
    let items = Array(page.tree.children(of: block))
    return items.count > 2
      && items.allSatisfy { LabelName.isBare(page.words($0)) }
  }

  private static let bodyPoints: Set<String> = [
    "keypoint", "keypoints", "landmark", "landmarks", "joints", "schlüsselpunkte", "gelenkpunkte",
    "キーポイント",
  ]
}
