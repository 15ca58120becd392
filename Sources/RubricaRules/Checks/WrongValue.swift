package import RubricaModel
package import RubricaSource

/// A value is of the kind that its key asks for.
package enum WrongValue: Check {
  package static let info = CheckInfo(
    id: "wrong-value",
    levels: .error,
    summary: "Every value is of the kind that its key asks for.",
    rationale: """
      A value that cannot be read is a decision that is lost: the stage, the kind of a layer, or \
      the box of an example would silently be another one.
      """,
    bad: [
      CheckExample(
        "---\nrubrica: 1\nstage: ⟪pilt⟫\n---\n\n# Signs\n",
        fixed: "---\nrubrica: 1\nstage: pilot\n---\n\n# Signs\n"),
      CheckExample(
        "---\nrubrica: 1\n---\n\n# Signs\n",
        files: [
          "governance.yaml": """
          contacts:
            questions: {name: Labeling desk, email: ⟪desk.example.com⟫}
          quality:
            annotators-per-item: ⟪three⟫
            gold-share: ⟪500 %⟫
            audit-share: [5 %, ⟪5⟫]
            pilot: {items: ⟪-1⟫, annotators: ⟪2.5⟫, date: ⟪01.12.2026⟫}
            metrics: [{metric: kappa, at-least: ⟪80 %⟫}, {metric: kappa, at-least: ⟪high⟫}]
          maintenance:
            next-review: ⟪2026-02-31⟫
          approvals:
            - {role: ⟪legl⟫, date: ⟪yesterday⟫, state: ⟪maybe⟫}

          """
        ]),
      CheckExample(
        "---\nrubrica: 1\n---\n\n# Signs\n",
        files: ["labels.yaml": "labels:\n  - id: stop\n    colour: ⟪#c0392b⟫\n"]),
    ],
    good: [
      CheckExample("---\nrubrica: 1\nstage: pilot\n---\n\n# Signs\n"),
      CheckExample(
        "---\nrubrica: 1\n---\n\n# Signs\n",
        files: [
          "governance.yaml": """
          contacts:
            questions: {name: Labeling desk, email: [desk@example.com, lead@example.com]}
          quality:
            annotators-per-item: 3, and 5 for threats
            gold-share: 2.5 %
            audit-share: 5 to 20 % of the documents
            pilot: {items: 250, annotators: 5, date: TBD}
            metrics:
              - {metric: kappa, at-least: 0.8}
              - {metric: distance, at-most: 5 px}
          approvals:
            - {role: works council, date: 2026-10-28, state: approved}

          """
        ]),
    ])

  package static func check(_ index: GuidelineIndex, _ report: inout Report) {
    let sources = index.guideline.sources
    for problem in index.guideline.problems {
      guard case .wrongValue(let expected, let found, let suggestion) = problem.kind else {
        continue
      }
      report.add(
        info, at: problem.span, wrong(expected, found),
        help: suggestion.map { "did you mean `\($0)`?" } ?? "write \(expected)",
        fixes: suggestion.map {
          let word = word(found, problem.span, sources)
          return Fix.replacing(
            Located(word, problem.span), with: $0, in: sources,
            isSafe: Suggestion.same(as: word, among: [$0]) != nil)
        } ?? [])
    }
  }

  /// The value as it stands in the file: `found` is in backticks, and cut if it is long.
  private static func word(_ found: String, _ span: Span, _ sources: Sources) -> String {
    let text = sources.text(span)
    let bare =
      found.hasPrefix("`") && found.count > 2 ? String(found.dropFirst().dropLast()) : found
    return text.contains(bare) ? bare : text
  }

  private static func wrong(_ expected: String, _ found: String) -> String {
    "expected \(expected), found \(found)"
  }
}
