import RubricaImport
import RubricaModel
import RubricaSource
import Testing

/// Labels that stand below headings which group them.
struct LabelGroupTests {
  private func groups(_ imported: Imported) -> [String: [String]] {
    Dictionary(grouping: imported.guideline.labels, by: { $0.group?.value ?? "" })
      .mapValues { $0.map(\.id.value) }
  }

  @Test(arguments: ["Labels", "Label categories", "Kategorien"])
  func headingsOverCodesAreGroups(_ heading: String) throws {
    let imported = try Imported(
      """
      # Ships

      ## \(heading)

      ### Hull
      What floats.

      #### HULL_fore
      The front.

      #### HULL_aft
      The back.

      ### Rigging

      #### MAST
      A pole.

      ## Contact

      Ask Ada.
      """)
    imported.expectSound()
    #expect(groups(imported) == ["hull": ["HULL_fore", "HULL_aft"], "rigging": ["MAST"]])
    #expect(imported.guideline.groups.map(\.name.value) == ["Hull", "Rigging"])
    #expect(imported.entries(.structured).contains { $0.contains("3 names below them labels") })
  }

  @Test func tablesOfLabelsMakeGroups() throws {
    let imported = try Imported(
      "# T\n\n## Labels\n\n### Mood\n\n| Label | Meaning |\n|---|---|\n| Glad | It laughs. |\n| Sad | It weeps. |\n\n### Aim\n\n| Label | Meaning |\n|---|---|\n| Ask | It asks. |\n"
    )
    imported.expectSound()
    #expect(groups(imported) == ["mood": ["glad", "sad"], "aim": ["ask"]])
  }

  /// Nobody can say whether these are labels with parts, or groups of labels.
  @Test(arguments: [
    "### Mood\n- **Glad**: It laughs.\n- **Sad**: It weeps.\n\n### Aim\n- **Ask**: It asks.\n",
    "### Boats\n\n#### Skiff\nSmall.\n\n#### Yacht\nLarge.\n\n### Trains\n\n#### Tram\nIn towns.\n",
  ])
  func whatMayBeGroupsIsSaid(_ headings: String) throws {
    let imported = try Imported("# T\n\n## Labels\n\n" + headings)
    imported.expectSound()
    #expect(imported.labels.count == 2)
    #expect(imported.entries(.suggestion).count == 1)
    #expect(imported.entries(.suggestion).contains { $0.contains("put `Group: ` before each") })
    let other = try Imported("# T\n\n## Categories\n\n" + headings)
    other.expectSound()
    #expect(other.labels == [])
    #expect(other.entries(.suggestion).contains { $0.contains("call the section `Labels`") })
    // What the report says to do leads on.
    let grouped = try Imported(
      "# T\n\n## Labels\n\n"
        + headings.replacing("### ", with: "### Group: ")
        .replacing("#### Group: ", with: "#### "))
    grouped.expectSound()
    #expect(grouped.labels.count == 3)
    #expect(grouped.entries(.suggestion) == [])
  }

  @Test(arguments: ["Taxonomy", "Labels", "What we look for"])
  func categoriesOverNamesAreGroups(_ title: String) throws {
    let imported = try Imported(
      "# T\n\n## \(title)\n\n### Category: Water\n\nAll that floats.\n\n- **Boat**: It has a hull.\n- **Raft**: It has none.\n\n### Category: Land\n\n- **Tram**: It has rails.\n"
    )
    imported.expectSound()
    #expect(imported.labels == ["boat", "raft", "tram"])
    #expect(imported.guideline.labels.map(\.definition.plainText)[0] == "It has a hull.")
    #expect(imported.body.contains("# <!-- Category: --> Group: Water\n"))
    let plain = try Imported(
      "# T\n\n## \(title)\n\n### Category: Boat\n\nIt floats.\n\n### Category: Tram\n\nIn towns.\n")
    plain.expectSound()
    #expect(plain.labels == ["boat", "tram"])
  }

  @Test(arguments: ["Category", "Group"])
  func headingsOfGroupsMayStandOverHeadings(_ word: String) throws {
    let imported = try Imported(
      "# T\n\n## Taxonomy\n\n### \(word): Water\n\nAll that floats.\n\n#### Boat\nIt has a hull.\n\n#### Raft\nIt has none.\n\n### \(word): Land\n\n#### Tram\nIt has rails.\n\n#### Car\nIt has none.\n"
    )
    imported.expectSound()
    #expect(imported.labels == ["boat", "raft", "tram", "car"])
  }

  /// A text below them does not say that they are labels.
  @Test(arguments: ["Labels", "Taxonomy"])
  func headingsWithATextMayBeGroups(_ title: String) throws {
    let imported = try Imported(
      "# T\n\n## \(title)\n\n### Water\n\nAll that floats.\n\n#### Boat\nA hull.\n\n#### Raft\nNone.\n\n### Land\n\nAll else.\n\n#### Tram\nRails.\n\n#### Car\nNone.\n"
    )
    imported.expectSound()
    #expect(imported.labels == ["water", "land"])
    #expect(imported.entries(.suggestion).count == 1)
    #expect(imported.entries(.suggestion).contains { $0.contains("stand over names of their own") })
  }

  /// Under any heading, one line leads to all of them.
  @Test func listsUnderHeadingsOfASectionAreSaidOnce() throws {
    let places =
      "### **Head** (first)\n1. **nose** - Its tip\n2. **left_eye** - Its middle\n3. **right_eye** - The same\n\n### Torso\n4. **neck** - Its base\n5. **spine** - Its middle\n6. **tail** - Its base\n"
    let imported = try Imported("# T\n\n## Places\n\nIn this order:\n\n" + places)
    #expect(imported.labels == [])
    #expect(imported.entries(.suggestion).count == 1)
    #expect(
      imported.entries(.suggestion).contains { $0.contains("call the section `Labels`, put") })
    let followed = try Imported(
      "# T\n\n## Labels\n\nIn this order:\n\n" + places.replacing("### ", with: "### Group: "))
    followed.expectSound()
    #expect(followed.labels == ["nose", "left_eye", "right_eye", "neck", "spine", "tail"])
    #expect(followed.guideline.groups.map(\.id.value) == ["head-first", "torso"])
    let half = try Imported("# T\n\n## Labels\n\n" + places)
    #expect(half.entries(.suggestion).contains { $0.contains("put `Group: ` before each") })
  }

  @Test func aLoneHeadingForLabelsIsNoGroup() throws {
    let imported = try Imported(
      "# T\n\n## Issue types\n\n### Type label definitions\n\n#### 1. Sound\nNoise.\n\n#### 2. Sight\nDark.\n"
    )
    imported.expectSound()
    #expect(groups(imported) == ["": ["sound", "sight"]])
  }

  @Test func codesBelowSomeHeadingsAreSaid() throws {
    let imported = try Imported(
      "# T\n\n## Labels\n\n### Hull\nWhat floats.\n\n#### HULL_FORE\nThe front.\n\n#### HULL_AFT\nThe back.\n\n### MAST\nA pole.\n"
    )
    imported.expectSound()
    #expect(imported.labels == ["Hull", "MAST"])
    #expect(imported.entries(.suggestion).count { $0.contains("put `Group: ` before each") } == 1)
  }

  @Test func partsOfLabelsAreNoLabels() throws {
    let imported = try Imported(
      "# T\n\n## Labels\n\n### Boat\nIt floats.\n\n#### Hull\nDraw all.\n\n### Tram\nIn towns.\n\n#### Doors\nClosed ones.\n"
    )
    imported.expectSound()
    #expect(imported.labels == ["boat", "tram"])
    #expect(imported.entries(.suggestion) == [])
  }

  @Test(arguments: [
    "- **Glad**: It laughs.\n- **Sad**: It weeps.\n",
    "- **Glad**\n  - It laughs.\n\n- **Sad**\n  - It weeps.\n",
    "| Label | Meaning |\n|---|---|\n| Glad | It laughs. |\n| Sad | It weeps. |\n",
    "**Glad** - It laughs.\n\n**Sad** - It weeps.\n",
    "#### Glad\nIt laughs.\n\n#### Sad\nIt weeps.\n",
    "#### 1. Glad\nIt laughs.\n\n#### 2. Sad:\nIt weeps.\n",
  ])
  func groupsMayBeSaid(_ labels: String) throws {
    for (language, heading, group) in [
      ("en", "Labels", "Group"), ("de", "Labels", "Gruppe"), ("fr", "Étiquettes", "Groupe"),
      ("es", "Etiquetas", "Grupo"), ("ja", "ラベル", "グループ"),
    ] {
      let imported = try Imported(
        [
          SourceFile(
            name: "a.md",
            text: "# T\n\n## \(heading)\n\n### \(group): Mood\n\n\(labels)\n### \(group): Aim\n")
        ], ImportOptions(language: language))
      imported.expectSound()
      #expect(groups(imported) == ["mood": ["glad", "sad"]], "\(language)")
    }
  }

  /// A heading before it would be a label.
  @Test func textBehindTheLabelsOfAGroupIsSaid() throws {
    let imported = try Imported(
      "# T\n\n## Labels\n\n### Group: Mood\n\n- **Glad**: It laughs.\n- **Sad**: It weeps.\n\nBoth are rare.\n"
    )
    imported.expectSound()
    #expect(imported.labels == [])
    #expect(imported.entries(.suggestion).contains { $0.contains("text follows below it") })
  }

  /// Behind the last table it is about all; elsewhere nobody knows.
  @Test func textBehindTheTableOfAGroupMakesNoLabelsOfGroups() throws {
    let table = "| Code | Label | Meaning |\n|---|---|---|\n"
    let (mood, aim) = (table + "| M1 | Glad | It laughs. |\n", table + "| A1 | Ask | It asks. |\n")
    let behind = try Imported(
      "# T\n\n## Classes\n\n### Mood\n\nHow it is.\n\n\(mood)\n### Aim\n\n\(aim)\nNone is rare.\n\n## Rules\n\n- One.\n"
    )
    behind.expectSound()
    #expect(groups(behind) == ["mood": ["M1"], "aim": ["A1"]])
    #expect(behind.body.contains("\nIt asks.\n\n\n### Notes\n\nNone is rare.\n"))
    let more = "| M2 | Sad | It weeps. |\n\nBoth are rare.\n"
    let between = try Imported(
      "# T\n\n## Classes\n\n### Mood\n\n\(mood)\(more)\n### Aim\n\n\(aim)| A2 | Say | It says. |\n")
    between.expectSound()
    #expect(between.labels == [])
    #expect(between.entries(.suggestion).contains { $0.contains("stand over names of their own") })
  }

  @Test(arguments: [("Category", "Label"), ("Klasse", "Label"), ("Catégorie", "Étiquette")])
  func wordsForALabelMayStandOverEachOther(_ outer: String, _ inner: String) throws {
    let imported = try Imported(
      "# T\n\n## Categories\n\n### \(outer): Hull\nWhat floats.\n\n#### \(inner): Bow\nThe front.\n\n##### Examples\n- One.\n\n#### \(inner): Stern\nThe back.\n\n### \(outer): Rigging\n\n#### \(inner): Mast\nA pole.\n"
    )
    imported.expectSound()
    #expect(groups(imported) == ["hull": ["bow", "stern"], "rigging": ["mast"]])
    #expect(imported.guideline.labels[0].definition.plainText == "The front.")
    #expect(imported.body.contains("\n#### <!-- \(outer): --> Group: Hull\n"))
  }

  @Test func aColumnMayGroupTheNames() throws {
    let table = "| Part | Label | Meaning |\n|---|---|---|\n"
    let rows =
      "| Hull | Bow | The front. |\n| Hull | Stern | The back. |\n| Rigging | Mast | A pole. |\n"
    let imported = try Imported(
      "# T\n\n## Labels\n\n" + table.replacing("Part", with: "Category") + rows)
    imported.expectSound()
    #expect(groups(imported) == ["hull": ["bow", "stern"], "rigging": ["mast"]])
    #expect(imported.body.contains("\n#### <!-- Category: Hull --> Stern\nThe back.\n"))
    let other = try Imported("# T\n\n## Labels\n\n" + table + rows)
    #expect(other.labels == [])
    #expect(other.entries(.suggestion).contains { $0.contains("write `Group` there") })
    let apart = try Imported(
      "# T\n\n## Labels\n\n" + table.replacing("Part", with: "Group") + rows
        + "| Hull | Keel | Below. |\n")
    apart.expectSound()
    #expect(apart.labels == [])
    #expect(apart.entries(.suggestion).contains { $0.contains("\"Hull\" occurs twice") })
  }
}
