internal import RubricaCompiler
internal import RubricaModel
internal import RubricaRules
internal import RubricaSource
internal import Testing

/// The text that annotators read, cut into words, and how much of it is structure.
@Suite struct CoverageTests {
  private func index(_ text: String, _ files: [String: String] = [:]) throws -> GuidelineIndex {
    GuidelineIndex(try checked(text, files).guideline)
  }

  private func sentences(_ text: String) throws -> [String] {
    let index = try index(text)
    let read = index.annotatorText
    return read.sentences.map { index.guideline.sources.text(read.span($0)) }
  }

  @Test func sentencesEndWhereReadersEndThem() throws {
    #expect(
      try sentences("One, e.g. a car. Two vs. three! Is it 3.5 m? Yes.")
        == ["One, e.g. a car", "Two vs. three", "Is it 3.5 m", "Yes"])
    #expect(
      try sentences("A van, cf. Iveco. Cars vs. Ships etc. No.")
        == ["A van, cf. Iveco", "Cars vs. Ships etc", "No"])
    #expect(
      try sentences("**Small ones.** Leave\nthem out. (See above.)")
        == ["Small ones", "Leave\nthem out", "See above"])
    #expect(try sentences("Größe: mäßig. Éclair.") == ["Größe: mäßig", "Éclair"])
    #expect(try sentences("Don’t “guess” — ask.") == ["Don’t “guess” — ask"])
    #expect(
      try sentences("- one\n- two\n\n| a | b |\n|---|---|\n| c | d |\n")
        == ["one", "two", "a", "b", "c", "d"])
    #expect(
      try sentences("標識を囲む。小さい（遠い）ものは、無視する！ 終わり？はい")
        == ["標識を囲む", "小さい（遠い）ものは、無視する", "終わり", "はい"])
    #expect(try sentences("") == [])
    #expect(try sentences("... !!! — 。") == [])
  }

  @Test func wordsAreTheSameInAnyCase() throws {
    let index = try index("Don't DON'T don’t. `code here` Pick-up 3.5")
    let words = index.annotatorText.words
    #expect(words.count == 6)
    #expect(words[0].key == words[1].key && words[1].key == words[2].key)
    #expect(words[3].flags.contains(.code))
    #expect(
      words.map { index.guideline.sources.files[1].text(Int($0.start)..<Int($0.end)) }
        == ["Don't", "DON'T", "don’t", "`code here`", "Pick-up", "3.5"])
    let french = try self.index("Évitez ÉVITEZ évitez").annotatorText.words
    #expect(Set(french.map(\.key)).count == 1)
  }

  @Test func charactersOfALanguageWithoutBlanksAreWords() throws {
    let index = try index("人々がABC 12をＡ、ー")
    let words = index.annotatorText.words.map {
      index.guideline.sources.files[1].text(Int($0.start)..<Int($0.end))
    }
    #expect(words == ["人", "々", "が", "ABC", "12", "を", "Ａ", "ー"])
  }

  @Test func whatAnnotatorsDoNotGetIsNotRead() throws {
    let found = try sentences(
      """
      # Signs

      ## For reviewers {#r audience=reviewer}

      You must not see this.

      ## Changelog

      You must not see this either.

      ## Examples

      ### Good: a text
      > You must not judge this.

      Because it is data.
      """)
    #expect(found == ["Signs", "Examples", "a text", "it is data"])
  }

  private static let mixed = """
    ---
    rubrica: 1
    task:
      modality: image
      layers:
        - id: signs
          kind: box
          labels: [stop, other-sign]
          attributes: [{id: worn, type: enum, values: [no-wear, worn]}]
    ---

    # Signs

    Signs have been made of tin since 1920. You must label each sign.
    A box should be at least 10 px high. If a sign lies down, skip it.

    ## Labels

    ### Stop
    A red octagon. Label it also when it is worn.

    Do not confuse it with a toy.

    **Not** [Other sign](#other-sign): it must be red.

    ### Other sign
    Every other sign.

    ## Rules

    - Label what you see.
    """

  @Test func sentencesAreCountedByWhereTheyStand() throws {
    let coverage = Coverage(try index(Self.mixed))
    #expect(coverage.total == 7)
    #expect(coverage.open.map(\.form) == [.rule, .threshold, .edgeCase, .contrast])
    #expect(coverage.structured == 3)
    #expect(coverage.share == 42)
    #expect(coverage.labels.map(\.name.value) == ["stop", "other-sign"])
    #expect(coverage.values.map(\.others) == [["no-wear", "worn"]])
    #expect(coverage.pairs.map(\.others) == [["other-sign"]])
  }

  @Test func aLanguageWithoutATableIsNotJudged() throws {
    let italian = Self.mixed.replacing("rubrica: 1\n", with: "rubrica: 1\nlanguage: it\n")
    let coverage = Coverage(try index(italian))
    #expect(!coverage.isMeasured && coverage.total == 0 && coverage.share == nil)
    #expect(coverage.labels.count == 2)
  }
}
