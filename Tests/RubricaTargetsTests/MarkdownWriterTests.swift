import RubricaTargets
import Testing

/// Markdown that says what it was given, and nothing else.
struct MarkdownWriterTests {
  private func text(_ write: (inout MarkdownWriter) -> Void) -> String {
    var writer = MarkdownWriter()
    write(&writer)
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  @Test(arguments: [
    ("plain words", "plain words"), ("1. one", #"1\. one"#), ("- one", #"\- one"#),
    ("+ one", #"\+ one"#), ("2026-01-02", "2026-01-02"), ("12) x", #"12\) x"#),
    ("===", #"\==="#), ("# h", ##"\# h"##), ("a*b_c", #"a\*b\_c"#), ("  x", "x"),
    ("a\n\nb", "a  b"), ("<i>&amp;", #"\<i\>\&amp;"#), ("$x$ ~y~ |", #"\$x\$ \~y\~ \|"#),
    ("7", "7"), ("", ""), ("-", #"\-"#),
  ])
  func plainWordsAreEscaped(words: String, markdown: String) {
    #expect(text { $0.paragraph([.plain(words)]) } == markdown + "\n")
  }

  @Test func marksStandBesideWords() {
    let parts: [PhrasePart] = [.strong("a "), .plain("b"), .emphasis(" c"), .strong("  ")]
    #expect(text { $0.paragraph(parts) } == "**a** b *c*\n")
  }

  @Test(arguments: [("x", "`x`"), ("a`b", "``a`b``"), ("`", "`` ` ``"), ("a\nb", "`a b`")])
  func codeIsFenced(code: String, markdown: String) {
    #expect(text { $0.paragraph([.code(code)]) } == markdown + "\n")
  }

  @Test func blocksAreSetApart() {
    let markdown = text { writer in
      writer.heading(2, [.plain("H")])
      writer.item([.plain("a")])
      writer.item(depth: 1, [.plain("b")])
      writer.paragraph([.plain("p")])
    }
    #expect(
      markdown == """
        ## H

        - a
          - b

        p

        """)
  }

  @Test(arguments: [
    (
      "a `b` *c* d",
      [PhrasePart.plain("a "), .code("b"), .plain(" "), .emphasis("c"), .plain(" d")]
    ),
    ("`x[*].y`", [.code("x[*].y")]), ("3 * 4 * 5", [.plain("3 * 4 * 5")]),
    ("a ` b", [.plain("a ` b")]), ("``", [.plain("``")]), ("*a", [.plain("*a")]),
  ])
  func phrasesAreRead(text: String, parts: [PhrasePart]) {
    #expect(PhrasePart.parts(text) == parts)
  }
}
