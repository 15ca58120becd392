import RubricaImport
import RubricaModel
import RubricaSource
import Testing

/// The shapes in which documents write their labels.
struct LabelShapeTests {
  @Test func headingsOverListsOfNamesAreGroups() throws {
    let imported = try Imported(
      "# T\n\n## Label Categories\n\n### Type Labels (choose one)\n- **bug** - Broken.\n- **docs** - Words.\n\n### Priority Labels 🔥\n\n| Label | Color | Description |\n|---|---|---|\n| `high` | #B60205 (Red) | Soon. |\n| `low` | #0E8A16 | Later. |\n\n## Process\n\nAsk.\n"
    )
    imported.expectSound()
    #expect(imported.labels == ["bug", "docs", "high", "low"])
    #expect(imported.guideline.groups.count == 2)
    #expect(imported.body.contains("#### Group: Type Labels (choose one)\n"))
    #expect(imported.guideline.labels[2].definition.map(\.plainText) == ["Soon."])
  }

  /// What each sub-heading lists may be signs of one label.
  @Test func listsThatTellOfALabelMakeNoGroup() throws {
    let imported = try Imported(
      "# T\n\n## Categories\n\n### Spam\n- **Signals**: many links.\n- **Senders**: unknown.\n\n### Ham\n- **Signals**: a name.\n- **Senders**: known.\n"
    )
    imported.expectSound()
    #expect(imported.labels == ["spam", "ham"])
    let doubtful = try Imported(
      "# T\n\n## Categories\n\n### Mail\n- **Spam**: many links.\n- **Ham**: a name.\n\n### Letters\n- **Bill**: sums.\n- **Card**: a picture.\n"
    )
    doubtful.expectSound()
    #expect(doubtful.labels == [])
    #expect(doubtful.entries(.suggestion).count == 1)
  }

  @Test(arguments: ["Description", "Meaning", "Beschreibung", "Descripción", "Descrição"])
  func theColumnOfDefinitionsIsTheDefinition(_ head: String) throws {
    let imported = try Imported(
      "## Labels\n\n| Label | Colour | \(head) |\n|---|---|---|\n| bug | red | Broken. |\n| docs | blue | Words. |\n"
    )
    imported.expectSound()
    #expect(imported.labels == ["bug", "docs"])
    #expect(imported.guideline.labels[0].definition.map(\.plainText) == ["Broken."])
    #expect(imported.body.contains("### bug<!-- Colour: red -->\nBroken.\n"))
  }

  /// Cells of a row stand side by side: their order is only that of the columns.
  @Test func aColumnBeforeTheDefinitionStandsBehindIt() throws {
    let imported = try Imported(
      "# T\n\n## Labels\n\n| Label | Words | Key | Example | Meaning | Note |\n|---|---|---|---|---|---|\n| Refund | money \\| back | r | \"Pay me.\" | A client wants money. | Rare. |\n| Order | money | o | \"One.\" | A client wants money. | |\n"
    )
    imported.expectSound()
    #expect(
      imported.body.contains(
        """
        ### Refund<!-- Key: r -->
        A client wants money.

        **Words:** money | back

        **Note:** Rare.

        #### <!-- Example: --> Examples

        - "Pay me."

        ### Order<!-- Key: o -->
        A client wants money.

        **Words:** money

        #### <!-- Example: --> Examples

        - "One."

        """))
    #expect(
      imported.entries(.kept) == [
        "5: the column \"Key\" went into comments, which no annotator sees: the text behind a label's name "
          + "is its definition"
      ])
  }

  @Test(arguments: [
    ("Label | Examples", "a | b", ""), ("Label | Key", "a | b", ""),
    ("Label | Example | Use", "a | b | c", "c"), ("Label | Use when | Meaning", "a | b | c", "c"),
    ("Label | Explanation | Key", "a | b | c", "b"),
  ])
  func onlyATextIsADefinition(_ head: String, _ row: String, _ definition: String) throws {
    let line = "|---|---|" + String(repeating: "---|", count: head.count { $0 == "|" } - 1)
    let imported = try Imported("# T\n\n## Labels\n\n| \(head) |\n\(line)\n| \(row) |\n")
    imported.expectSound()
    #expect(imported.labels == ["a"])
    #expect(imported.guideline.labels[0].definition.first?.plainText ?? "" == definition)
  }

  @Test(arguments: [
    ("| Label | Key | Is | Meaning |\n|---|---|---|---|\n| a | `b` | c | One. |\n", []),
    ("| Label | ID | Key | Meaning |\n|---|---|---|---|\n| A b | ab | c | One. |\n", ["Key"]),
    ("| ID | Label | Includes |\n|---|---|---|\n| 1 | a | b |\n", ["ID"]),
    ("| ID | Label | Key | Meaning |\n|---|---|---|---|\n| | a | - | One. |\n", []),
  ])
  func onlyColumnsInCommentsAreSaid(_ table: String, _ columns: [String]) throws {
    let imported = try Imported("# T\n\n## Labels\n\n" + table)
    imported.expectSound()
    #expect(imported.guideline.labels.count == 1)
    #expect(imported.entries(.kept).map { String($0.split(separator: "\"")[1]) } == columns)
  }

  @Test func whatToAnnotateIsIncluded() throws {
    let imported = try Imported(
      "# T\n\n## The 11 types\n\nOnly these.\n\n| Type | Annotate | Do not annotate |\n|---|---|---|\n| NAME | Full names | Nicknames |\n| MAIL | Any address | — |\n"
    )
    imported.expectSound()
    #expect(
      imported.guideline.labels.map { $0.includes.map(\.plainText) } == [
        ["Full names"], ["Any address"],
      ])
    #expect(imported.guideline.labels.map { $0.excludes.map(\.plainText) } == [["Nicknames"], []])
  }

  @Test func numbersAreNoPartOfNames() throws {
    let imported = try Imported(
      "# T\n\n## The three labels\n\n### 0 — `govt_critique`\nOne.\n\n### 1 — `neutral`\nTwo.\n\n## Kategorierna\n\n### 4.1 Hälsa (`article9.halsa`)\nThree.\n\n### 4.2 Ursprung (`article9.ursprung`)\nFour.\n"
    )
    imported.expectSound()
    #expect(
      imported.labels == ["govt_critique", "neutral", "article9.halsa", "article9.ursprung"])
    let keys = try Imported(
      "# T\n\n## Sentiment labels\n\n### 1️⃣ Positive\nOne.\n\n### 2️⃣ Negative\nTwo.\n")
    keys.expectSound()
    #expect(keys.labels == ["positive", "negative"])
    // Not all are numbers of headings.
    let names = try Imported("## Labels\n\n### 2 wheeler\nOne.\n\n### 3 wheeler\nTwo.\n")
    #expect(names.labels == ["2-wheeler", "3-wheeler"])
  }

  @Test func remarksBetweenLabelsAreAboutTheOneBefore() throws {
    let imported = try Imported(
      "## Labels\n\n### A\nOne.\n\n### Notes\nRare.\n\n### B\nTwo.\n\n### Example\nSo.\n")
    imported.expectSound()
    #expect(imported.labels == ["a", "b"])
    #expect(imported.entries(.changed).count == 2)
  }

  /// Parts of a text that a set of labels may name.
  @Test func wordsForPartsAreLabelsOnce() throws {
    let imported = try Imported(
      "## Labels\n\n### Claim\nOne.\n\n### Definition\nTwo.\n\n### Example\nThree.\n\n### House rules\nFour.\n"
    )
    imported.expectSound()
    #expect(imported.labels == ["claim", "definition", "example", "house-rules"])
    let parts = try Imported(
      "## Labels\n\n### A\n\n### Definition\nOne.\n\n### B\n\n### Definition\nTwo.\n")
    parts.expectSound()
    #expect(parts.labels == ["a", "b"])
  }

  @Test(arguments: ["## Labels\n\nUse any.\n", "## Terms\n\n### Labels\n\n- **A**: a tag.\n"])
  func aSectionWithoutALabelIsNamed(_ text: String) throws {
    let imported = try Imported("# T\n\n" + text)
    imported.expectSound()
    #expect(imported.labels == [])
    #expect(imported.entries(.suggestion).contains { $0.contains("\"Labels\" holds no label") })
  }

  @Test func rulesBelowATableAreNoLabel() throws {
    let imported = try Imported(
      "# T\n\n## Labels\n\n| Código | Rótulo | Descrição |\n|---|---|---|\n| `a` | Um | Primeiro. |\n| `b` | Dois | Segundo. |\n\n### Regras de classificação\n\n1. Uma só.\n"
    )
    imported.expectSound()
    #expect(imported.labels == ["a", "b"])
  }

  @Test func boldParagraphsAreLabels() throws {
    let imported = try Imported(
      "# T\n\n## Labels\n\n**Positive** - Praise.\n\n_thanks, pride_\n\n**Negative** - Reproach.\n\n## Rules\n\n- One.\n"
    )
    imported.expectSound()
    #expect(imported.labels == ["positive", "negative"])
    #expect(
      imported.body.contains(
        "\n### Positive\nPraise.\n\n_thanks, pride_\n\n### Negative\nReproach.\n"))
  }

  @Test func aColonInANameIsNoObstacle() throws {
    let imported = try Imported(
      "## Labels\n\n- `docs`: Words.\n- `area:ui`: What is seen.\n- `area:api`: What is called.\n")
    imported.expectSound()
    #expect(imported.labels == ["docs", "area-ui", "area-api"])
  }

  @Test func plainNamesAreLabelsWhereAllAreAlike() throws {
    let imported = try Imported(
      "# T\n\n## Label Definitions\n- GOOD: Accurate\n- POOR: Incorrect\n")
    imported.expectSound()
    #expect(imported.labels == ["GOOD", "POOR"])
    let mixed = try Imported("# T\n\n## Labels\n\n- GOOD: Accurate\n- all others\n")
    #expect(mixed.labels == [])
  }

  @Test(arguments: [
    "- **A**: one\n- **B**: two\n", "| Label | Meaning |\n|---|---|\n| A | one |\n| B | two |\n",
  ])
  func whatStandsBehindTheLabelsIsNoPartOfTheLast(_ labels: String) throws {
    let imported = try Imported("# T\n\n## Labels\n\n\(labels)\n**Both** are rare.\n\nSee below.\n")
    imported.expectSound()
    #expect(imported.labels == ["a", "b"])
    #expect(imported.body.contains("\n## Notes\n\n**Both** are rare.\n"))
    #expect(imported.guideline.labels[1].definition.map(\.plainText) == ["two"])
  }

  @Test func rowsOfEdgeCasesAreEntries() throws {
    let imported = try Imported(
      "# T\n\n## 5. Edge cases\n\n| Edge case | Rule |\n|---|---|\n| satire | Label the literal content. |\n| \"Not.\" | Same as satire. |\n\n## Contact\n\nUs.\n"
    )
    imported.expectSound()
    #expect(imported.guideline.rules.count == 2)
    #expect(imported.body.contains("\n- **satire:** Label the literal content.\n"))
    #expect(imported.body.contains("\n## <!-- 5. --> Edge cases\n"))
    let wide = try Imported(
      "# T\n\n## Edge cases\n\n| Text | Label | Why |\n|---|---|---|\n| a quote | none | It is no threat. |\n"
    )
    wide.expectSound()
    #expect(wide.guideline.rules.count == 1)
    #expect(
      wide.body.contains("- **a quote:**\n\n  **Label:** none\n\n  **Why:** It is no threat.\n"))
  }

  @Test func blocksOfAClassSayWhatTheyShow() throws {
    let imported = try Imported(
      "# T\n\n<div class=\"annotation-correct\" markdown=\"1\">\n~~~ ann\nT1\n~~~\n</div>\n\n<div class=\"annotation-incorrect\" markdown=\"1\">\n\nT2\n\n</div>\n"
    )
    imported.expectSound()
    #expect(imported.body.contains("\n**Correct:**\n\n"))
    #expect(imported.body.contains("\n**Incorrect:**\n\n"))
    #expect(imported.entries(.changed).count == 2)
  }

  @Test func notesOfSitesAndHostsAreQuotesUnderATitle() throws {
    let imported = try Imported(
      "# T\n\n> [!WARNING]\n> Take care.\n\n:::note[Your **title**]\n\nSome text.\n- a\n\n:::\n\n:::tip\nMore.\n:::\n\nEnd.\n"
    )
    imported.expectSound()
    #expect(imported.body.contains("\n> [!WARNING]\n> Take care.\n"))
    #expect(
      imported.body.contains("\n> **note**\n>\n> Your **title**\n>\n> Some text.\n> - a\n>\n\n"))
    #expect(imported.body.contains("\n> [!tip]\n> More.\n\n\nEnd.\n"))
    #expect(imported.entries(.changed).count == 2)
  }

  @Test(arguments: [
    ("::: {.callout-note}\nLook.\n:::\n", "> [!note]\n> Look.\n\n"),
    (":::{warning}\nLook.\n:::\n", "> [!warning]\n> Look.\n\n"),
    ("::: {.callout-tip}\n## Careful\nLook.\n:::\n", "> [!tip]\n> ## Careful\n> Look.\n\n"),
    (
      ":::{admonition} Mind *this*\nLook.\n:::\n",
      "> **admonition**\n>\n> Mind *this*\n>\n> Look.\n\n"
    ),
    ("!!! note\n    Look.\n", "> [!note]\n> Look.\n"),
    ("!!! note \"Mind\"\n    Look.\n", "> **note \"Mind\"**\n>\n> Look.\n"),
    ("> [!INFO]\n> Look.\n", "> **INFO**\n>\n> Look.\n"),
  ])
  func notesOfEachNotation(_ note: String, _ draft: String) throws {
    let imported = try Imported("# T\n\n" + note)
    imported.expectSound()
    #expect(imported.body == "# T\n\n" + draft)
    #expect(imported.entries(.changed).count == 1)
    #expect(imported.entries(.suggestion) == [])
  }

  @Test func headingsMaySayThatTheyAreLabels() throws {
    let imported = try Imported(
      """
      # T

      Words.

      ## Label: Stop sign
      A red octagon.

      ### Examples
      - Red.

      ## Label 2: Yield
      A triangle.

      ## Rules
      - Draw.

      """)
    imported.expectSound()
    #expect(imported.labels == ["stop-sign", "yield"])
    #expect(imported.guideline.labels[0].definition.plainText == "A red octagon.")
    #expect(imported.body.contains("\n## Labels\n\n### <!-- Label: --> Stop sign\n"))
    #expect(imported.body.contains("\n#### Examples\n"))
    #expect(imported.body.contains("\n## Rules\n"))
    let declared = try Imported("# T\n\n## Labels\n\n### Class: Stop\nA.\n\n### Yield\nB.\n")
    declared.expectSound()
    #expect(declared.labels == ["stop", "yield"])
    let other = try Imported("# T\n\n## Label everything: a plea\n\nDo.\n")
    #expect(other.labels == [])
  }

  @Test func aBoldNameMayStandAboveAList() throws {
    let imported = try Imported(
      "# T\n\n## Labels\n\n- **Person**\n  - Any human\n  - Not: dolls\n- **Car**\n  - A sedan\n")
    imported.expectSound()
    #expect(imported.labels == ["person", "car"])
    #expect(imported.guideline.labels[0].definition.plainText == "Any human\nNot: dolls")
    let bare = try Imported("# T\n\n## Labels\n\n- **Person**\n- **Car**\n")
    #expect(bare.labels == [])
  }

  @Test func namesMayStandBehindNumbers() throws {
    let imported = try Imported(
      """
      # T

      ## Classes

      | ID | Class | Meaning | Excludes |
      |---|---|---|---|
      | 0 | Road | Paved. | paths |
      |  | Sky | Blue. | - |

      """)
    imported.expectSound()
    #expect(imported.labels == ["road", "sky"])
    #expect(imported.guideline.labels.map(\.definition.plainText) == ["Paved.", "Blue."])
    #expect(imported.guideline.labels[0].excludes.map(\.plainText) == ["paths"])
    #expect(imported.body.contains("\n#### <!-- ID: 0 --> Road\n"))
    #expect(imported.body.contains("\n#### Sky\n"))
  }

  @Test func attributesBehindALinkBecomeAComment() throws {
    let imported = try Imported(
      "# T\n\nSee [there](https://x.example){:target=\"_blank\"}, now.\n")
    imported.expectSound()
    #expect(imported.body.contains("<!-- {:target=\"_blank\"} -->, now."))
  }

  @Test func hyphensInACommentDoNotEndIt() throws {
    let imported = try Imported(
      "# T\n\nBoy **Henry**<!-- style=\"rgba(var(--color), .2)\" --> came.\n")
    imported.expectSound()
    #expect(imported.body.contains("<!-- style=\"rgba(var(- -color), .2)\" -->"))
    #expect(imported.entries(.changed).count == 1)
  }

  @Test func aSignMayStandBehindABoldName() throws {
    let imported = try Imported(
      "# T\n\n## Labels\n\n- **Glad** [🔴]\n  - It laughs.\n\n- **Sad** [x]: It weeps.\n")
    imported.expectSound()
    #expect(imported.labels == ["glad", "sad"])
    #expect(imported.guideline.labels.map(\.definition.plainText) == ["It laughs.", "It weeps."])
    #expect(imported.body.contains("\n### Glad<!-- [🔴] -->\n"))
    #expect(imported.report.sentences == 3)
    let linked = try Imported(
      "# T\n\n## Labels\n\n- **Glad** [x]: It laughs.\n- **Sad** [x](y.md): It weeps.\n\n[x]: https://x.example\n"
    )
    linked.expectSound()
    #expect(linked.labels == [])
    #expect(
      linked.entries(.suggestion).contains {
        $0.contains("\"Glad x: It laughs.\" is not a bold name")
      })
  }

  @Test func anExcerptKeepsWordsApart() throws {
    let imported = try Imported(
      "# T\n\n## Labels\n\n- Glad\n  - It laughs.\n- Sad\n  - It weeps.\n")
    #expect(imported.entries(.suggestion).contains { $0.contains("\"Glad It laughs.\"") })
  }
}
