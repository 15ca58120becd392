import RubricaSource
import Testing

struct LineTableTests {
  @Test func linesEndInEveryUsualWay() {
    let table = LineTable(Array("a\nb\r\nc\rd".utf8))
    #expect(table.starts == [0, 2, 5, 7])
  }

  /// Text is looked at eight bytes at a time.
  @Test(arguments: ["\n", "\r", "\r\n"]) func linesEndAnywhere(end: String) {
    for count in 0..<20 {
      for rest in ["", "b", "\tand so on, and on"] {
        let text = Array(repeating: "a", count: count).joined() + end
        let table = LineTable(Array((text + rest).utf8))
        #expect(table.starts == [0, text.utf8.count])
      }
    }
  }

  @Test func columnsCountScalars() {
    let bytes = Array("é🙂x\ny".utf8)
    let table = LineTable(bytes)
    #expect(table.position(at: 6, in: bytes) == Position(line: 1, column: 3))
    #expect(table.position(at: 8, in: bytes) == Position(line: 2, column: 1))
  }

  @Test(arguments: [0, 9_000]) func aByteOrderMarkIsNoColumn(blanks: Int) {
    let bytes = Array(("\u{FEFF}" + String(repeating: " ", count: blanks) + "x\ny").utf8)
    let table = LineTable(bytes)
    #expect(table.position(at: 0, in: bytes) == Position(line: 1, column: 1))
    #expect(table.position(at: 3, in: bytes) == Position(line: 1, column: 1))
    #expect(table.position(at: 3 + blanks, in: bytes) == Position(line: 1, column: 1 + blanks))
    #expect(table.position(at: 5 + blanks, in: bytes) == Position(line: 2, column: 1))
  }

  /// Columns of long lines are counted from places on the way.
  @Test(arguments: [4_000, 4_096, 4_097, 9_000]) func columnsOfLongLinesCountScalars(length: Int) {
    var text = "short é\n"
    while text.utf8.count < length { text += "aé🙂" }
    text += "\nx 🙂 y\n" + Array(repeating: "ü", count: 3_000).joined()
    let bytes = Array(text.utf8)
    let table = LineTable(bytes)
    var (line, column) = (1, 1)
    for (offset, byte) in bytes.enumerated() where byte & 0xC0 != 0x80 {
      #expect(table.position(at: offset, in: bytes) == Position(line: line, column: column))
      (line, column) = byte == 10 ? (line + 1, 1) : (line, column + 1)
    }
    #expect(table.position(at: bytes.count, in: bytes) == Position(line: line, column: column))
  }
}
