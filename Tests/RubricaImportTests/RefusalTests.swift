import RubricaImport
import RubricaSource
import Testing

/// What is no Markdown is refused, with the way out.
struct RefusalTests {
  private func problem(_ name: String, _ bytes: [UInt8]) -> ImportProblem? {
    do {
      _ = try Importer.convert([SourceFile(name: name, bytes: bytes)])
      return nil
    } catch { return error }
  }

  @Test(arguments: [
    (
      "a/guide one.rst", "x",
      "pandoc -f rst -t gfm --wrap=none 'a/guide one.rst' -o 'a/guide one.md'"
    ),
    (
      "guide.docx", "PK\u{3}\u{4}",
      "pandoc -f docx -t gfm --wrap=none --extract-media=. guide.docx -o guide.md"
    ),
    ("guide", "<!DOCTYPE html><p>", "pandoc -f html -t gfm --wrap=none guide -o guide.md"),
    // The original is not written over.
    (
      "a/page.md", "<html><body>",
      "pandoc -f html -t gfm --wrap=none a/page.md -o a/page-converted.md"
    ),
    (
      "Page.MD", "%PDF-1.7",
      "pdftotext -layout Page.MD Page-converted.md, then add the headings by hand"
    ),
    (
      "guide.pdf", "%PDF-1.7", "pdftotext -layout guide.pdf guide.md, then add the headings by hand"
    ),
  ])
  func otherFormats(_ name: String, _ text: String, _ command: String) {
    let found = problem(name, Array(text.utf8))
    #expect(found?.help == "convert it first: " + command)
    #expect(found?.message.contains("only Markdown can be imported") == true)
  }

  @Test func noText() {
    #expect(
      problem("a.md", [65, 0, 66])?.message == "a.md is not text: there is a NUL byte at offset 1")
    #expect(
      problem("a.md", [65, 0x81])?.message.contains("neither UTF-8 nor Windows-1252") == true)
    #expect(problem("a.md", [0xFF, 0xFE, 65])?.message.contains("odd number") == true)
    #expect(problem("a.md", [1, 2, 3])?.message.contains("control character") == true)
  }

  @Test func aGuidelineOfOurs() {
    #expect(problem("a.md", Array("---\nrubrica: 1\n---\n\n# A\n".utf8))?.kind == .alreadyGuideline)
  }

  @Test func hostileText() {
    let deep = problem("a.md", Array("# A\n\n\(String(repeating: ">", count: 20_000)) x\n".utf8))
    #expect(deep?.message == "a.md:3: blocks nested more than 100 deep")
    let large = problem("a.md", Array(repeating: 65, count: 3 << 20))
    #expect(large?.message == "a.md:1: more than 2 MiB in one file")
    let half = SourceFile(name: "a.md", bytes: Array(repeating: 65, count: 1_500_000))
    #expect(throws: ImportProblem.self) { try Importer.convert([half, half]) }
  }
}
