/// Writes Markdown as bytes, block by block, for pages that are read on a code host. Escaping
/// happens here and nowhere else; whatever is a line stays one.
package struct MarkdownWriter {
  package private(set) var bytes: [UInt8] = []

  package init() {}

  package mutating func heading(_ level: Int, _ parts: [PhrasePart]) {
    blankLine()
    for _ in 0..<level { bytes.append(UInt8(ascii: "#")) }
    bytes.append(UInt8(ascii: " "))
    write(parts)
    newLine()
  }

  package mutating func paragraph(_ parts: [PhrasePart]) {
    blankLine()
    write(parts)
    newLine()
  }

  /// An item of a bulleted list, `depth` lists deep.
  package mutating func item(depth: Int = 0, _ parts: [PhrasePart]) {
    if depth == 0, !isInList { blankLine() }
    for _ in 0..<(depth * 2) { bytes.append(UInt8(ascii: " ")) }
    bytes.append(contentsOf: "- ".utf8)
    write(parts)
    newLine()
    isInList = true
  }

  /// An item that begins with words written before.
  package mutating func item(_ written: [UInt8], _ parts: [PhrasePart]) {
    if !isInList { blankLine() }
    bytes.append(contentsOf: "- ".utf8)
    bytes.append(contentsOf: written)
    write(parts)
    newLine()
    isInList = true
  }

  /// Lines that were written before, inside a list.
  package mutating func lines(_ written: [UInt8]) { bytes.append(contentsOf: written) }

  /// A part of a line.
  package mutating func words(_ parts: [PhrasePart]) { write(parts) }

  package mutating func table(_ header: [String], _ rows: [[[PhrasePart]]]) {
    blankLine()
    row(header.map { [.plain($0)] })
    bytes.append(contentsOf: "|".utf8)
    for _ in header { bytes.append(contentsOf: "---|".utf8) }
    newLine()
    for cells in rows { row(cells) }
  }

  private var isInList = false

  private mutating func row(_ cells: [[PhrasePart]]) {
    bytes.append(UInt8(ascii: "|"))
    for cell in cells {
      bytes.append(UInt8(ascii: " "))
      write(cell, isCell: true)
      bytes.append(contentsOf: " |".utf8)
    }
    newLine()
  }

  private mutating func blankLine() {
    isInList = false
    if !bytes.isEmpty { newLine() }
  }

  private mutating func newLine() { bytes.append(UInt8(ascii: "\n")) }

  private mutating func write(_ parts: [PhrasePart], isCell: Bool = false) {
    for (place, part) in parts.enumerated() {
      switch part {
      case .plain(let text):
        if place == 0, !isCell { lineStart(text) } else { escape(text) }
      case .code(let text): code(text, isCell: isCell)
      case .emphasis(let text): wrap(text, in: "*")
      case .strong(let text): wrap(text, in: "**")
      }
    }
  }

  /// Blanks at the ends go outside: a mark beside a blank would not be one.
  private mutating func wrap(_ text: String, in mark: StaticString) {
    let words = text.utf8.drop { $0 == UInt8(ascii: " ") }
    guard let last = words.lastIndex(where: { $0 != UInt8(ascii: " ") }) else { return }
    if words.startIndex > text.startIndex { bytes.append(UInt8(ascii: " ")) }
    mark.withUTF8Buffer { unsafe bytes.append(contentsOf: $0) }
    escape(String(text[words.startIndex...last]))
    mark.withUTF8Buffer { unsafe bytes.append(contentsOf: $0) }
    if words.index(after: last) < words.endIndex { bytes.append(UInt8(ascii: " ")) }
  }

  /// What is markup only at the start of a line gets a backslash there: `- `, `+ `, `1. `, `===`.
  private mutating func lineStart(_ text: String) {
    let words = text.utf8.drop { $0 == UInt8(ascii: " ") }
    let digits = words.prefix { $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") }
    guard let mark = words[digits.endIndex...].first,
      digits.isEmpty
        ? [UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "=")].contains(mark)
        : [UInt8(ascii: "."), UInt8(ascii: ")")].contains(mark)
    else {
      return escape(words.startIndex == text.startIndex ? text : String(text[words.startIndex...]))
    }
    bytes.append(contentsOf: digits)
    bytes.append(UInt8(ascii: "\\"))
    escape(String(text[digits.endIndex...]))
  }

  /// Everything that can be markup anywhere gets a backslash.
  private mutating func escape(_ text: String) {
    guard text.utf8.contains(where: { Self.isMarkup($0) || $0 < 32 }) else {
      bytes.append(contentsOf: text.utf8)
      return
    }
    for byte in text.utf8 {
      if Self.isMarkup(byte) { bytes.append(UInt8(ascii: "\\")) }
      bytes.append(byte < 32 ? UInt8(ascii: " ") : byte)
    }
  }

  private static func isMarkup(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "\\"), UInt8(ascii: "`"), UInt8(ascii: "*"), UInt8(ascii: "_"),
      UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "<"), UInt8(ascii: ">"),
      UInt8(ascii: "&"), UInt8(ascii: "|"), UInt8(ascii: "~"), UInt8(ascii: "#"),
      UInt8(ascii: "$"):
      true
    default: false
    }
  }

  /// A fence one longer than the longest run of back quotes inside.
  private mutating func code(_ text: String, isCell: Bool) {
    var longest = 0
    var run = 0
    for byte in text.utf8 {
      run = byte == UInt8(ascii: "`") ? run + 1 : 0
      longest = max(longest, run)
    }
    let needsRoom = text.utf8.first == UInt8(ascii: "`") || text.utf8.last == UInt8(ascii: "`")
    for _ in 0...longest { bytes.append(UInt8(ascii: "`")) }
    if needsRoom { bytes.append(UInt8(ascii: " ")) }
    for byte in text.utf8 {
      if isCell, byte == UInt8(ascii: "|") { bytes.append(UInt8(ascii: "\\")) }
      bytes.append(byte < 32 ? UInt8(ascii: " ") : byte)
    }
    if needsRoom { bytes.append(UInt8(ascii: " ")) }
    for _ in 0...longest { bytes.append(UInt8(ascii: "`")) }
  }
}
