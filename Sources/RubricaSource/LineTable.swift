/// Where the lines of a file start. LF, CRLF and a lone CR end a line, as in CommonMark.
package struct LineTable: Sendable {
  /// The byte offset of each line's first byte; never empty.
  package let starts: [Int]
  private let count: Int
  /// How many Unicode scalars begin before each multiple of `stride` bytes; empty unless a line is so
  /// long that nobody should count its columns from its start for every place in it.
  private let scalars: [Int]
  private static let stride = 1_024

  package init(_ bytes: [UInt8]) {
    var starts = [0]
    var longest = 0
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
      if isEnd {
        longest = max(longest, index - starts[starts.count - 1])
        starts.append(index)
      }
    }
    longest = max(longest, bytes.count - starts[starts.count - 1])
    self.starts = starts
    self.count = bytes.count
    scalars = longest > 4 * Self.stride ? Self.scalars(in: bytes) : []
  }

  /// How many there are, eight bytes at a time.
  private static func scalars(in text: Swift.Span<UInt8>) -> Int {
    var count = text.count
    var index = 0
    while index < text.count {
      count -= ByteWord(text, at: index).continuations
      index += ByteWord.size
    }
    return count
  }

  private static func scalars(in bytes: [UInt8]) -> [Int] {
    let text = bytes.span
    var scalars: [Int] = []
    scalars.reserveCapacity(text.count / stride + 1)
    var count = 0
    for index in text.indices {
      if index % stride == 0 { scalars.append(count) }
      if !text[index].isContinuation { count += 1 }
    }
    return scalars
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
  /// for everything but emoji. A byte order mark at the start of the file takes none.
  package func position(at offset: Int, in bytes: [UInt8]) -> Position {
    let line = line(at: min(offset, count))
    let text = bytes.span
    var start = starts[line]
    let end = min(max(offset, start), count)
    var column = line == 0 && end > 0 && bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 0 : 1
    let (first, last) = (start / Self.stride + 1, end / Self.stride)
    if !scalars.isEmpty, first < last {
      // The whole strides between the two places are counted already.
      for index in start..<first * Self.stride where !text[index].isContinuation { column += 1 }
      column += scalars[last] - scalars[first]
      start = last * Self.stride
    }
    column += Self.scalars(in: text.extracting(start..<end))
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
