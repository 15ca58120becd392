internal import RubricaModel
internal import RubricaSource

/// The text of one leaf while it is written: once as words alone, once with formatting, so that no two
/// contents give one text. What has a meaning in it is escaped with `\` where it stands for itself.
struct LeafText {
  private(set) var text: [UInt8] = []
  /// The same with formatting, from where the two part.
  private(set) var otherForm: [UInt8]?
  /// What was referred to on the way.
  private(set) var references: Set<String> = []
  /// Whether there is HTML in it, which can show a picture, link to an answer or name one as much as Markdown can.
  private(set) var hasMarkup = false
  private let names: LeafNames
  /// Places of running text that another leaf holds.
  private let dropped: [Span]
  private var isBlankPending = false
  /// Whether the next sign could be taken for the mark of an item, a heading or a quote.
  private var isAtStart = false
  private var depth = 0

  init(_ names: LeafNames, dropping: [Span] = []) {
    self.names = names
    dropped = dropping
  }

  // MARK: Bytes

  var form: [UInt8] { otherForm ?? text }

  mutating func both(_ content: String) {
    text += content.utf8
    otherForm?.append(contentsOf: content.utf8)
  }

  private mutating func both(_ byte: UInt8) {
    text.append(byte)
    otherForm?.append(byte)
  }

  private mutating func formOnly(_ content: String) {
    if otherForm == nil { otherForm = text }
    otherForm?.append(contentsOf: content.utf8)
  }

  mutating func refer(to path: String) { references.insert(path) }

  mutating func refer(_ paths: Set<String>) { references.formUnion(paths) }

  /// A part that was written by itself.
  mutating func add(_ part: LeafText) {
    if otherForm != nil || part.otherForm != nil { otherForm = form + part.form }
    text += part.text
    refer(part.references)
    if part.hasMarkup { hasMarkup = true }
  }

  private mutating func flush() {
    guard isBlankPending else { return }
    isBlankPending = false
    // A blank at the start of a line says nothing.
    if let last = otherForm?.last, last != 10, last != 32 { otherForm?.append(32) }
    if let last = text.last, last != 10, last != 32 { text.append(32) }
  }

  private mutating func mark(_ sign: String) {
    flush()
    formOnly(sign)
  }

  private mutating func sign(_ sign: String) {
    flush()
    isAtStart = false
    both(sign)
  }

  private mutating func line() {
    isBlankPending = false
    if let last = otherForm?.last, last != 10 { otherForm?.append(10) }
    if let last = text.last, last != 10 { text.append(10) }
  }

  private mutating func indent() { both(String(repeating: "  ", count: depth)) }

  /// Words of running text: white space is one blank, or none at the ends.
  mutating func words(_ words: String, isEscaped: Bool = true) {
    let bytes = words.utf8
    var start = bytes.startIndex
    var place = start
    while place < bytes.endIndex {
      let byte = bytes[place]
      let next = bytes.index(after: place)
      let isBlank = byte == 32 || (byte >= 9 && byte <= 13)
      if isBlank || (isEscaped && (isAtStart || Self.isSpecial[Int(byte)])) {
        plain(bytes[start..<place])
        start = next
        if isBlank { isBlankPending = true } else { escaped(byte) }
      }
      place = next
    }
    plain(bytes[start...])
  }

  private mutating func plain(_ bytes: Substring.UTF8View) {
    if bytes.isEmpty { return }
    flush()
    isAtStart = false
    text.append(contentsOf: bytes)
    otherForm?.append(contentsOf: bytes)
  }

  private mutating func escaped(_ byte: UInt8) {
    flush()
    switch byte {
    case UInt8(ascii: "*"): formOnly("\\")
    case UInt8(ascii: "-"), UInt8(ascii: "#"), UInt8(ascii: ">"):
      if isAtStart { both(UInt8(ascii: "\\")) }
    default: if Self.isSpecial[Int(byte)] { both(UInt8(ascii: "\\")) }
    }
    isAtStart = false
    both(byte)
  }

  private static let isSpecial: [Bool] = {
    var table = [Bool](repeating: false, count: 256)
    for byte in "\\`[]<~|*".utf8 { table[Int(byte)] = true }
    return table
  }()

  /// As it is written, with `\` before what would end it.
  private mutating func raw(_ words: String, until end: UInt8) {
    for byte in words.utf8 {
      if byte == end || byte == UInt8(ascii: "\\") { both(UInt8(ascii: "\\")) }
      both(byte)
    }
  }

  // MARK: Running text

  mutating func write(_ inlines: [Inline]) {
    for inline in inlines { write(inline) }
  }

  private mutating func write(_ inline: Inline) {
    if !dropped.isEmpty, !inline.span.isEmpty,
      dropped.contains(where: { $0.contains(inline.span) })
    {
      return
    }
    switch inline.kind {
    case .text(let content): words(remainder(of: content, inline))
    case .code(let content):
      names.paths(inCode: content, &references)
      sign("`")
      raw(content, until: UInt8(ascii: "`"))
      both("`")
    case .emphasis(let inner): wrap("*", inner)
    case .strong(let inner): wrap("**", inner)
    case .strikethrough(let inner):
      // Words that are struck out say the opposite: this is not formatting.
      sign("~")
      write(inner)
      both("~")
    case .link(let destination, let title, let inner):
      names.paths(behind: destination, &references)
      sign("[")
      write(inner)
      both("](")
      raw(destination, until: UInt8(ascii: ")"))
      both(")")
      if !title.isEmpty { formOnly("(\(LeafValue.quoted(title)))") }
    case .image(let source, let title, let inner):
      names.paths(behind: source, &references)
      sign("<image ")
      raw(source, until: UInt8(ascii: ">"))
      both(">")
      formOnly("(\(LeafValue.quoted(inner.plainText)) \(LeafValue.quoted(title)))")
    case .html(let tag): html(tag)
    case .softBreak: isBlankPending = true
    case .lineBreak:
      formOnly("\\")
      isBlankPending = true
    }
  }

  /// What no other leaf holds of a piece of text. Where its bytes are not those of the file nobody
  /// can tell, and all of it stays.
  private func remainder(of content: String, _ inline: Inline) -> String {
    guard inline.isExact else { return content }
    var bytes = Array(content.utf8)
    for span in dropped where span.source == inline.span.source {
      let start = Int(max(span.start, inline.span.start)) - Int(inline.span.start)
      let end = Int(min(span.end, inline.span.end)) - Int(inline.span.start)
      guard start < end, end <= bytes.count else { continue }
      // Blanks keep the places of what is behind.
      for place in start..<end { bytes[place] = 32 }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private mutating func wrap(_ sign: String, _ inner: [Inline]) {
    mark(sign)
    write(inner)
    formOnly(sign)
  }

  private mutating func html(_ markup: String) {
    let rest = HTMLComments.removed(from: markup)
    guard rest.utf8.contains(where: { $0 > 32 }) else { return }
    hasMarkup = true
    sign("<html ")
    raw(rest, until: UInt8(ascii: ">"))
    both(">")
  }

  // MARK: Blocks

  mutating func write(_ blocks: [Block]) {
    var isFirst = true
    for block in blocks where !block.isComment {
      defer { isFirst = false }
      if !isFirst || !(text.isEmpty || text.last == 32) {
        line()
        if !text.isEmpty { indent() }
      }
      write(block)
    }
  }

  private mutating func inner(_ blocks: [Block]) {
    depth += 1
    write(blocks)
    depth -= 1
  }

  private mutating func write(_ block: Block) {
    switch block.kind {
    case .paragraph(let inlines):
      isAtStart = true
      write(inlines)
      isAtStart = false
    case .heading(let level, let inlines):
      both("# ")
      formOnly("(\(level))")
      write(inlines)
    case .list(let start, let isTight, let items):
      formOnly(isTight ? "(tight)" : "(loose)")
      for (place, item) in items.enumerated() {
        if place > 0 {
          line()
          indent()
        }
        both(start.map { "#\($0 + place). " } ?? "- ")
        if let isChecked = item.isChecked { both(isChecked ? "[x] " : "[ ] ") }
        inner(item.blocks)
      }
    case .quote(let blocks):
      both("> ")
      inner(blocks)
    case .code(let info, let content):
      both("```")
      formOnly(info)
      for row in content.split(separator: "\n", omittingEmptySubsequences: false) {
        both("\n")
        indent()
        both("  \(row)")
      }
      both("\n")
      indent()
      both("```")
    case .html(let markup): html(markup)
    case .table(let table): write(table)
    case .thematicBreak: formOnly("---")
    }
    isBlankPending = false
  }

  private mutating func write(_ table: Table) {
    formOnly("\(table.alignments)")
    for (place, row) in ([table.header] + table.rows).enumerated() {
      if place > 0 {
        both("\n")
        indent()
      }
      both("|")
      for cell in row {
        both(" ")
        write(cell)
        isBlankPending = false
        both(" |")
      }
      if place == 0 {
        both("\n")
        indent()
        both("|-")
      }
    }
  }
}
