import RubricaImport
import RubricaSource
import Testing

/// The judge of all other tests: it must see what is lost.
struct SentenceTests {
  private let source = SourceFile(
    name: "a.md",
    text: """
      # Title

      One sentence here. And another!

      - item *one* with [a link](https://x.example/y "hint")
      - ![alternative](img/p.png)

      | head | b |
      |------|---|
      | cell | d |

          code line

      <p>markup <b>text</b></p>
      """)

  private func lost(_ draft: String) throws -> [String] {
    try Sentences.lost(from: [source], in: Array(draft.utf8)).map { "\($0.line): \($0.text)" }
  }

  @Test func nothingIsLostInACopy() throws {
    #expect(try lost(String(decoding: source.bytes, as: UTF8.self)) == [])
  }

  @Test(arguments: [
    ("# Title", "# Titel"), ("One sentence here. ", ""), (" And another!", ""), ("*one*", "*two*"),
    ("https://x.example/y", "https://x.example/z"), (" \"hint\"", ""), ("alternative", ""),
    ("img/p.png", "img/q.png"), ("cell", " "), ("head", "x"), ("code line", "code"), ("text", ""),
    ("here. And", "here And"),
  ])
  func eachLossIsSeen(_ words: String, _ replacement: String) throws {
    let text = String(decoding: source.bytes, as: UTF8.self)
    #expect(try lost(text.replacing(words, with: replacement)).count >= 1)
  }

  @Test(arguments: [
    ("b a. Two words. home red house red. End.", []),
    ("a b. home. Two words. red. red house. End.", []),
    ("a b. red red house. home. Two words. End.", ["red", "red house"]),
    ("a b. home. Two words. red house. End.", ["red house"]),
    ("a b. home. words. Two red house red. End.", ["Two words."]),
  ])
  func cellsOfARowMayChangePlaces(_ draft: String, _ missing: [String]) throws {
    let text = "| a | b |\n|---|---|\n| home | Two words. |\n| red | red house |\n\nEnd.\n"
    let lost = try Sentences.lost(
      from: [SourceFile(name: "a.md", text: text)],
      in: Array(draft.replacing(". ", with: ".\n\n").utf8))
    #expect(lost.map(\.text) == missing)
  }

  @Test func orderCounts() throws {
    let first = SourceFile(name: "a.md", text: "First here.\n\nThen there.\n")
    let lost = try Sentences.lost(from: [first], in: Array("Then there.\n\nFirst here.\n".utf8))
    #expect(lost.map(\.text) == ["Then there."])
  }
}
