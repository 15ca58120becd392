package import RubricaModel
package import RubricaSource

/// A translation has the thresholds of its original.
package enum TranslatedThreshold: Check {
  package static let info = CheckInfo(
    id: "translated-threshold",
    levels: .stumble,
    summary: "A translation has the same thresholds as its original.",
    rationale: """
      Annotators of two languages would label the same item differently, each of them by the book, and \
      nothing in the answers tells which of the two numbers they went by. Until the numbers agree the page \
      shows the original.
      """,
    bad: [
      CheckExample(
        Sample.translatedRule,
        files: [
          "i18n/fr.md":
            "<!-- unit: rule/R1/text faf979dd -->\n⟪`hauteur < 12 px` -> ne pas étiqueter⟫\n"
        ]),
      CheckExample(
        Sample.translatedRule,
        files: ["i18n/fr.md": "<!-- unit: rule/R1/text faf979dd -->\n⟪Pas de petit panneau.⟫\n"]),
    ],
    good: [
      CheckExample(
        Sample.translatedRule,
        files: [
          "i18n/fr.md":
            "<!-- unit: rule/R1/text faf979dd -->\n`hauteur < 10 px` -> ne pas étiqueter\n"
        ])
    ])

  package static func check(_ index: GuidelineIndex, _ report: inout Report) {
    for translation in index.guideline.translations {
      for problem in translation.problems {
        guard case .threshold(let unit, let original, let translated) = problem.kind else {
          continue
        }
        let span = translation.units.first { $0.id == unit }?.span
        report.add(
          info, at: problem.span, words(original, translated),
          notes: span.map { [Diagnostic.Note("the original", at: $0)] } ?? [],
          help: """
            write the number, its unit and the consequence of the original; until then the page shows the \
            original
            """)
      }
    }
  }

  private static func words(_ original: [String], _ translated: [String]) -> String {
    if original.isEmpty {
      return "the original has no threshold \(translated.joined(separator: " and "))"
    }
    let lost = "the threshold \(original.joined(separator: " and ")) of the original"
    return translated.isEmpty
      ? "\(lost) is missing here" : "\(lost) is \(translated.joined(separator: " and ")) here"
  }
}
