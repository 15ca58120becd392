import RubricaCompiler
import RubricaSource
import Testing

/// Bad files: a finding of error level with a place, never a crash, never silence.
struct HostileInputTests {
  private func errors(_ bytes: [UInt8], _ files: [String: String] = [:]) throws -> [String] {
    try Fixture.check(bytes, files.mapValues { Array($0.utf8) }).diagnostics
      .filter { $0.severity == .error }.map(\.id)
  }

  private func errors(_ text: String, _ files: [String: String] = [:]) throws -> [String] {
    try errors(Array(text.utf8), files)
  }

  @Test func invalidUTF8() throws {
    #expect(try errors([0x23, 0x20, 0xFF]) == ["unreadable-text"])
  }

  @Test func nulBytes() throws { #expect(try errors([0x23, 0, 0x41]) == ["unreadable-text"]) }

  @Test func deepQuotes() throws {
    #expect(try errors(String(repeating: ">", count: 20_000)) == ["text-beyond-limits"])
  }

  @Test func quadraticBrackets() throws {
    #expect(try errors(String(repeating: "![[]()", count: 40_000)) == ["text-beyond-limits"])
  }

  /// Labels that a body may declare are not missed where the body was refused.
  @Test func onlyTheRefusalOfABodyIsReported() throws {
    let body = "## Labels\n\n### Stop\nAn octagon.\n\n" + String(repeating: "![[]()", count: 40_000)
    let text = """
      ---
      rubrica: 1
      task:
        modality: image
        layers: [{id: signs, kind: box, labels: [stop]}]
      ---
      \(body)
      """
    #expect(try errors(text) == ["text-beyond-limits"])
  }

  /// Programs that read JSON keep no larger whole number exactly.
  @Test(arguments: [
    ("9007199254740992", []), ("9007199254740993", ["wrong-value"]),
    ("9223372036854775807", ["wrong-value"]),
  ])
  func framesBeyondAllVideosAreRefused(frame: String, expected: [String]) throws {
    let text = """
      ---
      rubrica: 1
      language: en
      task:
        modality: video
        layers:
          - {id: cars, kind: box, labels: [{id: car, definition: Any car.}]}
          - {id: tracks, kind: track, over: cars, frame-rate: 25}
      ---

      # Cars

      ## Examples

      ### Good: a crossing

      [A crossing](media/crossing.mp4)

      ```yaml expected
      cars: none
      tracks: [{id: car-1, label: car, frames: {0: [10, 10, 30, 30], \(frame): hidden}}]
      ```

      """
    #expect(try errors(text).filter { $0 == "wrong-value" } == expected)
  }

  @Test func aliasBombsInFrontMatter() throws {
    var yaml = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
    for level in 1...9 {
      let list = Array(repeating: "*a\(level - 1)", count: 10).joined(separator: ", ")
      yaml += "a\(level): &a\(level) [\(list)]\n"
    }
    #expect(try errors("---\n\(yaml)---\n# A\n") == ["text-beyond-limits"])
  }

  /// Each rule would stand beside each label.
  @Test func wildcardsThatMultiplyLabelsAndRules() throws {
    let labels = (0..<700).map { "  - {id: v.l\($0), definition: d}\n" }.joined()
    func text(rules: Int) -> String {
      "---\nrubrica: 1\n---\n\n# A\n\n## Rules\n\n"
        + String(repeating: "- All `v.*` are good.\n", count: rules)
    }
    func refusals(rules: Int) throws -> Int {
      try errors(text(rules: rules), ["labels.yaml": "labels:\n" + labels])
        .filter { $0 == "text-beyond-limits" }.count
    }
    #expect(try refusals(rules: 5) == 0)
    #expect(try refusals(rules: 600) == 1)
  }

  @Test func unclosedFrontMatter() throws {
    #expect(try errors("---\nrubrica: 1\n# A\n") == ["unclosed-front-matter"])
  }

  @Test func brokenSiblingFiles() throws {
    #expect(try errors("# A\n", ["labels.yaml": "labels: [\n"]) == ["yaml-syntax"])
    #expect(try errors("# A\n", ["governance.yaml": "contacts: x\n"]) == ["wrong-value"])
  }

  @Test func tooLargeFilesAreNotRead() {
    #expect(throws: FileProblem.tooLarge(bytes: 3 << 20, limit: 2 << 20)) {
      try Fixture.check(Array(repeating: 0x61, count: 3 << 20))
    }
  }

  @Test func emptyFilesAreDrafts() throws { #expect(try errors("") == []) }
}
