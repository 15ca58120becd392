internal import RubricaModel
internal import RubricaSource

/// Parts of the page that are in another language than the page.
extension Page {
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
