package import RubricaModel
package import RubricaSource

/// Every language says all of the guideline.
package enum MissingTranslation: Check {
  package static let info = CheckInfo(
    id: "missing-translation",
    levels: Levels(draft: .warning, pilot: .warning, release: .error),
    summary: "A translation has a text for every unit of the guideline.",
    rationale: """
      If a translation is missing, the page in that language shows the original. Annotators \
      who cannot read it skip the rule.
      """,
    bad: [
      CheckExample(Sample.translated, files: ["i18n/fr.md": "⟪⟫"]),
      CheckExample(
        Sample.translated,
        files: [
          "i18n/fr.md": "⟪<!-- unit: label/stop/name a2d95f57 untranslated -->⟫\n### Stop\n"
        ]),
    ],
    good: [
      CheckExample(Sample.translated)
    ])

  package static func check(_ index: GuidelineIndex, _ report: inout Report) {
    for translation in index.guideline.translations
    where !index.guideline.unread.holdsTranslation(translation.source) {
      let missing = translation.units(.missing)
      guard let first = missing.first else { continue }
      let place = missing.lazy.compactMap(\.entry).first.map { translation.entries[$0].span }
      let help =
        missing.allSatisfy { $0.entry == nil }
        ? "run `rubrica i18n update` to add the originals to the file, then replace them"
        : "replace the originals; `rubrica i18n status` lists all of them"
      report.add(
        info, at: place ?? Span(translation.source, 0, 0),
        lacks(missing.count, of: translation.units.count, first.id, translation.language.value),
        notes: missing.prefix(5).map { Diagnostic.Note("`\($0.id)`", at: $0.span) }, help: help)
    }
  }

  private static func lacks(_ count: Int, of all: Int, _ first: String, _ language: String)
    -> String
  {
    "\(count) of \(all) units are not translated into `\(language)`: "
      + (count == 1
        ? "`\(first)`" : "`\(first)` and \(Wording.count(count - 1, "other", "others"))")
  }
}
