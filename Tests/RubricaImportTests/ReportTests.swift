import RubricaImport
import RubricaModel
import RubricaSource
import Testing

/// What the report says of what is there, and what it leaves to people.
struct ReportTests {
  @Test func reservedHeadingsAreSaidWithTheirEntries() throws {
    let imported = try Imported(
      """
      # T

      ## Rules

      1. One.
      2. Two.

      ### Three
      More.

      ## Good examples

      - > a quote

      ## Edge cases

      **Mirrors:** no cars.

      ## FAQ

      **Q: Vans?**
      A: Yes.

      ## Glossary

      | Term | Is |
      |---|---|
      | a | b |
      """)
    imported.expectSound()
    #expect(
      imported.entries(.structured) == [
        "3: \"Rules\" is a reserved heading: 3 rules under it",
        "11: \"Good examples\" is a reserved heading: 1 good example under it",
        "24: \"Glossary\" is a reserved heading: 1 term under it",
      ])
    #expect(imported.entries(.suggestion).map { $0.prefix(4) } == ["15: ", "19: "])
    #expect(imported.guideline.rules.count == 3)
  }

  @Test func sentencesAreCountedAsPeopleDo() throws {
    let report = try Imported(
      """
      # Guide

      ## 1. Goal

      Find cars.

      ## 2. Work

      1. Draw a box.
      2. Pick a label: one of two.

      ## Table

      | a | b |
      |---|---|
      | c | d |
      """
    ).report
    #expect(report.sentences == 5)
    #expect(report.prose.map(\.sentences) == [1, 2, 2])
  }

  @Test func theLanguageIsNoticed() throws {
    let text = "# Guía\n\n## Etiquetas\n\n### BAD\nUno.\n\n### GOOD\nDos.\n"
    let imported = try Imported(text)
    #expect(imported.entries(.suggestion).contains { $0.contains("`--language es`") })
    let spanish = try Imported(
      [SourceFile(name: "guide.md", text: text)], ImportOptions(language: "es"))
    #expect(spanish.labels == ["BAD", "GOOD"])
    #expect(spanish.entries(.suggestion).isEmpty)
  }

  @Test func suggestionsSpeakTheLanguageOfTheDocument() throws {
    let imported = try Imported(
      "---\nlang: es\n---\n# Guía\n\n## Intenciones\n\n### `agendar`\n\nUna.\n\n### `consultar`\n\nDos.\n\n### `otras`\n\nTres.\n"
    )
    imported.expectSound()
    #expect(imported.entries(.suggestion).contains { $0.contains("heading `Etiquetas`") })
  }

  @Test func numbersBeforeWordsOfTheLanguageBecomeComments() throws {
    let imported = try Imported("---\nlang: es\n---\n# Guía\n\n## 3. Reglas\n\n- Marcar todo.\n")
    imported.expectSound()
    #expect(imported.guideline.rules.count == 1)
  }

  @Test func aNumberThatIsHiddenIsMissed() throws {
    let imported = try Imported(
      "# T\n\n## 1. Goal\n\nSee section 2, not section 2.1 or 1.\n\nSee section 21.\n\n## 2. Rules\n\n- One.\n"
    )
    imported.expectSound()
    #expect(imported.entries(.suggestion).count == 1)
    #expect(imported.entries(.suggestion).contains { $0.hasPrefix("5: \"section 2\"") })
  }

  @Test(arguments: [
    ("Tag it[^1].\n\n[^1]: Except in *quotes*.\n", "footnotes"),
    ("The score is $x_1$.\n", "formulas"),
    ("::: {.tip title=\"T\"}\n\nTag.\n\n:::\n", "note blocks"),
    ("import Tabs from '@theme/Tabs';\n", "imports"),
    ("See {{ site.title }}.\n", "values of a template"),
    ("See [[Rules]].\n", "links of a wiki"),
  ])
  func notationsOfOthersAreSaid(_ text: String, _ words: String) throws {
    let imported = try Imported("# T\n\n" + text)
    imported.expectSound()
    #expect(imported.entries(.suggestion).count == 1)
    #expect(imported.entries(.suggestion).contains { $0.contains(words) })
  }

  @Test func moneyAndCodeAreNoNotation() throws {
    let imported = try Imported(
      "# T\n\nIt costs $5 to $6, `[^1]` and `{{ x }}`; [[1, 2], [3]]; we import cars from 'there'.\n"
    )
    #expect(imported.entries(.suggestion) == [])
  }
}
