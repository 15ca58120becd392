internal import RubricaCompiler
internal import RubricaModel
internal import RubricaRules
internal import RubricaSource
internal import Testing

/// Guidelines in the middle of being written: nothing stops the checks, and no finding points
/// beside its file.
@Suite struct DamageTests {
  @Test(arguments: AllChecks.all.map { $0.info })
  func everyLineMayBeMissing(check: CheckInfo) throws {
    for example in (check.bad.prefix(1) + check.good.prefix(1)).map(\.text) {
      let lines = Marked(example).text.split(separator: "\n", omittingEmptySubsequences: false)
      for missing in lines.indices {
        var rest = lines
        rest.remove(at: missing)
        try examine(rest.joined(separator: "\n"))
      }
      let bytes = Array(example.utf8)
      for end in stride(from: 0, to: bytes.count, by: 29) {
        try examine(String(decoding: bytes[..<end], as: UTF8.self))
      }
    }
  }

  private func examine(_ text: String) throws {
    for stage in [Stage.draft, .release] {
      let compilation = try checked(text, stage: stage)
      for diagnostic in compilation.diagnostics {
        let places =
          [diagnostic.span] + diagnostic.notes.compactMap(\.span)
          + diagnostic.fixes.flatMap(\.edits).map(\.span)
        for place in places {
          let count = compilation.guideline.sources[place.source].bytes.count
          #expect(place.range.upperBound <= count, "\(diagnostic.id): \(text)")
        }
        #expect(!diagnostic.message.isEmpty)
      }
    }
  }
}
