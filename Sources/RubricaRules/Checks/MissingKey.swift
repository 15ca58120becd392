package import RubricaModel
package import RubricaSource

/// What cannot be guessed is written.
package enum MissingKey: Check {
  package static let info = CheckInfo(
    id: "missing-key",
    levels: .error,
    summary: "A mapping has the keys without which it means nothing.",
    rationale: """
      A layer without a kind or an escape answer without a meaning cannot be built; guessing would \
      ask annotators a question that nobody wrote.
      """,
    bad: [
      CheckExample(
        Sample.task(layers: "- ⟪{id: signs, labels: [stop]}⟫", "# Signs\n\n## Labels\n\n### Stop\n")
      )
    ],
    good: [CheckExample(Sample.signs("Draw tight boxes."))])

  package static func check(_ index: GuidelineIndex, _ report: inout Report) {
    for problem in index.guideline.problems {
      guard case .missingKey(let key, let owner) = problem.kind else { continue }
      report.add(
        info, at: problem.span, missing(key, owner),
        help: key == "rubrica" ? "add the line `rubrica: 1`" : "add `\(key)`")
    }
  }

  private static func missing(_ key: String, _ owner: String) -> String {
    "\(owner) must have the key `\(key)`"
  }
}
