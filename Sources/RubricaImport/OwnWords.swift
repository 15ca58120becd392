internal import RubricaModel

/// Words that the importer adds to a draft, in the language of the document.
struct OwnWords {
  /// Over what stands behind the labels.
  let notes: String
  /// Before an example that is right, and one that is wrong.
  let right: String
  let wrong: String
  /// Over what a site generator was told.
  let frontMatter: String

  init(_ vocabulary: Vocabulary) {
    self =
      switch vocabulary.own.language {
      case "fr": OwnWords("Remarques", "Correct", "Incorrect", "Métadonnées importées")
      case "de": OwnWords("Hinweise", "Richtig", "Falsch", "Importierte Metadaten")
      case "es": OwnWords("Notas", "Correcto", "Incorrecto", "Metadatos importados")
      case "ja": OwnWords("備考", "正しい例", "誤った例", "取り込んだメタデータ")
      default: OwnWords("Notes", "Correct", "Incorrect", "Imported front matter")
      }
  }

  private init(_ notes: String, _ right: String, _ wrong: String, _ frontMatter: String) {
    self.notes = notes
    self.right = right
    self.wrong = wrong
    self.frontMatter = frontMatter
  }
}
