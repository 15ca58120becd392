/// Where the lines of a file start. LF, CRLF and a lone CR end a line, as in CommonMark.
package struct LineTable: Sendable {
  /// The byte offset of each line's first byte; never empty.
  package let starts: [Int]
  private let count: Int

  package init(_ bytes: [UInt8]) {
    var starts = [0]
    starts.reserveCapacity(bytes.count / 24)
    let text = bytes.span
    var index = 0
    while index < text.count {
      // Most words hold neither.
      let first = ByteWord(text, at: index).below(UInt8(ascii: "\r") + 1).first
      index += first
      if first == ByteWord.size || index >= text.count { continue }
      let isEnd =
        text[index] == UInt8(ascii: "\n")
        || text[index] == UInt8(ascii: "\r")
          && !(index + 1 < text.count && text[index + 1] == UInt8(ascii: "\n"))
      index += 1
      if isEnd { starts.append(index) }
    }
    self.starts = starts
    self.count = bytes.count
  }

  /// The 0-based line that holds the byte at `offset`.
  package func line(at offset: Int) -> Int {
    var low = 0
    var high = starts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= offset { low = middle } else { high = middle }
    }
    return low
  }

  /// The bytes of a 0-based line, with its line end.
  package func range(ofLine line: Int) -> Range<Int> {
    starts[line]..<(line + 1 < starts.count ? starts[line + 1] : count)
  }

  /// The bytes of a 0-based line, without its line end.
  package func content(ofLine line: Int, in bytes: [UInt8]) -> Range<Int> {
    let whole = range(ofLine: line)
    var end = whole.upperBound
    while end > whole.lowerBound, bytes[end - 1] == 10 || bytes[end - 1] == 13 { end -= 1 }
    return whole.lowerBound..<end
  }

  /// The 1-based line and column of a byte offset. Columns count Unicode scalars, as editors do
  /// for everything but emoji.
  package func position(at offset: Int, in bytes: [UInt8]) -> Position {
    let line = line(at: min(offset, count))
    let text = bytes.span
    var column = 1
    for index in starts[line]..<min(max(offset, starts[line]), count)
    where !text[index].isContinuation {
      column += 1
    }
    return Position(line: line + 1, column: column)
  }
}

/// A 1-based line and column, for people.
package struct Position: Equatable, Sendable {
  package let line: Int
  package let column: Int

  package init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }
}
