import RubricaCompiler
import RubricaSource
import RubricaTargets
import Testing

/// The examples that every check of a target carries: the bad ones have the finding where they say,
/// the good ones do not have it.
@Suite struct TargetExamplesTests {
  static let checks = AllTargets.all.flatMap { $0.info.checks }

  @Test(arguments: checks.map(\.id)) func examplesOfCheck(id: String) throws {
    let check = try #require(Self.checks.first { $0.id == id })
    for example in check.bad { try verifyBad(example, check) }
    for example in check.good {
      let compilation = try Compiling.compile(Marked(example).files)
      #expect(compilation.diagnostics.allSatisfy { $0.id != id }, "a good example has the finding")
      #expect(
        !compilation.hasErrors, "\(compilation.diagnostics.filter { $0.severity == .error })")
    }
  }

  /// What is too long to be read as an example.
  private static let testedElsewhere = [
    // GroundTruthTests and LabelStudioTests.
    "ground-truth-template-size", "label-studio-picture",
  ]

  /// A check that is new has no bad example yet, and would be tested by nothing.
  @Test func everyCheckHasABadExample() {
    #expect(Self.checks.filter { $0.bad.isEmpty }.map(\.id).sorted() == Self.testedElsewhere)
  }

  private func verifyBad(_ example: CheckExample, _ check: CheckInfo) throws {
    let marked = Marked(example)
    let compilation = try Compiling.compile(marked.files)
    let found = compilation.diagnostics.filter { $0.id == check.id }.map { finding in
      let file = compilation.sources[finding.span.source]
      return "\(file.name):\(finding.span.range)"
    }
    #expect(found == marked.places, "\(compilation.diagnostics.map { "\($0.id): \($0.message)" })")
  }

  /// The files of an example without the marks, and the places of the marks.
  private struct Marked {
    var files: [String: String] = [:]
    var places: [String] = []

    init(_ example: CheckExample) {
      var all = example.files
      all["guideline.md"] = example.text
      for (name, text) in all.sorted(by: { $0.key > $1.key }) {
        var plain = ""
        var start: Int?
        for character in text {
          switch character {
          case "⟪": start = plain.utf8.count
          case "⟫":
            if let start { places.append("\(name):\(start..<plain.utf8.count)") }
            start = nil
          default: plain.append(character)
          }
        }
        files[name] = plain
      }
    }
  }
}
