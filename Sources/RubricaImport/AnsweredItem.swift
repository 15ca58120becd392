internal import RubricaModel
internal import RubricaSource
internal import RubricaSyntax

/// `"The service was slow" -> negative`, or with the label in parentheses or behind a colon or dash.
struct AnsweredItem {
  /// Where the item begins.
  let start: Int
  /// Its number; empty in a list without numbers.
  let number: String
  let quotation: Range<Int>
  /// The label as it is written, in its parentheses if it has some.
  let label: Range<Int>
  /// The label without marks around it.
  let words: String
  let hasArrow: Bool

  init?(_ item: Int, _ page: Page) {
    let blocks = Array(page.tree.children(of: item))
    start = page.range(item).lowerBound
    guard case .item(isChecked: nil) = page.tree.nodes[item].kind, blocks.count == 1,
      case .paragraph = page.tree.nodes[blocks[0]].kind,
      page.lines.starts[page.lines.line(at: start)] == start
    else { return nil }
    number = String(
      decoding: page.bytes[start...].prefix { $0.isDigit }, as: UTF8.self)
    let range = page.range(blocks[0])
    let text = page.string(range)
    guard let quoted = Self.quotation(in: text) else { return nil }
    var rest = text[quoted.endIndex...]
    let hasBlank = rest.first?.isWhitespace == true
    rest = Self.trimmed(rest)
    guard !rest.isEmpty else { return nil }
    var inner = rest
    let bare = rest.hasSuffix(".") ? rest.dropLast() : rest
    if bare.hasPrefix("("), bare.hasSuffix(")") {
      inner = bare.dropFirst().dropLast()
      hasArrow = false
    } else {
      guard
        let sign = Self.signs.first(where: { sign in
          rest.hasPrefix(sign) && (hasBlank || sign == ":")
            && rest.dropFirst(sign.count).first?.isWhitespace == true
        })
      else { return nil }
      rest = Self.trimmed(rest.dropFirst(sign.count))
      inner = rest
      hasArrow = Self.arrows.contains(sign)
    }
    words = Self.plain(String(inner))
    // What would end the comment that it goes into, or the item.
    guard !words.isEmpty, !rest.contains("--"),
      !rest.contains(where: { "<>[\\".contains($0) || $0.isNewline })
    else { return nil }
    quotation = range.lowerBound..<(range.lowerBound + text.offset(of: quoted.endIndex))
    label =
      (range.lowerBound
        + text.offset(of: rest.startIndex))..<(range.lowerBound + text.offset(of: rest.endIndex))
  }

  /// Whether a text is a quotation and nothing else.
  static func isQuoted(_ text: String) -> Bool { quotation(in: text)?.endIndex == text.endIndex }

  /// The name of a label without the marks around it and a full stop behind it.
  static func plain(_ text: String) -> String {
    let words = text.filter { $0 != "*" && $0 != "`" }.trimmingSpaces
    return words.hasSuffix(".") ? String(words.dropLast()) : words
  }

  /// What is quoted at the head of a text, with the marks of emphasis around it.
  private static func quotation(in text: String) -> Substring? {
    let marks = text.prefix { $0 == "*" || $0 == "_" }
    let inner = text.dropFirst(marks.count)
    guard let open = inner.first, let closing = quotes[open],
      let close = inner.lastIndex(where: { closing.contains($0) }),
      inner.distance(from: inner.startIndex, to: close) > 1
    else { return nil }
    let behind = text[text.index(after: close)...]
    guard behind.hasPrefix(marks) else { return nil }
    return text[..<behind.index(behind.startIndex, offsetBy: marks.count)]
  }

  private static func trimmed(_ text: Substring) -> Substring {
    var text = text.drop(while: \.isWhitespace)
    while text.last?.isWhitespace == true { text.removeLast() }
    return text
  }

  private static let arrows: Set<String> = ["->", "-->", "→", "⇒", "➜", "➔", "⟶"]
  private static let signs: [String] = arrows.sorted() + [":", "-", "\u{2013}", "\u{2014}"]
  /// What closes a quotation, by what opens it.
  private static let quotes: [Character: String] = [
    "\"": "\"", "\u{201C}": "\u{201D}", "\u{201E}": "\u{201C}\u{201D}\"", "\u{AB}": "\u{BB}",
    "\u{BB}": "\u{AB}", "\u{300C}": "\u{300D}",
  ]

  func edit(_ heading: String, _ answer: String, _ page: Page, _ group: inout EditGroup) {
    let newline = page.newline
    group.replace(
      start..<quotation.lowerBound,
      with: page.blankLine(before: start) + heading + newline + "> ")
    let first = page.lines.line(at: quotation.lowerBound) + 1
    for line in first..<max(first, page.lines.line(at: quotation.upperBound - 1) + 1) {
      let content = page.lines.content(ofLine: line, in: page.bytes)
      let blanks = page.bytes[content].prefix { $0.isBlank }.count
      group.replace(content.lowerBound..<(content.lowerBound + blanks), with: "> ")
    }
    group.replace(
      quotation.upperBound..<label.lowerBound, with: newline + newline + "<!-- ")
    group.insert(" -->" + page.expected(answer), at: label.upperBound)
  }
}

extension TableRow {
  /// The text as a quotation, the label as a comment and a record, the other cells behind the words over
  /// them.
  func edit(
    _ heading: String, _ answer: String, label: Int, below head: TableRow, _ page: Page,
    _ group: inout EditGroup
  ) {
    let newline = page.newline
    var end = line.lowerBound
    var between = heading + newline + "> "
    for (column, cell) in cells.enumerated() where !cell.isEmpty {
      if column == label {
        between += newline + newline + "<!-- "
      } else if column > 0 {
        let words = page.string(head.cells[column])
        let lead =
          LabelPart.isReason(words)
          ? page.vocabulary.word(Vocabulary.LeadIn.reason)
          : words.hasSuffix(":") ? words : words + ":"
        between += newline + newline + "**\(lead)** "
      }
      group.replace(end..<cell.lowerBound, with: between)
      between = column == label ? " -->" + page.expected(answer) : ""
      end = cell.upperBound
    }
    group.replace(end..<line.upperBound, with: between + newline)
    group.unescapePipes(of: self)
  }
}

extension Page {
  /// The record of an example that is one label, behind what stands before it.
  fileprivate func expected(_ answer: String) -> String {
    [newline, "```yaml expected", answer, "```"].joined(separator: newline)
  }
}

extension String {
  /// Bytes before an index.
  fileprivate func offset(of index: Index) -> Int {
    utf8.distance(from: utf8.startIndex, to: index)
  }
}
