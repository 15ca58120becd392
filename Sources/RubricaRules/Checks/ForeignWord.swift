package import RubricaModel
package import RubricaSource

/// Reserved words are in the language of the guideline.
package enum ForeignWord: Check {
  package static let info = CheckInfo(
    id: "foreign-word",
    levels: .warning,
    summary: "Reserved headings and lead-ins are in the language of the guideline.",
    rationale: """
      Otherwise annotators read one page in two languages. English words keep their meaning in every \
      language; a word of a third language has none, so the text under it reaches neither the tool nor \
      the checks.
      """,
    bad: [
      CheckExample(
        Sample.signs(header: "language: fr", "## ⟪Rules⟫\n\n- Un reflet compte aussi.\n"),
        fixed: Sample.signs(header: "language: fr", "## Règles\n\n- Un reflet compte aussi.\n")),
      CheckExample(
        Sample.signs("## ⟪Règles⟫\n\n- Un reflet compte aussi.\n"),
        fixed: Sample.signs("## Rules\n\n- Un reflet compte aussi.\n")),
      CheckExample(
        Sample.signs(
          header: "language: de", "## Regeln\n\n- Markieren Sie es, ⟪**unless**⟫ es ist klein.\n"),
        fixed: Sample.signs(
          header: "language: de", "## Regeln\n\n- Markieren Sie es, **außer wenn** es ist klein.\n")
      ),
    ],
    good: [
      CheckExample(Sample.signs("## Rules\n\n- A reflection is a sign too.\n")),
      CheckExample(
        Sample.task(
          header: "language: fr",
          layers: "- {id: signs, kind: box, labels: [stop]}",
          """
          # Panneaux

          ## Étiquettes

          ### Stop
          Un octogone rouge.

          **Comprend** les panneaux provisoires

          ## Règles

          - Un reflet compte, **sauf si** le vrai panneau est visible.
          """)),
    ])

  package static func check(_ index: GuidelineIndex, _ report: inout Report) {
    let guideline = index.guideline
    for problem in guideline.problems {
      guard case .foreignWord(let word) = problem.kind else { continue }
      let fixes = Fix.replacing(
        Located(word.word, problem.span), with: word.suggestion, in: guideline.sources)
      let help =
        word.isUnderstood
        ? "in \(word.guidelineLanguage) it is `\(word.suggestion)`"
        : """
        write `\(word.suggestion)`, or set the language in the front matter (`language:`) if the \
        guideline is not in \(word.guidelineLanguage)
        """
      report.add(info, at: problem.span, foreign(word), help: help, fixes: fixes)
    }
    guard !index.vocabulary.isEnglish else { return }
    for rule in guideline.rules {
      for threshold in rule.thresholds {
        guard let text = threshold.consequenceText,
          let found = index.vocabulary.consequence(text.value), let language = found.foreign
        else { continue }
        let word = Problem.ForeignWord(
          word: text.value, language: language, in: index.vocabulary,
          suggestion: index.vocabulary.word(found.meaning), isUnderstood: true)
        report.add(
          info, at: text.span, foreign(word),
          help: "in \(word.guidelineLanguage) it is `\(word.suggestion)`",
          fixes: Fix.replacing(text, with: word.suggestion, in: guideline.sources))
      }
    }
  }

  private static func foreign(_ word: Problem.ForeignWord) -> String {
    let text = Wording.excerpt(word.word)
    return word.isUnderstood
      ? "`\(text)` is \(word.language), but the guideline is in \(word.guidelineLanguage)"
      : """
      `\(text)` is a reserved word in \(word.language), but in a guideline in \
      \(word.guidelineLanguage) it has no meaning
      """
  }
}
