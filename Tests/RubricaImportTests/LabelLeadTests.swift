import RubricaImport
import RubricaModel
import RubricaSource
import Testing

/// Words before the parts of what is said about a label.
struct LabelLeadTests {
  @Test(arguments: [
    ("en", "Definition:\nIt floats."), ("en", "**Definition:** It floats."),
    ("en", "**Description**: It floats."), ("en", "Meaning:\n\nIt floats."),
    ("de", "**Beschreibung:** It floats."), ("fr", "**Définition:**\nIt floats."),
    ("es", "Definición: It floats."),
  ])
  func theWordBeforeADefinitionIsNoneOfIt(_ language: String, _ text: String) throws {
    let imported = try Imported(
      [
        SourceFile(
          name: "a.md", text: "# T\n\n## Labels\n\n### Boat\n\n\(text)\n\n### TRAM\nIn towns.\n")
      ],
      ImportOptions(language: language))
    imported.expectSound()
    #expect(imported.guideline.labels.map(\.definition.plainText) == ["It floats.", "In towns."])
    #expect(imported.guideline.labels[0].name.value == "Boat")
  }

  @Test(arguments: [
    "Definition: - one\n", "Definition:\n\n- one\n", "Definition of it: one.\n",
    "Text.\n\nDefinition: one.\n",
  ])
  func otherWordsStay(_ text: String) throws {
    let draft = "# T\n\n## Labels\n\n### Boat\n\n" + text
    let imported = try Imported(draft)
    imported.expectSound()
    #expect(imported.body == draft)
  }

  @Test func examplesEndADefinition() throws {
    let imported = try Imported(
      """
      # T

      ## Labels

      ### Boat

      **Definition:** It floats.

      **Examples:**
      - "A skiff."

      Signs:
      - water

      ---

      ### Tram
      In towns.

      Examples:

      - "The 11."

      **Include:**
      - buses
      """)
    imported.expectSound()
    let (boat, tram) = (imported.guideline.labels[0], imported.guideline.labels[1])
    #expect(boat.definition.plainText == "It floats.")
    #expect(imported.body.contains("\n#### Examples\n- \"A skiff.\"\n\n#### Signs\n- water\n"))
    #expect(imported.guideline.examples.count == 1)
    // Behind a heading it would be no part of the label.
    #expect(tram.includes.map(\.plainText) == ["buses"])
    #expect(imported.body.contains("\nExamples:\n"))
  }

  @Test(arguments: [
    ("en", "**Include:**\n- skiffs\n\n**Do not include:** rafts; tubs\n"),
    ("es", "**Incluir:** skiffs\n\n**Excluir**:\nrafts; tubs\n"),
    ("en", "**What counts:** skiffs\n\n**Excluded:**\n\n- rafts\n- tubs\n"),
    ("en", "**Include when:**\n- skiffs\n\n**Do NOT label if:** rafts; tubs\n"),
    ("de", "**Annotieren:** skiffs\n\n**Nicht annotieren wenn:**\n- rafts\n- tubs\n"),
    ("es", "**Se anota:** skiffs\n\n**No se anota:**\n- rafts\n- tubs\n"),
    ("fr", "**Annoter:** skiffs\n\n**Ne pas annoter:**\n- rafts\n- tubs\n"),
    ("ja", "**アノテーションする:**\n- skiffs\n\n**アノテーションしない:**\n- rafts\n- tubs\n"),
  ])
  func boldWordsNearlySaidAreReserved(_ language: String, _ text: String) throws {
    for before in ["It floats.\n\n", ""] {
      let imported = try Imported(
        [SourceFile(name: "a.md", text: "# T\n\n## Labels\n\n### Boat\n\(before)\(text)")],
        ImportOptions(language: language))
      imported.expectSound()
      let boat = imported.guideline.labels[0]
      #expect(boat.includes.map(\.plainText) == ["skiffs"])
      #expect(boat.excludes.map(\.plainText) == ["rafts", "tubs"])
      #expect(boat.definition.plainText == before.split(separator: "\n").joined())
      #expect(boat.name.value == "Boat")
    }
  }

  @Test func aConditionOfALabelSaysWhatItIs() throws {
    let imported = try Imported(
      "# T\n\n## Labels\n\n### Boat\n\n**Label if:** it floats.\n\n**Do not label if:** it sinks\n")
    imported.expectSound()
    let boat = imported.guideline.labels[0]
    #expect(boat.definition.plainText == "it floats.")
    #expect(boat.excludes.map(\.plainText) == ["it sinks"])
    let table = try Imported(
      "# T\n\n## Labels\n\n| Class | Label if... | Do NOT label if... |\n|---|---|---|\n| Boat | It floats. | It sinks |\n| Tram | In towns. | In hills |\n"
    )
    table.expectSound()
    #expect(table.guideline.labels.map(\.definition.plainText) == ["It floats.", "In towns."])
    #expect(table.guideline.labels[0].excludes.map(\.plainText) == ["It sinks"])
  }

  @Test(arguments: ["Include when:", "Exclude (label otherwise):"])
  func plainWordsWithAConditionAreSaid(_ words: String) throws {
    let imported = try label("\(words)\n- skiffs\n")
    #expect(
      imported.entries(.suggestion).contains { $0.contains("may belong under **Includes**") })
  }

  private func label(_ text: String, _ language: String = "en") throws -> Imported {
    let imported = try Imported(
      [
        SourceFile(
          name: "a.md",
          text: "# T\n\n## Labels\n\n### Boat\n\nIt floats.\n\n\(text)\n### Tram\nIn towns.\n")
      ], ImportOptions(language: language))
    imported.expectSound()
    #expect(imported.labels == ["boat", "tram"])
    return imported
  }

  @Test(arguments: [
    ("en", "**Examples:**\n- ✅ \"A skiff.\"\n- ✅ \"A tub.\"\n- ❌ \"The 11.\"\n\n---\n"),
    ("de", "#### Beispiele\n\n- ✓ „Boot“\n- ✓ „Kahn“\n- ✗ „Bahn“\n"),
  ])
  func signsSayWhichExamplesAreWrong(_ language: String, _ text: String) throws {
    let imported = try label(text, language)
    #expect(imported.guideline.examples.map(\.role) == [.good, .good, .bad])
    #expect(imported.guideline.labels[0].definition.plainText == "It floats.")
  }

  @Test(arguments: [
    "**Examples:**\n- \"A skiff.\"\n- ❌ \"The 11.\"\n", "**Examples:**\n- 🚫 \"The 11.\"\n",
  ])
  func signsThatDoNotSayItOfEachKeepExamplesProse(_ text: String) throws {
    let imported = try label(text)
    #expect(imported.guideline.examples.isEmpty)
    #expect(imported.entries(.changed).contains { $0.contains("signs say that some") })
  }

  /// It is the sign of the label.
  @Test func theSignOfALabelSaysNothingOfItsExamples() throws {
    let imported = try Imported(
      "# T\n\n## Labels\n\n### ✅ Fine\nIt floats.\n\n**Examples:**\n- ✅ Ahoy.\n\n### ❌ Poor\nIt sinks.\n\n**Examples:**\n- ❌ Help.\n"
    )
    imported.expectSound()
    #expect(imported.guideline.examples.map(\.role) == [.good, .good])
  }

  @Test(arguments: [
    "**Positive examples:**\n- a skiff\n\n**Negative examples:**\n- the 11\n",
    "**Good examples:**\n- a skiff\n\n**Non-examples:** the 11\n",
    "**Example:** a skiff\n\n**Counterexample:**\n\nthe 11\n",
    "**Example:**\n> a skiff\n> or two\n\n**Bad example:**\n```\nthe 11\n```\n",
    "#### Positive examples\n\n- a skiff\n\n#### ❌ Counter-examples\n\n- the 11\n",
  ])
  func examplesStandUnderManyWords(_ text: String) throws {
    let imported = try label(text)
    #expect(imported.guideline.examples.map(\.role) == [.good, .bad])
    #expect(imported.guideline.labels[0].definition.plainText == "It floats.")
    #expect(imported.entries(.suggestion) == [])
  }

  @Test(arguments: [
    "#### Standard Examples:\n\n- a skiff\n\n#### Other examples\n\n- a tub\n",
    "#### Additional examples\n\n- a skiff\n- a tub\n",
    "**Example annotations:**\n- a skiff\n- a tub\n",
    "**Weitere Beispiele:**\n- a skiff\n- a tub\n",
    "**Example review:** a skiff\n\n**Example sentence:** a tub\n",
  ])
  func examplesMaySayOfWhatTheyAre(_ text: String) throws {
    let imported = try label(text)
    #expect(imported.guideline.examples.map(\.role) == [.good, .good])
    #expect(imported.guideline.labels[0].definition.plainText == "It floats.")
    #expect(imported.entries(.suggestion) == [])
  }

  /// Whether they are right ones is not said.
  @Test(arguments: ["Unclear example", "Example themes", "Idiomatic examples"])
  func wordsThatLeaveOpenWhatExamplesShowStay(_ words: String) throws {
    let imported = try label("**\(words):**\n- a skiff\n")
    #expect(imported.guideline.examples.isEmpty)
  }

  @Test func numberedExamplesAreOfOneSection() throws {
    let imported = try label("**Example 1:**\n> a skiff\n\n**Example 2:**\n> a tub\n")
    #expect(imported.guideline.examples.map(\.role) == [.good, .good])
    #expect(imported.body.contains("\n<!-- Example 2: -->\n- > a tub\n"))
  }

  /// One row a case, as under a heading of its own.
  @Test func aTableOfEdgeCasesEndsADefinition() throws {
    let imported = try label(
      "**Tricky cases:**\n\n| Text | Label |\n|---|---|\n| tub | Boat |\n| raft | none |\n")
    #expect(imported.guideline.rules.count == 2)
    #expect(imported.guideline.labels[0].definition.plainText == "It floats.")
  }

  @Test func whatALabelExcludesHasEndedItsDefinition() throws {
    let imported = try label(
      "**Excludes:**\n- rafts\n\n**Edge cases:**\n- Tubs.\n\nAll are small.\n")
    #expect(
      imported.entries(.suggestion).contains { $0.contains("\"Edge cases:\" stays where it is:") })
  }

  @Test func itemsMayHoldThePartsOfALabel() throws {
    let imported = try Imported(
      """
      # T

      ## Labels

      ### Boat
      - **Definition**: It floats,
        and has a hull.
      - **Keywords**: hull, mast.
      - Include: skiffs
      - **Exclude**: rafts
      - **Examples:**
          - a skiff
          - a tub
      - **Edge cases:**
      \t- Tubs are boats.

      ### Tram
      * Description: In towns.
      * Example: "The 11."
        * **Why**: It has rails.

      """)
    imported.expectSound()
    let labels = imported.guideline.labels
    #expect(labels.map(\.name.value) == ["Boat", "Tram"])
    #expect(
      labels.map(\.definition.plainText) == [
        "It floats, and has a hull.\nKeywords: hull, mast.", "In towns.",
      ])
    #expect(labels[0].includes.map(\.plainText) == ["skiffs"])
    #expect(labels[0].excludes.map(\.plainText) == ["rafts"])
    #expect(imported.guideline.examples.map(\.role) == [.good, .good, .good])
    #expect(imported.guideline.rules.count == 1)
    #expect(imported.body.contains("- \"The 11.\"\n  * **Why**: It has rails."))
  }

  @Test(arguments: [
    "- **Example**: a skiff\n- All are small.\n", "- Small.\n- **Definition:** It floats.\n",
    "- **Example**: a skiff\n- **Colour**: blue\n", "- [ ] **Definition:** It floats.\n",
  ])
  func itemsThatStayAreSaidOnce(_ list: String) throws {
    let text = "# T\n\n## Labels\n\n### Boat\n\(list)\n### Tram\n\(list)"
    let imported = try Imported(text)
    imported.expectSound()
    #expect(imported.body == text)
    #expect(imported.entries(.suggestion).count == 1)
    #expect(imported.entries(.suggestion).contains { $0.contains("as such words do in 2 lists") })
  }

  @Test(arguments: ["Edge cases", "Tricky cases"])
  func edgeCasesEndADefinition(_ words: String) throws {
    let imported = try label("**\(words):**\n- Tubs are boats.\n")
    #expect(imported.guideline.rules.count == 1)
    #expect(imported.guideline.labels[0].definition.plainText == "It floats.")
  }

  /// Nobody can say whether what follows is about the examples.
  @Test(arguments: [
    "**Example:**\n\n\"A skiff.\"\n\n**Label:** Boat\n",
    "Examples:\n\n- a skiff\n\nAll are small.\n",
    "**Tricky cases:**\n\n| Text | Label |\n|---|---|\n| tub | Boat |\n\nAll are small.\n",
    "**Example:** a skiff\n**Excludes:** rafts\n",
    "**Example:** a skiff\n**Counterexample:** the 11\n",
  ])
  func wordsThatStayInADefinitionAreSaidOnce(_ text: String) throws {
    let imported = try label(text)
    #expect(imported.guideline.examples.isEmpty)
    #expect(imported.entries(.suggestion).count == 1)
    #expect(
      imported.entries(.suggestion).contains { $0.contains("stays a part of the definition:") })
  }

  @Test func theLastColumnOfATableMayHoldExamples() throws {
    let imported = try Imported(
      "# T\n\n## Labels\n\n| Label | Meaning | Not when | Example |\n|---|---|---|---|\n| Boat | It floats. | it flies | a skiff |\n| Tram | In towns. | | the 11 |\n"
    )
    imported.expectSound()
    #expect(imported.guideline.labels.map(\.definition.plainText) == ["It floats.", "In towns."])
    #expect(imported.guideline.labels[0].excludes.map(\.plainText) == ["it flies"])
    #expect(imported.guideline.examples.map(\.role) == [.good, .good])
    let more = try Imported(
      "# T\n\n## Labels\n\n| Label | Example review | Meaning |\n|---|---|---|\n| Boat | a skiff | It floats. |\n| Tram | the 11 | In towns. |\n"
    )
    more.expectSound()
    #expect(more.guideline.labels.map(\.definition.plainText) == ["It floats.", "In towns."])
    #expect(more.guideline.examples.map(\.role) == [.good, .good])
  }

  @Test(arguments: [
    "✅ **Include:**\n- skiffs\n\n❌ **Exclude:**\n- rafts\n",
    "✅ **Includes:** skiffs\n\n**❌ Excludes:** rafts\n", "- Include: skiffs\n- Exclude: rafts\n",
    "- **Includes:** skiffs\n- **❌ Exclude:** rafts\n", "✔️ Include: skiffs\n\n✖️ Exclude: rafts\n",
    "**What to include:** skiffs\n\n**What not to include:** rafts\n",
    "#### ✅ Include\n- skiffs\n\n#### Exclusions\n\n- rafts\n",
    "**Include:** skiffs\n**Exclude:** rafts\n", "**✅ Include:** skiffs  \n**❌ Exclude:** rafts\n",
    "**Includes:** skiffs\n**What not to include:**\n- rafts\n",
  ])
  func partsMayStandBehindASignOrInAList(_ text: String) throws {
    let imported = try label(text)
    let boat = imported.guideline.labels[0]
    #expect(boat.definition.plainText == "It floats.")
    #expect(boat.includes.map(\.plainText) == ["skiffs"])
    #expect(boat.excludes.map(\.plainText) == ["rafts"])
    #expect(imported.entries(.suggestion) == [])
  }

  @Test(arguments: [
    ("- Include: skiffs\n- Note: they are rare\n", "make it a paragraph of its own"),
    ("- Include:\n  - skiffs\n  - tubs\n", "make it a paragraph of its own"),
    ("#### Signs\n\nWater.\n\n#### Exclusions\n\n- rafts\n", "if it stood before \"Signs\""),
    ("#### Inclusions\n\nSkiffs.\n", "only over one list"), ("**Do:**\n- draw\n", "**Includes**"),
    ("**Not to be confused with:** trams\n", "what **Not** is for"),
    ("#### Example\n\nA skiff.\n", "the heading `Examples` is for"),
  ])
  func partsThatStayAreSaid(_ text: String, _ words: String) throws {
    let imported = try label(text)
    #expect(imported.entries(.suggestion).count == 1)
    #expect(imported.entries(.suggestion).contains { $0.contains(words) })
  }

  /// It is done, under another heading for labels as well.
  @Test func examplesThatWereMovedAreNotSaid() throws {
    let imported = try Imported(
      "# T\n\n## Entity types\n\n### Boat\nIt floats.\n\n**Examples:**\n- a skiff\n\n### Tram\nIn towns.\n"
    )
    imported.expectSound()
    #expect(imported.guideline.examples.count == 1)
    #expect(imported.entries(.suggestion) == [])
  }
}
