package import RubricaModel
package import RubricaSource

/// People who label know what for.
package enum MissingPurpose: Check {
  package static let info = CheckInfo(
    id: "missing-purpose",
    levels: Levels(draft: nil, pilot: .error, release: .error),
    summary: "From stage pilot on, the front matter has the key `purpose`.",
    rationale: """
      No list of rules is complete. People who know what the labels are for decide the open cases in
      that spirit; people who do not decide them at random.
      """,
    bad: [CheckExample("---\nrubrica: 1\nstage: ⟪pilot⟫\n---\n\n# Signs\n")],
    good: [
      CheckExample("---\nrubrica: 1\nstage: pilot\npurpose: Train a detector.\n---\n\n# Signs\n")
    ])

  package static func check(_ index: GuidelineIndex, _ report: inout Report) {
    guard index.guideline.purpose == nil, !index.guideline.unread.isAll else { return }
    report.add(
      info, at: index.stagePlace, missing(index.guideline.stage.value),
      help: "say in one sentence what the labels are for")
  }

  private static func missing(_ stage: Stage) -> String {
    "a guideline at stage `\(stage.rawValue)` must have the key `purpose`"
  }
}
