internal import RubricaSource

/// Refuses Markdown on which cmark-gfm 0.29.0.gfm.6 takes quadratic time or memory, before cmark
/// sees it. It counts bytes only; it never changes what a document means.
struct MarkdownGuard {
  private let bytes: [UInt8]
  private let source: SourceID
  private var brackets = 0
  private var hasTilde = false
  private var documentCost = 0
  private var longestDefinition = (bytes: 0, start: 0)

  /// What it saw of a text that cmark can take.
  struct Findings {
    /// Whether anything in it could be struck through.
    var hasTilde = false
  }

  static func examine(
    _ bytes: [UInt8], _ body: Range<Int>, _ source: SourceID
  ) -> Result<Findings, SyntaxProblem> {
    var scan = MarkdownGuard(bytes: bytes, source: source)
    if let problem = scan.run(body) { return .failure(problem) }
    return .success(Findings(hasTilde: scan.hasTilde))
  }

  private init(bytes: [UInt8], source: SourceID) {
    self.bytes = bytes
    self.source = source
  }

  /// Lines between two blank ones.
  private struct Run {
    var start = 0
    var end = 0
    var lines = 0
    var markup = 0
    var columns = 0
    var isDefinition = false
  }

  private mutating func run(_ body: Range<Int>) -> SyntaxProblem? {
    var run = Run()
    var cursor = body.lowerBound
    while cursor < body.upperBound {
      let line = line(from: cursor, to: body.upperBound)
      brackets += line.brackets
      hasTilde = hasTilde || line.hasTilde
      if let problem = nesting(cursor..<line.end) { return problem }
      if line.isBlank {
        if let problem = close(run) { return problem }
        run = Run()
      } else {
        if run.lines == 0 {
          run.start = cursor
          run.isDefinition = startsWithBracket(cursor..<line.end)
        }
        run.lines += 1
        run.markup += line.markup
        run.end = line.end
        if line.isDelimiter, line.pipes > 0 { run.columns = max(run.columns, line.pipes + 1) }
      }
      cursor = line.end + 1
    }
    if let problem = close(run) { return problem }
    if longestDefinition.bytes.multipliedReportingOverflow(by: brackets).partialValue
      > Limits.definitionBytes
    {
      let start = longestDefinition.start
      return SyntaxProblem(
        .tooComplex("link definitions could expand to more than 64 MB"),
        at: Span(source, start, start + 1))
    }
    return nil
  }

  /// What stands in one line.
  private struct Line {
    var end: Int
    var brackets = 0
    var markup = 0
    var pipes = 0
    var hasTilde = false
    /// Nothing but pipes, hyphens, colons, quote marks and blanks.
    var isDelimiter = true
    var isBlank = true
  }

  private func line(from start: Int, to limit: Int) -> Line {
    let bytes = bytes.span
    var line = Line(end: limit)
    var hasText = false
    var hasRule = false
    for index in start..<limit {
      let byte = bytes[index]
      // Nearly all of a text.
      if (byte | 0x20) &- UInt8(ascii: "a") < 26 {
        hasText = true
        continue
      }
      if byte == 10 || byte == 13 {
        line.end = index
        break
      }
      switch byte {
      case 32, 9: break
      case UInt8(ascii: "-"), UInt8(ascii: ":"), UInt8(ascii: ">"): hasRule = true
      case UInt8(ascii: "|"): line.pipes += 1
      case UInt8(ascii: "["):
        line.brackets += 1
        line.markup += 1
      case UInt8(ascii: "~"):
        line.hasTilde = true
        line.markup += 1
      case UInt8(ascii: "]"), UInt8(ascii: "!"), UInt8(ascii: "*"), UInt8(ascii: "_"),
        UInt8(ascii: "`"), UInt8(ascii: "<"), UInt8(ascii: "&"), UInt8(ascii: "("):
        line.markup += 1
      default: hasText = true
      }
    }
    line.isDelimiter = !hasText && line.markup == 0
    line.isBlank = line.isDelimiter && !hasRule && line.pipes == 0
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

  private func startsWithBracket(_ line: Range<Int>) -> Bool {
    for byte in bytes[line] {
      switch byte {
      case 32, 9, UInt8(ascii: ">"), UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "+"):
        continue
      default: return byte == UInt8(ascii: "[")
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
    if cost > Limits.paragraphCost || documentCost > Limits.documentCost {
      return SyntaxProblem(
        .tooComplex("\(run.markup) markup characters in one paragraph of \(length) bytes"),
        at: place)
    }
    if run.columns * run.lines > Limits.tableCells {
      return SyntaxProblem(
        .tooComplex("a table of \(run.columns) columns and \(run.lines) lines"), at: place)
    }
    if run.isDefinition, length > longestDefinition.bytes {
      longestDefinition = (length, run.start)
    }
    return nil
  }
}
