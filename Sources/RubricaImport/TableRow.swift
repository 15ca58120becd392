internal import RubricaSource

/// One line of a pipe table, cut at its pipes.
struct TableRow {
  var line: Range<Int>
  /// The cells, without blanks around them.
  var cells: [Range<Int>]

  init(_ range: Range<Int>, _ page: Page) {
    let number = page.lines.line(at: range.lowerBound)
    let line = page.lines.content(ofLine: number, in: page.bytes)
    var (start, end) = (line.lowerBound, line.upperBound)
    let bytes = page.bytes
    while start < end, bytes[start] == 32 { start += 1 }
    while end > start, bytes[end - 1] == 32 { end -= 1 }
    if start < end, bytes[start] == UInt8(ascii: "|") { start += 1 }
    if end > start, bytes[end - 1] == UInt8(ascii: "|"),
      end - 1 == start || bytes[end - 2] != UInt8(ascii: "\\")
    {
      end -= 1
    }
    var cells: [Range<Int>] = []
    var cell = start
    for index in start...end
    where index == end
      || (bytes[index] == UInt8(ascii: "|")
        && (index == start || bytes[index - 1] != UInt8(ascii: "\\")))
    {
      var (low, high) = (cell, index)
      while low < high, bytes[low].isBlank { low += 1 }
      while high > low, bytes[high - 1].isBlank { high -= 1 }
      cells.append(low..<high)
      cell = index + 1
    }
    self.line = line
    self.cells = cells
  }
}

extension EditGroup {
  /// Outside of a table, a pipe needs no backslash before it.
  mutating func unescapePipes(of row: TableRow) {
    for cell in row.cells {
      for index in cell
      where page.bytes[index] == UInt8(ascii: "\\") && index + 1 < cell.upperBound
        && page.bytes[index + 1] == UInt8(ascii: "|")
      {
        delete(index..<(index + 1))
      }
    }
  }
}
