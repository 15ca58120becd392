package import RubricaModel
package import RubricaSource

/// A rule that leaves the amount open leaves the answer open.
package enum VagueQuantifier: Check {
  package static let info = CheckInfo(
    id: "vague-quantifier",
    levels: Levels(draft: .note, pilot: .warning, release: .warning),
    summary:
      "A rule with a vague amount has a threshold, or the guideline says what to do when in doubt.",
    rationale: """
      Each annotator has their own idea of "usually" and "if appropriate". If nothing says what to \
      answer when in doubt, differences between answers are differences between people.
      """,
    bad: [
      CheckExample(
        Sample.signs(
          "## Rules\n\n- Small signs are ⟪usually⟫ left out.\n- Rotate the box ⟪if appropriate⟫.\n")
      )
    ],
    good: [
      CheckExample(
        Sample.signs("## Rules\n\n- **Small signs.** `height < 10 px` -> do not label.\n")),
      CheckExample(
        Sample.signs(
          """
          ## Rules

          - Small signs are usually left out.

          ## When in doubt
          Choose [Other sign](#other-sign).
          """)),
      CheckExample(
        Sample.signs(
          header: "escape: [{id: unsure, means: unsure-flag}]",
          "## Rules\n\n- Small signs are usually left out.\n")),
      CheckExample(
        Sample.signs("## Rules\n\n- Use a tight box, **because** the tool often adds a margin.\n")),
    ])

  package static func check(_ index: GuidelineIndex, _ report: inout Report) {
    let guideline = index.guideline
    guard guideline.doubt == nil, !guideline.rules.isEmpty,
      let language = PlainLanguage.of(guideline)
    else { return }
    // As `no-doubt-default` asks it: what is said for a layer is said for the rules about its labels.
    let layers = Set(InDoubt(index).layersWithout.map { $0.id.value })
    guard !layers.isEmpty else { return }
    let text = index.annotatorText
    for sentence in text.sentences {
      guard case .rule(let number) = sentence.owner, guideline.rules[number].thresholds.isEmpty,
        isAbout(layers, guideline.rules[number], index)
      else { continue }
      let reasons = guideline.rules[number].reasons
      for place in sentence.words {
        guard
          let found = language.vague.match(text.words, at: place, before: sentence.words.upperBound)
        else { continue }
        let span = text.span(place..<(place + found.count), sentence)
        // A reason explains; nobody acts on it. A number beside the word is what it means.
        guard !reasons.contains(where: { $0.span.contains(span) }),
          !sentence.words.contains(where: { text.words[$0].has(.hasDigit) })
        else { continue }
        report.add(
          info, at: span, vague(guideline.sources.text(span), guideline.rules[number].kind),
          help: "write a threshold, or say under `When in doubt` what to answer")
        break
      }
    }
  }

  /// Whether a rule names no label, or one of these layers.
  private static func isAbout(
    _ layers: Set<String>, _ rule: Rule, _ index: GuidelineIndex
  ) -> Bool {
    let labels = rule.named.map(\.value) + [rule.label].compactMap { $0 }
    return labels.isEmpty
      || labels.contains { label in
        index.layers(taking: label).contains { layers.contains($0.id.value) }
      }
  }

  private static func vague(_ words: String, _ kind: RuleKind) -> String {
    "\"\(words)\" leaves open when this \(kind == .rule ? "rule" : "edge case") applies"
  }
}
