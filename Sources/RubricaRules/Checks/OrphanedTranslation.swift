package import RubricaModel
package import RubricaSource

/// What is translated is a part of the guideline.
package enum OrphanedTranslation: Check {
  package static let info = CheckInfo(
    id: "orphaned-translation",
    levels: .warning,
    summary: "Every text of a translation belongs to a unit of the guideline.",
    rationale: """
      The label or rule was removed from the guideline or has another id. What the translator wrote \
      does not appear on a page.
      """,
    bad: [
      CheckExample(
        Sample.translated,
        files: ["i18n/fr.md": "⟪<!-- unit: label/yield/name 00000000 -->⟫\n### Cédez\n"])
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
      for place in translation.orphans {
        let entry = translation.entries[place]
        let near = Suggestion.nearest(to: entry.id.value, among: translation.units.lazy.map(\.id))
        report.add(
          info, at: entry.span, belongs(entry.id.value),
          help: near.map { "did you mean `\($0)`?" }
            ?? "remove it, or move its text to the unit that replaced it")
      }
    }
  }

  private static func belongs(_ id: String) -> String { "the guideline has no unit `\(id)`" }
}
