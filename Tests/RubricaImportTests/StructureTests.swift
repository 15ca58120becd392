import Foundation
import RubricaImport
import RubricaModel
import RubricaSource
import Testing

/// What becomes structure, and what must not.
struct StructureTests {
  @Test func aListOfBoldNamesBecomesLabels() throws {
    let imported = try Imported(
      """
      # Signs

      ## Labels

      Use one of these.

      - **Stop sign**: a red octagon
        that orders the driver to stop.

        Also when it is held by a person.
      - **Yield** - a triangle.
        - point down
      - `OTHER`: everything else
      """)
    imported.expectSound()
    #expect(imported.labels == ["stop-sign", "yield", "OTHER"])
    #expect(
      imported.body == """
        # Signs

        ## Labels

        Use one of these.

        ### Stop sign
        a red octagon
        that orders the driver to stop.

        Also when it is held by a person.

        ### Yield
        a triangle.
        - point down

        ### `OTHER` {#OTHER}
        everything else

        """)
    #expect(
      imported.entries(.structured).contains { $0.hasPrefix("7: 3 items of a list became labels") })
  }

  @Test(arguments: [
    "- **A**: one\n- B: two\n",
    "- **A**: one\n- **A**: two\n",
    "- **A**: one\n- **B**\n",
    "- **A**: - one\n- **B**: two\n",
    "1. A: one\n2. B: two\n",
    "- **A**: one\n- **Rules**: two\n",
    "- **A**: one\n\n\ttab\n- **B**: two\n",
  ])
  func aListThatIsNotCertainStays(_ list: String) throws {
    let text = "# Signs\n\n## Labels\n\n" + list
    let imported = try Imported(text)
    imported.expectSound()
    #expect(imported.labels == [])
    #expect(imported.body == text)
  }

  @Test func anotherWordForLabelsKeepsItsHeading() throws {
    let imported = try Imported(
      "# Task\n\n## 2. Classes\n\nThere are two. See [above](#2-classes).\n\n* **Car**: any car\n* **Bus**: any bus\n"
    )
    imported.expectSound()
    #expect(imported.labels == ["car", "bus"])
    #expect(
      imported.body
        == "# Task\n\n## 2. Classes\n\nThere are two. See [above](#2-classes).\n\n## Labels\n\n"
        + "### Car\nany car\n\n### Bus\nany bus\n")
  }

  @Test func headingsUnderAnotherWordBecomeLabels() throws {
    let imported = try Imported(
      "# Task\n\n## Categories\n\n### Spam\nUnwanted.\n\n### Ham\nWanted.\n\n## Contact\n\nAsk us.\n"
    )
    imported.expectSound()
    #expect(imported.labels == ["spam", "ham"])
  }

  @Test func aTableBecomesLabels() throws {
    let imported = try Imported(
      """
      # Task

      ## Tags

      | Tag | Meaning | Includes | Note |
      |:----|:--------|----------|------|
      | PER | a person \\| a name | Dr.; Mr. | rare |
      | **LOC** | a place | | |
      """)
    imported.expectSound()
    #expect(imported.labels == ["PER", "LOC"])
    #expect(
      imported.body == """
        # Task

        ## Tags

        ### Labels

        <!-- Tag · Meaning · Includes · Note -->

        #### PER {#PER}
        a person | a name

        **Includes:** Dr.; Mr.

        **Note:** rare

        #### **LOC** {#LOC}
        a place

        """)
    #expect(imported.guideline.labels[0].includes.map(\.plainText) == ["Dr.", "Mr."])
  }

  /// A row of several labels keeps only itself from becoming one.
  @Test(arguments: ["GBP, EUR", "`GBP` `EUR`", "**GBP** and **EUR**"])
  func aRowOfSeveralLabelsBecomesAComment(_ names: String) throws {
    let imported = try Imported(
      "# T\n\n## Labels\n\n| Label | Definition |\n|---|---|\n| MONEY | An amount. |\n"
        + "| \(names) | Currencies. |\n| DATE | A day. |\n")
    imported.expectSound()
    #expect(imported.labels == ["MONEY", "DATE"])
    #expect(
      imported.body.contains(
        "\nAn amount.\n\n<!-- \(names) · Currencies. -->\n\n### DATE"))
    #expect(
      imported.entries(.suggestion).contains {
        $0.hasPrefix("8: ") && $0.contains("names several labels, so its row went into a comment")
      })
  }

  @Test func aTableThatIsNotCertainStays() throws {
    let text = "## Labels\n\n| Label | Meaning |\n|---|---|\n| A | # one |\n| B | two |\n"
    let imported = try Imported(text)
    imported.expectSound()
    #expect(imported.body == text)
    #expect(imported.entries(.suggestion).count == 1)
  }

  @Test func aLabelThatIsThereTwiceGetsAnID() throws {
    let imported = try Imported(
      "## Labels\n\n### Car\nOne.\n\n### Car\nTwo.\n\n### 🚗\nThree.\n\n### 🚌 ##\nFour.\n")
    imported.expectSound()
    #expect(imported.labels == ["car", "car-2", "label-1", "label-2"])
    #expect(imported.body.contains("### 🚌 {#label-2} ##\n"))
  }

  @Test func numbersBeforeReservedWordsBecomeComments() throws {
    let imported = try Imported(
      "# Guide\n\n## 3. Rules\n\n- Label all.\n\n## 4) EXAMPLES:\n\n- One.\n\nSee [rules](#3-rules).\n"
    )
    imported.expectSound()
    #expect(imported.body.contains("## <!-- 3. --> Rules\n"))
    #expect(imported.body.contains("[rules](#rules)"))
    #expect(imported.guideline.rules.count == 1)
  }

  @Test func boldLinesBecomeHeadings() throws {
    let text = """
      # Guide

      **Overview**

      Words.

      ## More

      **Not this one.**

      Words.

      **Nor this**

      ## Rules

      **And not here**

      - A rule.
      """
    let imported = try Imported(text)
    imported.expectSound()
    #expect(imported.body.contains("\n## Overview\n"))
    #expect(imported.body.contains("\n**Not this one.**\n"))
    #expect(imported.body.contains("\n**Nor this**\n"))
    #expect(imported.body.contains("\n**And not here**\n"))
  }

  @Test(arguments: [
    "**A valid document must:**\n\n- be readable\n\nIf you are tired, take a break.\n",
    "**Kernindikatoren:**\n- keine\n\n**Abgrenzung:**\n- Namen\n",
    "**Overview**\n\nWords.\n\n**See [there](https://x.example)**\n\nWords.\n",
    "**Goal**\n\nWords.\n\n**Who annotates?**\n\nPeople.\n",
    "- Look again.\n\n**End of Guidelines**\n\n> Version: 1.0\n",
  ])
  func boldLinesThatAreNotCertainStay(_ text: String) throws {
    let imported = try Imported("# Guide\n\n" + text)
    imported.expectSound()
    #expect(imported.body == "# Guide\n\n" + text)
    #expect(imported.entries(.structured) == [])
  }

  @Test func theFirstLineOfAPlainTextIsItsTitle() throws {
    let imported = try Imported("Street signs, version 2\n\nDraw boxes.\n", name: "guide.txt")
    imported.expectSound()
    #expect(imported.body == "# Street signs, version 2\n\nDraw boxes.\n")
    #expect(imported.draft.contains("\ntitle: \"Street signs, version 2\"\n"))
    #expect(
      imported.entries(.structured) == [
        "1: the first line \"Street signs, version 2\" became the title of the document"
      ])
    let markdown = try Imported("Street signs\n\nDraw boxes.\n", name: "guide.md")
    #expect(markdown.body == "Street signs\n\nDraw boxes.\n")
  }

  @Test(arguments: [
    "Draw boxes.\n\nLook twice.\n", "Dear annotators,\n\nDraw boxes.\n", "Labels\n\nStop, yield.\n",
    "Signs\nand boxes\n\nDraw.\n", "Version 2\n\n# Street signs\n\nDraw.\n", "Street signs\n",
  ])
  func otherFirstLinesAreNoTitle(_ text: String) throws {
    let imported = try Imported(text, name: "guide.txt")
    imported.expectSound()
    #expect(imported.body == text)
  }

  @Test func aBoldWordForASectionIsSaid() throws {
    let imported = try Imported("# Guide\n\n**Rules:**\n\n- One.\n")
    #expect(imported.entries(.suggestion).contains { $0.hasPrefix("3: ") })
  }

  @Test func hashesWithoutABlankAreHeadings() throws {
    let imported = try Imported(
      "# Guide\n\n##Rules\n\n1. Label all.\n\n###2. More\nWords.\n\n#stop\n\n#Two words\n\n##a sentence.\n"
    )
    imported.expectSound()
    #expect(imported.guideline.rules.count == 2)
    #expect(imported.body.contains("\n### 2. More\nWords.\n"))
    #expect(imported.body.contains("\n#stop\n\n#Two words\n\n##a sentence.\n"))
    #expect(imported.entries(.suggestion).count == 1)
    #expect(imported.entries(.suggestion).contains { $0.hasPrefix("12: ") })
  }

  @Test func leadInsOnlyWhenExact() throws {
    let imported = try Imported(
      "## Labels\n\n### Car\nA car.\n\nIncludes: vans; trucks\nExcludes: toys\n\nDo not include: trains\n\n## Notes\n\nIncludes: all\n"
    )
    imported.expectSound()
    #expect(imported.guideline.labels[0].includes.map(\.plainText) == ["vans", "trucks"])
    #expect(imported.guideline.labels[0].excludes.map(\.plainText) == ["toys"])
    #expect(imported.body.contains("\nDo not include: trains\n"))
    #expect(imported.body.contains("\nIncludes: all\n"))
    #expect(imported.entries(.suggestion).count == 1)
  }

  @Test func withoutStructureNoWordMoves() throws {
    let text = "# Guide\n\n**Overview**\n\nWords.\n\n## Labels\n\n- **A**: one\n- **B**: two\n"
    let imported = try Imported(
      [SourceFile(name: "guide.md", text: text)], ImportOptions(structure: false))
    imported.expectSound()
    #expect(imported.body == text)
  }

  @Test func picturesUnderWordsForRightAndWrongBecomeExamples() throws {
    let imported = try Imported(
      """
      # Signs

      ## Labels

      ### Stop
      A red octagon.

      #### Correct
      ![The rim touches the box](a.png)

      #### Incorrect
      ![The pole is in the box](b.png)

      The pole is no part of it.
      """)
    #expect(imported.lost.isEmpty)
    #expect(imported.guideline.examples.map(\.role) == [.good, .bad])
    #expect(imported.guideline.examples.map { $0.title?.plainText } == ["Correct", "Incorrect"])
    #expect(imported.entries(.structured).contains { $0.hasPrefix("8: the pictures under") })
  }

  @Test func picturesSideBySideUnderWordsForRightAndWrongBecomeOneExample() throws {
    let imported = try Imported(
      """
      # Signs

      ## Tightness

      | ❌ Don't | ✅ Do |
      | --- | --- |
      | ![Air round the sign](a.png) | ![The rim touches the box](b.png) |

      Words behind.
      """)
    #expect(imported.lost.isEmpty)
    #expect(
      imported.body.contains(
        """
        ### Example: ❌ Don't · ✅ Do

        **Bad**

        ![Air round the sign](a.png)

        **Good**

        ![The rim touches the box](b.png)
        """), "\(imported.body)")
    #expect(imported.guideline.examples.map(\.role) == [.bad, .good])
  }

  @Test(arguments: [
    "## Correct\n\nWords.\n\n## Incorrect\n\n![b](b.png)\n",
    "## Before\n\n![a](a.png)\n\n## After\n\n![b](b.png)\n",
    "## Correct\n\n![a](a.png)\n\n## Other\n\n## Incorrect\n\n![b](b.png)\n",
    "| Day | Night |\n| --- | --- |\n| ![a](a.png) | ![b](b.png) |\n",
    "| Good | Bad |\n| --- | --- |\n| ![a](a.png) words | ![b](b.png) |\n",
  ])
  func picturesThatAreNoPairStay(_ text: String) throws {
    let imported = try Imported(text)
    #expect(imported.guideline.examples.isEmpty)
    #expect(imported.body.contains(text.trimmingCharacters(in: .newlines)))
  }

  @Test(arguments: [
    (
      "en", "## FAQ",
      "**Q:** How tight?\n\n**A:** To the pixel.\n\n**Q**: And why? Say it.\n**A**: So.\n- It fits.\n"
    ),
    ("en", "## 7. FAQ", "**Q1:** How tight?  \n**A1:** To the pixel.\n\n**Q2:** Why?\n\nSo.\n"),
    (
      "de", "## FAQ",
      "**Frage:** Wie eng?\n\n**Antwort:** Ganz.\n\n**F:** Warum?\n\n**A:** Darum.\n"
    ),
    ("ja", "## FAQ", "**質問：** どこまで？\n\n**回答：** 端まで。\n\n**質問：** なぜ？\n\n**回答：** はい。\n"),
  ])
  func questionsMayHaveAWordBeforeThem(
    _ language: String, _ heading: String, _ text: String
  ) throws {
    let imported = try Imported(
      [SourceFile(name: "a.md", text: "# T\n\n\(heading)\n\n\(text)")],
      ImportOptions(language: language))
    imported.expectSound()
    #expect(imported.guideline.entries.count == 2)
    #expect(imported.entries(.structured).contains { $0.contains("2 questions under it") })
    #expect(imported.entries(.suggestion) == [])
  }

  @Test(arguments: [
    "Q: How tight?\nA: To the pixel.\n\nQ: And why?\nA: So.\n",
    "**Q: It is tight.**\nA: To the pixel.\n\n**Q: Why?**\nA: So.\n",
    "Q1: It is tight.\nA1: To the pixel.\n\nQ2: Why?\n\n**A2:** So.\n",
  ])
  func questionsMayBePlain(_ text: String) throws {
    let imported = try Imported("# T\n\n## FAQ\n\n" + text)
    imported.expectSound()
    #expect(imported.guideline.entries.count == 2)
    #expect(imported.entries(.suggestion) == [])
    let other = try Imported("# T\n\n## Challenges\n\n" + text)
    #expect(other.entries(.suggestion).count == 1)
    #expect(other.entries(.suggestion).contains { $0.contains("call it `FAQ` and import again") })
  }

  @Test func otherBoldWordsUnderQuestionsStay() throws {
    let text = "# T\n\n## FAQ\n\n**A:** No question.\n\n**Q:** A remark.\n"
    let imported = try Imported(text)
    imported.expectSound()
    #expect(imported.body == text)
  }

  /// A heading ends with its line, and a file may end with a bold word.
  @Test(arguments: [
    "Q: Do I mark titles such as Dr. and\nProf. with the name?\nA: Yes.\n\nQ: Is it big?\nA: Yes.\n",
    "Some words.\n\n**Q**", "**Question**",
  ])
  func questionsThatDoNotFitALineStay(_ text: String) throws {
    let imported = try Imported("# T\n\n## FAQ\n\n" + text)
    imported.expectSound()
    #expect(imported.body.hasPrefix("# T\n\n## FAQ\n\n" + text))
  }
}
