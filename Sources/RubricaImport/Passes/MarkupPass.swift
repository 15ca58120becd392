internal import RubricaModel
internal import RubricaSource
internal import RubricaSyntax

/// Raw HTML: pictures and headings in it become Markdown, what could run becomes visible code, and
/// the rest stays.
enum MarkupPass: ImportPass {
  static let title = "raw HTML"
  static let isStructuring = false

  static func run(_ page: Page, _ attempt: inout PassAttempt) {
    var index = 0
    while index < page.tree.nodes.count {
      switch page.tree.nodes[index].kind {
      case .htmlBlock(let text): block(index, text, page, &attempt)
      case .htmlInline(let text): index = inline(index, text, page, &attempt)
      default: break
      }
      index += 1
    }
    for block in page.tree.nodes.indices {
      switch page.tree.nodes[block].kind {
      case .paragraph, .heading: shownComments(in: block, page, &attempt)
      default: break
      }
    }
  }

  /// A comment in running text with two hyphens in it is none to the parser, which shows it.
  private static func shownComments(
    in block: Int, _ page: Page, _ attempt: inout PassAttempt
  ) {
    let range = page.range(block)
    guard page.bytes[range].contains(UInt8(ascii: "<")) else { return }
    let literal = (block + 1..<max(page.tree.nodes[block].end, block + 1)).filter { node in
      switch page.tree.nodes[node].kind {
      case .code, .htmlInline: true
      default: false
      }
    }.map { page.range($0) }
    var passed = 0
    let opening = Array("<!--".utf8)
    var index = range.lowerBound
    while index + 7 <= range.upperBound {
      guard page.bytes[index] == opening[0],
        page.bytes[index..<range.upperBound].starts(with: opening)
      else {
        index += 1
        continue
      }
      guard let end = commentEnd(from: index + 4, to: range.upperBound, page) else { return }
      let start = index
      index = end
      while passed < literal.count, literal[passed].upperBound <= start { passed += 1 }
      guard passed == literal.count || !literal[passed].contains(start) else { continue }
      // `<!---->` has nothing in it.
      guard end - start >= 8 else { continue }
      let places = ((start + 5)..<(end - 3)).filter {
        page.bytes[$0] == UInt8(ascii: "-") && page.bytes[$0 - 1] == UInt8(ascii: "-")
      }
      guard !places.isEmpty else { continue }
      var group = EditGroup(page)
      for place in places { group.insert(" ", at: place) }
      group.say(
        .changed, at: start,
        "two hyphens within a comment got a blank between them: with them it is shown as text")
      attempt.add(group)
    }
  }

  private static func commentEnd(from start: Int, to end: Int, _ page: Page) -> Int? {
    var index = start
    while index + 3 <= end {
      if page.bytes[index] == UInt8(ascii: "-"), page.bytes[index + 1] == UInt8(ascii: "-"),
        page.bytes[index + 2] == UInt8(ascii: ">")
      {
        return index + 3
      }
      index += 1
    }
    return nil
  }

  private static func block(
    _ node: Int, _ text: String, _ page: Page, _ attempt: inout PassAttempt
  ) {
    let range = page.htmlRange(node, text)
    let pieces = HTMLScanner.pieces(of: text)
    var group = EditGroup(page)
    if let danger = MarkupRules.danger(in: pieces) {
      fence(range, page, &group)
      group.say(
        .changed, at: range.lowerBound,
        "HTML with \(danger) is shown as code: it must not run on an annotator's page")
    } else if let verdict = MarkupRules.verdict(pieces),
      page.tree.nodes[node].parent == 0
    {
      let blank = page.newline + page.newline
      let own = OwnWords(page.vocabulary)
      let word = verdict.isRight ? own.right : own.wrong
      group.insert("**\(word):**" + blank, at: range.lowerBound)
      if verdict.isMarkdown { openContent(pieces, text, range.lowerBound, page, &group) }
      group.say(
        .changed, at: range.lowerBound,
        "a block of the class `\(verdict.name)` got the word \"\(word)\" before it: readers of the "
          + "draft do not see the class")
    } else if let markdown = MarkupRules.markdown(for: pieces, text, page.newline),
      page.tree.nodes[node].parent == 0
    {
      group.replace(range, with: markdown.text)
      group.say(.changed, at: range.lowerBound, markdown.message)
    } else {
      sayWhatStays(pieces, text, range.lowerBound, page, &group)
    }
    attempt.add(group)
  }

  /// What stands between the tags of a block that says it holds Markdown gets blank lines around it,
  /// so that it is read as such.
  private static func openContent(
    _ pieces: [HTMLScanner.Piece], _ text: String, _ offset: Int, _ page: Page,
    _ group: inout EditGroup
  ) {
    guard pieces.count > 1, let first = pieces.first,
      page.bytes[offset...].starts(with: text.utf8.prefix(first.range.upperBound))
    else { return }
    let start = offset + first.range.upperBound
    if start < page.bytes.count, page.bytes[start] == 10 || page.bytes[start] == 13 {
      group.insert(page.newline, at: start)
    }
    guard let last = pieces.last(where: { $0.kind != .text }), case .tag(let tag) = last.kind,
      tag.isClosing
    else { return }
    let end = offset + last.range.lowerBound
    if page.startsLine(end) { group.insert(page.newline, at: end) }
  }

  /// Puts a block into a code fence, in a quote or an item as well.
  private static func fence(_ range: Range<Int>, _ page: Page, _ group: inout EditGroup) {
    let prefix = continuation(of: range.lowerBound, page)
    let marks = String(repeating: "`", count: max(3, longestRun(page.bytes[range]) + 1))
    // Indentation before the block goes before the fence, too.
    group.insert(marks + "html" + page.newline + prefix, at: range.lowerBound)
    group.insert(page.newline + prefix + marks, at: range.upperBound)
  }

  /// What a further line of a block starts with: marks of quotes stay, marks of items are spaces.
  private static func continuation(of offset: Int, _ page: Page) -> String {
    let start = page.lines.starts[page.lines.line(at: offset)]
    return String(
      decoding: page.bytes[start..<offset].map { byte in
        byte == UInt8(ascii: ">") || byte == 9 ? byte : 32
      }, as: UTF8.self)
  }

  private static func blockRange(_ node: Int, _ page: Page) -> Range<Int> {
    var block = node
    while block > 0, page.tree.nodes[block].kind.isInline { block = page.tree.nodes[block].parent }
    return page.range(block)
  }

  /// How many backticks put a range into code, and meet no others of its block.
  private static func markLength(
    around range: Range<Int>, in block: Range<Int>, _ page: Page
  ) -> Int {
    var lengths: Set<Int> = []
    var run = 0
    for byte in page.bytes[block] {
      if byte == UInt8(ascii: "`") {
        run += 1
      } else if run > 0 {
        lengths.insert(run)
        run = 0
      }
    }
    if run > 0 { lengths.insert(run) }
    var length = longestRun(page.bytes[range]) + 1
    while lengths.contains(length) { length += 1 }
    return length
  }

  static func longestRun(_ bytes: ArraySlice<UInt8>) -> Int {
    var longest = 0
    var run = 0
    for byte in bytes {
      run = byte == UInt8(ascii: "`") ? run + 1 : 0
      longest = max(longest, run)
    }
    return longest
  }

  /// Returns the last node that was looked at.
  private static func inline(
    _ node: Int, _ text: String, _ page: Page, _ attempt: inout PassAttempt
  ) -> Int {
    let pieces = HTMLScanner.pieces(of: text)
    var group = EditGroup(page)
    var last = node
    defer { attempt.add(group) }
    guard page.tree.nodes[node].isExact else {
      if let danger = MarkupRules.danger(in: pieces) {
        group.say(
          .suggestion, at: page.range(node).lowerBound,
          "HTML with \(danger) was kept; it will not appear on a page")
      }
      return last
    }
    var range = page.range(node)
    if let danger = MarkupRules.danger(in: pieces) {
      // Tags side by side go into one code span.
      while last + 1 < page.tree.nodes.count,
        case .htmlInline(let next) = page.tree.nodes[last + 1].kind,
        page.tree.nodes[last + 1].isExact, page.range(last + 1).lowerBound == range.upperBound,
        MarkupRules.danger(in: HTMLScanner.pieces(of: next)) != nil
      {
        last += 1
        range = range.lowerBound..<page.range(last).upperBound
      }
      let marks = String(
        repeating: "`", count: markLength(around: range, in: blockRange(node, page), page))
      let before = range.lowerBound > 0 && page.bytes[range.lowerBound - 1] == UInt8(ascii: "`")
      let after =
        range.upperBound < page.bytes.count && page.bytes[range.upperBound] == UInt8(ascii: "`")
      group.insert((before ? " " : "") + marks, at: range.lowerBound)
      group.insert(marks + (after ? " " : ""), at: range.upperBound)
      group.say(
        .changed, at: range.lowerBound,
        "HTML with \(danger) is shown as code: it must not run on an annotator's page")
    } else if let picture = MarkupRules.picture(pieces) {
      group.replace(range, with: picture.text)
      group.say(.changed, at: range.lowerBound, picture.message)
    } else {
      sayWhatStays(pieces, text, range.lowerBound, page, &group)
    }
    return last
  }

  private static func sayWhatStays(
    _ pieces: [HTMLScanner.Piece], _ text: String, _ offset: Int, _ page: Page,
    _ group: inout EditGroup
  ) {
    for piece in pieces {
      switch piece.kind {
      case .comment:
        let words = String(
          decoding: text.utf8.dropFirst(piece.range.lowerBound).prefix(piece.range.count),
          as: UTF8.self)
        group.say(
          .kept, at: offset + piece.range.lowerBound,
          "a comment, which annotators do not see: \(MarkupRules.excerpt(words))")
      case .tag(let tag) where tag.name == "dl" && !tag.isClosing:
        group.say(
          .suggestion, at: offset + piece.range.lowerBound,
          "a definition list in HTML: if these are labels, make each a heading under "
            + "`\(page.vocabulary.word(SectionRole.labels))`")
      case .tag(let tag) where ["video", "audio"].contains(tag.name) && !tag.isClosing:
        group.say(
          .suggestion, at: offset + piece.range.lowerBound,
          "a recording in HTML: a paragraph with only a link to it shows the recording")
      default: break
      }
    }
  }
}
