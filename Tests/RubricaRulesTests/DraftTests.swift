internal import RubricaCompiler
internal import RubricaModel
internal import RubricaSource
internal import Testing

/// A draft is anything that parses.
@Suite struct DraftTests {
  private static let plain = """
    # How to label receipts

    TODO: ask finance about tips. See [the old page](#nowhere) and ![](scan.png).

    ## Labels

    ### Total

    ## Edge cases

    - What about refunds?
    - **If** the total is torn off.

    ## Good examples

    - A receipt from a petrol station.

    ## Rules

    - `height < 10` -> leave it.

    | field | meaning |
    |---|---|
    | total | what was paid |
    """

  @Test func plainMarkdownHasNoErrors() throws {
    let settings = WorkspaceSettings(
      file: nil, catalogue: Catalogue(items: []), compiler: "rubrica")
    let compilation = try Compiler.check(
      CompileInput(
        document: "receipts.md", defaultID: "receipts",
        files: MemoryFiles(texts: ["receipts.md": Self.plain]), settings: settings))
    let errors = compilation.diagnostics.filter { $0.severity == .error }.map(\.message)
    #expect(errors == [])
    #expect(!compilation.diagnostics.isEmpty)
  }

  @Test func findingsAreTheSameOnEveryRun() throws {
    let settings = WorkspaceSettings(
      file: nil, catalogue: Catalogue(items: []), compiler: "rubrica")
    let input = CompileInput(
      document: "receipts.md", defaultID: "receipts",
      files: MemoryFiles(texts: ["receipts.md": Self.plain]), stage: .release, settings: settings)
    let first = try Compiler.check(input).diagnostics
    #expect(try Compiler.check(input).diagnostics == first)
  }
}
