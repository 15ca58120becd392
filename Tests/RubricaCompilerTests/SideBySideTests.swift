import RubricaCompiler
import RubricaModel
import RubricaSource
import Testing

/// Guidelines that are compiled side by side get what each gets alone.
struct SideBySideTests {
  private static func text(_ label: String, padding: Int = 0) -> String {
    """
    ---
    rubrica: 1
    title: \(label)
    task:
      modality: text
      layers:
        - {id: topic, kind: choice}
    ---

    ## Labels

    ### \(label) {#\(label) .label}

    About \(label). \(String(repeating: "word ", count: padding))
    """
  }

  /// What differs from one compilation to another, as text.
  private static func description(of result: Result<Compilation, FileProblem>) -> String {
    switch result {
    case .failure(let problem): "\(problem)"
    case .success(let compilation):
      "\(compilation.guideline.id.value) \(compilation.sourceDigest) \(compilation.diagnostics)"
        + compilation.artifacts.map { "\($0.path) \($0.bytes.count)" }.joined(separator: ",")
    }
  }

  @Test func eachIsAsAlone() {
    // Broken, missing, refused, and so large that it ends what is compiled together.
    let files = MemoryFiles([
      "a/guideline.md": Array(Self.text("apple").utf8),
      "b/guideline.md": Array("---\nrubrica: 1\n".utf8),
      "d/guideline.md": Array(Self.text("date", padding: 100_000).utf8),
      "e/guideline.md": [0xFF, 0xFE],
      "f/guideline.md": Array(Self.text("fig").utf8),
    ])
    let inputs = ["a", "b", "c", "d", "e", "f", "a"].map { id in
      CompileInput(
        document: "\(id)/guideline.md", defaultID: id, files: files, settings: Fixture.settings())
    }
    let alone = inputs.map { input in
      Self.description(of: Result { () throws(FileProblem) in try Compiler.compile(input) })
    }
    var places: [Int] = []
    let together = Compiler.compile(inputs) { place, result in
      places.append(place)
      return Self.description(of: result)
    }
    #expect(together == alone)
    #expect(places == Array(inputs.indices))
    #expect(Set(alone).count == 6)
    #expect(alone[0].contains("manifest.json"))
    #expect(!alone[1].contains("manifest.json"))
    #expect(Compiler.check(inputs) { place, _ in place } == places)
    #expect(Compiler.compile([]) { place, _ in place } == [])
  }
}
