internal import RubricaModel

/// The front matter of a translation: `i18n/LANGUAGE.md`.
extension Keys {
  static let translation = Keys(
    "translation", owner: "the front matter of a translation",
    [
      Key("rubrica", .exactly(1), required: true, "The version of the guideline language: 1."),
      Key("translators", .oneOrMore(.text), "Who translated the guideline."),
    ])
}
