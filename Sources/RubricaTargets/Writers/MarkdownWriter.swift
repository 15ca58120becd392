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
      case .plain(let text): escape(text, isLineStart: place == 0 && !isCell)
      case .code(let text): code(text, isCell: isCell)
      case .emphasis(let text): wrap(text, in: "*")
      case .strong(let text): wrap(text, in: "**")
      }
    }
  }

  /// Blanks at the ends go outside: a mark beside a blank would not be one.
  private mutating func wrap(_ text: Substring, in mark: StaticString) {
    var inner = text.drop { $0 == " " }
    escape(text[..<inner.startIndex], isLineStart: false)
    while inner.last == " " { inner.removeLast() }
    guard !inner.isEmpty else { return }
    mark.withUTF8Buffer { unsafe bytes.append(contentsOf: $0) }
    escape(inner, isLineStart: false)
    mark.withUTF8Buffer { unsafe bytes.append(contentsOf: $0) }
    escape(text[inner.endIndex...], isLineStart: false)
  }

  /// Everything that can be markup anywhere gets a backslash; what is markup only at the start of
  /// a line gets one there.
  private mutating func escape(_ text: Substring, isLineStart: Bool) {
    var isLineStart = isLineStart
    var digits = 0
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\\"), UInt8(ascii: "`"), UInt8(ascii: "*"), UInt8(ascii: "_"),
        UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "<"), UInt8(ascii: ">"),
        UInt8(ascii: "&"), UInt8(ascii: "|"), UInt8(ascii: "~"), UInt8(ascii: "#"),
        UInt8(ascii: "$"):
        bytes.append(UInt8(ascii: "\\"))
      case UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "="):
        if isLineStart, digits == 0 { bytes.append(UInt8(ascii: "\\")) }
      case UInt8(ascii: "."), UInt8(ascii: ")"):
        if isLineStart, digits > 0 { bytes.append(UInt8(ascii: "\\")) }
      case 9, 10, 13:
        bytes.append(UInt8(ascii: " "))
        continue
      case UInt8(ascii: " ") where isLineStart && digits == 0:
        continue
      default: break
      }
      if isLineStart, byte >= 48, byte <= 57 { digits += 1 } else { isLineStart = false }
      bytes.append(byte)
    }
  }

  /// A fence one longer than the longest run of back quotes inside.
  private mutating func code(_ text: Substring, isCell: Bool) {
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
      bytes.append(byte == 10 || byte == 13 ? UInt8(ascii: " ") : byte)
    }
    if needsRoom { bytes.append(UInt8(ascii: " ")) }
    for _ in 0...longest { bytes.append(UInt8(ascii: "`")) }
  }
}
