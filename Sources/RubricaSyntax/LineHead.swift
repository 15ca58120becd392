internal import RubricaSource

/// What a line begins with, behind the marks of quotes: read only where cmark surely reads it so,
/// whatever stands above it. Behind more than three blanks it may go on with a paragraph.
struct LineHead {
  enum Kind {
    case text
    /// `#` to `######`: it ends every paragraph.
    case heading
    /// The mark of a list with words behind it. Its text begins at the column `content` at most. A
    /// number other than 1 does not interrupt a paragraph of its own container.
    case item(mark: Int, content: Int, interrupts: Bool)
  }

  private(set) var quotes = 0
  /// Blanks behind the marks of quotes.
  private(set) var indent = 0
  private(set) var kind = Kind.text

  init(_ bytes: [UInt8], _ line: Range<Int>) {
    var index = line.lowerBound
    let end = line.upperBound
    while true {
      indent = 0
      while index < end, bytes[index] == 32 {
        index += 1
        indent += 1
      }
      guard index < end, indent <= 3, bytes[index] == UInt8(ascii: ">") else { break }
      quotes += 1
      index += 1
      if index < end, bytes[index] == 32 { index += 1 }
    }
    guard index < end, indent <= 3 else { return }
    switch bytes[index] {
    case UInt8(ascii: "#"):
      let behind = bytes[index..<end].drop { $0 == UInt8(ascii: "#") }
      let isSpaced = behind.first.map { $0 == 32 || $0 == 9 } ?? true
      if behind.startIndex - index <= 6, isSpaced { kind = .heading }
    case UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "+"):
      let mark = bytes[index]
      // A rule of dashes or stars is no item.
      guard !bytes[index..<end].allSatisfy({ $0 == mark || $0 == 32 || $0 == 9 }) else { return }
      kind = item(bytes[(index + 1)..<end], width: 1, interrupts: true)
    case UInt8(ascii: "0")...UInt8(ascii: "9"):
      let behind = bytes[index..<end].drop(while: \.isDigit)
      let digits = behind.startIndex - index
      guard digits <= 9, let mark = behind.first,
        mark == UInt8(ascii: ".") || mark == UInt8(ascii: ")")
      else { return }
      kind = item(
        behind.dropFirst(), width: digits + 1,
        interrupts: digits == 1 && bytes[index] == UInt8(ascii: "1"))
    default: return
    }
  }

  private func item(_ rest: ArraySlice<UInt8>, width: Int, interrupts: Bool) -> Kind {
    let words = rest.drop { $0 == 32 || $0 == 9 }
    let blanks = words.startIndex - rest.startIndex
    guard blanks > 0, !words.isEmpty else { return .text }
    let isPlain = blanks <= 4 && rest.prefix(blanks).allSatisfy { $0 == 32 }
    return .item(
      mark: indent, content: indent + width + (isPlain ? blanks : 4), interrupts: interrupts)
  }
}
