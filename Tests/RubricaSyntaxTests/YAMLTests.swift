import RubricaSource
import RubricaSyntax
import Testing

/// YAML in, data with byte ranges out.
struct YAMLTests {
  private func parse(_ text: String) -> (DataNode?, [SyntaxProblem], SourceFile) {
    let file = SourceFile(name: "a.yaml", text: text)
    let derived = DerivedText(file, source: SourceID(0), range: 0..<file.bytes.count)
    let (root, problems) = YAMLParser.parse(derived)
    return (root, problems, file)
  }

  private func kinds(_ text: String) -> [SyntaxProblem.Kind] { parse(text).1.map(\.kind) }

  /// Every scalar with the bytes at its place.
  private func scalars(_ text: String) -> [(String, String)] {
    let (root, _, file) = parse(text)
    return (root?.all ?? []).compactMap { node in
      if case .scalar(let value, _) = node.kind { (value, file.text(node.span.range)) } else { nil }
    }
  }

  @Test func rangesAreBytesThoughLibyamlCountsScalars() {
    let found = scalars("é: [ü, '日本', plain]\nb: x\n")
    #expect(found.map(\.0) == ["ü", "日本", "plain", "x"])
    #expect(found.map(\.1) == ["ü", "'日本'", "plain", "x"])
  }

  @Test func keysHaveRanges() throws {
    let (root, _, file) = parse("é: 1\r\nkey two: 2\r\n")
    #expect(root?.fields.map { file.text($0.key.span.range) } == ["é", "key two"])
  }

  @Test func blockCollectionsEndWithTheirLastChild() throws {
    let (root, _, file) = parse("a:\n  - b\n  - c\n\n# comment\n\n")
    let list = try #require(root?["a"])
    #expect(file.text(list.span.range) == "- b\n  - c")
  }

  @Test func plainScalarsAreToldFromQuotedOnes() {
    let (root, _, _) = parse("[true, \"true\"]")
    let plain = root?.items.compactMap { node -> Bool? in
      if case .scalar(_, let isPlain) = node.kind { isPlain } else { nil }
    }
    #expect(plain == [true, false])
  }

  @Test func duplicateKeysNameBothPlaces() throws {
    let (_, problems, file) = parse("a: 1\nb: 2\na: 3\n")
    let problem = try #require(problems.first)
    guard case .duplicateKey("a", let first) = problem.kind else {
      Issue.record("\(problem)")
      return
    }
    #expect(first.range == 0..<1)
    #expect(problem.span.range == 10..<11)
    #expect(file.text(problem.span.range) == "a")
  }

  @Test func whatTheLanguageLeavesOutIsRefused() {
    #expect(kinds("<<: {a: 1}\n") == [.mergeKey])
    #expect(kinds("a: 1\n---\nb: 2\n") == [.severalDocuments])
    #expect(kinds("a: 1\n...\nb: 2\n") == [.documentEnd])
    #expect(kinds("a: 1\n...\n# the end\n") == [])
    #expect(kinds("[a, b]: 1\n") == [.complexKey])
    #expect(kinds("a: !!python/object x\n").count == 1)
    #expect(kinds("a: *b\n") == [.unknownAlias("b")])
    #expect(kinds("&a [*a]\n") == [.unknownAlias("a")])
  }

  @Test func aliasesAreWhatTheyStandFor() {
    let (root, problems, _) = parse("a: &x [1, 2, 3]\nb: *x\nc: *x\n")
    #expect(problems.isEmpty)
    #expect(root?["c"]?.items.map { $0.text?.value } == ["1", "2", "3"])
    #expect(root?["c"]?.span == root?["a"]?.span)
  }

  /// Each alias stands for a list of the alias before it: as deep as the data is large.
  @Test func aliasesDoNotNestWithoutEnd() {
    let lines = (1...20_000).map { "a\($0): &a\($0) [*a\($0 - 1)]\n" }
    #expect(kinds("a0: &a0 x\n" + lines.joined()) == [.aliasBomb(limit: Limits.yamlNodes)])
  }

  @Test func aliasBombsAreRefused() {
    var text = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
    for level in 1...9 {
      let list = Array(repeating: "*a\(level - 1)", count: 10).joined(separator: ", ")
      text += "a\(level): &a\(level) [\(list)]\n"
    }
    #expect(kinds(text) == [.aliasBomb(limit: Limits.yamlNodes)])
  }

  @Test func moreValuesThanAnybodyWritesAreRefused() {
    let list = String(repeating: "x,", count: Limits.yamlNodes + 1)
    #expect(kinds("a: [\(list)]\n") == [.tooManyValues(limit: Limits.yamlNodes)])
  }

  @Test func deepNestingIsRefused() {
    #expect(kinds(String(repeating: "[", count: 10_000)) == [.tooDeep(limit: 64)])
    #expect(kinds(String(repeating: "{a: ", count: 100)) == [.tooDeep(limit: 64)])
    #expect(kinds(String(repeating: "- ", count: 100) + "a") == [.tooDeep(limit: 64)])
  }

  /// The cause is marked with `⟪`, and the place where it shows with `⟫`, if that is another one.
  @Test(arguments: [
    "ü: ⟪[1, 2\n⟫b: 3\n",
    "a:\n  - ⟪{b: 1\n  ⟫- {b: 2}\n",
    "a: {b: ⟪[1, 2\n⟫c: 3\n",
    "a: ⟪\"one\nb: ⟫\"two\"\n",
    "a: [⟪'one, two]\nb: ⟫'three'\n",
    "a: ⟪\"one\nb: two\n",
    "ü: 1\n⟪b 2\nc: 3\n",
    "a: [1,\n  2 ⟪{b: 3}]\n",
    "a: [1] ⟪two\n",
    "a:\n⟪\tb: 1\n",
    "a: \"⟪\\d+\"\n",
    "a: 1\nb:⟪\u{A0}2\nc: 3\n",
    "a: 1\r\nb:⟪\u{A0}2\r\nc: 3\r\n",
    "a:\n  b: 1\n⟪\u{A0} \u{A0}c: 2\n  d: 3\n",
    "a:\n  -⟪\u{2007}b: 1\n    c: 2\n",
    "a:\n  ⟪– b: 1\n    c: 2\n",
    "a:\n  - b: 1\n  ⟪• b: 2\n",
  ])
  func syntaxErrorsAreWhereTheyBegin(_ marked: String) throws {
    let shown = marked.firstIndex(of: "⟫").map {
      marked[..<$0].replacing("⟪", with: "").utf8.count
    }
    let parts = marked.replacing("⟫", with: "").split(
      separator: "⟪", omittingEmptySubsequences: false)
    let (_, problems, _) = parse(parts.joined())
    let problem = try #require(problems.first)
    guard case .yaml(_, let place) = problem.kind else {
      Issue.record("\(problem)")
      return
    }
    #expect(Int(problem.span.start) == parts[0].utf8.count, "\(problem.kind)")
    #expect(place.map { Int($0.start) } == shown, "\(problem.kind)")
  }

  @Test(arguments: 0..<40)
  func randomTextEndsAndStaysInBounds(_ seed: Int) {
    var random = SplitMix(seed: UInt64(seed) &+ 1_000)
    let alphabet = Array("ab:-[]{},&*!|>'\"#% \n\n?é🙂\t1".unicodeScalars)
    var text = String.UnicodeScalarView()
    for _ in 0..<500 { text.append(alphabet[Int(random.next() % UInt64(alphabet.count))]) }
    let (root, problems, file) = parse(String(text))
    for span in (root?.all ?? []).map(\.span) + problems.map(\.span) {
      #expect(span.range.upperBound <= file.bytes.count)
    }
    for end in problems.map(\.span.range.upperBound) where end < file.bytes.count {
      #expect(!file.bytes[end].isContinuation, "a finding ends within a character")
    }
  }
}

extension DataNode {
  /// The node and all below it.
  fileprivate var all: [DataNode] {
    [self] + items.flatMap(\.all) + fields.flatMap(\.value.all)
  }
}
