import RubricaImport
import RubricaModel
import RubricaSource
import Testing

/// Which headings, items and rows are labels, and which only stand beside them.
struct LabelTests {
  @Test(arguments: [
    "- **PER**: person names\n- **LOC**: places\n",
    "| Class | Definition |\n|---|---|\n| PER | person names |\n| LOC | places |\n",
  ])
  func aHeadingBehindTheLabelsIsNone(_ labels: String) throws {
    for heading in ["Labels", "Classes"] {
      for aside in ["What is NOT labeled", "Notes", "How to annotate dates"] {
        let imported = try Imported(
          "# NER\n\n## \(heading)\n\n\(labels)\n### \(aside)\n\nPronouns.\n\n#### More\n\nWords.\n")
        imported.expectSound()
        #expect(imported.labels == ["PER", "LOC"])
        #expect(imported.body.contains("\n## \(aside)\n\nPronouns.\n\n### More\n"))
        #expect(imported.entries(.changed).contains { $0.contains("\"\(aside)\" was moved up") })
      }
    }
  }

  /// What would be no label is in the way of a list or table all the same.
  @Test(arguments: [
    "- **PER**: person names\n- **LOC**: places\n",
    "| Class | Definition |\n|---|---|\n| PER | person names |\n| LOC | places |\n",
  ])
  func aSectionBehindTheLabelsLeavesThem(_ labels: String) throws {
    for heading in ["Labels", "Classes"] {
      for section in ["Rules", "FAQ", "Edge cases", "Special cases", "Notes on dates"] {
        let imported = try Imported(
          "# NER\n\n## \(heading)\n\n\(labels)\n### \(section)\n\n- Dates are none.\n")
        imported.expectSound()
        #expect(imported.labels == ["PER", "LOC"])
        #expect(imported.body.contains("\n## \(section)\n\n- Dates"))
        #expect(imported.entries(.changed).contains { $0.contains("\"\(section)\" was moved up") })
      }
    }
    let headings = "### Car\n\nOne.\n\n### Bus\n\nTwo.\n\n### Rules\n\n- Look twice.\n"
    let imported = try Imported("# T\n\n## Labels\n\n" + headings)
    #expect(imported.body.contains("\n### Rules\n"))
  }

  @Test(arguments: [
    "### Person\n\nPeople.\n\n### Place\n\nPlaces.\n\n### Wie man Daten annotiert\n\nSo.\n",
    "### What a label is\n\nWords.\n\n### Person\n\nPeople.\n\n### Place\n\nPlaces.\n",
  ])
  func headingsThatTellSomethingAreNoLabels(_ headings: String) throws {
    let imported = try Imported("# T\n\n## Entity types\n\n" + headings)
    imported.expectSound()
    #expect(imported.labels == ["person", "place"])
  }

  @Test func aHeadingBetweenLabelsIsSaid() throws {
    let imported = try Imported(
      "# T\n\n## Labels\n\n### A\nOne.\n\n### How to label\nSo.\n\n### B\nTwo.\n")
    imported.expectSound()
    #expect(imported.entries(.suggestion).contains { $0.hasPrefix("8: \"How to label\"") })
    #expect(imported.entries(.structured).contains { $0.contains("2 headings") })
  }

  @Test func oneHeadingIsALabel() throws {
    let imported = try Imported("# T\n\n## Labels\n\n### A\nOne.\n")
    #expect(imported.entries(.structured).contains { $0.contains("1 heading under \"Labels\" is") })
  }

  /// An underline says the level of its heading, too: nothing is certain to be fewer.
  @Test func anUnderlinedHeadingStays() throws {
    let text = "Labels\n======\n\n- **A**: one\n- **B**: two\n\nNotes\n-----\n\nWords.\n"
    let imported = try Imported(text)
    imported.expectSound()
    #expect(imported.body == text)
    #expect(imported.entries(.suggestion).contains { $0.hasPrefix("7: \"Notes\"") })
    #expect(imported.entries(.suggestion).contains { $0.contains("headings follow below it") })
  }

  @Test(arguments: [
    "| Class | Definition |\n|---|---|\n| road | paved |\n| background | the rest |\n",
    "- **Road**: paved\n- **Background**: the rest\n",
    "### Road\n\nPaved.\n\n### Background\n\nThe rest.\n",
  ])
  func backgroundIsAClass(_ labels: String) throws {
    let imported = try Imported("# T\n\n## Classes\n\n" + labels)
    imported.expectSound()
    #expect(imported.labels == ["road", "background"])
  }

  @Test(arguments: [
    ("### Background\n\nWhy.\n\n### Road\n\nPaved.\n", "\"Background\" might not be"),
    ("- **Road**: paved\n- **Note**: the rest\n", "\"Note\" might not be"),
    ("- **Road**: paved\n- **Rules**: the rest\n", "\"Rules\" is a reserved word"),
    ("1. Road: paved\n2. Sky: blue\n", "no marks; make the names bold and import again"),
    ("- **Road**: paved\n- sky\n", "no definition stands behind \"sky\"; write one there"),
    ("- road - paved\n- sea: wet\n- sky\n", "no definition stands behind \"sky\""),
    ("- **Road**: paved\n- Mark it tight.\n", "\"Mark it tight.\" is not a bold name"),
    ("- Road\n- **Sky**\n", "no definitions stand behind its names"),
    ("| Class | Not |\n|---|---|\n| road | paths |\n| sky | sea |\n", "the header \"Not\""),
    ("| Class | Is |\n|---|---|\n| road | # one |\n| sky | two |\n", "\"# one\" would begin"),
    ("| Colour | Is |\n|---|---|\n| road | one |\n| sky | two |\n", "\"Colour\" above its first"),
    (
      "| ID | Place | Name |\n|---|---|---|\n| 1 | below | road |\n| 2 | above | sky |\n",
      "two columns stand before that of its names"
    ),
    ("| | Is | Has |\n|---|---|---|\n| road | a | b |\n", "no word stands above its first column"),
    ("| ID | Class |\n|---|---|\n| 0 | road |\n| 1 | sky |\n", "in the second column"),
    ("| Class | Is |\n|---|---|\n| `a` `b` | one |\n| c | two |\n", "names several labels; give"),
    ("| Class | Is |\n|---|---|\n| **a**, **b** | one |\n| c | two |\n", "names several labels"),
    ("| Class | Is |\n|---|---|\n| PER / LOC | one |\n| c | two |\n", "names several labels"),
    ("| Class | Is |\n|---|---|\n| road |\n| sky | two |\n", "line 7 does not have as many cells"),
  ])
  func theReasonIsSaidOnce(_ labels: String, _ reason: String) throws {
    let imported = try Imported("# T\n\n## Classes\n\n" + labels)
    imported.expectSound()
    #expect(imported.labels == [])
    let lines = imported.entries(.suggestion)
    #expect(lines.count { $0.hasPrefix("5: ") } == 1, "\(lines)")
    #expect(lines.contains { $0.contains(reason) }, "\(lines)")
  }

  /// A list of rules behind the labels is no other set of them.
  @Test(arguments: [
    "| Label | Is |\n|---|---|\n| car | one |\n| bus | two |\n", "- **Car**: one\n- **Bus**: two\n",
  ])
  func aListOfSomethingElseStandsBehindTheLabels(_ labels: String) throws {
    for list in ["1. Look twice.\n2. Ask.\n", "| Sign | Use |\n|---|---|\n| a | b |\n"] {
      let imported = try Imported("# T\n\n## Labels\n\n\(labels)\nIn short:\n\n\(list)")
      imported.expectSound()
      #expect(imported.labels == ["car", "bus"])
      #expect(imported.body.contains("\n## Notes\n\nIn short:\n\n\(list)"))
      #expect(imported.entries(.suggestion) == [])
    }
  }

  /// What the labels exclude names none, whatever stands behind it.
  @Test(arguments: ["Excludes:", "Do not label:", "Edge cases:"])
  func aTableBehindWordsForAPartNamesNoLabels(_ words: String) throws {
    let part = "\(words)\n\n| Type | Why |\n|---|---|\n| Lion | Wild. |\n| Wolf | Wild. |\n"
    for labels in [
      "| Label | Is |\n|---|---|\n| Cat | small |\n| Dog | big |\n",
      "- **Cat**: small\n- **Dog**: big\n",
    ] {
      for heading in ["Labels", "Classes"] {
        let text = "# T\n\n## \(heading)\n\n\(labels)\n\(part)\nSuch animals are rare.\n"
        let imported = try Imported(text)
        imported.expectSound()
        #expect(imported.labels == ["cat", "dog"])
        #expect(imported.body.contains("# Notes\n\n\(part)\nSuch animals are rare.\n"))
        #expect(imported.entries(.suggestion) == [])
      }
    }
    let alone = try Imported("# T\n\n## Labels\n\n\(part)\nSuch animals are rare.\n")
    alone.expectSound()
    #expect(alone.labels == [])
  }

  /// What is told before a heading is renamed is what would be told afterwards.
  @Test(arguments: [
    ("- **Car**: one\n- **Bus**\n\nAnd:\n\n- **Van**: big\n- Cab\n", "behind \"Bus\", and another"),
    ("- Car\n- Bus\n", "no definitions stand behind its names"),
    ("| Label | Is |\n|---|---|\n| `a` `b` | one |\n", "names several labels"),
    ("- **Car**: one\n- **Bus**: two\n\n1. **Van**: big\n2. **Cab**: yellow\n", "another list"),
  ])
  func theObstacleIsSaidAtOnce(_ labels: String, _ reason: String) throws {
    for heading in ["Labels", "Named entity classes", "Entities", "Error types"] {
      let imported = try Imported("# T\n\n## \(heading)\n\nAny of:\n\n\(labels)")
      imported.expectSound()
      #expect(imported.labels == [])
      let lines = imported.entries(.suggestion)
      #expect(!lines.isEmpty && lines.allSatisfy { $0.contains(reason) }, "\(lines)")
    }
  }

  @Test func numbersOfItemsBecomeComments() throws {
    let imported = try Imported(
      "# T\n\n## Classes\n\n9. **Road** - paved\n\n   A way.\n10. `sky`: blue\n    - above\n")
    imported.expectSound()
    #expect(imported.labels == ["road", "sky"])
    #expect(imported.body.contains("\n#### <!-- 9. --> Road\npaved\n\nA way.\n"))
    #expect(imported.body.contains("\n#### <!-- 10. --> `sky`\nblue\n- above\n"))
  }

  @Test(arguments: ["Rules", "Edge cases", "Labels"])
  func labelsMayStandBehindAnySection(_ heading: String) throws {
    let imported = try Imported(
      "# T\n\n## \(heading)\n\n- **One**: a.\n- **Two**: b.\n\n## Entity types\n\n### Person\nA human.\n\n### Place\nA town.\n"
    )
    imported.expectSound()
    #expect(imported.labels.suffix(2) == ["person", "place"])
  }

  @Test func linesBetweenLabelsGoAway() throws {
    let imported = try Imported(
      "# T\n\n## Entity types\n\n---\n\n### Boat\nIt floats.\n\n---\n\n### Tram\nIn towns.\n\n***\n\n## Rules\n\n- One.\n"
    )
    imported.expectSound()
    #expect(imported.labels == ["boat", "tram"])
    // The author's own heading is not empty.
    #expect(imported.body.contains("\n## Entity types\n\n---\n\n### Labels\n\n#### Boat\n"))
    #expect(imported.guideline.labels.map(\.definition.count) == [1, 1])
    #expect(
      imported.entries(.changed) == [
        "10: 2 lines behind labels (`---`) went away: a label would end in it"
      ])
  }

  @Test func columnsNearlySaidAreReservedWords() throws {
    let imported = try Imported(
      "# NER\n\n## Classes\n\n| Class | Definition | Include | Exclude | Example<br>word |\n|---|---|---|---|---|\n| PER | People | names | titles | Ada |\n"
    )
    imported.expectSound()
    #expect(imported.guideline.labels[0].includes.map(\.plainText) == ["names"])
    #expect(imported.guideline.labels[0].excludes.map(\.plainText) == ["titles"])
    #expect(imported.body.contains("**Example word:** Ada"))
  }

  @Test func headingsBelowALabelBecomeItsParts() throws {
    let imported = try Imported(
      """
      # Terrain

      # Classes

      ## Bush
      ### Definition
      Dense shrubs.
      ### Include
      * Shrubs
      * Hedges

      ### Excludes

      * Trees

      ## Dirt

      ### Definition

      Soil.

      ### Notes

      Rare.

      ### Include

      * Mud
      """)
    imported.expectSound()
    let (bush, dirt) = (imported.guideline.labels[0], imported.guideline.labels[1])
    #expect(bush.name.value == "Bush")
    #expect(bush.definition.first?.plainText == "Dense shrubs.")
    #expect(bush.includes.map(\.plainText) == ["Shrubs", "Hedges"])
    #expect(bush.excludes.map(\.plainText) == ["Trees"])
    #expect(dirt.definition.first?.plainText == "Soil.")
    // Behind a heading that stays, it would be a part of that.
    #expect(dirt.includes.isEmpty)
  }

  /// A comment is no definition.
  @Test func aLabelWithoutDefinitionStaysOne() throws {
    let imported = try Imported("# T\n\n## Labels\n\n### Bush\n\n#### Include\n\n- Shrubs\n")
    imported.expectSound()
    #expect(imported.labels == ["bush"])
    #expect(imported.guideline.labels[0].definition.isEmpty)
    #expect(imported.guideline.labels[0].includes.map(\.plainText) == ["Shrubs"])
  }

  @Test(arguments: [
    "## Classes\n\n- **Car** – vehicles\n- **Bus** – big ones\n\nOr these:\n\n- **Van** – others\n",
    "## Entities\n\n- LOC: places\n- PER: people\n",
    "## What we tag\n\n- **Car** – vehicles\n- **Bus** – big ones\n- **Van** – others\n",
    "## What we tag\n\n| # | Class | Is |\n|---|---|---|\n| 0 | car | one |\n| 1 | bus | two |\n",
    "## Field\n\nOne of:\n\n- `car`\n- `bus`\n\n### 1. Car\nAny.\n\n### 2. Bus\nLong.\n",
    "## Field\n\n```\ncar\nbus\n```\n\n### Car\nAny.\n\n### Bus\nLong.\n\n### Mind\nWell.\n",
    "## Lines\n\n### T - Title\nThe name.\n\n### N - Noise\nNo line.\n",
    "## Lines\n\n### (KJ) Gap\nIt hides.\n\n### (PV) Boast\nIt shouts.\n",
    "## Lines\n\n### `same` — Same name\nOne.\n\n### `other` — No relation\nTwo.\n",
    "## Lines\n\n### Merge\nMark `merge` if so.\n\n### No_merge\nMark `no_merge` if not.\n",
  ])
  func whatMayBeLabelsIsSaid(_ text: String) throws {
    let imported = try Imported("# T\n\n" + text)
    imported.expectSound()
    #expect(imported.labels == [])
    #expect(imported.entries(.suggestion).count == 1)
  }

  @Test(arguments: [
    "## Contents\n\n- [Car](#car)\n- [Bus](#bus)\n\n### Car\nAny.\n\n### Bus\nLong.\n",
    "## Parts\n\n### A - Goal\nWhy.\n\n### B - Work\nHow.\n",
    "## Parts\n\n### I. Goal\nWhy.\n\n### II - Work\nHow.\n",
  ])
  func whatCountsHeadingsIsNoCode(_ text: String) throws {
    #expect(try Imported("# T\n\n" + text).entries(.suggestion) == [])
  }

  /// Another set of the same names would be wrong.
  @Test(arguments: ["Details", "Label definitions"])
  func labelsThatAreExplainedElsewhereAreSaid(_ heading: String) throws {
    let imported = try Imported(
      "# T\n\n## Label set\n\n| Label | Meaning |\n|---|---|\n| `AR` | Arabic. |\n| Ham | Wanted. |\n\n## \(heading)\n\n### AR — Arabic\nAny dialect.\n\n### 2. Ham\nLetters.\n"
    )
    imported.expectSound()
    #expect(imported.labels == ["AR", "Ham"])
    #expect(imported.entries(.suggestion).count == 1)
    #expect(
      imported.entries(.suggestion).contains {
        $0.contains("are labels of line 7, where annotators")
      })
  }

  @Test(arguments: ["ASC tag", "Topic label", "Objektklasse", "Clase de objeto", "タグ"])
  func theWordsOverNamesMaySayMore(_ head: String) throws {
    let imported = try Imported(
      "# T\n\n## Labels\n\n| \(head) | Frame |\n|---|---|\n| give | X to Y |\n| take | Y from X |\n"
    )
    imported.expectSound()
    #expect(imported.labels == ["give", "take"])
  }

  @Test(arguments: [
    ("Тип сущности", "Определение"), ("Метка", "Пояснение"), ("标签名称", "描述"), ("实体", "释义"),
    ("라벨", "설명"), ("개체 유형", "정의"), ("Etichetta", "Significato"), ("Nome", "Spiegazione"),
    ("Nhãn", "Tiêu chí"), ("Etiket", "Tanım"), ("التسمية", "التعريف"),
  ])
  func theWordsOverColumnsAreOfManyLanguages(_ name: String, _ meaning: String) throws {
    let table = "| \(name) | X | \(meaning) |\n|---|---|---|\n| a | b | One. |\n| c | d | Two. |\n"
    let imported = try Imported("# T\n\n## Labels\n\n" + table)
    imported.expectSound()
    #expect(imported.labels == ["a", "c"])
    #expect(imported.guideline.labels[0].definition.first?.plainText == "One.")
    let hinted = try Imported("# T\n\n## X\n\n" + table)
    #expect(hinted.entries(.suggestion).contains { $0.contains("may list labels") })
  }

  @Test(arguments: ["Wrong label", "Predicted class", "Label of the person next to it"])
  func labelsOfSomethingAreNoNames(_ head: String) throws {
    let imported = try Imported(
      "# T\n\n## Labels\n\n| \(head) | Why |\n|---|---|\n| give | X to Y |\n| take | Y from X |\n")
    imported.expectSound()
    #expect(imported.labels == [])
  }

  @Test func namesMayStandBehindAnyNumbers() throws {
    let imported = try Imported(
      "# T\n\n## Labels\n\n| Score | Label | Meaning |\n|---|---|---|\n| -1 | Bad | It sinks. |\n| 1 | Good | It floats. |\n"
    )
    imported.expectSound()
    #expect(imported.labels == ["bad", "good"])
    #expect(imported.body.contains("\n### <!-- Score: -1 --> Bad\n"))
  }

  @Test(arguments: [
    ("Individual | Label | Notes", "First mouse | `a` | Large.", "Large.\nIndividual: First mouse"),
    ("Individual | Label", "First mouse | a", "First mouse"),
    ("Meaning | Label", "A large one. | **a**", "A large one."),
    ("Place | Label | Note | Meaning", "Left | a | - | Large.", "Large.\nPlace: Left"),
  ])
  func namesMayStandBehindOtherWords(_ head: String, _ row: String, _ text: String) throws {
    let line = "|---|---|" + String(repeating: "---|", count: head.count { $0 == "|" } - 1)
    let imported = try Imported("# T\n\n## Labels\n\n| \(head) |\n\(line)\n| \(row) |\n")
    imported.expectSound()
    #expect(imported.labels == ["a"])
    #expect(imported.guideline.labels.map(\.definition.plainText) == [text])
    #expect(imported.entries(.kept) == [])
  }

  @Test(arguments: [
    ("| | |", ""), ("| | Meaning |", "<!-- Meaning -->\n\n"), ("| Class | |", "<!-- Class -->\n\n"),
  ])
  func wordsAboveColumnsMayBeLackingWhereThereAreTwo(_ head: String, _ comment: String) throws {
    let imported = try Imported(
      "# T\n\n## Classes\n\nAny of these:\n\n\(head)\n|---|---|\n| `word` | One word. |\n| `two words` | Two. |\n"
    )
    imported.expectSound()
    #expect(imported.labels == ["word", "two-words"])
    #expect(imported.guideline.labels.map(\.definition.plainText) == ["One word.", "Two."])
    #expect(imported.body.contains("\n\n\(comment)### `word`\nOne word.\n"))
  }

  @Test(arguments: [
    "| Example text | Label | Why |\n|---|---|---|\n| Go! | order | It asks. |\n",
    "| What | Label | Why |\n|---|---|---|\n| \"Go!\" | order | It asks. |\n",
    "| Kind | Label | Why |\n|---|---|---|\n| Order | 1 | It asks. |\n| Plea | 2 | It begs. |\n",
  ])
  func aTableOfTextsNamesNoLabels(_ table: String) throws {
    let imported = try Imported("# T\n\n## Labels\n\n" + table)
    imported.expectSound()
    #expect(imported.labels == [])
  }

  @Test(arguments: [
    ("en", "Introduction"), ("de", "Einleitung"), ("fr", "Résumé"), ("es", "Introducción"),
    ("ja", "はじめに"),
  ])
  func chaptersAreNoLabels(_ language: String, _ chapter: String) throws {
    let labels = "### Car\nAny car.\n\n### Dog\nAny dog.\n\n"
    let behind = try Imported(
      [SourceFile(name: "a.md", text: "# T\n\n## Classes\n\n\(labels)### \(chapter)\nWords.\n")],
      ImportOptions(language: language))
    behind.expectSound()
    #expect(behind.labels == ["car", "dog"])
    let before = try Imported(
      [
        SourceFile(
          name: "a.md",
          text:
            "# Classes\n\n## \(chapter)\nWords.\n\n\(labels.replacing("###", with: "##"))## FAQ\n\n### Why?\nSo.\n"
        )
      ],
      ImportOptions(language: language))
    before.expectSound()
    #expect(before.labels == ["car", "dog"])
    #expect(before.body.contains("\n## \(chapter)\n"))
    #expect(before.body.contains("\n## FAQ\n"))
  }
}
