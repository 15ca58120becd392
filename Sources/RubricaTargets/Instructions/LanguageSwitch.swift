internal import RubricaModel
internal import RubricaSource

/// One of the languages that there is a page in.
struct PageLanguage {
  let tag: String
  /// From the page that links to it; nil for that page itself.
  let address: String?

  /// The guideline's own language, then those of its translations. `tag` is that of the page that
  /// links, nil for the original's.
  static func all(of guideline: Guideline, from tag: String?) -> [PageLanguage] {
    guard !guideline.translations.isEmpty else { return [] }
    let up = tag == nil ? "" : "../"
    let own = PageLanguage(
      tag: guideline.language.value, address: tag == nil ? nil : up + "index.html")
    return [own]
      + guideline.translations.map { translation in
        let other = translation.language.value
        return PageLanguage(tag: other, address: other == tag ? nil : up + other + "/index.html")
      }
  }

  /// The language in itself, as those who read it look for it; else its tag.
  var name: String {
    let primary = tag.prefix { $0 != "-" }.lowercased()
    guard let name = Self.names.first(where: { $0.tag == primary })?.name else { return tag }
    return primary.utf8.count == tag.utf8.count ? name : "\(name) (\(tag))"
  }

  private static let names: [(tag: String, name: String)] = [
    ("ar", "العربية"), ("bn", "বাংলা"), ("cs", "čeština"), ("da", "dansk"), ("de", "Deutsch"),
    ("el", "Ελληνικά"), ("en", "English"), ("es", "español"), ("fa", "فارسی"), ("fi", "suomi"),
    ("fr", "français"), ("he", "עברית"), ("hi", "हिन्दी"), ("hu", "magyar"),
    ("id", "Bahasa Indonesia"), ("it", "italiano"), ("ja", "日本語"), ("ko", "한국어"),
    ("ms", "Bahasa Melayu"), ("nb", "norsk bokmål"), ("nl", "Nederlands"), ("pl", "polski"),
    ("pt", "português"), ("ro", "română"), ("ru", "русский"), ("sv", "svenska"),
    ("sw", "Kiswahili"), ("th", "ไทย"), ("tl", "Tagalog"), ("tr", "Türkçe"), ("uk", "українська"),
    ("ur", "اردو"), ("vi", "Tiếng Việt"), ("zh", "中文"),
  ]
}

extension Page {
  /// Links to the same page in the other languages.
  func writeLanguages(to html: inout HTMLWriter) {
    guard !languages.isEmpty else { return }
    html.element(
      "nav", [.class("languages"), .init("aria-label", words.languages)]
    ) { html in
      html.element("ul") { html in
        for language in languages {
          html.element("li") { html in
            guard let address = language.address else {
              return html.element(
                "span", [.init("aria-current", "true")], text: language.name)
            }
            html.element(
              "a",
              [.init("href", address), .init("hreflang", language.tag)]
                + HTMLWriter.marks(language.tag), text: language.name)
          }
        }
      }
    }
  }
}
