internal import RubricaModel
internal import RubricaSource

/// A comment or a block of HTML that goes on behind the place where it was to end.
struct OpenMarkup {
  /// `<!--`
  let opening: String
  /// `-->`
  let end: String
  /// Where it opens.
  let span: Span
  /// All that is in it.
  let extent: Span
  /// Where the comment opens whose end it has taken.
  let next: Span?

  /// What Markdown reads up to an end of its own, also over empty lines (CommonMark 0.31, 4.6).
  private static let kinds: [(opening: String, end: String)] = [
    ("<!--", "-->"), ("<?", "?>"), ("<![CDATA[", "]]>"), ("<script", "</script>"),
    ("<style", "</style>"), ("<pre", "</pre>"), ("<textarea", "</textarea>"),
  ]

  fileprivate init?(_ text: String, _ place: Span, _ sources: Sources) {
    let unclosed = Self.unclosed(text)
    let next = unclosed == nil ? Self.takenComment(at: place, sources) : nil
    guard let kind = unclosed ?? (next == nil ? nil : Self.kinds[0]) else { return nil }
    opening = kind.opening
    end = kind.end
    let start = Int(place.start)
    span = Span(place.source, start, start + kind.opening.utf8.count)
    extent = place
    self.next = next
  }

  private static func unclosed(_ text: String) -> (opening: String, end: String)? {
    let bytes = text.utf8.drop { $0 == 32 }
    guard bytes.first == UInt8(ascii: "<") else { return nil }
    let words = Substring(bytes).lowercased()
    guard let kind = kinds.first(where: { words.hasPrefix($0.opening.lowercased()) }) else {
      return nil
    }
    let rest = words.dropFirst(kind.opening.count)
    if rest.contains(kind.end) { return nil }
    // `<!-->` and `<!--->` are whole comments.
    if kind.opening == "<!--", rest.hasPrefix(">") || rest.hasPrefix("->") { return nil }
    guard kind.opening.last?.isLetter ?? false else { return kind }
    // `<pre class="wide">`, and not `<preview>`.
    guard let next = rest.first else { return kind }
    guard next == ">" || next.isWhitespace else { return nil }
    return (kind.opening + (next == ">" ? ">" : ""), kind.end)
  }

  /// Where a line within a comment opens another one.
  private static func takenComment(at place: Span, _ sources: Sources) -> Span? {
    let bytes = sources.bytes(of: place.source)
    // To its end, which stands behind the place that cmark gives.
    let text = bytes[Int(place.start)...]
    guard text.starts(with: "<!--".utf8), !text.starts(with: "<!-->".utf8),
      !text.starts(with: "<!--->".utf8)
    else { return nil }
    var isLineStart = false
    for start in text.indices.dropFirst(4) {
      switch bytes[start] {
      case 10, 13: isLineStart = true
      case 32, 9: break
      case UInt8(ascii: "-") where text[start...].starts(with: "-->".utf8): return nil
      case UInt8(ascii: "<") where isLineStart && text[start...].starts(with: "<!--".utf8):
        return Span(place.source, start, start + 4)
      default: isLineStart = false
      }
    }
    return nil
  }
}

extension GuidelineIndex {
  /// Comments and blocks of HTML that go on behind the place where they were to end.
  var openMarkup: [OpenMarkup] {
    guard traces.contains(.markup) else { return [] }
    var found: [OpenMarkup] = []
    guideline.forEachBlock { block in
      guard case .html(let text) = block.kind,
        let open = OpenMarkup(text, block.span, guideline.sources)
      else { return }
      found.append(open)
    }
    return found
  }

  /// The names that layers list in vain and whose headings stand in a part of a file.
  func undeclaredHeadings(in extent: Span) -> [String] {
    let undeclared = undeclaredLabels
    guard !undeclared.isEmpty else { return [] }
    var names: [String] = []
    let bytes = guideline.sources.bytes(of: extent.source)
    let text = bytes[extent.range.clamped(to: 0..<bytes.count)]
    for line in text.split(whereSeparator: { $0 == 10 || $0 == 13 }) {
      let words = line.drop { $0 == 32 || $0 == 9 }.drop { $0 == UInt8(ascii: "#") }
      guard words.startIndex > line.startIndex, words.first == 32,
        bytes[words.startIndex - 1] == UInt8(ascii: "#")
      else { continue }
      let heading = String(decoding: words.dropFirst(), as: UTF8.self)
      let name = heading.explicitID ?? Slug.make(heading)
      if undeclared.contains(name), !names.contains(name) { names.append(name) }
    }
    return names
  }

  /// The names that layers list in vain since their headings stand in a record that goes on behind its end; it
  /// is told where that opens.
  var labelsInRecords: Set<String> {
    guard !undeclaredLabels.isEmpty else { return [] }
    var names: Set<String> = []
    for problem in guideline.problems {
      guard case .yamlSyntax(Problem.openBlock, _) = problem.kind else { continue }
      names.formUnion(undeclaredHeadings(behind: problem.span))
    }
    return names
  }

  /// Likewise in a comment, in HTML or in code that goes on, by where it opens; without those that hold none.
  var labelsInMarkup: [(place: Span, names: [String])] {
    guard !undeclaredLabels.isEmpty else { return [] }
    var found = openMarkup.map { (place: $0.span, names: undeclaredHeadings(in: $0.extent)) }
    for problem in guideline.problems {
      guard case .openFence(let end) = problem.kind else { continue }
      found.append((problem.span, undeclaredHeadings(behind: problem.span, upTo: end)))
    }
    return found.filter { !$0.names.isEmpty }
  }

  /// Those in a block of code that is not closed, by its first line.
  func undeclaredHeadings(behind fence: Span, upTo end: Problem.FenceEnd) -> [String] {
    switch end {
    case .document: undeclaredHeadings(behind: fence)
    case .nextFence(let next):
      undeclaredHeadings(in: Span(fence.source, Int(fence.end), Int(next.start)))
    case .item: []
    }
  }

  /// Those that stand below a place in its file.
  func undeclaredHeadings(behind place: Span) -> [String] {
    let end = guideline.sources.bytes(of: place.source).count
    return undeclaredHeadings(in: Span(place.source, Int(place.end), end))
  }
}

extension String {
  /// `id` in `Words {#id}`.
  fileprivate var explicitID: String? {
    let bytes = utf8
    guard let open = bytes.lastIndex(of: UInt8(ascii: "{")) else { return nil }
    let inner = bytes[open...].dropFirst()
    guard inner.first == UInt8(ascii: "#") else { return nil }
    let id = inner.dropFirst().prefix { $0 != UInt8(ascii: "}") && $0 != 32 }
    return id.isEmpty ? nil : String(Substring(id))
  }
}
