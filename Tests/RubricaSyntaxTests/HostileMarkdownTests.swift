import RubricaSource
import RubricaSyntax
import Testing

/// Text made to hurt: refused or read within the stated bound, never a hang and never a crash.
struct HostileMarkdownTests {
  private func parse(_ text: String) -> Result<MarkdownTree, SyntaxProblem> {
    let file = SourceFile(name: "a.md", text: text)
    return MarkdownParser.parse(file, SourceID(0), body: 0..<file.bytes.count)
  }

  private func isRefused(_ text: String) -> Bool {
    if case .failure = parse(text) { true } else { false }
  }

  /// Whether a text is read or refused in the time that `Limits` promises; or, on a machine that is
  /// slow, in a time that grows no faster than the text.
  private func endsInTime(size: Int, _ text: (Int) -> String) -> Bool {
    let clock = ContinuousClock()
    // What else the machine does may fall into one of the two.
    return (0..<3).contains { _ in
      let whole = clock.measure { _ = parse(text(size)) }
      if whole < .seconds(2) { return true }
      return whole < clock.measure { _ = parse(text(size / 2)) } * 3
    }
  }

  @Test func openImageBracketsAreRefused() {
    #expect(isRefused(String(repeating: "![[]()", count: 40_000)))
  }

  @Test func nestedQuotesAreRefused() {
    #expect(isRefused(String(repeating: "> ", count: 20_000) + "a"))
    #expect(isRefused(String(repeating: ">", count: 101) + "a"))
    #expect(!isRefused(String(repeating: ">", count: 50) + "a"))
  }

  @Test func listsNestedByIndentationAreRefused() {
    let lines = (0..<400).map { String(repeating: " ", count: 2 * $0) + "- a" }
    #expect(isRefused(lines.joined(separator: "\n")))
  }

  @Test func emphasisNestedInEmphasisIsRefusedOrRead() {
    let isInTime = endsInTime(size: 2_000) { count in
      String(repeating: "*a **a ", count: count) + String(repeating: "b** b*", count: count)
    }
    #expect(isInTime)
  }

  @Test(arguments: ["", "1. ", "- ", "> ", "# h\n"])
  func linkDefinitionsThatExpandAreRefused(_ prefix: String) {
    let text = prefix + "[a]: /" + String(repeating: "x", count: 50_000) + "\n\n"
    #expect(isRefused(text + String(repeating: "[a]\n\n", count: 20_000)))
  }

  /// What cmark finds too hard where it is one paragraph.
  private static let sentence = "**a** [b](c) **d**"

  private func lines(_ line: (Int) -> String) -> String {
    (0..<3_000).map { line($0) + "\n" }.joined()
  }

  @Test func linesOfOneParagraphAreRefused() {
    #expect(isRefused(lines { _ in Self.sentence }))
    #expect(isRefused(lines { _ in "> " + Self.sentence }))
    #expect(isRefused("- a\n" + lines { _ in Self.sentence }))
  }

  @Test(arguments: ["- ", "* ", "+ ", "1. ", "1) ", "   - ", "> - ", "> > 1. ", "- > ", "## "])
  func tightListsAndHeadingsAreFine(_ mark: String) {
    #expect(!isRefused(lines { _ in mark + Self.sentence }))
    #expect(!isRefused("a\n" + lines { _ in mark + Self.sentence }))
  }

  @Test func tightListsThatAreNumberedAreFine() {
    #expect(!isRefused(lines { "\($0 + 1). " + Self.sentence }))
    #expect(!isRefused(lines { "\($0 + 1). a\n      " + Self.sentence }))
    #expect(!isRefused(lines { "> \($0). " + Self.sentence }))
  }

  /// cmark reads these lines as parts of one paragraph, though they begin like items.
  @Test(arguments: [
    "    - ", "\t- ", "-", "1.", "2. ", "1234567890. ", "#", "####### ", ">     - ",
  ])
  func linesThatOnlyLookLikeItemsAreRefused(_ mark: String) {
    let start = mark.hasPrefix(">") ? "> a\n" : "a\n"
    #expect(isRefused(start + lines { _ in mark + Self.sentence }))
  }

  @Test func numbersBehindParagraphsAreRefused() {
    #expect(isRefused("- a\n***\nb\n" + lines { _ in "2. " + Self.sentence }))
    #expect(isRefused("- - -\n  b\n" + lines { _ in "2. " + Self.sentence }))
    #expect(isRefused("<!--\n1. -->\n   b\n" + lines { _ in "2. " + Self.sentence }))
    #expect(isRefused("<!--\n1. a\n   -->\n   b\n" + lines { _ in "2. " + Self.sentence }))
  }

  @Test(arguments: [
    ("```text\n", "", "```\n"), ("~~~~ text `a`\n", "", "~~~~\n"), ("```\n", "", ""),
    ("> ```\n", "> ", "> ```\n"), ("- a\n\n  ```\n", "  ", "  ```\n"),
    ("a\n```\n", "- ", "```\n"), ("<!-- a -->\n```\n", "", "```\n"),
    ("- a\n  ```\n  b\n  ```\n\n```yaml expected\n", "", "```\n"),
  ])
  func longFencesAreFine(open: String, prefix: String, close: String) {
    #expect(!isRefused(open + lines { _ in prefix + Self.sentence } + close))
  }

  /// Something like a fence, and behind it a paragraph for cmark.
  @Test(arguments: [
    "a\n    ```\n", "a\n``` `\n", "``\n", "```\n```\n", "~~~\n~~~~\n", "- ```\n",
    "- a\n\n  ```\n", "> ```\n", "> ```\n\n", "<!--\n```\n-->\n", "<div>\n```\n\n",
    "<?\n\n```\n?>\n", "a\n    <?\n<!--\n?>\n```\n-->\n", "1.  ```\n  ```\n```\n",
    "> - ```\n\n", "-\t```\n", "[ ] ```\n",
  ])
  func paragraphsBehindWhatLooksLikeAFenceAreRefused(_ start: String) {
    #expect(isRefused(start + lines { _ in Self.sentence }))
  }

  @Test func refusalsSayWhatToDo() {
    guard case .failure(let problem) = parse(lines { _ in Self.sentence }),
      case .tooComplex(let what, let help) = problem.kind
    else {
      Issue.record("the text was not refused")
      return
    }
    #expect(
      what == "33000 markup characters in 3000 lines without a blank line between them")
    #expect(help?.hasPrefix("put a blank line") == true)
  }

  @Test func tablesThatFillUpAreRefused() {
    let header =
      String(repeating: "|a", count: 2_000) + "|\n" + String(repeating: "|-", count: 2_000)
    #expect(isRefused(header + "|\n" + String(repeating: "|b|\n", count: 2_000)))
  }

  @Test(arguments: ["|-", "|:-"]) func tablesWithVeryManyColumnsAreRefused(hyphens: String) {
    func table(_ columns: Int) -> String {
      String(repeating: "|a", count: columns) + "\n" + String(repeating: hyphens, count: columns)
    }
    #expect(isRefused(table(40_000)))
    #expect(!isRefused(table(1_000)))
  }

  @Test func longRowsOverShortRowsOfHyphensAreRefused() {
    let row = String(repeating: "|a", count: 90_000)
    #expect(isRefused(row + "\n:-:\n"))
    #expect(isRefused("|a\n|-\n" + row))
  }

  /// cmark reads a paragraph anew at every row of hyphens that does not fit.
  @Test(arguments: [4_000, 20_000]) func rowsOfHyphensThatMakeNoTableAreRefused(count: Int) {
    #expect(isRefused(String(repeating: "a|b|c\n-|-|-|-\n", count: count)))
    #expect(!isRefused(String(repeating: "a|b|c\n-|-|-|-\n", count: 20)))
  }

  @Test func manyTablesAreFine() {
    let table = "> | a | b |\n> |---|---|\n" + String(repeating: "> | 1 | 2 |\n", count: 8)
    #expect(!isRefused(String(repeating: table + ">\n", count: 100)))
    #expect(!isRefused("| a | b |\n|---|---|\n" + String(repeating: "| 1 | 2 |\n", count: 20_000)))
  }

  @Test func longRulesAndFencesAreFine() {
    #expect(
      !isRefused(
        String(repeating: "-", count: 5_000) + "\n\n" + String(repeating: "* ", count: 500)))
    let code = "```json\n" + String(repeating: "[{\"a\": [1, 2]}]\n", count: 500) + "```\n"
    #expect(!isRefused(code))
  }

  /// Each of these is one kilobyte of what cmark finds hard, repeated: time must not explode.
  @Test(arguments: [
    "[", "]", "[a](", "a[b](c", "<!--", "<?", "<![CDATA[", "`a``b```c", "~~a", "&amp", "\\",
    "_a__b",
    "***a", "www.", "[^1]", "|a|\n", "<a href=\"", "![a][", "- a\n", "1. a\n", "\t", "* * ",
    "[a]: b\n",
  ])
  func repeatedFragmentsEnd(_ fragment: String) {
    let isInTime = endsInTime(size: 100_000) { bytes in
      String(repeating: fragment, count: bytes / fragment.utf8.count)
    }
    #expect(isInTime)
  }

  @Test(arguments: 0..<60)
  func randomMarkupEndsAndStaysInBounds(_ seed: Int) throws {
    var random = SplitMix(seed: UInt64(seed))
    let alphabet = Array("ab *_`[]()!<>#-+|~\\&;:\n\n\t 1.é🙂{}".unicodeScalars)
    var text = String.UnicodeScalarView()
    for _ in 0..<3_000 { text.append(alphabet[Int(random.next() % UInt64(alphabet.count))]) }
    let file = SourceFile(name: "a.md", text: String(text))
    guard
      case .success(let tree) = MarkdownParser.parse(file, SourceID(0), body: 0..<file.bytes.count)
    else { return }
    for node in tree.nodes {
      #expect(node.span.range.upperBound <= file.bytes.count)
      if case .text(let literal) = node.kind, node.isExact {
        #expect(file.text(node.span.range) == literal)
      }
    }
  }
}

/// Sebastiano Vigna's SplitMix64: the same numbers on every run.
struct SplitMix: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
