internal import RubricaSource
internal import RubricaSyntax

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
      guard let inner = Self.inside(whole, marks: 2, page) else { return nil }
      nameRange = inner
    case .emphasis where !isPlain && page.isBoldEmphasis(first):
      whole = page.range(first)
      guard let inner = Self.inside(whole, marks: 3, page) else { return nil }
      nameRange = inner
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
      for dash in ["- ", "-- ", "– ", "— "] where rest.starts(with: dash.utf8) && !hasColon {
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

  /// What stands between so many asterisks or underscores; nil if these are not at both ends, since the
  /// place of the words could not be found.
  private static func inside(_ whole: Range<Int>, marks: Int, _ page: Page) -> Range<Int>? {
    guard whole.count > 2 * marks else { return nil }
    let bytes = page.bytes[whole]
    let areMarks = (bytes.prefix(marks) + bytes.suffix(marks)).allSatisfy {
      $0 == UInt8(ascii: "*") || $0 == UInt8(ascii: "_")
    }
    return areMarks ? (whole.lowerBound + marks)..<(whole.upperBound - marks) : nil
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
    let ends = [": ", " - ", " -- ", " \u{2013} ", " \u{2014} "].compactMap {
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
