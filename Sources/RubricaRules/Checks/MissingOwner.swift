package import RubricaModel
package import RubricaSource

/// Somebody answers for the guideline.
package enum MissingOwner: Check {
  package static let info = CheckInfo(
    id: "missing-owner",
    levels: Levels(draft: nil, pilot: .error, release: .error),
    summary: "From stage pilot on, the front matter has the key `owner`.",
    rationale: """
      Questions, objections and incidents need somebody who may decide. Without an owner they are
      decided by the person who happens to be asked, or not at all.
      """,
    bad: [CheckExample("---\nrubrica: 1\nstage: ⟪pilot⟫\n---\n\n# Signs\n")],
    good: [CheckExample("---\nrubrica: 1\nstage: pilot\nowner: m.silva\n---\n\n# Signs\n")])

  package static func check(_ index: GuidelineIndex, _ report: inout Report) {
    guard index.guideline.owner == nil, !index.guideline.unread.isAll else { return }
    report.add(
      info, at: index.stagePlace, missing(index.guideline.stage.value),
      help: "name the person responsible for the guideline; annotators never see it")
  }

  private static func missing(_ stage: Stage) -> String {
    "a guideline at stage `\(stage.rawValue)` must have the key `owner`"
  }
}
