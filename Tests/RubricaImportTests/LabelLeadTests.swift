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

  /// It is done, under another heading for labels as well.
  @Test func examplesThatWereMovedAreNotSaid() throws {
    let imported = try Imported(
      "# T\n\n## Entity types\n\n### Boat\nIt floats.\n\n**Examples:**\n- a skiff\n\n### Tram\nIn towns.\n"
    )
    imported.expectSound()
    #expect(imported.guideline.examples.count == 1)
    #expect(imported.entries(.suggestion) == [])
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
}
