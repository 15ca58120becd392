internal import RubricaSource

/// Refuses Markdown on which cmark-gfm 0.29.0.gfm.6 takes quadratic time or memory, before cmark
/// sees it. It counts bytes only; it never changes what a document means.
struct MarkdownGuard {
  private let bytes: [UInt8]
  private let source: SourceID
  /// Whether the text is so short that no paragraph can cost too much, whatever is in it.
  private let isShort: Bool
  private var documentCost = 0
  private var longestDefinition = (bytes: 0, start: 0)

  static func problem(
    in bytes: [UInt8], _ body: Range<Int>, _ lines: LineTable, _ source: SourceID
  ) -> SyntaxProblem? {
    var scan = MarkdownGuard(bytes: bytes, body, source: source)
    return scan.run(body, lines)
  }

  private init(bytes: [UInt8], _ body: Range<Int>, source: SourceID) {
    self.bytes = bytes
    self.source = source
    isShort = body.count * body.count <= Limits.paragraphCost
  }

  /// Lines that may be one paragraph or table: those between two blank ones, up to a heading, an item
  /// of a list or a fence.
  private struct Run {
    var start = 0
    var end = 0
    var lines = 0
    var markup = 0
    var columns = 0
    /// Lines that would make a table of the line above.
    var delimiters = 0
    var cells = TableCells()
    /// Where the first line stands that may be a link definition; nil if none does.
    var definition: Int?
  }

  private mutating func run(_ body: Range<Int>, _ table: LineTable) -> SyntaxProblem? {
    var run = Run()
    var fences = FenceTracker(bytes, body)
    var item: Item?
    for number in table.line(at: body.lowerBound)..<table.starts.count {
      let place = table.content(ofLine: number, in: bytes).clamped(to: body)
      if fences.isCode(place) {
        if let problem = close(run) { return problem }
        (run, item) = (Run(), nil)
        continue
      }
      if let problem = nesting(place) { return problem }
      let line = line(at: place)
      if line.isBlank {
        if let problem = close(run) { return problem }
        (run, item) = (Run(), nil)
        continue
      }
      let isTableRow = line.isDelimiter && (line.pipes > 0 || line.hasColon)
      let ends = endsParagraph(
        LineHead(bytes, place), isFirst: run.lines == 0, isOutside: fences.isOutside, &item)
      if ends, !isTableRow, run.lines > 0 {
        if let problem = close(run) { return problem }
        run = Run()
      }
      if run.lines == 0 {
        run.start = place.lowerBound
      }
      if run.definition == nil, mayDefine(place) { run.definition = place.lowerBound }
      run.lines += 1
      run.markup += line.markup
      run.end = place.upperBound
      run.cells.add(line.pipes)
      if isTableRow {
        run.columns = max(run.columns, line.pipes + 1)
        run.delimiters += 1
      }
    }
    if let problem = close(run) { return problem }
    return definitionProblem(body)
  }

  /// An item of a list in which every line since its first is.
  private struct Item {
    var quotes: Int
    var mark: Int
    var content: Int
  }

  /// Whether cmark surely ends the paragraph above at a line. `item` is the one that the line before is
  /// in, if that is sure, and becomes the one that this line is in.
  private func endsParagraph(
    _ head: LineHead, isFirst: Bool, isOutside: Bool, _ item: inout Item?
  ) -> Bool {
    switch head.kind {
    case .heading:
      item = nil
      return true
    case .item(let mark, let content, let interrupts):
      // Left of the text of an item a number goes on with its list.
      let isNext = item.map { $0.quotes == head.quotes && head.indent < $0.mark + 2 } ?? false
      let begins = interrupts || isFirst || isNext
      item = begins && isOutside ? Item(quotes: head.quotes, mark: mark, content: content) : nil
      return begins
    case .text:
      if let open = item,
        !isOutside || head.quotes != open.quotes || head.indent < open.content
      {
        item = nil
      }
      return false
    }
  }

  private func definitionProblem(_ body: Range<Int>) -> SyntaxProblem? {
    let (length, start) = longestDefinition
    // Few documents could have so many brackets: the others need not be counted.
    guard length.multipliedReportingOverflow(by: body.count).partialValue > Limits.definitionBytes
    else { return nil }
    let brackets = bytes[body].count { $0 == UInt8(ascii: "[") }
    guard length.multipliedReportingOverflow(by: brackets).partialValue > Limits.definitionBytes
    else { return nil }
    return SyntaxProblem(
      .tooComplex("link definitions that could expand to more than 64 MB"),
      at: Span(source, start, start + 1))
  }

  /// The cells of all lines, if they are rows of tables.
  private struct TableCells {
    /// Of the longest row.
    var most = 1
    /// cmark goes through the cells of a row once for each of them.
    var cost = 0

    mutating func add(_ pipes: Int) {
      most = max(most, pipes + 1)
      cost += pipes * pipes
    }
  }

  /// What stands in one line.
  private struct Line {
    /// Not all of it in a short text, where it cannot be too much.
    var markup = 0
    var pipes = 0
    var hasColon = false
    /// Nothing but pipes, hyphens, colons, quote marks and blanks.
    var isDelimiter = true
    var isBlank = true
  }

  private func line(at place: Range<Int>) -> Line {
    let bytes = bytes.span
    var line = Line()
    var index = place.lowerBound
    while index < place.upperBound {
      switch bytes[index] {
      case 32, 9: break
      case UInt8(ascii: "-"), UInt8(ascii: ">"):
        line.isBlank = false
      case UInt8(ascii: ":"):
        (line.hasColon, line.isBlank) = (true, false)
      case UInt8(ascii: "|"):
        line.pipes += 1
        line.isBlank = false
      case UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "!"), UInt8(ascii: "*"),
        UInt8(ascii: "_"), UInt8(ascii: "`"), UInt8(ascii: "<"), UInt8(ascii: "~"),
        UInt8(ascii: "&"), UInt8(ascii: "("):
        line.markup += 1
        (line.isDelimiter, line.isBlank) = (false, false)
      default:
        (line.isDelimiter, line.isBlank) = (false, false)
        if isShort { return line }
      }
      index += 1
    }
    return line
  }

  /// Marks of quotes and list items at the head of one line.
  private func nesting(_ line: Range<Int>) -> SyntaxProblem? {
    var depth = 0
    var index = line.lowerBound
    scan: while index < line.upperBound {
      switch bytes[index] {
      case 32, 9:
        index += 1
      case UInt8(ascii: ">"), UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "*"):
        depth += 1
        index += 1
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        while index < line.upperBound,
          (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[index])
        {
          index += 1
        }
        guard index < line.upperBound,
          bytes[index] == UInt8(ascii: ".") || bytes[index] == UInt8(ascii: ")")
        else { break scan }
        depth += 1
        index += 1
      default:
        break scan
      }
    }
    guard depth > Limits.markdownDepth, !isRule(line) else { return nil }
    return SyntaxProblem(
      .tooDeep(limit: Limits.markdownDepth), at: Span(source, line.lowerBound, line.lowerBound + 1))
  }

  /// A rule of dashes or stars is long without being deep.
  private func isRule(_ line: Range<Int>) -> Bool {
    let marks = bytes[line].filter { $0 != 32 && $0 != 9 }
    guard let first = marks.first, first == UInt8(ascii: "-") || first == UInt8(ascii: "*") else {
      return false
    }
    return marks.allSatisfy { $0 == first }
  }

  /// Whether a line begins like a link definition, `[name]:`, behind the marks of quotes and lists.
  /// Its name may go on in the next line.
  private func mayDefine(_ line: Range<Int>) -> Bool {
    for place in line {
      switch bytes[place] {
      case 32, 9, UInt8(ascii: ">"), UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "+"),
        UInt8(ascii: "."), UInt8(ascii: ")"), UInt8(ascii: "0")...UInt8(ascii: "9"):
        continue
      case UInt8(ascii: "["):
        let name = bytes[(place + 1)..<line.upperBound]
        return !name.contains(UInt8(ascii: "]"))
          || zip(name, name.dropFirst()).contains {
            $0 == UInt8(ascii: "]") && $1 == UInt8(ascii: ":")
          }
      default: return false
      }
    }
    return false
  }

  private mutating func close(_ run: Run) -> SyntaxProblem? {
    guard run.lines > 0 else { return nil }
    let length = run.end - run.start
    let place = Span(source, run.start, run.start + 1)
    let cost = run.markup * length
    documentCost += cost
    if cost > Limits.paragraphCost { return tooMuchMarkup(run, length, place) }
    if documentCost > Limits.documentCost { return tooMuchInAll(place) }
    let tableCost = run.delimiters * (run.cells.cost + length * Limits.tableByteCost)
    documentCost += tableCost
    if tableCost > Limits.paragraphCost {
      let rows = "a table with \(run.lines) rows of up to \(run.cells.most) cells"
      let hyphens = "\(run.delimiters) rows of hyphens in one paragraph of \(length) bytes"
      return SyntaxProblem(.tooComplex(run.delimiters == 1 ? rows : hyphens), at: place)
    }
    if documentCost > Limits.documentCost { return tooMuchInAll(place) }
    if run.columns * run.lines > Limits.tableCells {
      return SyntaxProblem(
        .tooComplex("a table of \(run.columns) columns and \(run.lines) lines"), at: place)
    }
    if let start = run.definition, run.end - start > longestDefinition.bytes {
      longestDefinition = (run.end - start, start)
    }
    return nil
  }
  private func tooMuchMarkup(_ run: Run, _ length: Int, _ place: Span) -> SyntaxProblem {
    if run.lines == 1 {
      return SyntaxProblem(
        .tooComplex("\(run.markup) markup characters in one line of \(length) bytes"), at: place)
    }
    return SyntaxProblem(
      .tooComplex(
        "\(run.markup) markup characters in \(run.lines) lines without a blank line between them",
        help: "put a blank line between some of these lines, or remove text that was pasted into "
          + "the file by accident"),
      at: place)
  }

  private func tooMuchInAll(_ place: Span) -> SyntaxProblem {
    SyntaxProblem(
      .tooComplex("too many long paragraphs and tables that are full of markup, up to this one"),
      at: place)
  }
}
