package import RubricaModel
package import RubricaSource

/// A translation differs from its original in words alone.
package enum TranslationDiffers: Check {
  package static let info = CheckInfo(
    id: "translation-differs",
    levels: Levels(draft: .warning, pilot: .warning, release: .error),
    summary: "A translation keeps the links, pictures, ids and items of its original.",
    rationale: """
      A link, an id or an exception that is lost in translation makes it another guideline. Nobody \
      who reads only one of the two languages can see that.
      """,
    bad: [
      CheckExample(
        Sample.translated,
        files: [
          "i18n/fr.md": "<!-- unit: label/stop/definition d37136f3 -->\n⟪Un octogone rouge.⟫\n"
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
      let originals = Dictionary(
        translation.units.map { ($0.id, $0.span) }, uniquingKeysWith: { first, _ in first })
      for problem in translation.problems {
        guard let (unit, message) = words(problem.kind) else { continue }
        report.add(
          info, at: problem.span, message,
          notes: originals[unit].map { [Diagnostic.Note("the original", at: $0)] } ?? [],
          help: "say in \(translation.language.value) exactly what the original says")
      }
    }
  }

  private static func words(_ kind: TranslationProblem.Kind) -> (unit: String, message: String)? {
    switch kind {
    case .malformed, .threshold: nil
    case .lost(let unit, let part): (unit, "\(part) of the original is missing in `\(unit)`")
    case .added(let unit, let part): (unit, "\(part) in `\(unit)` is not in the original")
    case .items(let unit, let expected, let found):
      (
        unit,
        "`\(unit)` has \(Wording.count(found, "item", "items")), but the original has \(expected)"
      )
    case .shape(let unit): (unit, "`\(unit)` is one line in the original, but several lines here")
    }
  }
}
