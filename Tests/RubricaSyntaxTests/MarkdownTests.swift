import RubricaSource
import RubricaSyntax
import Testing

/// Markdown in, tree with byte ranges out.
struct MarkdownTests {
  private let source = SourceID(0)

  private func parse(_ text: String) throws -> (MarkdownTree, SourceFile) {
    let file = SourceFile(name: "a.md", text: text)
    return (try MarkdownParser.parse(file, source, body: 0..<file.bytes.count).get(), file)
  }

  private func dump(_ text: String) throws -> String { try parse(text).0.debugDescription }

  /// Every text that claims to be exact is the bytes at its place.
  private func verify(_ text: String) throws {
    let (tree, file) = try parse(text)
    for node in tree.nodes {
      if case .text(let literal) = node.kind, node.isExact {
        #expect(file.text(node.span.range) == literal)
      }
      #expect(node.span.range.upperBound <= file.bytes.count)
      if node.parent >= 0, !node.kind.isInline {
        #expect(tree.nodes[node.parent].span.contains(node.span))
      }
    }
  }

  private func spans(of text: String) throws -> [String] {
    let (tree, file) = try parse(text)
    return tree.nodes.filter { if case .text = $0.kind { true } else { false } }
      .map { file.text($0.span.range) }
  }

  @Test func blocksAndInlinesHaveByteRanges() throws {
    let tree = try dump("# Ünder *stress*\n\nA `b` c\n")
    #expect(
      tree == """
        document 0..<27
          heading(level: 1) 0..<17
            text("Ünder ") 2..<9
            emphasis 9..<17
              text("stress") 10..<16
          paragraph 19..<26
            text("A ") 19..<21
            code("b") 21..<24
            text(" c") 24..<26
        """)
  }

  @Test func listsEndWithTheirLastItem() throws {
    let (tree, file) = try parse("- a\n- b\n\n\nEnd\n")
    let list = try #require(
      tree.nodes.first { if case .list = $0.kind { true } else { false } })
    #expect(file.text(list.span.range) == "- a\n- b")
  }

  @Test func carriageReturnsCountAsBytes() throws {
    #expect(try spans(of: "a\r\n\r\nb *c*\r\n") == ["a", "b ", "c"])
  }

  /// The four places where cmark's own columns are wrong, and words that stand at theirs.
  @Test(arguments: [
    ("> quoted\nlazy *line* here\n", ["quoted", "line", " here"]),
    ("[ref]: http://x.y\ntext after *it*\n", ["text after ", "it"]),
    ("| a \\| b | *c* |\n|---|---|\n| d \\| e | f |\n", ["c", "f"]),
    ("x &amp; y \\* z **w**\n", ["w"]),
  ])
  func inlineRangesAreVerifiedWhereCmarkIsWrong(_ text: String, _ words: [String]) throws {
    try verify(text)
    let found = try spans(of: text).filter { words.contains($0) }
    #expect(found == words)
  }

  @Test func aLazyContinuationLineIsFound() throws {
    #expect(try spans(of: "> quoted\nlazy *line* here\n") == ["quoted", "lazy ", "line", " here"])
  }

  @Test(arguments: [
    "one *two*\nthree\n| A | *b* |\n|---|---|\n| c | d |\n\nend\n",
    "one *two*\r\nthree\r\n| A | *b* |\r\n|---|---|\r\n| c | d |\r\n\r\nend\r\n",
    "> one *two*\n> three\n> A | *b*\n> --|--\n> c | d\n\nend\n",
    "- one *two*\n  three\n  | A | *b* |\n  |---|---|\n  | c | d |\n\nend\n",
  ])
  func aParagraphOnATableIsFound(_ text: String) throws {
    try verify(text)
    #expect(try spans(of: text) == ["one ", "two", "three", "A", "b", "c", "d", "end"])
    let (tree, file) = try parse(text)
    let table = try #require(
      tree.nodes.first { if case .table = $0.kind { true } else { false } })
    #expect(file.text(table.span.range).hasPrefix(text.contains("| A") ? "| A |" : "A |"))
  }

  @Test func linksCoverTheirBrackets() throws {
    let (tree, file) = try parse("see [the *yield* sign](#yield) and ![pic](a.png)\n")
    let covered = tree.nodes.compactMap { node -> String? in
      switch node.kind {
      case .link, .image, .emphasis: file.text(node.span.range)
      default: nil
      }
    }
    #expect(covered == ["[the *yield* sign](#yield)", "*yield*", "![pic](a.png)"])
  }

  @Test func nodesSkipToTheirNextSibling() throws {
    let (tree, _) = try parse("# a\n\n- b\n  - c\n\nd\n")
    #expect(tree.children(of: 0).count(where: { _ in true }) == 3)
  }
}
