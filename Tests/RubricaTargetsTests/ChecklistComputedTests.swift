import RubricaModel
import RubricaTargets
import Testing

/// What the compiler looks up in the guideline itself.
struct ChecklistComputedTests {
  private static let header = """
    ---
    rubrica: 1
    id: signs
    version: 1.2.0
    language: en
    escape:
      - {id: unreadable, means: skip-item}
    task:
      modality: text
      layers:
        - {id: topic, kind: choice, labels: [stop, other]}
        - {id: marks, kind: span, labels: [word]}
    ---

    # Signs

    """

  private static let labels = """
    ## Labels

    ### Stop
    Orders to stop.

    #### Good: a red one
    > [Stop]{word} here

    ```yaml expected
    topic: stop
    ```

    #### Bad: a green one
    > Stop [here]{word}

    ```yaml expected
    topic: stop
    ```

    ### Other
    Any other.

    #### Good: a yield
    > Yield

    ```yaml expected
    topic: other
    marks: none
    ```

    #### Bad: a poster
    > Stop

    ```yaml expected
    topic: other
    ```

    ### Word
    One word.

    """

  private func state(_ name: String, _ text: String, governance: String? = nil) throws
    -> ChecklistResult
  {
    try ChecklistFixture(
      text, governance: governance, items: [ChecklistFixture.item("computed.\(name)")]
    ).only
  }

  @Test func everyNameOfTheCatalogueIsKnown() {
    #expect(ComputedEvidence.allCases.count == 8)
  }

  @Test func labelsAreDefined() throws {
    let name = "labels-defined-and-unique"
    #expect(try state(name, Self.header + Self.labels).state == .passed)
    #expect(try state(name, "# Signs\n").gaps.map(\.text) == ["the front matter has no `task`"])
    let text = Self.header + Self.labels.replacing("Any other.\n", with: "")
    #expect(try state(name, text).gaps.map(\.text) == ["`other` has no definition"])
  }

  @Test func labelsHaveExamplesOfBothKinds() throws {
    let name = "every-label-has-good-and-bad-example"
    #expect(try state(name, Self.header + Self.labels).state == .passed)
    let text =
      Self.header + Self.labels.replacing("#### Bad: a poster", with: "#### Borderline: a poster")
    #expect(try state(name, text).gaps.map(\.text) == ["`other` has no bad example"])
    let none = Self.header + "## Labels\n\n### Stop\nA.\n"
    #expect(try state(name, none).gaps.map(\.text) == ["`stop` has no good and no bad example"])
  }

  @Test func aTextOfALabelShowsTheLabel() throws {
    let text = """
      ---
      rubrica: 1
      task: {modality: text, layers: [{id: a, kind: choice, labels: [line]}]}
      ---

      # Lines

      ## Labels

      ### Line
      A line.

      ```yaml label
      composed: {slots: [{id: colour, values: [white]}, {id: course, values: [solid, dashed]}]}
      ```

      ## Good: one
      > x

      ```yaml expected
      a: white_dashed
      ```

      ## Bad: another
      > y

      ```yaml expected
      a: white_solid
      ```
      """
    #expect(try state("every-label-has-good-and-bad-example", text).state == .passed)
  }

  @Test func doubtIsSettled() throws {
    let rules = "## When in doubt\nChoose `other`.\n\n## Precedence\n1. stop\n2. other\n"
    let name = "doubt-and-none-rule"
    #expect(try state(name, Self.header + rules).state == .passed)
    let gaps = try state(name, "# Signs\n").gaps.map(\.text)
    #expect(gaps == ["there is no *When in doubt*", "the front matter has no `escape` answers"])
    let unordered = try state(name, Self.header + "## When in doubt\nChoose `other`.\n")
    #expect(
      unordered.gaps.map(\.text) == [
        "labels of `topic` exclude each other, but there is no *Precedence*"
      ])
  }

  @Test func edgeCasesAreSettled() throws {
    let name = "edge-cases-listed"
    let settled = "## Edge cases\n\n### Torn\n**If** it is torn **then** label it.\n"
    #expect(try state(name, "# S\n\n" + settled).state == .passed)
    #expect(try state(name, "# S\n").gaps.map(\.text) == ["there are no *Edge cases*"])
    let open = try state(name, "# S\n\n" + settled + "\n### Bent\nHmm.\n")
    #expect(open.gaps.map(\.text) == ["edge case \"Bent\" does not have *If* and *Then*"])
    #expect(open.gaps.first?.place?.line == 8)
  }

  @Test func oneExampleIsWhole() throws {
    let name = "walk-through-example"
    #expect(try state(name, Self.header + Self.labels).state == .passed)
    let text =
      Self.header
      + Self.labels.replacing("topic: stop", with: "marks: none")
      .replacing("marks: none\n", with: "")
    #expect(try state(name, text).state == .failed)
    #expect(try state(name, "# S\n\n## One item {#walk-through}\nFirst, …\n").state == .passed)
  }

  @Test func theVersionHasItsEntry() throws {
    let name = "changelog-entry-for-version"
    let log = "## Changelog\n\n- **1.2.0** new label\n- 11.2.0 nothing\n"
    let found = try state(name, Self.header + log)
    #expect(found.state == .passed)
    #expect(found.evidence.map(\.text) == ["1.2.0 new label"])
    #expect(
      try state(name, Self.header + "## Changelog\n\n### v1.2.0 (May)\nNew.\n").state == .passed)
    let other = try state(name, Self.header + "## Changelog\n\n- 11.2.0 and 1.2.0.1\n")
    #expect(other.gaps.map(\.text) == ["the changelog does not mention 1.2.0"])
    #expect(try state(name, Self.header).gaps.map(\.text) == ["there is no *Changelog*"])
    #expect(try state(name, "# S\n").state == .failed)
  }

  @Test func theLanguageIsWritten() throws {
    #expect(try state("instructions-language", Self.header).state == .passed)
    #expect(try state("instructions-language", "# S\n").state == .failed)
  }

  @Test func thePilotIsWhole() throws {
    let whole = "quality:\n  pilot: {items: 9, annotators: 2, result: good, date: 2026-01-02}\n"
    #expect(try state("pilot-recorded", "# S\n", governance: whole).state == .passed)
    let part = try state(
      "pilot-recorded", "# S\n", governance: "quality: {pilot: {items: 9, result: x}}\n")
    #expect(part.gaps.map(\.text) == ["`quality.pilot` lacks `annotators`, `date`"])
    #expect(try state("pilot-recorded", "# S\n").state == .failed)
    let both = try ChecklistFixture(
      "# S\n", governance: "quality: {annotators-per-item: 2}\n",
      items: [ChecklistFixture.item("computed.pilot-recorded", "governance.quality.pilot")]
    ).only
    #expect(both.gaps.map(\.text) == ["`quality.pilot` is not in governance.yaml"])
  }
}
