internal import RubricaModel
internal import RubricaSource

/// The text of one leaf while it is written: once as words alone, once with formatting, so that no two
/// contents give one text. What has a meaning in it is escaped with `\` where it stands for itself.
struct LeafText {
  private(set) var text: [UInt8] = []
  private(set) var form: [UInt8] = []
  /// What was referred to on the way.
  private(set) var references: Set<String> = []
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

  mutating func both(_ content: String) {
    text += content.utf8
    form += content.utf8
  }

  mutating func refer(to path: String) { references.insert(path) }

  mutating func refer(_ paths: Set<String>) { references.formUnion(paths) }

  mutating func mention(_ word: String) { names.paths(named: word, &references) }

  /// A part that was written by itself.
  mutating func add(text part: [UInt8], form partForm: [UInt8]) {
    text += part
    form += partForm
  }

  private mutating func flush() {
    guard isBlankPending else { return }
    isBlankPending = false
    // A blank at the start of a line says nothing.
    if let last = text.last, last != 10, last != 32 { text.append(32) }
    if let last = form.last, last != 10, last != 32 { form.append(32) }
  }

  private mutating func mark(_ sign: String) {
    flush()
    form += sign.utf8
  }

  private mutating func sign(_ sign: String) {
    flush()
    isAtStart = false
    both(sign)
  }

  private mutating func line() {
    isBlankPending = false
    if !text.isEmpty, text.last != 10 { text.append(10) }
    if !form.isEmpty, form.last != 10 { form.append(10) }
  }

  private mutating func indent() { both(String(repeating: "  ", count: depth)) }

  /// Words of running text: white space is one blank, or none at the ends.
  mutating func words(_ words: String, isEscaped: Bool = true) {
    for byte in words.utf8 {
      if byte == 32 || (9...13).contains(byte) {
        isBlankPending = true
        continue
      }
      if isBlankPending { flush() }
      if isEscaped {
        switch byte {
        case UInt8(ascii: "\\"), UInt8(ascii: "`"), UInt8(ascii: "["), UInt8(ascii: "]"),
          UInt8(ascii: "<"), UInt8(ascii: "~"), UInt8(ascii: "|"):
          text.append(UInt8(ascii: "\\"))
          form.append(UInt8(ascii: "\\"))
        case UInt8(ascii: "*"): form.append(UInt8(ascii: "\\"))
        case UInt8(ascii: "-"), UInt8(ascii: "#"), UInt8(ascii: ">"):
          if isAtStart {
            text.append(UInt8(ascii: "\\"))
            form.append(UInt8(ascii: "\\"))
          }
        default: break
        }
      }
      isAtStart = false
      text.append(byte)
      form.append(byte)
    }
  }

  /// As it is written, with `\` before what would end it.
  private mutating func raw(_ words: String, until end: UInt8) {
    for byte in words.utf8 {
      if byte == end || byte == UInt8(ascii: "\\") {
        text.append(UInt8(ascii: "\\"))
        form.append(UInt8(ascii: "\\"))
      }
      text.append(byte)
      form.append(byte)
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
      // Words that are struck out say the opposite: this is no formatting.
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
      if !title.isEmpty { form += "(\(LeafValue.quoted(title)))".utf8 }
    case .image(let source, let title, let inner):
      names.paths(behind: source, &references)
      sign("<image ")
      raw(source, until: UInt8(ascii: ">"))
      both(">")
      form += "(\(LeafValue.quoted(inner.plainText)) \(LeafValue.quoted(title)))".utf8
    case .html(let tag): html(tag)
    case .softBreak: isBlankPending = true
    case .lineBreak:
      form += "\\".utf8
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
    form += sign.utf8
  }

  /// Comments are nobody's words.
  private mutating func html(_ markup: String) {
    let rest = Self.withoutComments(markup)
    guard rest.utf8.contains(where: { $0 > 32 }) else { return }
    sign("<html ")
    raw(rest, until: UInt8(ascii: ">"))
    both(">")
  }

  private static func withoutComments(_ markup: String) -> String {
    var rest = markup[...]
    var kept = ""
    while let start = rest.firstRange(of: "<!--") {
      kept += rest[..<start.lowerBound]
      let after = rest[start.upperBound...]
      rest = after.firstRange(of: "-->").map { after[$0.upperBound...] } ?? ""
    }
    return kept + rest
  }

  // MARK: Blocks

  mutating func write(_ blocks: [Block]) {
    for (place, block) in blocks.enumerated() {
      if place > 0 || !(text.isEmpty || text.last == 32) {
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
      form += "(\(level))".utf8
      write(inlines)
    case .list(let start, let isTight, let items):
      form += isTight ? "(tight)".utf8 : "(loose)".utf8
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
      form += info.utf8
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
    case .thematicBreak: form += "---".utf8
    }
    isBlankPending = false
  }

  private mutating func write(_ table: Table) {
    form += "\(table.alignments)".utf8
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
