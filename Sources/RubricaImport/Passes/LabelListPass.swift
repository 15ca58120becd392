internal import RubricaSource
internal import RubricaSyntax

/// A list under a heading of labels whose every item is a bold (or code) name and its definition
/// becomes one heading a label. Numbers of items go into comments.
enum LabelListPass: ImportPass {
  static let title = "a list of labels"
  static let isStructuring = true

  static func run(_ page: Page, _ attempt: inout PassAttempt) {
    for section in LabelSection.all(in: page)
    where section.grouping == .none && section.kind == .certain {
      for list in section.listings {
        guard case .list = page.tree.nodes[list].kind else { continue }
        let offset = page.range(list).lowerBound
        switch (LabelList.read(list, page), section.obstacle(behind: list)) {
        case (.success(let labels), nil):
          var group = EditGroup(page)
          section.addReservedHeading(before: offset, step: section.listStep, &group)
          labels.edit(level: section.labelLevel, &group)
          section.closeLabels(behind: list, &group)
          group.say(
            .structured, at: offset,
            (labels.items.count == 1
              ? "1 item of a list became a label: "
              : "\(labels.items.count) items of a list became labels: ")
              + LabelName.listed(labels.names)
              + (labels.areNumbered ? "; their numbers became comments" : ""))
          attempt.add(group)
        case (.failure(let reason), let obstacle)
        where obstacle == nil || section.isUnread(from: list):
          let refusal = reason.and(obstacle)
          attempt.say(
            .suggestion, at: offset,
            "a list under \"\(section.title)\" stays a list: \(refusal.reason); \(refusal.remedy)")
        case (.success(let labels), .some(let obstacle)) where labels.items.count > 1:
          attempt.say(
            .suggestion, at: offset,
            "a list of \(labels.items.count) names under \"\(section.title)\" stays a list, since "
              + "\(obstacle): make each label a heading")
        default: break
        }
      }
    }
  }
}

/// A list whose every item is a name and its definition.
struct LabelList {
  let items: [LabelItem]

  var names: [String] { items.map { $0.name } }

  /// Whether its items have numbers.
  let areNumbered: Bool

  static func read(_ list: Int, _ page: Page) -> Result<LabelList, Refusal> {
    var items: [LabelItem] = []
    // Names without marks are as certain where all are alike.
    let plain = page.tree.children(of: list).map { LabelItem($0, isPlain: true, page) != nil }
    let isPlain = plain.count > 1 && !plain.contains(false)
    var areNumbered = false
    if case .list(.some, _) = page.tree.nodes[list].kind { areNumbered = true }
    if isPlain, areNumbered {
      return .failure(
        Refusal(
          reason: "its items have numbers, and their names no marks",
          remedy: "make the names bold and import again, or make each label a heading"))
    }
    for node in page.tree.children(of: list) {
      guard let item = LabelItem(node, isPlain: isPlain, page) else {
        if let refusal = undefined(Array(page.tree.children(of: list)), page) {
          return .failure(refusal)
        }
        let words = MarkupRules.excerpt(page.words(node))
        return .failure(Refusal(reason: "\"\(words)\" is not a bold name with its definition"))
      }
      items.append(item)
    }
    let names = items.map { $0.name }
    if let problem = LabelName.problem(in: names, .item, page.vocabulary) {
      return .failure(Refusal(reason: problem))
    }
    return .success(LabelList(items: items, areNumbered: areNumbered))
  }

  /// Why items are no labels that are names all, and some or all of them nothing else.
  private static func undefined(_ items: [Int], _ page: Page) -> Refusal? {
    let others = items.filter {
      LabelItem($0, page) == nil && LabelItem($0, isPlain: true, page) == nil
    }
    guard let first = others.first, others.allSatisfy({ isBareName($0, page) }) else { return nil }
    if others.count == items.count {
      return Refusal(reason: "no definitions stand behind its names")
    }
    return Refusal(
      reason: "no definition stands behind \"\(MarkupRules.excerpt(page.words(first)))\"",
      remedy: "write one there and import again, or make each label a heading")
  }

  /// Whether an item is one short name, in bold, as code or plain, and nothing else.
  private static func isBareName(_ item: Int, _ page: Page) -> Bool {
    let words = page.words(item)
    return page.tree.children(of: item).count(where: { _ in true }) == 1
      && LabelName.isShort(words) && !words.contains(where: { ":.,;!?".contains($0) })
  }

  func edit(level: Int, _ group: inout EditGroup) {
    for (position, item) in items.enumerated() {
      item.edit(level: level, isFirst: position == 0, &group)
    }
  }
}

/// `- **Person**: a human being`, with the places of its parts.
struct LabelItem {
  let name: String
  /// Where the item begins.
  var start: Int { item.lowerBound }
  private let page: Page
  private let item: Range<Int>
  private let nameRange: Range<Int>
  /// The first byte of the definition on the line of the name; nil if it starts on a later line.
  private let definition: Int?
  private let nameEnd: Int
  /// A sign in brackets behind the name: `**Toxic** [🔴]`.
  private let mark: Range<Int>?
  private let width: Int

  /// An item of a list; with a plain name, as in `GOOD: accurate`, if `isPlain`.
  init?(_ node: Int, isPlain: Bool = false, _ page: Page) {
    guard case .item(isChecked: nil) = page.tree.nodes[node].kind,
      let paragraph = page.tree.children(of: node).first(where: { _ in true })
    else { return nil }
    self.init(page.range(node), paragraph, end: page.tree.nodes[node].end, isPlain: isPlain, page)
    guard canLoseIndentation() else { return nil }
  }

  /// A paragraph of the document itself: `**Positive** - what is praised`.
  init?(paragraph: Int, _ page: Page) {
    self.init(
      page.range(paragraph), paragraph, end: page.tree.nodes[paragraph].end, isPlain: false, page)
    guard definition != nil,
      page.lines.starts[page.lines.line(at: item.lowerBound)] == item.lowerBound
    else { return nil }
  }

  private init?(
    _ item: Range<Int>, _ paragraph: Int, end: Int, isPlain: Bool, _ page: Page
  ) {
    self.page = page
    self.item = item
    guard case .paragraph = page.tree.nodes[paragraph].kind else { return nil }
    let inlines = Array(page.tree.children(of: paragraph))
    guard let first = inlines.first,
      page.range(first).lowerBound == page.range(paragraph).lowerBound
    else { return nil }
    let line = page.lines.content(ofLine: page.lines.line(at: item.lowerBound), in: page.bytes)
    let whole: Range<Int>
    var words = page.words(first)
    switch page.tree.nodes[first].kind {
    case .strong where !isPlain:
      whole = page.range(first)
      nameRange = (whole.lowerBound + 2)..<(whole.upperBound - 2)
    case .emphasis where !isPlain && page.isBoldEmphasis(first):
      whole = page.range(first)
      nameRange = (whole.lowerBound + 3)..<(whole.upperBound - 3)
    case .code where !isPlain:
      whole = page.range(first)
      nameRange = whole
    case .text(let text) where isPlain && page.tree.nodes[first].isExact:
      guard let name = Self.plainName(text) else { return nil }
      let start = page.range(first).lowerBound
      whole = start..<(start + name.utf8.count)
      nameRange = whole
      words = name
    default: return nil
    }
    var nameEnd = nameRange.upperBound
    var hasColon = false
    if words.hasSuffix(":"), nameEnd > nameRange.lowerBound,
      page.bytes[nameEnd - 1] == UInt8(ascii: ":")
    {
      words.removeLast()
      nameEnd -= 1
      hasColon = true
    }
    name = words
    self.nameEnd = nameEnd
    width = page.range(paragraph).lowerBound - item.lowerBound
    guard whole.upperBound <= line.upperBound, nameRange.lowerBound < nameEnd else { return nil }
    // Behind the name: a colon, a dash between blanks, or the end of the line.
    var index = whole.upperBound
    func skipBlanks() { while index < line.upperBound, page.bytes[index] == 32 { index += 1 } }
    skipBlanks()
    mark = Self.mark(index..<line.upperBound, paragraph, page)
    if let mark {
      index = mark.upperBound
      skipBlanks()
    }
    let rest = page.bytes[index..<line.upperBound]
    if rest.first == UInt8(ascii: ":"), !hasColon {
      hasColon = true
      index += 1
    } else {
      for dash in ["- ", "– ", "— "] where rest.starts(with: dash.utf8) && !hasColon {
        hasColon = true
        index += dash.utf8.count - 1
        break
      }
    }
    let hasMore = page.tree.nodes[paragraph].end < end
    // A bold name alone, and a list below it.
    guard hasColon || !isPlain && index == line.upperBound && hasMore else { return nil }
    skipBlanks()
    definition = index < line.upperBound ? index : nil
    if let definition, !LabelSection.startsPlainly(page.bytes[definition..<line.upperBound]) {
      return nil
    }
    guard definition != nil || hasMore else { return nil }
  }

  /// A few characters in brackets at the head of a range, if they are no link.
  private static func mark(_ range: Range<Int>, _ paragraph: Int, _ page: Page) -> Range<Int>? {
    let bytes = page.bytes[range]
    guard bytes.first == UInt8(ascii: "["), let close = bytes.firstIndex(of: UInt8(ascii: "]")),
      (2...20).contains(close - range.lowerBound),
      !bytes[..<close].contains(where: { "-<>`".utf8.contains($0) })
    else { return nil }
    let isLink = (paragraph..<page.tree.nodes[paragraph].end).contains { node in
      guard case .link = page.tree.nodes[node].kind else { return false }
      return page.range(node).lowerBound == range.lowerBound
    }
    return isLink ? nil : range.lowerBound..<(close + 1)
  }

  /// The words before a colon or a dash, if they are few.
  private static func plainName(_ text: String) -> String? {
    let ends = [": ", " - ", " \u{2013} ", " \u{2014} "].compactMap {
      text.firstRange(of: $0)?.lowerBound
    }
    guard let end = ends.min() else { return nil }
    let name = String(text[..<end]).trimmingSpaces
    guard !name.isEmpty, LabelName.isShort(name),
      name.first?.isLetter == true || name.first?.isNumber == true,
      !name.contains(where: { ".?!()\"".contains($0) })
    else { return nil }
    return name
  }

  /// Lines below the first are indented with blanks only, so that taking them away is exact.
  private func canLoseIndentation() -> Bool {
    let first = page.lines.line(at: item.lowerBound)
    guard page.lines.starts[first] == item.lowerBound,
      page.bytes[item.lowerBound..<(item.lowerBound + width)].drop(while: { $0 != 32 })
        .allSatisfy({ $0 == 32 })
    else { return false }
    return laterLines.allSatisfy { line in
      page.bytes[page.lines.content(ofLine: line, in: page.bytes)].prefix(width).allSatisfy {
        $0 != 9
      }
    }
  }

  private var laterLines: Range<Int> {
    let first = page.lines.line(at: item.lowerBound)
    let last = page.lines.line(at: max(item.lowerBound, item.upperBound - 1))
    return (first + 1)..<(last + 1)
  }

  func edit(level: Int, isFirst: Bool, _ group: inout EditGroup) {
    let newline = page.newline
    let isTight = !isFirst && item.lowerBound > 0 && !isBlankLine(before: item.lowerBound)
    let hashes = String(repeating: "#", count: level) + " "
    let marker = page.string(item.lowerBound..<(item.lowerBound + width))
    let number = marker.first?.isNumber == true ? "<!-- \(marker.trimmingSpaces) --> " : ""
    group.replace(
      item.lowerBound..<nameRange.lowerBound, with: (isTight ? newline : "") + hashes + number)
    let lineEnd = page.lines.content(
      ofLine: page.lines.line(at: item.lowerBound), in: page.bytes
    ).upperBound
    var behind = nameEnd
    if let mark {
      group.replace(nameEnd..<mark.lowerBound, with: "<!-- ")
      behind = mark.upperBound
    }
    group.replace(
      behind..<(definition ?? lineEnd),
      with: (mark == nil ? "" : " -->") + (definition == nil ? "" : newline))
    for line in laterLines {
      let content = page.lines.content(ofLine: line, in: page.bytes)
      let blanks = page.bytes[content].prefix(width).prefix { $0 == 32 }.count
      group.delete(content.lowerBound..<(content.lowerBound + blanks))
    }
  }

  private func isBlankLine(before offset: Int) -> Bool {
    let line = page.lines.line(at: offset)
    guard line > 0 else { return true }
    return page.bytes[page.lines.content(ofLine: line - 1, in: page.bytes)].allSatisfy { $0 <= 32 }
  }
}
