package import RubricaModel
package import RubricaSource

/// Facts are written so that programs can tell them from words.
package enum UnusualValue: Check {
  package static let info = CheckInfo(
    id: "unusual-value",
    levels: .stumble,
    summary: "Dates, counts, shares and addresses in governance.yaml are valid.",
    rationale: """
      An invalid date is never due, nobody can meet a share of 500 %, and an address without a host \
      reaches nobody. The checklist would accept all of them as answers.
      """,
    bad: [
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
            metrics:
              - {metric: kappa, at-least: ⟪80 %⟫}
              - {metric: kappa, at-least: ⟪high⟫}
              - {metric: dice, at-least: ⟪85⟫}
          maintenance:
            next-review: ⟪2026-02-31⟫
          approvals:
            - {role: ⟪legl⟫, date: ⟪yesterday⟫}

          """
        ])
    ],
    good: [
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
        ])
    ])

  package static func check(_ index: GuidelineIndex, _ report: inout Report) {
    let sources = index.guideline.sources
    for metric in index.guideline.governance?.metrics ?? [] {
      for key in ["at-least", "at-most"] {
        guard let limit = metric[key]?.text, let value = Double(limit.value), value > 1,
          let name = metric["metric"]?.text?.value, shares.contains(name.lowercased())
        else { continue }
        report.add(
          info, at: limit.span, "`\(name)` is never above 1",
          help: value <= 100 ? "did you mean `\((value / 100).written)`?" : "write a number up to 1"
        )
      }
    }
    for problem in index.guideline.problems {
      guard case .unusualValue(let expected, let found, let suggestion) = problem.kind else {
        continue
      }
      let word = sources.text(problem.span)
      report.add(
        info, at: problem.span, unusual(expected, found),
        help: suggestion.map { "did you mean `\($0)`?" } ?? "write \(expected)",
        fixes: suggestion.map {
          Fix.replacing(
            Located(word, problem.span), with: $0, in: sources,
            isSafe: Suggestion.same(as: word, among: [$0]) != nil)
        } ?? [])
    }
  }

  /// Measures of agreement whose largest value is 1.
  private static let shares: Set = [
    "kappa", "alpha", "iou", "f1", "dice", "jaccard", "precision", "recall", "accuracy",
  ]

  private static func unusual(_ expected: String, _ found: String) -> String {
    "expected \(expected), found \(found)"
  }
}
