package import RubricaModel
package import RubricaSource

/// A translation says what the guideline says now.
package enum OutdatedTranslation: Check {
  package static let info = CheckInfo(
    id: "outdated-translation",
    levels: Levels(draft: .warning, pilot: .warning, release: .error),
    summary: "A translation is updated when the guideline changes.",
    rationale: """
      The rule has changed, but annotators who read the translation would still follow the old one, and \
      the data would follow two guidelines. The page shows the original instead.
      """,
    bad: [
      CheckExample(
        Sample.translated,
        files: [
          "i18n/fr.md": "⟪<!-- unit: label/stop/definition 00000000 -->⟫\nUn octogone.\n"
        ])
    ],
    good: [
      CheckExample(
        Sample.translated,
        files: [
          "i18n/fr.md":
            "<!-- unit: label/stop/definition d37136f3 -->\nUn [octogone](#stop) rouge.\n"
        ])
    ])

  package static func check(_ index: GuidelineIndex, _ report: inout Report) {
    for translation in index.guideline.translations {
      let outdated = translation.units(.outdated)
      guard let first = outdated.first, let entry = first.entry else { continue }
      let notes = outdated.prefix(5).flatMap { unit in
        [
          Diagnostic.Note("the original of `\(unit.id)`", at: unit.span),
          Diagnostic.Note(
            "its translation", at: unit.entry.map { translation.entries[$0].span }),
        ]
      }
      report.add(
        info, at: translation.entries[entry].span,
        follows(outdated.count, first.id, translation.language.value), notes: notes,
        help: """
          `rubrica i18n update` shows the original next to each; then update the translation and delete \
          the word `outdated`
          """)
    }
  }

  private static func follows(_ count: Int, _ first: String, _ language: String) -> String {
    count == 1
      ? "the original of `\(first)` has changed since it was translated into `\(language)`"
      : """
      the originals of `\(first)` and \(Wording.count(count - 1, "other unit", "other units")) have \
      changed since they were translated into `\(language)`
      """
  }
}
