import Foundation
import RubricaCompiler
import RubricaModel
import RubricaSource
import Testing

/// Translations: what is a unit, how it is found again, and what is never lost.
struct TranslationTests {
  private static let document = """
    ---
    rubrica: 1
    title: Signs
    purpose: Find signs.
    task:
      modality: image
      layers:
        - id: signs
          kind: box
          question: Where are the signs?
          labels: [stop, other]
          attributes:
            - {id: worn, type: enum, values: [{id: no, definition: like new}, {id: yes, definition: faded}]}
    escape: [{id: unsure, means: unsure-flag}]
    ---

    # Signs

    Draw a box
    around every sign.

    ## Labels

    ### Stop
    A red octagon.

    **Includes** held by workers · seen from behind
    **Not** [Other](#other): it has eight sides.

    #### Good: one
    The usual case.

    ![A sign](media/stop.png)

    Look at the rim.

    **Because** the rim is inside.

    ### Other
    The rest.

    ## Rules

    - **Small.** `height < 10 px` -> do not label.
    - Label every [Stop](#stop), **unless** `unsure`.

    ## Precedence
    1. stop
    2. [Other](#other): everything else

    ## For reviewers {audience=reviewer}
    Secret.
    """

  private static func compile(_ translation: String?, _ text: String = document) throws -> Guideline
  {
    try Fixture.guideline(text, translation.map { ["i18n/fr.md": $0] } ?? [:])
  }

  /// The document of a translation, brought up to date.
  private static func update(_ translation: String, _ text: String = document) throws -> String {
    let guideline = try compile(translation, text)
    let own = try #require(guideline.translations.first)
    return String(decoding: TranslationDocument.make(own, original: guideline), as: UTF8.self)
  }

  /// A file in which every unit is translated: its words in capitals, but for what must stay.
  private static func translated(_ text: String = document) throws -> String {
    try update("", text).replacing(" untranslated", with: "")
      .replacing("A red octagon.", with: "Un octogone rouge.")
      .replacing("# Signs", with: "# Panneaux")
      .replacing("### Stop", with: "### Arrêt")
      .replacing("- held by workers", with: "- tenus par des ouvriers")
      .replacing(
        "**Small.** `height < 10 px` -> do not label.",
        with: "**Petit.** `hauteur < 10 px` -> ne pas étiqueter."
      )
      .replacing("**unless** `unsure`", with: "**sauf** `unsure`")
      .replacing("The usual case.", with: "Le cas habituel.\n\nEn deux alinéas.")
  }

  @Test func aGuidelineWithoutTheFolderHasNone() throws {
    #expect(try Self.compile(nil).translations.isEmpty)
  }

  @Test func unitsStandInOrderOfTheDocument() throws {
    let units = try #require(try Self.compile("").translations.first).units
    #expect(
      units.map(\.id) == [
        "title", "purpose", "layer/signs/name", "layer/signs/question",
        "layer/signs/attribute/worn/name", "layer/signs/attribute/worn/value/no",
        "layer/signs/attribute/worn/value/yes", "escape/unsure/name", "text/signs/1",
        "label/stop/name", "label/stop/definition", "label/stop/includes", "label/stop/not/other",
        "example/one/title", "example/one/picture", "example/one/text/1", "example/one/text/2",
        "example/one/reason", "label/other/name", "label/other/definition", "rule/R1/text",
        "rule/R2/text", "precedence/2",
      ])
    #expect(units.allSatisfy { $0.state == .missing })
    // The headings of the reserved sections are known in French.
    #expect(!units.contains { $0.id.hasPrefix("heading/") })
    let arabic = try Fixture.guideline(Self.document, ["i18n/ar.md": ""]).translations[0].units
    #expect(arabic.filter { $0.id.hasPrefix("heading/") }.count == 3)
  }

  @Test func theUpdatedFileHasEverythingAndIsStable() throws {
    let first = try Self.update("")
    #expect(first.contains("<!-- unit: label/stop/includes "))
    #expect(first.contains("-->\n- held by workers\n- seen from behind\n"))
    #expect(first.contains("-->\nDraw a box\naround every sign.\n"))
    #expect(!first.contains("Secret"))
    #expect(try Self.update(first) == first)
    #expect(try Self.compile(first).translations[0].units.allSatisfy { $0.state == .missing })
  }

  @Test(arguments: ["étiqueter", "s’il vous plaît"])
  func aThresholdThatLeadsElsewhereIsNoTranslation(words: String) throws {
    let text = try Self.translated().replacing("-> ne pas étiqueter.", with: "-> \(words).")
    let translation = try #require(try Self.compile(text).translations.first)
    #expect(!translation.problems.isEmpty)
  }

  @Test func theGuidelineIsTranslated() throws {
    let translation = try #require(try Self.compile(try Self.translated()).translations.first)
    #expect(translation.isComplete)
    #expect(translation.problems.isEmpty, "\(translation.problems)")
    let french = translation.guideline
    #expect(french.language.value == "fr")
    #expect(french.title.value == "Panneaux")
    let stop = try #require(french.label("stop"))
    #expect(stop.name.value == "Arrêt")
    #expect(stop.definition.plainText == "Un octogone rouge.")
    #expect(stop.includes.map(\.plainText) == ["tenus par des ouvriers", "seen from behind"])
    let rule = french.rules[0]
    #expect(rule.title?.plainText == "Petit.")
    #expect(rule.thresholds.first?.consequence?.value == .doNotLabel)
    #expect(rule.thresholds.first?.quantity.value == "hauteur")
    #expect(french.rules[1].exceptions.map(\.plainText) == ["unsure."])
    guard case .section(let title) = french.body[0], case .section(let labels) = title.elements[1]
    else {
      Issue.record("no section")
      return
    }
    #expect(title.heading.plainText == "Panneaux")
    #expect(labels.heading.plainText == "Étiquettes")
    // What stood above the picture stands there still, though it has become two paragraphs.
    #expect(french.examples[0].content.count == 3)
    #expect(french.examples[0].contentBeforeInput == 2)
    #expect(french.precedence?.entries[0].text.plainText == "Arrêt")
  }

  @Test func aChangedOriginalMakesItsTranslationOutdated() throws {
    let text = Self.document.replacing("A red octagon.", with: "A red octagon with a rim.")
    let old = try Self.translated()
    let translation = try #require(try Self.compile(old, text).translations.first)
    #expect(translation.units(.outdated).map(\.id) == ["label/stop/definition"])
    // The original is shown rather than a rule that is no longer true.
    #expect(
      translation.guideline.label("stop")?.definition.plainText == "A red octagon with a rim.")
    let updated = try Self.update(old, text)
    #expect(
      updated.contains(
        " outdated; the original says now:\nA red octagon with a rim.\n-->\nUn octogone rouge.\n"))
    #expect(try Self.update(updated, text) == updated)
    let done = updated.replacing(
      " outdated; the original says now:\nA red octagon with a rim.\n", with: ""
    )
    .replacing("Un octogone rouge.", with: "Un octogone rouge à bord.")
    #expect(try Self.compile(done, text).translations[0].isComplete)
  }

  @Test func linesThatAreBrokenElsewhereChangeNothing() throws {
    let text = Self.document.replacing("Draw a box\naround every", with: "Draw a box around\nevery")
    #expect(try Self.compile(try Self.translated(), text).translations[0].isComplete)
  }

  @Test func whatHasMovedIsFoundByItsDigest() throws {
    let text = Self.document.replacing("- **Small.**", with: "- A new rule.\n- **Small.**")
    let translation = try #require(try Self.compile(try Self.translated(), text).translations.first)
    #expect(translation.units(.missing).map(\.id) == ["rule/R1/text"])
    #expect(translation.units(.outdated).isEmpty)
    #expect(translation.orphans.isEmpty)
    #expect(translation.guideline.rules[1].title?.plainText == "Petit.")
  }

  @Test func anIDThatIsThereTwiceIsOneUnit() throws {
    let text = Self.document + "\n## One {#twice}\n\nText.\n\n## Two {#twice}\n\nMore.\n"
    let updated = try Self.update(try Self.translated(), text)
    #expect(updated.split(separator: "unit: heading/twice ").count == 2)
    #expect(try Self.update(updated, text) == updated)
  }

  @Test func whatBelongsToNothingMovesToTheEnd() throws {
    let text = Self.document.replacing("### Stop\n", with: "### Halt {#halt}\n")
      .replacing("#stop", with: "#halt").replacing("[stop, other]", with: "[halt, other]")
      .replacing("1. stop", with: "1. halt")
    let updated = try Self.update(try Self.translated(), text)
    #expect(updated.contains("orphaned -->\n### Arrêt\n"))
    let again = try #require(try Self.compile(updated, text).translations.first)
    #expect(again.orphans.contains { again.entries[$0].id.value == "label/stop/name" })
    // And comes back when the label does.
    let back = try #require(try Self.compile(updated).translations.first)
    #expect(back.guideline.label("stop")?.name.value == "Arrêt")
  }

  @Test func noWordOfATranslatorIsLost() throws {
    let file = """
      ---
      rubrica: 1
      translators: [Ada]
      ---

      <!-- A remark of mine. -->

      <!-- unit: label/stop/definition 00000000 -->
      Alter Text eins.

      <!-- unit: label/gone/definition -->
      Alter Text zwei.

      <!-- unit: label/stop/definition 11111111 -->
      Alter Text drei.
      """
    let updated = try Self.update(file)
    for words in ["[Ada]", "A remark of mine", "eins.", "zwei.", "drei."] {
      #expect(updated.components(separatedBy: words).count == 2, "\(words)")
    }
    #expect(try Self.update(updated) == updated)
  }

  @Test func differencesAreFound() throws {
    let good = try Self.translated()
    func kinds(_ old: String, _ new: String) throws -> [String] {
      #expect(good.contains(old), "\(old)")
      return try Self.compile(good.replacing(old, with: new)).translations[0].problems.map {
        "\($0.kind)"
      }
    }
    #expect(try kinds("Label every [Stop](#stop)", "Label every Stop").count == 1)
    #expect(try kinds("Label every [Stop](#stop)", "Label every [Stop](#halt)").count == 2)
    #expect(try kinds("hauteur < 10 px", "hauteur < 12 px").count == 1)
    #expect(try kinds("`unsure`", "`insure`").count == 2)
    #expect(try kinds("- tenus par des ouvriers\n", "").count == 1)
    #expect(try kinds("Where are the signs?", "Où sont\n\nles panneaux ?").count == 1)
    #expect(try kinds("Where are the signs?", "Où sont\nles panneaux ?").isEmpty)
  }

  /// A page with another number would be another guideline: a draft keeps the original, and no pilot
  /// begins with it.
  @Test func anotherThresholdIsNoTranslation() throws {
    let text = try Self.translated().replacing("hauteur < 10 px", with: "hauteur < 12 px")
    let translation = try #require(try Self.compile(text).translations.first)
    #expect(translation.guideline.rules[0].thresholds.map(\.value) == [10])
    #expect(translation.guideline.rules[0].thresholds.first?.quantity.value == "height")
    for (stage, severity) in [("draft", Severity.warning), ("pilot", .error), ("release", .error)] {
      let document = Self.document.replacing("rubrica: 1\n", with: "rubrica: 1\nstage: \(stage)\n")
      let found = try Fixture.check(document, ["i18n/fr.md": text]).diagnostics
        .filter { $0.id == "translated-threshold" }
      #expect(found.map(\.severity) == [severity])
    }
  }

  @Test func aTextInPlaceOfTheOriginalIsATranslation() throws {
    let file = try Self.update("").replacing("Find signs.", with: "Trouver des panneaux.")
    let translation = try #require(try Self.compile(file).translations.first)
    #expect(translation.units(.current).map(\.id) == ["purpose"])
    #expect(try Self.update(file).contains("-->\nTrouver des panneaux.\n"))
  }

  @Test(arguments: ["\r\n", "\r"])
  func otherLineEndsChangeNothing(end: String) throws {
    let file = try Self.translated().replacing("\n", with: end)
    let read = try Self.compile(file)
    #expect(read.translations[0].isComplete)
    #expect(try Self.compile(Self.translated()).problemKinds == read.problemKinds)
    let document = Self.document.replacing("\n", with: end)
    #expect(try Self.compile(try Self.translated(), document).translations[0].isComplete)
    #expect(try Self.update("") == Self.update("", document))
  }

  @Test func brokenFilesAreReadAsFarAsTheyGo() throws {
    for text in [
      "<!-- unit:", "<!-- unit: -->", "<!-- unit: title", "---\nrubrica: [",
      "<!-- unit: title zz -->\nx",
      "<!-- unit: title 413def6a -->", "# Nur Text", "\u{FEFF}<!-- unit: title -->\nTitel",
    ] {
      let guideline = try Self.compile(text)
      #expect(guideline.translations.count == 1)
      #expect(guideline.title.value == "Signs")
    }
    let guideline = try Fixture.guideline(
      Self.document, ["i18n/notes.txt": "", "i18n/.hidden": "", "i18n/fr.md": ""])
    #expect(guideline.problemKinds == ["misplaced"])
    #expect(guideline.translations.count == 1)
  }

  /// The Markdown of every unit, read by itself, says what it says in its place.
  @Test(arguments: ["chat-harassment", "clinic-letters", "shelf-products"])
  func unitsReadTheSameByThemselves(_ id: String) throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "guidelines/\(id)").path
    var files = MemoryFiles()
    for name in try FileManager.default.subpathsOfDirectory(atPath: root)
    where name.hasSuffix(".md") || name.hasSuffix(".yaml") {
      guard !name.hasPrefix("i18n/") else { continue }
      files.files[name] = FileManager.default.contents(atPath: "\(root)/\(name)").map {
        [UInt8]($0)
      }
    }
    func read() throws -> Guideline {
      try Compiler.read(
        CompileInput(
          document: "guideline.md", defaultID: id, files: files, settings: Fixture.settings()))
    }
    files.files["i18n/xx.md"] = []
    var guideline = try read()
    let empty = TranslationDocument.make(guideline.translations[0], original: guideline)
    files.files["i18n/xx.md"] = Array(
      String(decoding: empty, as: UTF8.self).replacing(" untranslated -->", with: " -->").utf8)
    guideline = try read()
    let translation = guideline.translations[0]
    #expect(translation.isComplete)
    #expect(translation.units.count > 40)
    #expect(translation.problems.isEmpty, "\(translation.problems)")
    #expect(
      translation.guideline.rules.map(\.content.plainText)
        == guideline.rules.map(\.content.plainText))
    #expect(
      translation.guideline.labels.map {
        $0.definition.plainText + $0.includes.map(\.plainText).joined()
      }
        == guideline.labels.map { $0.definition.plainText + $0.includes.map(\.plainText).joined() })
    #expect(
      translation.guideline.examples.map {
        ($0.title?.plainText ?? "") + ($0.reason?.plainText ?? "")
      }
        == guideline.examples.map { ($0.title?.plainText ?? "") + ($0.reason?.plainText ?? "") })
  }
}
