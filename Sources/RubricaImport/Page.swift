internal import RubricaModel
internal import RubricaSource
internal import RubricaSyntax

/// The text at one step of the import, parsed.
struct Page {
  let text: WorkingText
  let tree: MarkdownTree
  let lines: LineTable
  /// Headings of the document itself: none in quotes or lists.
  let headings: [Heading]
  /// The blocks of the document itself.
  let blocks: [Int]
  let documents: [SourceDocument]

  init(_ text: WorkingText, _ documents: [SourceDocument]) throws(ImportProblem) {
    self.text = text
    self.documents = documents
    let file = SourceFile(name: "", bytes: text.bytes)
    let lines = LineTable(text.bytes)
    self.lines = lines
    switch MarkdownParser.parse(file, SourceID(0), body: 0..<text.bytes.count) {
    case .success(let tree):
      self.tree = tree
    case .failure(let problem):
      let origin = text.origin(of: Int(problem.span.start))
      let place = documents[origin.document].place(origin.offset)
      throw ImportProblem(.syntax(problem, line: place.line), file: place.file)
    }
    headings = Heading.all(in: tree, lines, text.bytes)
    blocks = Array(tree.children(of: 0))
  }

  var bytes: [UInt8] { text.bytes }

  /// The reserved words of the first document: a draft has one language.
  var vocabulary: Vocabulary { documents.first?.vocabulary ?? .english }

  func place(_ offset: Int) -> Place {
    let origin = text.origin(of: offset)
    return documents[origin.document].place(origin.offset)
  }

  func document(of offset: Int) -> Int { text.origin(of: offset).document }

  func range(_ node: Int) -> Range<Int> { tree.nodes[node].span.range }

  /// The lines of a block of raw HTML. cmark says that a block which ends at its end tag goes on.
  func htmlRange(_ node: Int, _ text: String) -> Range<Int> {
    let whole = range(node)
    var words = Array(text.utf8)[...]
    while let last = words.last, last == 10 || last == 13 { words.removeLast() }
    let count = LineTable(Array(words)).starts.count
    let last = min(lines.line(at: whole.lowerBound) + count - 1, lines.starts.count - 1)
    let content = lines.content(ofLine: last, in: bytes)
    return whole.lowerBound..<max(whole.lowerBound, content.upperBound)
  }

  /// Lines of code and raw HTML, in which nothing means anything.
  func literalLines(withIndented: Bool) -> Set<Int> {
    var found: Set<Int> = []
    for (index, node) in tree.nodes.enumerated() {
      let range: Range<Int>
      switch node.kind {
      case .codeBlock(_, _, let isFenced) where isFenced || withIndented: range = node.span.range
      case .htmlBlock(let text): range = htmlRange(index, text)
      default: continue
      }
      guard !range.isEmpty else { continue }
      found.formUnion(lines.line(at: range.lowerBound)...lines.line(at: range.upperBound - 1))
    }
    return found
  }

  func string(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  /// The end of a line as this text writes it.
  var newline: String {
    guard let first = bytes.firstIndex(where: { $0 == 10 || $0 == 13 }) else { return "\n" }
    if bytes[first] == 10 { return "\n" }
    return first + 1 < bytes.count && bytes[first + 1] == 10 ? "\r\n" : "\r"
  }

  /// The words of a node as a reader sees them.
  func words(_ node: Int) -> String {
    var words = ""
    for index in node..<tree.nodes[node].end {
      switch tree.nodes[index].kind {
      case .text(let text), .code(let text): words += text
      case .softBreak, .lineBreak: words += " "
      case let kind where !kind.isInline && !words.isEmpty: words += " "
      default: break
      }
    }
    return words
  }

  /// Whether a node is `***words***`, bold and italic.
  func isBoldEmphasis(_ node: Int) -> Bool {
    let inner = Array(tree.children(of: node))
    guard case .emphasis = tree.nodes[node].kind, inner.count == 1,
      case .strong = tree.nodes[inner[0]].kind
    else { return false }
    let source = bytes[range(node)]
    return source.starts(with: "***".utf8) && source.reversed().starts(with: "***".utf8)
  }

  func isListOrTable(_ node: Int) -> Bool {
    switch tree.nodes[node].kind {
    case .list, .table: true
    default: false
    }
  }

  /// Whether only white space stands before `offset` on its line.
  func startsLine(_ offset: Int) -> Bool {
    var index = offset
    while index > 0, bytes[index - 1] != 10, bytes[index - 1] != 13 {
      guard bytes[index - 1].isBlank else { return false }
      index -= 1
    }
    return true
  }

}

// MARK: - Sections

extension Page {
  /// The place of the heading that opens the section of an offset, by its index.
  func section(of offset: Int) -> Int? {
    let next = headings.partition { $0.range.lowerBound > offset }
    return next == 0 ? nil : next - 1
  }

  /// What links within the text lead to.
  var linkedIDs: Set<String> {
    var found: Set<String> = []
    for node in tree.nodes {
      guard case .link(let destination, _) = node.kind, destination.hasPrefix("#") else { continue }
      found.insert(Percent.decoded(String(destination.dropFirst())))
    }
    return found
  }

  /// What a heading that gets other words is called: with its id, where links lead to it.
  func name(_ word: String, for heading: Heading, linked: Set<String>) -> String {
    let id = Slug.make(heading.title)
    return heading.attributeBlock == nil && linked.contains(id) && id != Slug.make(word)
      ? "\(word) {#\(id)}" : word
  }

  /// A reserved heading as it is written a level below the section of an offset: `### Labels`. Beside
  /// that of the section, it would take what follows into its own. Labels have room below it.
  func heading(_ role: SectionRole, below offset: Int) -> String {
    let level = section(of: offset).map { min(headings[$0].level + 1, 5) } ?? 2
    return String(repeating: "#", count: level) + " " + vocabulary.word(role)
  }

  /// The headings that an offset stands under, the nearest first: six at most.
  func path(to offset: Int) -> [Int] {
    var path: [Int] = []
    var next = section(of: offset)
    while let heading = next {
      path.append(heading)
      next = headings[heading].parent
    }
    return path
  }

  /// The blocks of the document itself between a heading and the next one, of its level or above
  /// if `isDeep`. By their order: places of blocks are not always what cmark says.
  func blocks(under heading: Int, isDeep: Bool) -> ArraySlice<Int> {
    let next = isDeep ? headings[heading].next : heading + 1
    let end = next < headings.count ? headings[next].node : tree.nodes.count
    let from = blocks.partition { $0 > headings[heading].node }
    return blocks[from..<max(from, blocks.partition { $0 >= end })]
  }
}

extension RandomAccessCollection where Index == Int {
  /// The first index whose element and all behind it are `isBehind`, in a collection so ordered.
  fileprivate func partition(_ isBehind: (Element) -> Bool) -> Int {
    var low = startIndex
    var high = endIndex
    while low < high {
      let middle = (low + high) / 2
      if isBehind(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
