internal import CCMark
package import RubricaSource
internal import Synchronization

/// Markdown in, tree out: the only file that touches cmark-gfm.
package enum MarkdownParser {
  /// Parses a range of a file that `TextCheck` has passed.
  package static func parse(
    _ file: SourceFile, _ source: SourceID, body: Range<Int>
  ) -> Result<MarkdownTree, SyntaxProblem> {
    let lines = file.lines
    if let problem = MarkdownGuard.problem(in: file.bytes, body, lines, source) {
      return .failure(problem)
    }
    let hasTilde = file.bytes.contains(UInt8(ascii: "~"), in: body)
    let document = Document(file.bytes[body], hasTilde: hasTilde)
    let hasReferences = CharacterEscapes.mayHaveReferences(in: body, of: file.bytes)
    var reader = TreeReader(
      file: file, source: source, body: body, lines, hasReferences: hasReferences)
    return unsafe reader.read(document.root)
  }

  /// Owns what cmark allocates on this thread, for as long as it is read: one document at a time.
  @safe
  private struct Document: ~Copyable {
    let root: OpaquePointer?

    init(_ bytes: ArraySlice<UInt8>, hasTilde: Bool) {
      _ = MarkdownParser.extensionsAreRegistered
      let parser = unsafe cmark_parser_new_with_mem(CMARK_OPT_DEFAULT, rubrica_parse_memory())
      unsafe cmark_parser_attach_syntax_extension(parser, cmark_find_syntax_extension("table"))
      unsafe cmark_parser_attach_syntax_extension(parser, cmark_find_syntax_extension("tasklist"))
      if hasTilde {
        unsafe cmark_parser_attach_syntax_extension(
          parser, cmark_find_syntax_extension("strikethrough"))
      }
      unsafe bytes.withUnsafeBytes { buffer in
        unsafe cmark_parser_feed(
          parser, buffer.baseAddress?.assumingMemoryBound(to: CChar.self), buffer.count)
      }
      if hasTilde {
        // A lock hands out only what may go to another thread, and a pointer may not.
        let address = MarkdownParser.strikethrough.withLock { _ in
          unsafe Int(bitPattern: cmark_parser_finish(parser))
        }
        unsafe root = OpaquePointer(bitPattern: address)
      } else {
        unsafe root = cmark_parser_finish(parser)
      }
    }

    deinit { rubrica_parse_memory_reset() }
  }

  /// A parse with strikethrough enters `~` into a global table of the library and takes it out again
  /// at its end, so that a parse on another thread would miss its own. One at a time, then.
  private static let strikethrough = Mutex(())

  /// cmark's registry is a global of the library: it is filled once.
  private static let extensionsAreRegistered: Bool = {
    cmark_gfm_core_extensions_ensure_registered()
    return true
  }()
}

/// Walks cmark's tree without recursion and copies it out.
private struct TreeReader {
  private let source: SourceID
  private let body: Range<Int>
  private var lines: LineOffsets
  private var locator: InlineLocator
  private var nodes: [MarkdownTree.Node] = []
  /// Of `&#xFFFE;` and `&#xFFFF;` cmark makes a byte that is no UTF-8.
  private let hasReferences: Bool

  init(
    file: SourceFile, source: SourceID, body: Range<Int>, _ table: LineTable, hasReferences: Bool
  ) {
    self.hasReferences = hasReferences
    self.source = source
    self.body = body
    lines = LineOffsets(file.bytes, body, table)
    locator = InlineLocator(bytes: file.bytes, source: source)
  }

  mutating func read(
    _ root: OpaquePointer?
  ) -> Result<MarkdownTree, SyntaxProblem> {
    nodes.reserveCapacity(body.count / 12)
    nodes.append(
      .init(
        kind: .document, span: Span(source, body.lowerBound, body.upperBound), parent: -1, end: 0,
        isExact: false))
    var open = [0]
    var current = unsafe cmark_node_first_child(root)
    while let node = unsafe current {
      let parent = open[open.count - 1]
      let index = nodes.count
      unsafe append(node, parent: parent)
      if let child = unsafe cmark_node_first_child(node) {
        open.append(index)
        if open.count > Limits.markdownDepth {
          return .failure(
            SyntaxProblem(.tooDeep(limit: Limits.markdownDepth), at: nodes[index].span.head))
        }
        unsafe current = child
        continue
      }
      close(index)
      unsafe current = cmark_node_next(node)
      var climb = unsafe node
      while unsafe current == nil, open.count > 1, let above = unsafe cmark_node_parent(climb) {
        close(open.removeLast())
        unsafe climb = above
        unsafe current = cmark_node_next(above)
      }
    }
    while let index = open.popLast() { close(index) }
    return .success(MarkdownTree(nodes: nodes))
  }

  private mutating func append(_ node: OpaquePointer, parent: Int) {
    let kind = unsafe kind(of: node)
    let start = unsafe lines.offset(
      line: Int(cmark_node_get_start_line(node)), column: Int(cmark_node_get_start_column(node)))
    let place: (span: Span, isExact: Bool)
    if kind.isInlineLeaf {
      place = locator.place(kind, guess: start, guessEnd: start)
    } else if kind.isInlineContainer {
      place = unsafe locator.place(kind, guess: start, guessEnd: end(of: node))
    } else {
      let cut = unsafe rangeBeforeTable(node, kind)
      let end = unsafe cut?.upperBound ?? end(of: node)
      let limit = nodes[parent].span
      let from = min(max(cut?.lowerBound ?? start, Int(limit.start)), Int(limit.end))
      let to = lines.trimmed(from: from, to: min(max(end, from), Int(limit.end)))
      place = (Span(source, from, to), false)
      locator.enter(from..<to)
    }
    nodes.append(
      .init(kind: kind, span: place.span, parent: parent, end: 0, isExact: place.isExact))
  }

  /// Where a paragraph is whose last line became the head of a table: cmark gives it no place.
  private mutating func rangeBeforeTable(
    _ node: OpaquePointer, _ kind: MarkdownTree.Kind
  ) -> Range<Int>? {
    guard case .paragraph = kind, unsafe cmark_node_get_start_line(node) == 0,
      let table = unsafe cmark_node_next(node), let head = unsafe cmark_node_first_child(table)
    else { return nil }
    // Between the head and the first row is the line of dashes, of which there is no node.
    let headLine: Int
    if let row = unsafe cmark_node_next(head) {
      headLine = unsafe Int(cmark_node_get_start_line(row)) - 2
    } else {
      headLine = unsafe Int(cmark_node_get_end_line(table)) - 1
    }
    return unsafe lines.takeCut(
      line: Int(cmark_node_get_start_line(table)),
      column: Int(cmark_node_get_start_column(table)),
      headEnd: Int(cmark_node_get_end_column(head)), headLine: headLine)
  }

  private func end(of node: OpaquePointer) -> Int {
    unsafe lines.end(
      line: Int(cmark_node_get_end_line(node)), column: Int(cmark_node_get_end_column(node)))
  }

  private mutating func close(_ index: Int) {
    nodes[index].end = nodes.count
    guard nodes[index].kind.isInlineContainer else { return }
    var inner: Span?
    var child = index + 1
    while child < nodes.count {
      inner = inner.map { $0.union(nodes[child].span) } ?? nodes[child].span
      child = nodes[child].end
    }
    nodes[index].span = locator.container(nodes[index].kind, guess: nodes[index].span, inner: inner)
  }

  private func kind(of node: OpaquePointer) -> MarkdownTree.Kind {
    let type = unsafe cmark_node_get_type(node)
    switch type {
    case CMARK_NODE_TEXT: return unsafe .text(text(cmark_node_get_literal(node)))
    case CMARK_NODE_PARAGRAPH: return .paragraph
    case CMARK_NODE_SOFTBREAK: return .softBreak
    case CMARK_NODE_LINEBREAK: return .lineBreak
    case CMARK_NODE_CODE: return unsafe .code(text(cmark_node_get_literal(node)))
    case CMARK_NODE_HTML_INLINE: return unsafe .htmlInline(text(cmark_node_get_literal(node)))
    case CMARK_NODE_EMPH: return .emphasis
    case CMARK_NODE_STRONG: return .strong
    case CMARK_NODE_LINK:
      return unsafe .link(
        destination: text(cmark_node_get_url(node)), title: text(cmark_node_get_title(node)))
    case CMARK_NODE_IMAGE:
      return unsafe .image(
        source: text(cmark_node_get_url(node)), title: text(cmark_node_get_title(node)))
    case CMARK_NODE_HEADING: return unsafe .heading(level: Int(cmark_node_get_heading_level(node)))
    case CMARK_NODE_LIST:
      let isOrdered = unsafe cmark_node_get_list_type(node) == CMARK_ORDERED_LIST
      return unsafe .list(
        start: isOrdered ? Int(cmark_node_get_list_start(node)) : nil,
        isTight: cmark_node_get_list_tight(node) != 0)
    case CMARK_NODE_ITEM: return unsafe item(node)
    case CMARK_NODE_BLOCK_QUOTE: return .blockQuote
    case CMARK_NODE_CODE_BLOCK:
      return unsafe .codeBlock(
        info: text(cmark_node_get_fence_info(node)), text: text(cmark_node_get_literal(node)),
        isFenced: isFenced(node))
    case CMARK_NODE_HTML_BLOCK: return unsafe .htmlBlock(text(cmark_node_get_literal(node)))
    case CMARK_NODE_THEMATIC_BREAK: return .thematicBreak
    default: return unsafe extensionKind(of: node)
    }
  }

  /// Debian's headers do not declare the node types of extensions; their names are public.
  private func extensionKind(of node: OpaquePointer) -> MarkdownTree.Kind {
    switch unsafe text(cmark_node_get_type_string(node)) {
    case "table":
      let columns = unsafe Int(cmark_gfm_extensions_get_table_columns(node))
      let letters = unsafe cmark_gfm_extensions_get_table_alignments(node)
      return .table(
        (0..<columns).map { column in
          switch unsafe letters?[column] {
          case UInt8(ascii: "l"): .left
          case UInt8(ascii: "c"): .center
          case UInt8(ascii: "r"): .right
          default: .none
          }
        })
    case "table_header": return .tableRow(isHeader: true)
    case "table_row":
      return unsafe .tableRow(isHeader: cmark_gfm_extensions_get_table_row_is_header(node) != 0)
    case "table_cell": return .tableCell
    case "strikethrough": return .strikethrough
    default: return .paragraph
    }
  }

  /// An item of a task list has the type of every item; its name tells it.
  private func item(_ node: OpaquePointer) -> MarkdownTree.Kind {
    guard unsafe strcmp(cmark_node_get_type_string(node), "tasklist") == 0 else {
      return .item(isChecked: nil)
    }
    return unsafe .item(isChecked: cmark_gfm_extensions_get_tasklist_item_checked(node))
  }

  private func isFenced(_ node: OpaquePointer) -> Bool {
    var length: Int32 = 0
    var offset: Int32 = 0
    var character: CChar = 0
    return unsafe cmark_node_get_fenced(node, &length, &offset, &character) != 0
  }

  private func text(_ pointer: UnsafePointer<CChar>?) -> String {
    guard let pointer = unsafe pointer else { return "" }
    let bytes = unsafe UnsafeBufferPointer(
      start: UnsafeRawPointer(pointer).assumingMemoryBound(to: UInt8.self),
      count: strlen(pointer))
    if hasReferences { return unsafe String(decoding: bytes, as: UTF8.self) }
    return String(checked: unsafe bytes.span)
  }
}

extension MarkdownTree.Kind {
  package var isInline: Bool { isInlineLeaf || isInlineContainer }

  fileprivate var isInlineLeaf: Bool {
    switch self {
    case .text, .softBreak, .lineBreak, .code, .htmlInline: true
    default: false
    }
  }

  fileprivate var isInlineContainer: Bool {
    switch self {
    case .emphasis, .strong, .strikethrough, .link, .image: true
    default: false
    }
  }
}

/// cmark's lines and byte columns (both from 1) as byte offsets in the file.
private struct LineOffsets {
  private let bytes: [UInt8]
  private let body: Range<Int>
  private let table: LineTable
  /// The line of the file that is cmark's first.
  private let first: Int
  /// The last table that cut off a paragraph: the line on which cmark sees its head, where this begins, and how
  /// far behind cmark's places its cells are.
  private var cut: (line: Int, head: Int, shift: Int)?

  init(_ bytes: [UInt8], _ body: Range<Int>, _ table: LineTable) {
    self.bytes = bytes
    self.body = body
    self.table = table
    first = table.line(at: body.lowerBound)
  }

  func offset(line: Int, column: Int) -> Int { place(line, max(column - 1, 0)) }

  /// cmark's end is inclusive; column 0 stands for the end of the line before.
  func end(line: Int, column: Int) -> Int { place(line, column) }

  private func place(_ line: Int, _ bytes: Int) -> Int {
    let index = first + line - 1
    guard line >= 1, index < table.starts.count else { return body.upperBound }
    let place = min(max(table.starts[index], body.lowerBound) + bytes, body.upperBound)
    guard let cut, cut.line == line else { return place }
    return min(max(place + cut.shift, cut.head), body.upperBound)
  }

  /// The lines before the head of a table that cmark takes to begin where they do. It counts the columns of the
  /// head from there, too, as if all were one line without what stands before each: only the end is certain.
  mutating func takeCut(line: Int, column: Int, headEnd: Int, headLine: Int) -> Range<Int> {
    cut = nil
    let start = offset(line: line, column: column)
    let end = max(place(headLine, 0), start)
    var head = end
    while head < body.upperBound, bytes[head].isBlank || bytes[head] == UInt8(ascii: ">") {
      head += 1
    }
    cut = (line, head, place(headLine + 1, 0) - 1 - place(line, headEnd))
    return start..<end
  }

  /// cmark lets lists run on over the blank lines behind them.
  func trimmed(from start: Int, to end: Int) -> Int {
    var end = end
    while end > start, bytes[end - 1].isWhiteSpace { end -= 1 }
    return end
  }
}
