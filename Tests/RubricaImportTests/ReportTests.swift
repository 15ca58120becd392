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
        "19: \"FAQ\" is a reserved heading: 1 question under it",
        "24: \"Glossary\" is a reserved heading: 1 term under it",
      ])
    #expect(imported.entries(.suggestion).map { $0.prefix(4) } == ["15: "])
    #expect(imported.guideline.rules.count == 3)
  }

  @Test func bracesWithinAHeadingAreText() throws {
    let imported = try Imported("# T\n\n## A {#a} b\n\n## C {.note} d {#c}\n\n## E {#e\n\nText.\n")
    imported.expectSound()
    #expect(imported.draft.contains("## A \\{#a} b"))
    #expect(imported.draft.contains("## C \\{.note} d {#c}"))
    #expect(imported.draft.contains("## E \\{#e"))
  }

  @Test func anEscapedEmptyCommentIsText() throws {
    try Imported("# T\n\nx \\<!----> y\n").expectSound()
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
    ("칸에는 **평서형(기본형)**으로 작성합니다.\n", "makes nothing bold"),
    ("You label **Target: **the person.\n", "makes nothing bold"),
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

  @Test(arguments: [
    ("Fine :warning: here.\n", "codes for signs"), ("A ==word== here.\n", "highlights"),
    ("A [word]{a hint} here.\n", "hint or a class"),
    ("Look here. {:.note}\n", "attributes of a site generator"),
  ])
  func moreNotationsOfOthersAreSaid(_ text: String, _ words: String) throws {
    let imported = try Imported("# T\n\n" + text)
    imported.expectSound()
    #expect(imported.entries(.suggestion).count == 1)
    #expect(imported.entries(.suggestion).contains { $0.contains(words) })
  }

  @Test(arguments: [
    "At 10:30:15 and a:b:c; x == y == z.\n", "{: .note }\n", "[x]{PER} and `:warning: ==x==`.\n",
    "========\n", "A \\*\\*star\\*\\*, p < 0.01** and `**x**`.\n",
  ])
  func theirSignsAloneAreNoNotation(_ text: String) throws {
    #expect(try Imported("# T\n\n" + text).entries(.suggestion) == [])
  }

  @Test(arguments: [
    "- 2 wheels\n- 3 wheels\n- 4 wheels\n", "- 2019: one\n- 2020: two\n- 2021: three\n",
    "- 1: one\n- 3: two\n- 9: three\n",
  ])
  func otherNumbersAreNoScale(_ list: String) throws {
    #expect(try Imported("# T\n\n## What\n\n" + list).entries(.suggestion) == [])
  }

  @Test(arguments: [
    ("Rating scale", "- 1 = bad\n- 2 – poor\n- 5: excellent\n"),
    ("3. Power rating", "1. bad\n2. poor\n3. excellent\n"),
    ("Schmerzskala", "- 0 (keine)\n- 10 (stark)\n"),
    ("Échelle de douleur", "0 = aucune\n5 = forte\n10 = pire\n"),
    ("評価", "- 1：低い\n- 3 = 高い\n- 5 = 最高\n"),
  ])
  func wordsForAScaleAreSaid(_ heading: String, _ list: String) throws {
    let imported = try Imported("# T\n\n## \(heading)\n\n" + list)
    imported.expectSound()
    let lines = imported.entries(.suggestion)
    #expect(lines.contains { $0.hasPrefix("5: ") && $0.contains("`kind: scale`") }, "\(lines)")
  }

  @Test(arguments: [
    ("Rating", "1. Read the whole text first.\n2. Choose.\n"),
    ("Scale", "The 3 steps - see below - are even.\n"),
    ("Choosing a score", "- 3 = a\n- 1 = b\n- 2 = c\n"),
  ])
  func otherTextsUnderAScaleAreNone(_ heading: String, _ text: String) throws {
    let imported = try Imported("# T\n\n## \(heading)\n\n" + text)
    #expect(!imported.entries(.suggestion).contains { $0.contains("`kind: scale`") })
  }

  /// What annotators are told of each example is no set of labels.
  @Test(arguments: ["### 1. `AUTHOR`", "### 1. AUTHOR", "### `AUTHOR`", "### (1) birth_date"])
  func headingsThatAreCodesMayBeLabels(_ first: String) throws {
    let text = [1, 2, 3].map { number in
      first.replacing("1", with: "\(number)").replacing("AUTHOR", with: "AUTHOR_\(number)")
        .replacing("date", with: "date_\(number)") + "\nWords.\n\n"
    }
    let imported = try Imported("# Guide\n\n## What we look for\n\n" + text.joined())
    imported.expectSound()
    #expect(imported.entries(.suggestion).count == 1)
    #expect(imported.entries(.suggestion).contains { $0.contains("3 headings like") })
    let capitals = try Imported(
      "# GUIDE\n\n## OVERVIEW\nWords.\n\n## SCOPE\nWords.\n\n## TEAM\nWords.\n")
    #expect(capitals.entries(.suggestion) == [])
  }

  @Test func numberedListsAreNoGlossary() throws {
    let list =
      "1. **Listen**: Let it play.\n2. **Decide**: Press 1.\n3. **Go on**: Take the next.\n"
    let imported = try Imported("# T\n\n## The pattern\n\n" + list)
    #expect(imported.entries(.suggestion) == [])
  }

  @Test func numberedAnswersMayBeLabels() throws {
    let list = "1. **`A` (the first)**: It is better.\n2. **`tie` (both)**: No difference.\n"
    let text = "# T\n\n## Labeling instructions\n\nGive one of two choices:\n\n\(list)"
    let imported = try Imported(text)
    #expect(imported.entries(.suggestion).count == 1)
    #expect(
      imported.entries(.suggestion).contains { $0.contains("put a heading `### Labels` over it") })
    let followed = try Imported(text.replacing("1. **", with: "### Labels\n\n1. **"))
    followed.expectSound()
    #expect(followed.labels == ["A", "tie"])
    let steps = try Imported(text.replacing("Give one of two choices:", with: "Do so:"))
    #expect(steps.entries(.suggestion) == [])
  }

  @Test(arguments: ["Rules:", "Examples:", "**Rules:**"])
  func aLineOverAListMayBeAHeading(_ line: String) throws {
    let imported = try Imported("# T\n\nWords.\n\n\(line)\n1. One.\n2. Two.\n")
    #expect(imported.entries(.suggestion).count == 1)
    #expect(imported.entries(.suggestion).contains { $0.contains("may belong under the heading") })
    let text = try Imported("# T\n\nRules:\nOne.\n")
    #expect(text.entries(.suggestion) == [])
  }

  @Test(arguments: ["| Correct | Incorrect |", "| Use | Don't use |"])
  func tablesOfRightAndWrongAreSaid(_ head: String) throws {
    let imported = try Imported("# T\n\n## Style\n\n\(head)\n|---|---|\n| a | b |\n| c | d |\n")
    #expect(imported.entries(.suggestion).count == 1)
    #expect(imported.entries(.suggestion).contains { $0.contains("says what is right and wrong") })
  }

  @Test(arguments: [
    "Classes: helmet, motorcycle, no_helmet", "There are three entity types: `a_b`, `c`, and `d`.",
  ])
  func namesInALineMayBeLabels(_ line: String) throws {
    let imported = try Imported("# T\n\n\(line)\n")
    #expect(imported.entries(.suggestion).count == 1)
    #expect(
      imported.entries(.suggestion).contains {
        $0.contains("may be the labels: make each a heading")
      })
    let labels = try Imported("# T\n\n\(line)\n\n## Labels\n\n### A\nOne.\n")
    #expect(labels.entries(.suggestion) == [])
  }

  @Test(arguments: [
    ("Mark only signs of the taxonomy:\n\n- `stop`\n- `give_way`\n", "`stop`"),
    ("1. Start.\n2. Add your classes:\n   - `stop`\n   - `give_way`\n", "`stop`"),
    ("These classes exist:\n\n```text\nstop\ngive_way\n```\n", "`stop`"),
    ("The species are listed:\n\n- stop (red)\n- give_way\n", "**stop (red)**"),
    ("Start with one class:\n\n```\nstop\n```\n", "`stop`"),
  ])
  func namesWithoutDefinitionsMayBeLabels(_ text: String, _ first: String) throws {
    let imported = try Imported("# T\n\n## Scope\n\n\(text)\nNo lights.\n")
    imported.expectSound()
    let lines = imported.entries(.suggestion)
    #expect(lines.count == 1, "\(lines)")
    #expect(lines.contains { $0.contains("under a heading `### Labels`") }, "\(lines)")
    let list = "- \(first): a sign\n- `give_way`: another one\n"
    let followed = try Imported("# T\n\n## Scope\n\n### Labels\n\n\(list)\nNo lights.\n")
    followed.expectSound()
    #expect(followed.guideline.labels.count == 2)
  }

  @Test(arguments: [
    "These classes exist:\n\n- `stop`\n- `give_way`\n\n**`stop`** is red.\n\n**`give_way`** points down.\n",
    "Do not use these classes:\n\n- `stop`\n- `give_way`\n",
    "Each record has these fields:\n\n- `text`\n- `label`\n",
    "The types of files are:\n\n- `jpg`\n- `png`\n",
    "The taxonomy puts first:\n\n- Look at the grammar.\n- Look at the words.\n",
  ])
  func namesOfOtherThingsAreNotSaid(_ text: String) throws {
    let imported = try Imported("# T\n\n## Scope\n\n\(text)")
    #expect(imported.entries(.suggestion) == [])
  }

  @Test func codesWithTheirUsesMayBeLabels() throws {
    let imported = try Imported(
      "# T\n\n## Decisions\n\n### Fine\nUse `allow` when it is.\n\n### To review\nUse `flag_it` if it is rude.\n"
    )
    #expect(imported.entries(.suggestion).count == 1)
    #expect(
      imported.entries(.suggestion).contains {
        $0.contains("the text of each says when its code is used")
      })
  }

  @Test func indentedSentencesAreSaid() throws {
    let imported = try Imported(
      "# T\n\n    Draw one box for a sign.\n    Leave out the pole of it.\n\nWords.\n\n    a = b.\n"
    )
    #expect(imported.entries(.suggestion).count == 1)
    #expect(imported.entries(.suggestion).contains { $0.contains("are shown as code") })
    let code = try Imported("# T\n\n    let a = 1 + 2\n    print(a)\n")
    #expect(code.entries(.suggestion) == [])
  }

  @Test func whatAnExampleShowsIsSaid() throws {
    let imported = try Imported("# T\n\n## Examples\n\n- \"I love it\"\n- \"Never again\"\n")
    #expect(
      imported.entries(.changed).contains { $0.contains("put `> ` before that text in each") })
    let followed = try Imported("# T\n\n## Examples\n\n- > \"I love it\"\n- > \"Never again\"\n")
    followed.expectSound()
    #expect(followed.guideline.examples.count == 2)
  }

  @Test func headingsOfExamplesAreReported() throws {
    for heading in ["5. Worked examples", "Examples"] {
      let imported = try Imported(
        "# T\n\n## \(heading)\n\n### Example: one\n\n> Ships.\n\n### Example: two\n\n> Boats.\n")
      imported.expectSound()
      #expect(imported.entries(.suggestion) == [])
      #expect(
        imported.entries(.structured).contains { $0.hasSuffix("\"Example: one\" are examples") })
    }
  }

  @Test func pointsAndWhetherTheyAreSeenAreNoScale() throws {
    let imported = try Imported(
      "# T\n\n## Keypoint schema\n\n1. nose\n2. left_eye\n3. right_eye\n\nVisibility:\n\n- `2` visible\n- `1` occluded, estimated\n- `0` not labeled\n"
    )
    #expect(imported.entries(.suggestion).count == 2)
    #expect(
      imported.entries(.suggestion).contains { $0.contains("`kind: keypoints` in the front") })
    #expect(imported.entries(.suggestion).contains { $0.contains("`[x, y, hidden]`") })
  }

  @Test func aQuotationBesideItsItemIsSaid() throws {
    let text = "# T\n\n## Examples\n\n- BAD\n\n> Ban them.\n\n- GOOD\n\n> It is fine.\n"
    let imported = try Imported(text)
    #expect(
      imported.entries(.changed).contains { $0.contains("put two blanks before each line") })
    let followed = try Imported(text.replacing("\n> ", with: "\n  > "))
    followed.expectSound()
    #expect(followed.guideline.examples.count == 2)
  }

  @Test func partsOfExamplesAreNoLabels() throws {
    let part =
      "- **Sound:** \"Ahoy.\"\n- **Correct:** Ahoy.\n- **Incorrect:** A hoy.\n\n"
    let imported = try Imported("# T\n\n## Words\n\n\(part)## Noise\n\n\(part)")
    imported.expectSound()
    #expect(
      imported.entries(.suggestion) == [
        "5: 2 lists say what is right and wrong: under a heading `Good: …` or `Bad: …`, a quotation or "
          + "picture is an example"
      ])
    let aspects = "- **Sound:** loud\n- **Length:** short\n- **Pause:** none\n\n"
    let other = try Imported("# T\n\n## Words\n\n\(aspects)## Noise\n\n\(aspects)")
    #expect(other.entries(.suggestion) == [])
    for heading in ["Contact information", "Keyboard shortcuts", "Tastenkürzel"] {
      #expect(try Imported("# T\n\n## \(heading)\n\n" + aspects).entries(.suggestion) == [])
    }
  }

  @Test(arguments: [
    "- **Definition:** what ended\n- **Annotation:** past only\n- **Example:** a note\n",
    "- **Turn:** \"Again?\"\n- **Annotation:** request\n- **Span:** \"Again\"\n",
    "- **Option A:** merge\n- **Option B:** keep\n- **Recommendation:** keep\n",
    "- **Spam**: unwanted\n- **Ham**: wanted\n",
  ])
  func partsOfATextAreNoLabels(_ list: String) throws {
    #expect(try Imported("# T\n\n## Past\n\n" + list).entries(.suggestion) == [])
  }

  @Test(arguments: [
    ("Spam", "Not spam"), ("Relevant", "Non-relevant"), ("Sûr", "Pas sûr"),
    ("*Mean*", "*Not mean*"),
  ])
  func aNameAndWhatIsNotItMayBeLabels(_ name: String, _ other: String) throws {
    let list = "- **\(name)**: one.\n- **\(other)**: any other.\n"
    let imported = try Imported("# T\n\n## Mail\n\n" + list)
    #expect(imported.entries(.suggestion).count == 1)
    #expect(
      imported.entries(.suggestion).contains { $0.contains("put a heading `### Labels` over it") })
    let followed = try Imported("# T\n\n## Mail\n\n### Labels\n\n" + list)
    #expect(followed.labels.count == 2)
  }

  @Test func aSummaryOfLabelsIsNoOtherSet() throws {
    let imported = try Imported(
      "# T\n\n## Labels\n\n### ✅ Glad\nIt laughs.\n\n### Sad\nIt weeps.\n\n## In short\n\n| Label | Sign |\n|---|---|\n| Glad | + |\n| Sad | - |\n"
    )
    imported.expectSound()
    #expect(imported.entries(.suggestion) == [])
  }

  @Test(arguments: [
    "| Year | 2019 | 2020 | 2021 |\n|---|---|---|---|\n| a | x | y | z |\n| b | x | y | z |\n",
    "| Boxes | 1 | 2 | 3 |\n|---|---|---|---|\n| a | 10 | 20 | 30 |\n| b | 1 | 2 | 3 |\n",
    "| Field | Type | Is |\n|---|---|---|\n| a | text | b |\n| c | text | d |\n",
  ])
  func otherTablesAreNotSaid(_ table: String) throws {
    #expect(try Imported("# T\n\n## What\n\n" + table).entries(.suggestion) == [])
  }

  @Test(arguments: [
    (
      "## Relations\n\n| Relation | Is |\n|---|---|\n| next to | near |\n| in | inside |\n",
      "`kind: relation`"
    ),
    (
      "## Attributes\n\n| Label | Values |\n|---|---|\n| colour | any |\n| size | any |\n",
      "`attributes` of a layer"
    ),
    ("## How good\n\n| Score | Is |\n|---|---|\n| 1 | poor |\n| 2 | fine |\n", "`kind: scale`"),
    ("## How good\n\n- **0** poor\n- **1** fine\n- **2** best\n", "`kind: scale`"),
    ("## How good\n\n- 4: best\n- 3: fine\n- 2: poor\n- x: other\n", "`kind: scale`"),
    (
      "## How good\n\n| Dimension | Scale | Is |\n|---|---|---|\n| a | 1-5 | b |\n| c | 1-5 | d |\n",
      "`kind: scale`"
    ),
    (
      "## How\n\n| Axis | 1 | 2 | 3 |\n|---|---|---|---|\n| a | bad | fine | good |\n| b | no | so | yes |\n",
      "each row of a table may be a scale"
    ),
    (
      "## How\n\n| Level | Name |\n|---|---|\n| 3 | close |\n| 0 | none |\n",
      "`kind: scale` in the front matter has its `points`"
    ),
    (
      "## Impact\n\n| Level | When |\n|---|---|\n| `high` | it ends |\n| `low` | it goes on |\n",
      "make each label a heading under `Labels`, or give a layer of `kind: scale`"
    ),
    (
      "## Fields\n\n| Field | Rule |\n|---|---|\n| `name` | as printed |\n| `date` | as ISO |\n",
      "`kind: text`"
    ),
    (
      "## How\n\n| Dimension | Weight | Is |\n|---|---|---|\n| Truth | high | b |\n| Harm | low | d |\n",
      "may say what is judged"
    ),
    (
      "## How\n\n| Step | Rule |\n|---|---|\n| 1 | Look |\n| 2 | Decide |\n",
      "under a heading `### Steps`"
    ),
  ])
  func whatTheFrontMatterDeclaresIsSaid(_ text: String, _ words: String) throws {
    let imported = try Imported("# T\n\n" + text)
    imported.expectSound()
    #expect(imported.entries(.suggestion).count == 1)
    #expect(imported.entries(.suggestion).contains { $0.contains(words) })
  }

  @Test func examplesWithNothingToShowAreNotRenamed() throws {
    let imported = try Imported(
      "# T\n\n## Worked examples\n\n- `SHIP` is a boat.\n- `11` is a tram.\n")
    imported.expectSound()
    #expect(imported.entries(.suggestion).count == 1)
    #expect(imported.entries(.suggestion).contains { $0.contains("a heading `Example: …`") })
  }

  @Test func whatTheImporterAddsIsInTheLanguage() throws {
    for (language, words) in [
      ("es", ["**Correcto:**", "# Metadatos importados {", "## Notas\n"]),
      ("de", ["**Richtig:**", "# Importierte Metadaten {", "## Hinweise\n"]),
      ("fr", ["**Correct:**", "# Métadonnées importées {", "## Remarques\n"]),
      ("ja", ["**正しい例:**", "# 取り込んだメタデータ {", "## 備考\n"]),
    ] {
      let imported = try Imported(
        [
          SourceFile(
            name: "a.md",
            text:
              "---\nlayout: entry\nshort: The age of a ship at sea.\n---\n# T\n\n## Classes\n\n- **Boat**: a\n- **Tram**: b\n\nBoth.\n\n## More\n\n<div class=\"correct\">\nA.\n</div>\n"
          )
        ], ImportOptions(language: language))
      imported.expectSound()
      for word in words { #expect(imported.draft.contains(word)) }
      #expect(
        imported.entries(.kept).contains {
          $0.contains("do not see its text: \"The age of a ship at sea.\"")
        })
    }
  }

  /// Under most headings a table holds no entries.
  @Test(arguments: [("Worked examples", true), ("Hard cases", false), ("Key terms", false)])
  func aTableIsNoListOfEntries(_ heading: String, _ isSaid: Bool) throws {
    let imported = try Imported(
      "# T\n\n## \(heading)\n\n| Text | Verdict |\n|---|---|\n| \"Go!\" | fine |\n| \"No!\" | bad |\n"
    )
    imported.expectSound()
    #expect(
      imported.entries(.suggestion).contains { $0.contains("make each entry an item of a list") }
        == isSaid)
  }
}
