import RubricaSource
import RubricaSyntax
import Testing

/// What must hold of bytes before they are parsed.
struct TextTests {
  private func problem(_ bytes: [UInt8], limit: Int = 1_000) -> SyntaxProblem? {
    TextCheck.problem(in: SourceFile(name: "a", bytes: bytes), SourceID(0), limit: limit)
  }

  @Test(
    arguments: [
      [0x61, 0xFF], [0xC0, 0x80], [0xE0, 0x80, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80],
      [0xF5, 0x80, 0x80, 0x80], [0xC3], [0xE2, 0x82], [0x80],
    ] as [[UInt8]])
  func malformedBytesAreFoundWhereTheyAre(_ bytes: [UInt8]) {
    let found = problem(bytes)
    #expect(found?.kind == .invalidUTF8)
    #expect(found?.span.range.lowerBound == (bytes[0] == 0x61 ? 1 : 0))
  }

  @Test func wellFormedTextPasses() {
    #expect(problem(Array("aé日🙂\u{FFFF}\u{10FFFF}".utf8)) == nil)
  }

  @Test func nulIsFound() {
    #expect(problem([0x61, 0, 0x62])?.kind == .nulByte)
    #expect(problem([0x61, 0, 0x62])?.span.range == 1..<2)
  }

  @Test func sizeIsLimited() {
    #expect(problem(Array(repeating: 0x61, count: 11), limit: 10)?.kind == .tooLarge(limit: 10))
  }

  @Test func frontMatterIsCutOff() throws {
    func cut(_ text: String) throws -> (String?, String) {
      let file = SourceFile(name: "a", text: text)
      let parts = try FrontMatter.split(file, SourceID(0)).get()
      return (parts.yaml.map { file.text($0) }, file.text(parts.body))
    }
    #expect(try cut("---\na: 1\n---\nb") == ("a: 1\n", "b"))
    #expect(try cut("\u{FEFF}---\r\na: 1\r\n---  \r\nb") == ("a: 1\r\n", "b"))
    #expect(try cut("---\na: 1\n...\nb") == ("a: 1\n", "b"))
    #expect(try cut("---\na: 1\n...\nb: 2\n---\nc") == ("a: 1\n...\nb: 2\n", "c"))
    #expect(try cut("---\na: 1\n...\n\n# b\n\n---\nc") == ("a: 1\n", "\n# b\n\n---\nc"))
    #expect(try cut("# a\n---\nb") == (nil, "# a\n---\nb"))
    #expect(try cut("---\n\njust a rule\n") == (nil, "---\n\njust a rule\n"))
    #expect(throws: SyntaxProblem.self) { try cut("---\na: 1\nb") }
  }

  @Test func derivedTextFindsItsWayBack() {
    var text = DerivedText(source: SourceID(0))
    text.append(Array("ab".utf8)[...], from: 10..<12)
    text.append(Array("cd".utf8)[...], from: 20..<22)
    text.append(Array("&".utf8)[...], from: 30..<35)
    #expect(text.span(0..<2).range == 10..<12)
    #expect(text.span(1..<3).range == 11..<21)
    #expect(text.span(2..<4).range == 20..<22)
    #expect(text.span(4..<5).range == 30..<35)
  }
}
