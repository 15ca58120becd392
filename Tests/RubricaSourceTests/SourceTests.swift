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

  @Test func columnsCountScalars() {
    let bytes = Array("é🙂x\ny".utf8)
    let table = LineTable(bytes)
    #expect(table.position(at: 6, in: bytes) == Position(line: 1, column: 3))
    #expect(table.position(at: 8, in: bytes) == Position(line: 2, column: 1))
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
