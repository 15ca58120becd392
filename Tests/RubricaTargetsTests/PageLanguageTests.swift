import RubricaCompiler
import RubricaModel
import RubricaSource
import Testing

@testable import RubricaTargets

/// The page in other languages than English.
struct PageLanguageTests {
  private static let tags = ["en", "fr", "de", "es", "ja"]

  private static func page(_ language: String, body: String = "", header: String = "") throws
    -> String
  {
    let compilation = try Compiling.compile([
      "guideline.md": """
      ---
      rubrica: 1
      language: \(language)
      \(header)
      task:
        modality: text
        layers:
          - {id: topic, kind: choice, labels: [a, b]}
      ---
      # T

      ## Labels

      ### A
      Un.

      **Includes** x

      ### B
      Deux.

      \(body)
      """,
      "rubrica.yaml": "rubrica: 1\ntargets: {instructions: {}}\n",
    ])
    return try #require(compilation.text("instructions/index.html"))
  }

  @Test(arguments: tags)
  func everyLanguageHasAllWords(_ tag: String) {
    let (words, foreign) = Words.named(tag)
    #expect(foreign == nil)
    for kind in LayerKind.allCases { #expect(words.kinds[kind] != nil, "\(kind)") }
    for meaning in Escape.Meaning.allCases { #expect(words.meanings[meaning] != nil, "\(meaning)") }
    let fields = Mirror(reflecting: words).children.compactMap { $0.value as? Word }
    #expect(fields.count > 50)
    #expect(fields.allSatisfy { !$0.text.isEmpty })
  }

  /// What nobody translated would show as the same words in two languages.
  @Test(arguments: tags.dropFirst())
  func nothingIsLeftInEnglish(_ tag: String) {
    let own = Mirror(reflecting: Words.named(tag).words).children
    let english = Mirror(reflecting: Words.named("en").words).children
    let same = zip(own, english).compactMap { own, english -> String? in
      guard let a = own.value as? Word, let b = english.value as? Word, a.text == b.text else {
        return nil
      }
      return own.label
    }
    // "Version", "Source", "Points", "no", "Text", …: words that two languages share.
    #expect(same.count <= 4, "\(same)")
  }

  @Test func thePageSaysItsLanguage() throws {
    let page = try Self.page("fr-CA")
    #expect(page.contains("<html lang=\"fr-CA\" dir=\"ltr\">"))
    #expect(page.contains(">Comprend</p>"))
    #expect(page.contains("aria-label=\"Rechercher\""))
    #expect(!page.contains("lang=\"en\""))
  }

  @Test func wordsThatAreMissingAreEnglishAndSaySo() throws {
    let page = try Self.page("ar")
    #expect(page.contains("<html lang=\"ar\" dir=\"rtl\">"))
    #expect(page.contains("<p class=\"title\" lang=\"en\" dir=\"ltr\">Includes</p>"))
    let other = try Self.page("eo")
    #expect(other.contains("<html lang=\"eo\" dir=\"ltr\">"))
    #expect(other.contains("lang=\"en\" dir=\"ltr\">What you answer</h2>"))
  }

  @Test func textsOfExamplesCarryTheirLanguage() throws {
    let example = """
      ## Examples

      ### Good: eins {lang=de}
      > Hallo.

      ### Good: zwei
      > Salut.
      """
    let plain = try Self.page("en", body: example)
    #expect(plain.contains("<blockquote class=\"words\" lang=\"de\" dir=\"ltr\">Hallo."))
    #expect(plain.contains("<blockquote class=\"words\">Salut."))
    let arabic = try Self.page("en", body: example, header: "object-language: ar")
    #expect(arabic.contains("<blockquote class=\"words\" lang=\"ar\" dir=\"rtl\">Salut."))
    #expect(arabic.contains("<blockquote class=\"words\" lang=\"de\" dir=\"ltr\">Hallo."))
    let several = try Self.page("en", body: example, header: "object-language: [ar, fr]")
    #expect(several.contains("<blockquote class=\"words\" lang=\"\" dir=\"auto\">Salut."))
    let same = try Self.page("en", body: example, header: "object-language: en")
    #expect(same.contains("<blockquote class=\"words\">Salut."))
  }

  // MARK: Translations

  private static let document = """
    ---
    rubrica: 1
    title: Tone
    task:
      modality: text
      layers:
        - {id: topic, kind: choice, question: What is it?, labels: [a, b]}
    ---
    # Tone

    ## Labels

    ### A
    The first.

    ### B
    The second.

    ## Rules

    ### Short {#short}
    Skip it.
    """

  private static func translated(_ pairs: [(String, String)], language: String = "fr") throws
    -> Compilation
  {
    let rubrica = "rubrica: 1\ntargets: {instructions: {}}\n"
    let path = "i18n/\(language).md"
    let empty = try Compiling.compile([
      "guideline.md": document, "rubrica.yaml": rubrica, path: "",
    ])
    let translation = try #require(empty.guideline.translations.first)
    var file = String(
      decoding: TranslationDocument.make(translation, original: empty.guideline), as: UTF8.self)
    for (old, new) in pairs { file = file.replacing(old, with: new) }
    return try Compiling.compile([
      "guideline.md": document, "rubrica.yaml": rubrica, path: file,
    ])
  }

  @Test func whatIsNotTranslatedSaysItsLanguage() throws {
    let compilation = try Self.translated([
      ("The first.", "Le premier."), ("### A\n", "### Alpha\n"),
    ])
    let page = try #require(compilation.text("instructions/fr/index.html"))
    #expect(page.contains("<html lang=\"fr\" dir=\"ltr\">"))
    #expect(page.contains("<p>Le premier.</p>"))
    #expect(page.contains("<i></i>Alpha"))
    #expect(page.contains("<div lang=\"en\" dir=\"ltr\"><p>The second.</p>"))
    #expect(page.contains("<span class=\"question\" lang=\"en\" dir=\"ltr\">What is it?</span>"))
    #expect(page.contains("<h1 id=\"tone\" lang=\"en\" dir=\"ltr\">Tone</h1>"))
    #expect(page.contains(">\u{C9}tiquettes</h2>"))
    #expect(page.contains("ne sont pas encore traduites"))
    let original = try #require(compilation.text("instructions/index.html"))
    #expect(!original.contains("lang=\"en\" dir=\"ltr\"><p>"))
    #expect(!original.contains("have not been translated"))
  }

  @Test func pagesLinkToEachOther() throws {
    let compilation = try Self.translated([], language: "pt-BR")
    let page = try #require(compilation.text("instructions/pt-BR/index.html"))
    #expect(
      page.contains("<a href=\"../index.html\" hreflang=\"en\" lang=\"en\" dir=\"ltr\">English</a>")
    )
    #expect(page.contains("<span aria-current=\"true\">português (pt-BR)</span>"))
    let original = try #require(compilation.text("instructions/index.html"))
    #expect(original.contains("<a href=\"pt-BR/index.html\" hreflang=\"pt-BR\""))
    #expect(!(try Self.page("en")).contains("class=\"languages\""))
  }

  @Test func aCompletePageHasNothingLeft() throws {
    let compilation = try Self.translated([(" untranslated", "")])
    let page = try #require(compilation.text("instructions/fr/index.html"))
    let main = try #require(page.split(separator: "<main", maxSplits: 1).last)
    #expect(!main.contains("lang=\"en\""))
    #expect(!page.contains("ne sont pas encore traduites"))
  }

  @Test func aPageFromRightToLeftShowsTheOriginalFromLeftToRight() throws {
    let compilation = try Self.translated([("The first.", "الأول.")], language: "ar")
    let page = try #require(compilation.text("instructions/ar/index.html"))
    #expect(page.contains("<html lang=\"ar\" dir=\"rtl\">"))
    #expect(page.contains("<p>الأول.</p>"))
    #expect(page.contains("<div lang=\"en\" dir=\"ltr\"><p>The second.</p>"))
  }
}
