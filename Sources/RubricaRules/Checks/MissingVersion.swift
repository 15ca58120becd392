package import RubricaModel
package import RubricaSource

/// Answers can be traced to a text.
package enum MissingVersion: Check {
  package static let info = CheckInfo(
    id: "missing-version",
    levels: Levels(draft: nil, pilot: .error, release: .error),
    summary: "From stage pilot on, the front matter has the key `version`.",
    rationale: """
      Answers are kept for years. Without a version nobody can say which text they were given
      under, and two rounds of labels cannot be told apart.
      """,
    bad: [CheckExample("---\nrubrica: 1\nstage: ⟪pilot⟫\n---\n\n# Signs\n")],
    good: [CheckExample("---\nrubrica: 1\nstage: pilot\nversion: 1.0.0\n---\n\n# Signs\n")])

  package static func check(_ index: GuidelineIndex, _ report: inout Report) {
    guard index.guideline.version == nil, !index.guideline.unread.isAll else { return }
    report.add(
      info, at: index.stagePlace, missing(index.guideline.stage.value),
      help: "add `version: 1.0.0`, and raise it with every change that annotators must know about")
  }

  private static func missing(_ stage: Stage) -> String {
    "a guideline at stage `\(stage.rawValue)` must have the key `version`"
  }
}
