import RubricaCompiler
import RubricaImport
import RubricaModel
import RubricaSource
import Testing

/// The ids that labels get, and what the report says of them.
struct LabelIDTests {
  @Test(arguments: [
    ("- **PER**: people\n- **Place name**: places\n", ["PER", "place-name"]),
    ("- **Sign_Board**: any\n- **Sink**: any\n", ["Sign_Board", "Sink"]),
    ("- `birthDate`: a day\n- `age`: a number\n", ["birthDate", "age"]),
    ("### ⚑ B-PER\nPeople.\n\n### Ort\nPlaces.\n", ["B-PER", "Ort"]),
    ("- **Stop**: red\n- **Yield**: white\n", ["stop", "yield"]),
    ("- **Ärger**: laut\n- **ÄNGSTE**: leise\n", ["Ärger", "ÄNGSTE"]),
    ("### STOP {#s}\nRed.\n\n### GO\nGreen.\n", ["s", "GO"]),
    ("### U.S.\nThere.\n\n### EU\nHere.\n", ["us", "EU"]),
    ("### (HS): Hate speech\nOne.\n\n### (HA): Harassment\nTwo.\n", ["HS", "HA"]),
    ("### AR — Arabic\nOne.\n\n### EN — English\nTwo.\n", ["AR", "EN"]),
    ("### Person (PER)\nOne.\n\n### LOC — Place\nTwo.\n", ["PER", "LOC"]),
    ("### PER -- Person\nOne.\n\n### LOC -- Place\nTwo.\n", ["PER", "LOC"]),
    ("- **PER** -- people\n- **LOC** -- places\n", ["PER", "LOC"]),
    ("### L1 — Normal\nOne.\n\n### L2 — Moderate\nTwo.\n", ["L1", "L2"]),
    ("### Normal (L1)\nOne.\n\n### Moderate (L2)\nTwo.\n", ["L1", "L2"]),
    ("- **T1 — Slow**: any\n- **T2 — Fast**: any\n", ["T1", "T2"]),
    ("### Left -- right\nOne.\n\n### Up\nTwo.\n", ["left-right", "up"]),
    ("### Person (PER)\nOne.\n\n### Place (any)\nTwo.\n", ["person-per", "place-any"]),
    ("### Hate/Offensive\nOne.\n\n### 🛒 Buy / Sell\nTwo.\n", ["hate-offensive", "buy-sell"]),
    ("### Left – right\nOne.\n\n### Q&A\nTwo.\n", ["left-right", "qa"]),
  ])
  func namesThatAreIDsStay(_ labels: String, _ ids: [String]) throws {
    let imported = try Imported("# T\n\n## Labels\n\n" + labels)
    imported.expectSound()
    #expect(imported.labels == ids)
  }

  @Test func aCodeIsNoPartOfAName() throws {
    let imported = try Imported(
      "# T\n\n## Definition of labels\n\n### (HS): Hate speech\nOne.\n\n### (HA): Harassment\nTwo.\n"
    )
    imported.expectSound()
    #expect(imported.labels == ["HS", "HA"])
  }

  @Test(arguments: ["Y — Yawn · K — Small yawn", "Yawn (Y) / small yawn (K)"])
  func aHeadingOfSeveralLabelsIsSaid(_ title: String) throws {
    let imported = try Imported("# T\n\n## Labels\n\n### \(title)\nOne.\n\n### B — Blink\nTwo.\n")
    imported.expectSound()
    #expect(
      imported.entries(.suggestion).contains {
        $0.hasPrefix("5: ") && $0.contains("names 2 labels, Y, K, and becomes one")
      })
    let one = try Imported(
      "# T\n\n## Labels\n\n### Y — Yawn / gape\nOne.\n\n### B — Blink\nTwo.\n")
    #expect(one.entries(.suggestion) == [])
  }

  @Test func linksLeadToTheIDs() throws {
    let imported = try Imported(
      "# T\n\n## Labels\n\n- **PER**: people, not [places](#loc).\n- **LOC**: places\n\n## Rules\n\n- See [there](#per).\n"
        .replacing("- **", with: "### ").replacing("**: ", with: "\n\n"))
    imported.expectSound()
    #expect(imported.body.contains("[places](#LOC)"))
    #expect(imported.body.contains("[there](#PER)"))
  }

  @Test func theReportHasATaskToTakeUp() throws {
    let text =
      "# T\n\n## Labels\n\n- **PER**: people\n- **Food & drink**: any\n- **Null**: none\n\n## More\n\n### Classes\n\n- **Car**: any\n- **Bus**: any\n"
    let imported = try Imported(text)
    imported.expectSound()
    let report = imported.report.text
    #expect(imported.report.labels == [["PER", "food-drink", "null"], ["car", "bus"]])
    let start = try #require(report.firstRange(of: "\ntask:\n"))
    let end = try #require(report[start.upperBound...].firstRange(of: "\n\n"))
    let task = report[report.index(after: start.lowerBound)..<end.upperBound]
    let compilation = try Imported.check(
      imported.draft.replacing("stage: draft\n", with: "stage: draft\n" + task))
    #expect(
      compilation.guideline.layers.map(\.labels.count) == [3, 2], "\(compilation.diagnostics)")
    #expect(!compilation.diagnostics.contains { $0.severity == .error })
  }

  @Test func layersHaveTheWordsOverTheirLabels() throws {
    let list = "- **A**: one\n- **B**: two\n\n"
    let imported = try Imported(
      "# T\n\n## Task 1: Mood\n\n### Labels\n\n\(list)## 2. Error types\n\n\(list)## Labels\n\n\(list)"
    )
    imported.expectSound()
    #expect(imported.report.layers == ["task-1-mood", "error-types", "labels"])
    let other = try Imported("# T\n\n## 标签\n\n\(list)## Classes\n\n\(list)")
    #expect(other.report.layers == ["labels-1", "labels-2"])
  }

  @Test(arguments: ["0 – Road:", "1 - Road", "1. Road :", "(1) Road"])
  func numbersAndColonsAreNoPartOfNames(_ first: String) throws {
    let labels =
      "##### \(first)\n\nPaved.\n\n##### 2: Path:\n\nNot paved.\n\n##### 7 Sky\n\nBlue.\n"
    for heading in ["Labels", "Categories descriptions"] {
      let imported = try Imported("# T\n\n### \(heading)\n\n" + labels)
      imported.expectSound()
      #expect(imported.labels == ["road", "path", "sky"])
      #expect(imported.body.contains(" --> Road\n") && imported.body.contains("<!-- 7 --> Sky\n"))
    }
  }

  @Test func numbersThatMaySaySomethingStay() throws {
    for names in [["2 wheeler", "3 wheeler"], ["1. Car", "Bus"], ["1. Car", "1. Bus"]] {
      let imported = try Imported(
        "# T\n\n## Labels\n\n" + names.map { "### \($0)\nOne.\n\n" }.joined())
      imported.expectSound()
      #expect(imported.guideline.labels.map(\.name.value) == names)
    }
  }

  @Test(arguments: [
    ("Code | Label", "PER | Person", "LOC | Any place"),
    ("ID | Class", "`PER` | Person", "`LOC` | Any place"),
    ("Tag | Name", "PER | **Person**", "LOC | Any place"),
    ("Label | Name", "PER | Person", "LOC | Any place"),
    ("Label | Code", "Person | PER", "Any place | LOC"),
    ("Entity | Tag", "Person | PER", "Any place | LOC"),
  ])
  func codesBesideNamesAreTheIDs(_ head: String, _ first: String, _ second: String) throws {
    for meaning in ["| Meaning |\n|---|---|---|\n", "|\n|---|---|\n"] {
      let hasMeaning = meaning.contains("Meaning")
      let behind = hasMeaning ? ["| A human. |\n", "| On a map. |\n"] : ["|\n", "|\n"]
      let imported = try Imported(
        "# T\n\n## Labels\n\n| \(head) \(meaning)| \(first) \(behind[0])| \(second) \(behind[1])")
      imported.expectSound()
      #expect(imported.labels == ["PER", "LOC"])
      #expect(imported.guideline.labels.map(\.name.value) == ["Person", "Any place"])
      #expect(
        imported.guideline.labels.map(\.definition.plainText)
          == (hasMeaning ? ["A human.", "On a map."] : ["", ""]))
      #expect(imported.entries(.structured).contains { $0.hasSuffix("; their codes became ids") })
      #expect(imported.entries(.kept) == [])
    }
  }

  /// Where what stands beside them can be no names, codes are.
  @Test(arguments: [
    "| Code | Label |\n|---|---|\n| PER | A human being. |\n| LOC | A place. |\n",
    "| Code | Label |\n|---|---|\n| PER | Name |\n| LOC | Name |\n",
    "| Code | Meaning |\n|---|---|\n| PER | Person |\n| LOC | Place |\n",
    "| Code | Label | Is |\n|---|---|---|\n| PER | One | a |\n| LOC | One | b |\n",
  ])
  func codesMayBeTheOnlyNames(_ table: String) throws {
    let imported = try Imported("# T\n\n## Labels\n\n" + table)
    imported.expectSound()
    #expect(imported.labels == ["PER", "LOC"])
    #expect(imported.guideline.labels.map(\.name.value) == ["PER", "LOC"])
  }

  /// A number is no name, and no id.
  @Test(arguments: ["1", "1.1", "01"])
  func numbersBesideNamesAreNoNames(_ number: String) throws {
    let imported = try Imported(
      "# T\n\n## Labels\n\n| Code | Label | Meaning |\n|---|---|---|\n| \(number) | Spam | Ads. |\n"
    )
    imported.expectSound()
    #expect(imported.labels == ["spam"])
    #expect(imported.guideline.labels[0].definition.plainText == "Ads.")
    #expect(imported.entries(.kept).contains { $0.contains("\"Code\" went into comments") })
    let letters = try Imported(
      "# T\n\n## Labels\n\n| Code | Label | Meaning |\n|---|---|---|\n| \(number)a | Spam | Ads. |\n"
    )
    letters.expectSound()
    #expect(letters.labels == [number == "1.1" ? "spam" : "\(number)a"])
    #expect(letters.guideline.labels.map(\.name.value) == ["Spam"])
  }
}
