import RubricaImport
import RubricaModel
import RubricaSource
import Testing

/// Examples that say their label behind them.
@Suite struct ExampleAnswerTests {
  private static let labels =
    "# G\n\n## Labels\n\n### Negative\nComplaints.\n\n### Positive\nPraise.\n\n"

  private static func answers(_ imported: Imported) -> [String?] {
    imported.guideline.examples.map { $0.expected?.answers.first?.layer.value }
  }

  @Test func quotationsWithTheirLabelsBecomeExamples() throws {
    let imported = try Imported(
      Self.labels
        + "## Examples\n\n- \"The service was slow\" -> negative\n- \"Great\" (Positive)\n")
    imported.expectSound()
    #expect(
      imported.body.contains(
        """
        ## Examples

        ### Example 1
        > "The service was slow"

        <!-- negative -->

        ```yaml expected
        labels: negative
        ```

        ### Example 2
        > "Great"

        <!-- (Positive) -->

        ```yaml expected
        labels: positive
        ```

        """))
    #expect(Self.answers(imported) == ["labels", "labels"])
    #expect(
      imported.entries(.structured).contains {
        $0.hasPrefix(
          "13: 2 items of a list under \"Examples\" became examples, each with its label")
      })
  }

  @Test(arguments: [
    "- \"a b\" → Positive\n- \"c d\" → Negative\n",
    "- *\"a b\"* → **Positive**\n- *\"c d\"* → `Negative`\n",
    "- “a b” — Positive\n- “c d” – Negative\n",
    "- «a b»: Positive.\n- „c d“: Negative.\n",
    "1. \"a b\" (Positive)\n2. \"c d\" (negative)\n",
    "- \"a\n  b\" -> Positive\n\n- \"c d\"\n  -> Negative\n",
  ])
  func labelsMayStandBehindAnySign(_ list: String) throws {
    let imported = try Imported(Self.labels + "## Examples\n\nRead these.\n\n" + list)
    imported.expectSound()
    #expect(Self.answers(imported) == ["labels", "labels"])
    #expect(imported.draft.contains("labels: positive\n"))
  }

  @Test(arguments: [
    ("- \"a b\" -> Positive\n- \"c d\" -> mixed\n", "\"mixed\" is not the name of one label"),
    ("- \"a b\" -> Positive\n- Look twice.\n", "\"Look twice.\" is no quotation with a label"),
    (
      "- \"a b\" -> Positive\n- \"c d\" -> Negative\n\nSuch texts are frequent.\n",
      "text follows below them"
    ),
    ("- \"a b\" -> spam\n- \"c d\" -> ham\n", "\"spam\" is not the name of one label"),
    (
      "| Text | Label |\n|---|---|\n| a b | Positive |\n| c d | mixed |\n",
      "\"mixed\" is not the name of one label"
    ),
  ])
  func aLabelThatIsNotClearIsSaid(_ examples: String, _ reason: String) throws {
    let imported = try Imported(Self.labels + "## Examples\n\n" + examples)
    imported.expectSound()
    #expect(Self.answers(imported).allSatisfy { $0 == nil })
    #expect(imported.entries(.suggestion).contains { $0.contains(reason) })
  }

  @Test(arguments: [
    "- \"a b\": the text names no reason\n- \"c d\": it is short\n", "- > a b\n- > c d\n",
  ])
  func otherItemsAreNotSpokenOf(_ list: String) throws {
    let imported = try Imported(Self.labels + "## Examples\n\n" + list)
    imported.expectSound()
    #expect(!imported.entries(.suggestion).contains { $0.contains("their labels") })
  }

  @Test func rowsOfTextsWithTheirLabelsBecomeExamples() throws {
    let imported = try Imported(
      Self.labels
        + "## Examples\n\n| Example | Label | Why |\n|---|---|---|\n"
        + "| \"I hate it\" | Negative | Hate is a complaint. |\n| Fine \\| good | positive | |\n")
    imported.expectSound()
    #expect(
      imported.body.contains(
        """
        <!-- Example · Label · Why -->

        ### Example 1
        > "I hate it"

        <!-- Negative -->

        ```yaml expected
        labels: negative
        ```

        **Because** Hate is a complaint.

        ### Example 2
        > Fine | good

        <!-- positive -->

        ```yaml expected
        labels: positive
        ```

        """))
    #expect(imported.guideline.examples.first?.reason != nil)
  }
}
