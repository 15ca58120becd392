import RubricaCompiler
import RubricaModel
import RubricaSource
import Testing

/// Marks that nest, overlap, come in pieces, or share their words, from the text to the outputs.
struct SpanShapeTests {
  private func compile(_ example: String) throws -> Compilation {
    let compilation = try Compiling.compile([
      "guideline.md": """
      ---
      rubrica: 1
      task:
        modality: text
        layers: [{id: names, kind: span, labels: [{id: PER, definition: P.}, {id: ORG, definition: O.}]}]
      ---

      # Names

      ## Examples

      ### Good: shapes
      \(example)
      """,
      "rubrica.yaml": "rubrica: 1\ntargets: {instructions: {}, schema: {}, label-studio: {}}\n",
    ])
    #expect(
      !compilation.hasErrors, "\(compilation.diagnostics.filter { $0.severity == .error })")
    return compilation
  }

  private func marks(_ compilation: Compilation) -> [[Range<Int>]] {
    let example = compilation.guideline.examples[0]
    if case .marks(let marks)? = example.expected?.answers.first?.value {
      return marks.map(\.ranges)
    }
    if case .text(let text)? = example.input { return text.marks.map(\.ranges) }
    return []
  }

  @Test func oneSpanMayHaveSeveralLabels() throws {
    let compilation = try compile("> [[Ada]{PER}]{ORG} slept.\n")
    #expect(marks(compilation) == [[0..<3], [0..<3]])
    let tasks = try #require(compilation.text("label-studio/tasks.json"))
    #expect(tasks.contains("PER") && tasks.contains("ORG"))
  }

  @Test func spansNestAndComeInPieces() throws {
    let compilation = try compile("> [[Bank]{ORG #b} of [England]{ORG #b}]{ORG} slept.\n")
    #expect(marks(compilation) == [[0..<15], [0..<4, 8..<15]])
    let schema = try #require(compilation.text("schema/record.schema.json"))
    // Both pieces stand in the example record, under one id.
    #expect(schema.matches(of: /"id": ?"b"/).count == 2)
  }

  @Test func overlapsAreWrittenAsARecord() throws {
    let compilation = try compile(
      """
      > one two three

      ```yaml expected
      names: [{label: PER, text: one two, start: 0, end: 7}, {label: ORG, text: two three, start: 4, end: 13}]
      ```
      """)
    #expect(marks(compilation) == [[0..<7], [4..<13]])
    let tasks = try #require(compilation.text("label-studio/tasks.json"))
    #expect(tasks.contains("two three"))
  }
}
