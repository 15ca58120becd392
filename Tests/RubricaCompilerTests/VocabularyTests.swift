import Foundation
import RubricaCompiler
import RubricaModel
import RubricaSource
import Testing

/// Guidelines in every language that has words.
struct VocabularyTests {
  static let languages = Vocabulary.languages.map(\.language)

  /// A guideline written with the first word of everything.
  private func document(_ language: String, colon: String = ":") -> String {
    let words = Vocabulary(language: language)
    return """
      ---
      rubrica: 1
      language: \(language)
      task:
        modality: text
        layers:
          - {id: topic, kind: choice, labels: [a, b]}
      ---

      # T

      ## \(words.word(.labels))

      ### A {#a}
      D.

      **\(words.word(.includes))** x · y
      **\(words.word(.excludes))** z
      **\(words.word(.not))** `b`: other

      #### \(words.word(.good))\(colon) one
      > Text.

      ```yaml expected
      topic: a
      ```
      **\(words.word(.reason))** it is.

      #### \(words.word(.bad))\(colon) two
      > Text.

      ```yaml expected
      topic: a
      ```
      **\(words.word(.reason))**\(colon) it is.

      ### B {#b}
      D.

      ## \(words.word(.rules))

      - **\(words.word(.condition))** p **\(words.word(.action))** q, **\(words.word(.exception))** r.
      - **\(words.word(.threshold))** `x < 3 px` -> \(words.word(Threshold.Consequence.doNotLabel)).

      ## \(words.word(.edgeCases))

      - **\(words.word(.condition))** s **\(words.word(.action))** t.

      ## \(words.word(.precedence))

      1. a
      2. b

      ## \(words.word(.doubt))
      `b`.
      """
  }

  @Test(arguments: languages, [":", " :", "\u{A0}:", "\u{FF1A}"])
  func everyLanguageHasTheWholeStructure(_ language: String, colon: String) throws {
    let guideline = try Fixture.guideline(document(language, colon: colon))
    #expect(guideline.problems.isEmpty, "\(guideline.problemKinds)")
    let a = try #require(guideline.label("a"))
    #expect(a.includes.map(\.plainText) == ["x", "y"])
    #expect(a.excludes.map(\.plainText) == ["z"])
    #expect(a.contrasts.map(\.text.plainText) == ["other"])
    #expect(guideline.examples.map(\.role) == [.good, .bad])
    #expect(guideline.examples.map { $0.title?.plainText } == ["one", "two"])
    #expect(guideline.examples.map { $0.reason?.plainText } == ["it is.", "it is."])
    #expect(guideline.rules.map(\.kind) == [.rule, .rule, .edgeCase])
    #expect(guideline.rules[0].condition?.plainText == "p")
    #expect(guideline.rules[0].exceptions.map(\.plainText) == ["r."])
    #expect(guideline.rules[1].thresholds.first?.consequence?.value == .doNotLabel)
    #expect(guideline.precedence?.entries.map(\.label) == ["a", "b"])
    #expect(guideline.doubt?.label?.value == "b")
  }

  /// Every meaning has a word in every language, and no word has two meanings in one.
  @Test(arguments: Vocabulary.languages)
  func tablesAreWhole(_ words: ReservedWords) {
    #expect(
      words.sections.map(\.0) == SectionRole.allCases.filter { $0 != .prose && $0 != .labelGroup })
    #expect(words.entries.map(\.0) == Vocabulary.Entry.allCases)
    #expect(words.leadIns.map(\.0) == Vocabulary.LeadIn.allCases)
    #expect(words.audiences.map(\.0) == Audience.allCases.filter { !$0.isForAnnotators })
    #expect(words.consequences.map(\.0) == Threshold.Consequence.allCases)
    for spellings in [
      words.sections.flatMap(\.1), words.entries.flatMap(\.1), words.leadIns.flatMap(\.1),
      words.consequences.flatMap(\.1),
    ] {
      #expect(Set(spellings.map { $0.lowercased() }).count == spellings.count)
    }
  }

  @Test func everyWordIsInTheDocumentation() throws {
    let page = try String(contentsOf: FormatDocumentTests.page("languages.md"), encoding: .utf8)
    var missing: [String] = []
    for words in Vocabulary.languages {
      var all = words.sections.flatMap(\.1)
      all += words.entries.flatMap(\.1)
      all += words.leadIns.flatMap(\.1)
      all += words.consequences.flatMap(\.1)
      all += words.audiences.flatMap(\.1)
      missing += all.filter { !page.contains($0) }
    }
    #expect(missing.isEmpty)
  }

  @Test(arguments: ["Etiquettes", "ÉTIQUETTES", "étiquettes :", "E\u{301}tiquettes", "Libelles"])
  func caseAndAccentsOfHeadingsDoNotCount(_ heading: String) {
    #expect(Vocabulary(language: "fr").section(heading)?.meaning == .labels)
  }

  /// Keyboards of other languages have no umlauts.
  @Test func umlautsMayBeTypedAsTwoLetters() {
    let german = Vocabulary(language: "de")
    #expect(german.section("Grenzfaelle")?.meaning == .edgeCases)
    #expect(german.section("AENDERUNGEN")?.meaning == .changelog)
    #expect(german.leadIn("Enthaelt")?.meaning == .includes)
    #expect(german.leadIn("Enthalt") == nil)
    for exception in ["Ausser wenn", "Außer wenn"] {
      #expect(german.leadIn(exception[...])?.meaning == .exception)
    }
    for spelling in ["Umfaßt", "Umfasst"] {
      #expect(german.leadIn(spelling[...])?.meaning == .includes)
    }
    #expect(german.consequence("pruefen lassen")?.meaning == .review)
    #expect(Vocabulary.synonyms["ausnahmefaelle"] == .edgeCases)
  }

  @Test func accentsOfLeadInsCount() {
    let spanish = Vocabulary(language: "es")
    #expect(spanish.leadIn("Si,")?.meaning == .condition)
    #expect(spanish.leadIn("Sí") == nil)
    let french = Vocabulary(language: "fr-CA")
    #expect(french.leadIn("Parce qu\u{2019}")?.meaning == .reason)
    #expect(french.leadIn("parce qu'")?.meaning == .reason)
    #expect(Vocabulary(language: "de").leadIn("Außer")?.meaning == .exception)
    #expect(Vocabulary(language: "ja").leadIn("理由：")?.meaning == .reason)
  }

  @Test func englishIsUnderstoodEverywhereAndNamed() throws {
    let text = "---\nrubrica: 1\nlanguage: fr\n---\n# T\n\n## Rules\n\n- A **unless** b.\n"
    let guideline = try Fixture.guideline(text)
    #expect(guideline.rules.first?.exceptions.first?.plainText == "b.")
    #expect(guideline.problemKinds == ["foreignWord", "foreignWord"])
    // Where there are no other words, English is no stranger.
    let other = try Fixture.guideline(text.replacing("fr\n", with: "eo\n"))
    #expect(other.rules.count == 1)
    #expect(other.problems.isEmpty)
  }

  @Test func aThirdLanguageStaysProse() throws {
    let guideline = try Fixture.guideline("# T\n\n## Regeln\n\n- Eins.\n")
    #expect(guideline.rules.isEmpty)
    #expect(guideline.problemKinds == ["foreignWord"])
    let portuguese = try Fixture.guideline(
      "---\nrubrica: 1\nlanguage: pt\n---\n# T\n\n## Etiquetas\n\nTexto.\n")
    #expect(portuguese.problems.isEmpty)
  }

  @Test(arguments: [
    ("fr", "Parce qu’elle bouge.", "Parce qu’"), ("fr", "Car elle bouge.", "Car"),
    ("fr", "Carrefour.", nil), ("de", "Weil sie sich bewegt.", "Weil"), ("de", "Weile.", nil),
    ("ja", "なぜなら、動くからです。", "なぜなら、"), ("ja", "理由：動くから。", "理由："),
    ("en", "Because", "Because"), ("en", "Becauses are bad.", nil),
    ("es", "Porque se mueve.", "Porque"),
  ])
  func plainReasonsAreFound(_ language: String, text: String, word: String?) {
    #expect(Vocabulary(language: language).leadingReason(of: text) == word?.utf8.count)
  }

  @Test func theWordOfAPlainReasonIsNoPartOfIt() throws {
    let guideline = try Fixture.guideline(
      "# T\n\n## Good: one\n\n> Some text.\n\nBecause it is *short*.\n")
    #expect(guideline.examples.first?.reason?.plainText == "it is short.")
  }

  @Test(arguments: [
    ("en", "1,000", 1000), ("fr", "0,5", 0.5), ("de", "1.000", 1000), ("de", "0.5", 0.5),
    ("es", "1,5", 1.5), ("en", "0.5", 0.5), ("de", "1.250,5", 1250.5), ("ja", "1,000", 1000),
    ("fr", "10\u{202F}000", 10_000), ("en", "10 000", 10_000), ("en", "1,250.5", 1250.5),
  ])
  func numbersAreReadAsTheLanguageWritesThem(_ language: String, number: String, value: Double)
    throws
  {
    let rules = Vocabulary(language: language).word(.rules)
    let guideline = try Fixture.guideline(
      "---\nrubrica: 1\nlanguage: \(language)\n---\n# T\n\n## \(rules)\n\n- `écart ≥ \(number) px` -> x\n"
    )
    let threshold = try #require(guideline.rules.first?.thresholds.first)
    #expect(threshold.value == value)
    #expect(threshold.comparator == .greaterOrEqual)
    #expect(threshold.quantity.value == "écart")
    #expect(threshold.unit?.value == "px")
  }

  @Test(arguments: [
    ("en", "< 10 px < 20 px"), ("en", "< 10–20 px"), ("en", "< 10 px – 20 px"),
    ("en", "< 10 - 20 px"),
    ("en", "< 10 to 20 px"), ("en", "< 10 x 20 px"), ("en", "< 10 px, 20 px"),
    ("en", "> 10 px or more"),
    ("en", "< 10 px and no rim"), ("de", "< 10 bis 20 px"), ("de", "< 10 px und ohne Rand"),
    ("fr", "< 10 à 20 px"), ("fr", "> 10 px ou plus"), ("es", "< 10 a 20 px"),
    ("es", "> 10 px o más"), ("ja", "> 10から20 px"), ("ja", "> 10 px以上"), ("ja", "> 10〜20 px"),
    ("en", "< " + String(repeating: "9", count: 400) + " px"),
  ])
  func whatIsNoUnitIsNotReadAsOne(_ language: String, limit: String) throws {
    let rules = Vocabulary(language: language).word(.rules)
    let guideline = try Fixture.guideline(
      "---\nrubrica: 1\nlanguage: \(language)\n---\n# T\n\n## \(rules)\n\n- `height \(limit)` -> x\n"
    )
    #expect(guideline.rules.first?.thresholds.isEmpty == true)
    #expect(guideline.problemKinds.contains("unreadableThreshold"))
  }

  @Test(arguments: [
    ("en", "px a side"), ("en", "px to the edge"), ("en", "out of 5"), ("en", "m/s2"),
    ("en", "m s-1"),
    ("en", "km/h"), ("en", "%"), ("en", "°C"), ("ja", "万円"), ("es", "px a cada lado"),
  ])
  func unitsMayBeSeveralWords(_ language: String, unit: String) throws {
    let rules = Vocabulary(language: language).word(.rules)
    let guideline = try Fixture.guideline(
      "---\nrubrica: 1\nlanguage: \(language)\n---\n# T\n\n## \(rules)\n\n- `size > 2 \(unit)` -> x\n"
    )
    #expect(guideline.rules.first?.thresholds.first?.unit?.value == unit)
  }

  @Test func examplesCarryTheirLanguage() throws {
    let guideline = try Fixture.guideline(
      "# T\n\n## Examples\n\n### Good: x {lang=de}\n> Hallo.\n\n### Notes {#n}\n\n## Other {lang=fr}\n"
    )
    #expect(guideline.examples.first?.language?.value == "de")
    #expect(guideline.problemKinds == ["misplaced"])
  }

  @Test(arguments: [
    ("fr", true), ("fr-CA", true), ("zh-Hant-TW", true), ("es-419", true), ("de-CH-1996", true),
    ("sl-rozaj-biske", true), ("x-klingon", false), ("french", false), ("pt_BR", false),
    ("", false),
    ("en-", false), ("en--US", false), ("en-US-Latn", false), ("e", false), ("en-x-team", true),
    ("en-x", false), ("de-a-b", false), ("haw", true), ("12", false),
  ])
  func tagsHaveTheShapeOfTags(_ tag: String, isValid: Bool) {
    #expect(LanguageTag.isValid(tag) == isValid)
  }
}
