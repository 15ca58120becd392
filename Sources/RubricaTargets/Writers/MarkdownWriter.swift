internal import RubricaSource

/// Writes Markdown as bytes, block by block, for pages that are read on a code host. Escaping
/// happens here and nowhere else; whatever is a line stays one.
package struct MarkdownWriter: ~Copyable {
  private var output: ByteBuffer

  package var bytes: [UInt8] { output.bytes }

  /// Where the words of the line begin, if markup could stand there that stands nowhere else.
  private var wordsStart: Int?
  private var isInList = false

  package init() { output = ByteBuffer() }

  private init(_ output: consuming ByteBuffer) { self.output = output }

  /// A page, or a part that is written before the page it stands on: hardly more than `size` bytes.
  package static func bytes(
    reserving size: Int = 256, _ content: (inout MarkdownWriter) -> Void
  ) -> [UInt8] {
    ByteBuffer.bytes(reserving: size) { output in
      var writer = MarkdownWriter(output)
      content(&writer)
      output = writer.output
    }
  }

  // MARK: blocks

  package mutating func heading(_ level: Int, _ parts: [PhrasePart]) {
    blankLine()
    for _ in 0..<level { output.append(UInt8(ascii: "#")) }
    output.append(UInt8(ascii: " "))
    line { $0.words(parts) }
  }

  package mutating func paragraph(_ parts: [PhrasePart]) {
    blankLine()
    line { $0.words(parts) }
  }

  package mutating func item(depth: Int = 0, _ parts: [PhrasePart]) {
    item(depth: depth) { $0.words(parts) }
  }

  /// An item of a bulleted list, `depth` lists deep.
  package mutating func item(depth: Int = 0, _ words: (inout MarkdownWriter) -> Void) {
    if depth == 0, !isInList { blankLine() }
    if depth == 1 {
      output.append("  - ")
    } else {
      for _ in 0..<depth { output.append("  ") }
      output.append("- ")
    }
    line(words)
    isInList = true
  }

  /// Markup of our own: never an author's words.
  @inline(__always)
  package mutating func markup(_ markup: StaticString) { output.append(markup) }

  /// What was written before: whole lines inside a list, or a part of a line.
  package mutating func written(_ written: [UInt8]) { output.append(contentsOf: written) }
  package mutating func written(_ written: Swift.Span<UInt8>) { output.append(written) }

  private mutating func line(_ words: (inout MarkdownWriter) -> Void) {
    wordsStart = output.count
    words(&self)
    wordsStart = nil
    newLine()
  }

  /// Ends a paragraph or a list.
  package mutating func blankLine() {
    isInList = false
    if !output.isEmpty { newLine() }
  }

  private mutating func newLine() { output.append(UInt8(ascii: "\n")) }

  // MARK: words

  package mutating func words(_ parts: [PhrasePart]) {
    for part in parts {
      switch part {
      case .plain(let text): plain(text)
      case .code(let text): code(text.utf8.span)
      case .emphasis(let text): emphasis(text)
      case .strong(let text): strong(text)
      }
    }
  }

  package mutating func plain(_ text: String) { plain(text.utf8.span) }

  private mutating func plain(_ text: Swift.Span<UInt8>) {
    if wordsStart == output.count { lineStart(text) } else { escape(text) }
  }

  package mutating func code(_ text: String) { code(text.utf8.span) }
  package mutating func code(_ text: Substring) { code(text.utf8.span) }
  /// A number that is never negative, behind other words.
  package mutating func number(_ number: Int) { output.append(decimal: number) }

  /// A place in a file, for people.
  package mutating func place(_ file: String, line: Int, column: Int) {
    let name = file.utf8.span
    guard Self.isPlainCode(name) else { return code("\(file):\(line):\(column)") }
    output.append(UInt8(ascii: "`"))
    output.append(name)
    output.append(line: line, column: column)
    output.append(UInt8(ascii: "`"))
  }

  package mutating func emphasis(_ text: String) { wrap(text.utf8.span, in: "*") }
  package mutating func strong(_ text: String) { wrap(text.utf8.span, in: "**") }

  /// Words with marks in them.
  package mutating func phrase(_ text: String) {
    let bytes = text.utf8.span
    Phrase.read(text) { range, mark in
      let words = bytes.extracting(range)
      switch mark {
      case .none: plain(words)
      case .code: code(words)
      case .emphasis: wrap(words, in: "*")
      }
    }
  }

  /// Blanks at the ends go outside: a mark beside a blank would not be one.
  private mutating func wrap(_ text: Swift.Span<UInt8>, in mark: StaticString) {
    let blank = UInt8(ascii: " ")
    var start = 0
    var end = text.count
    while start < end, text[start] == blank { start += 1 }
    while end > start, text[end - 1] == blank { end -= 1 }
    guard start < end else { return }
    if start > 0 { output.append(blank) }
    output.append(mark)
    escape(text.extracting(start..<end))
    output.append(mark)
    if end < text.count { output.append(blank) }
  }

  /// What is markup only at the start of a line gets a backslash there: `- `, `+ `, `1. `, `===`.
  private mutating func lineStart(_ text: Swift.Span<UInt8>) {
    var start = 0
    while start < text.count, text[start] == UInt8(ascii: " ") { start += 1 }
    var end = start
    while end < text.count, text[end] >= UInt8(ascii: "0"), text[end] <= UInt8(ascii: "9") {
      end += 1
    }
    guard end < text.count, Self.isMarkup(text[end], behindDigits: end > start) else {
      return escape(text.extracting(start..<text.count))
    }
    output.append(text.extracting(start..<end))
    output.append(UInt8(ascii: "\\"))
    escape(text.extracting(end..<text.count))
  }

  private static func isMarkup(_ first: UInt8, behindDigits: Bool) -> Bool {
    switch first {
    case UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "="): !behindDigits
    case UInt8(ascii: "."), UInt8(ascii: ")"): behindDigits
    default: false
    }
  }

  /// Everything that can be markup anywhere gets a backslash.
  private mutating func escape(_ text: Swift.Span<UInt8>) {
    guard text.contains(where: { Self.isMarkup($0) | bit($0 < 32) }) else {
      return output.append(text)
    }
    output.append(text, growth: 2) { byte, output in
      if Self.isMarkup(byte) != 0 { output.append(UInt8(ascii: "\\")) }
      output.append(byte < 32 ? UInt8(ascii: " ") : byte)
    }
  }

  @inline(__always)
  private static func isMarkup(_ byte: UInt8) -> UInt8 {
    bit(byte == UInt8(ascii: "\\")) | bit(byte == UInt8(ascii: "`"))
      | bit(byte == UInt8(ascii: "*")) | bit(byte == UInt8(ascii: "_"))
      | bit(byte == UInt8(ascii: "[")) | bit(byte == UInt8(ascii: "]"))
      | bit(byte == UInt8(ascii: "<")) | bit(byte == UInt8(ascii: ">"))
      | bit(byte == UInt8(ascii: "&")) | bit(byte == UInt8(ascii: "|"))
      | bit(byte == UInt8(ascii: "~")) | bit(byte == UInt8(ascii: "#"))
      | bit(byte == UInt8(ascii: "$"))
  }

  private static func isPlainCode(_ text: Swift.Span<UInt8>) -> Bool {
    !text.contains { bit($0 == UInt8(ascii: "`")) | bit($0 < 32) }
  }

  /// A fence one longer than the longest run of back quotes inside.
  private mutating func code(_ text: Swift.Span<UInt8>) {
    if Self.isPlainCode(text) {
      output.append(UInt8(ascii: "`"))
      output.append(text)
      output.append(UInt8(ascii: "`"))
      return
    }
    var longest = 0
    var run = 0
    for index in text.indices {
      run = text[index] == UInt8(ascii: "`") ? run + 1 : 0
      longest = max(longest, run)
    }
    let needsRoom = text[0] == UInt8(ascii: "`") || run > 0
    for _ in 0...longest { output.append(UInt8(ascii: "`")) }
    if needsRoom { output.append(UInt8(ascii: " ")) }
    output.append(text, growth: 1) { byte, output in
      output.append(byte < 32 ? UInt8(ascii: " ") : byte)
    }
    if needsRoom { output.append(UInt8(ascii: " ")) }
    for _ in 0...longest { output.append(UInt8(ascii: "`")) }
  }
}
