package import RubricaModel
package import RubricaSource

/// A translation is a file of units.
package enum MalformedTranslation: Check {
  package static let info = CheckInfo(
    id: "malformed-translation",
    levels: .stumble,
    summary:
      "A file in `i18n` is named after its language and contains units, each after its comment.",
    rationale: """
      Anything else in the file does not appear on a page, and what the translator wrote is silently \
      lost.
      """,
    bad: [
      CheckExample(Sample.translated, files: ["i18n/fr.md": "⟪Un octogone rouge.⟫\n"]),
      CheckExample(
        Sample.translated,
        files: [
          "i18n/fr.md": """
          <!-- unit: label/stop/name 00000000 -->
          ### Arrêt

          <!-- unit: ⟪label/stop/name⟫ 00000000 -->
          ### Stop
          """
        ]),
      CheckExample(
        Sample.translated,
        files: ["i18n/fr.md": "<!-- unit: label/stop/name ⟪done⟫ -->\n### Stop\n"]),
      CheckExample(Sample.translated, files: ["i18n/en.md": "⟪⟫"]),
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
      for problem in translation.problems {
        guard case .malformed(let message, let help) = problem.kind else { continue }
        report.add(info, at: problem.span, message, help: help)
      }
    }
  }
}
