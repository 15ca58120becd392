internal import RubricaModel
internal import RubricaSource

/// Parts of the page that are in another language than the page.
extension Page {
  /// The language of what stands at a place, if it has not been translated.
  func language(at span: Span) -> [HTMLWriter.Attribute] {
    guard let original, span.source != original.source else { return [] }
    return HTMLWriter.marks(original.language)
  }

  /// Words of the author, with their language where they have not been translated.
  func write(_ text: Located<String>, to html: inout HTMLWriter) {
    let marks = language(at: text.span)
    if marks.isEmpty {
      html.text(text.value)
    } else {
      html.element("span", marks, text: text.value)
    }
  }

  /// The same for a sentence, in which code stands in backticks.
  func writeWords(_ text: Located<String>, to html: inout HTMLWriter) {
    let marks = language(at: text.span)
    if marks.isEmpty {
      html.words(text.value)
    } else {
      html.element("span", marks) { $0.words(text.value) }
    }
  }

  /// The language of an example's text, for screen readers and fonts: its own, else that of all
  /// items. Of items in several languages it is not known.
  func languageOfInput(of example: Example) -> [HTMLWriter.Attribute] {
    let objects = guideline.objectLanguages
    guard let language = example.language ?? (objects.count == 1 ? objects[0] : nil) else {
      return objects.isEmpty ? [] : [.init("lang", ""), .init("dir", "auto")]
    }
    guard language.value != guideline.language.value else { return [] }
    return HTMLWriter.marks(language.value)
  }
}
