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
    let compilation = try checked(Self.plain, id: "receipts")
    let errors = compilation.diagnostics.filter { $0.severity == .error }.map(\.message)
    #expect(errors == [])
    #expect(!compilation.diagnostics.isEmpty)
  }

  @Test func findingsAreTheSameOnEveryRun() throws {
    let first = try checked(Self.plain, id: "receipts", stage: .release).diagnostics
    #expect(try checked(Self.plain, id: "receipts", stage: .release).diagnostics == first)
  }
}
