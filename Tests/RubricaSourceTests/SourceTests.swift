import RubricaSource
import Testing

struct SourceTests {
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

  /// An accent makes one character of itself and the slash before it.
  @Test func prefixesAreCutWhereTheyAreFound() {
    #expect("signoffs/\u{301}x".rest(behind: "signoffs/") == "\u{301}x")
    #expect("signoffs/x".rest(behind: "signoffs/") == "x")
    #expect("e\u{301}/x"[...].rest(behind: "e\u{301}/") == "x")
    #expect("\u{E9}/x".rest(behind: "e\u{301}/") == nil)
    #expect("x".rest(behind: "") == "x")
    #expect("x".rest(behind: "x") == "")
    #expect("x".rest(behind: "xy") == nil)
  }

  @Test(arguments: [
    ("a/\u{301}x.md", "a/", "\u{301}x.md"), ("\u{600}/x.md", "\u{600}/", "x.md"),
    ("a/b/x.md", "a/b/", "x.md"), ("x.md", "", "x.md"), ("/x", "/", "x"), ("a/b/", "a/b/", "b"),
    ("/", "/", ""), ("", "", ""),
  ])
  func pathsAreCutByBytes(_ path: String, _ folder: String, _ name: String) {
    #expect(path.folderPath == folder)
    #expect(path.fileName ?? "" == name)
    #expect(path.lastSlash.map { String(path[..<$0]) + "/" } ?? "" == folder)
  }

  @Test(arguments: [
    ("a%20b", "a b"), ("a%2Fb%2fc", "a/b/c"), ("a%+1b", "a%+1b"), ("a%-0b", "a%-0b"),
    ("50%_of%20it", "50%_of it"), ("a%2", "a%2"), ("%", "%"), ("%C3%A9", "\u{E9}"),
    ("%C3%20", "%C3%20"), ("%25", "%"),
  ])
  func percentEscapesAreTwoDigits(_ text: String, _ decoded: String) {
    #expect(Percent.decoded(text) == decoded)
  }

  @Test(arguments: ["a b/c", "50%", "%20", "\u{E9}", "", "a\n\u{7F}"])
  func whatIsEscapedIsReadBack(_ text: String) {
    let uri = Percent.uri(text)
    #expect(uri.utf8.allSatisfy { $0.isUnreserved || "%/".utf8.contains($0) })
    #expect(Percent.decoded(uri) == text)
  }

  @Test func calculatedNumbersAreShort() {
    #expect((0.98 - 0.96).rounded(toDigits: 9) == 0.02)
    #expect((-0.000_123_456).rounded(toDigits: 3) == -0.000_123)
    #expect(12_345.6.rounded(toDigits: 3) == 12_346)
    #expect(0.0.rounded(toDigits: 3) == 0)
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

  @Test(arguments: [
    ("Bug\u{A0}report", "bug-report"), ("Bug\u{202F}(report)", "bug-report"),
    ("10\u{2007}cm", "10-cm"), ("Exemples\u{A0}: bons", "exemples-bons"),
    ("Le «\u{A0}bug\u{A0}» rouge", "le-bug-rouge"), ("\u{A0}Bug\u{A0}", "bug"),
  ])
  func blanksThatBreakNoLineAreBlanksOfIDs(heading: String, id: String) {
    #expect(Slug.make(heading) == id)
  }

  @Test func suggestionsAreSlipsOnly() {
    let labels = ["stop", "yield", "speed-limit"]
    #expect(Suggestion.nearest(to: "stpo", among: labels) == "stop")
    #expect(Suggestion.nearest(to: "Speed Limit", among: labels) == "speed-limit")
    #expect(Suggestion.nearest(to: "banana", among: labels) == nil)
    #expect(Suggestion.nearest(to: "boxes", among: ["box"]) == "box")
    // One letter of one or two is all of an id, and another number is another thing.
    #expect(Suggestion.nearest(to: "r", among: ["t"]) == nil)
    #expect(Suggestion.nearest(to: "p-3", among: ["p-1"]) == nil)
    #expect(Suggestion.nearest(to: "track-13", among: ["track-12"]) == nil)
    #expect(Suggestion.nearest(to: "track13", among: ["track-13"]) == "track-13")
  }

  @Test(arguments: [
    ("Lables", "Labels"), ("exmaples", "Examples"), ("Exampls", "Examples"),
    ("Exomples", "Examples"),
    ("Roles", nil), ("Example", nil), ("Labels", nil), ("Samples", nil), ("Rle", nil),
    ("Rulse", "Rules"),
  ])
  func oneSlipIsOneEdit(word: String, meant: String?) {
    #expect(Slip.of(word, among: ["Labels", "Examples", "Rules"]) == meant)
  }

  @Test func formsOfAWordAreSlipsOnlyIfCounted() {
    #expect(Slip.of("Include", among: ["Includes"]) == nil)
    #expect(Slip.of("Include", among: ["Includes"], countingForms: true) == "Includes")
  }

  /// The word, what there is, and what is near.
  @Test(
    arguments: [
      ["abcd", "abxy abdc", "abdc"], ["abcd", "xabcd abcd", "abcd"], ["abcd", "abce abcf", "abce"],
      ["abc", "ab", "ab"], ["abc", "bca", ""], ["aaaa-bbbb", "aabbbb bbbbaaaa", "aabbbb"],
      ["Überholen", "uberholen überhole", "überhole"], ["no entry", "noentry no-entry", "noentry"],
      ["abcdefghi", "badcfeghi", "badcfeghi"], ["abcdefghi", "badcfehgi", ""],
      ["ab", "ba cd", ""], ["boxes", "boxer box", "boxer"], ["boxes", "bo box", "box"],
      ["a", "abcdef", ""],
    ] as [[String]])
  func suggestionsAreTheNearestWords(_ row: [String]) {
    let words = row[1].split(separator: " ").map { String($0) }
    #expect(Suggestion.nearest(to: row[0], among: words) ?? "" == row[2])
  }

  @Test func theSameWordIsFoundWhateverItsCase() {
    #expect(Suggestion.same(as: "No_Entry", among: ["entry", "no-entry"]) == "no-entry")
    #expect(Suggestion.same(as: "ÜBER", among: ["uber", "über"]) == "über")
    #expect(Suggestion.same(as: "no entry", among: ["no-entry", "noentry"]) == nil)
    #expect(Suggestion.same(as: "on-entry", among: ["no-entry"]) == nil)
  }

  @Test func reportsSortBySourceAndAreSilentBelowTheirStage() {
    let check = CheckInfo(
      id: "a", levels: Levels(draft: nil, pilot: .warning, release: .error), summary: "",
      rationale: "", bad: [], good: [])
    var draft = Report(stage: .draft)
    draft.add(check, at: Span(SourceID(0), 0, 1), "x")
    #expect(draft.diagnostics.isEmpty)
    var release = Report(stage: .release)
    release.add(check, at: Span(SourceID(0), 5, 6), "second")
    release.add(check, at: Span(SourceID(0), 1, 2), "first")
    #expect(release.sorted().map(\.message) == ["first", "second"])
    #expect(release.sorted().allSatisfy { $0.severity == .error })
  }
}
