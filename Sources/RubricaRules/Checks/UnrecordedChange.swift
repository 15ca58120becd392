package import RubricaModel
package import RubricaSource

/// What changed in meaning is in the changelog.
package enum UnrecordedChange: Check {
  package static let info = CheckInfo(
    id: "unrecorded-change",
    levels: Levels(draft: .warning, pilot: .warning, release: .error),
    summary: "If the meaning changed, the changelog has an entry for the version.",
    rationale: """
      Annotators who know the earlier version read the changelog, not the whole page. They do not \
      follow what is not in it, and half of the labels are made by the old rule. Needs an earlier \
      version: `rubrica check --base REVISION`.
      """,
    bad: [
      CheckExample(
        Sample.signs(header: "version: ⟪1.1.0⟫", "- `height < 12 px` -> do not label.").ruled,
        files: ["before/guideline.md": Sample.before])
    ],
    good: [
      CheckExample(
        Sample.signs(header: "version: 1.1.0", "- `height < 10 px` -> do not label.").ruled,
        files: ["before/guideline.md": Sample.before]),
      CheckExample(
        Sample.signs(
          header: "version: 2.0.0",
          """
          - `height < 12 px` -> do not label.

          ## Changelog

          - **2.0.0**: the smallest sign has 12 px.
          """
        ).ruled, files: ["before/guideline.md": Sample.before]),
    ])

  package static func check(_ index: GuidelineIndex, _ report: inout Report) {
    for problem in index.guideline.problems {
      guard case .history(.unrecordedChanges(let changes, let version, let before)) = problem.kind
      else { continue }
      report.add(
        info, at: problem.span, unrecorded(version, before), notes: changes.notes,
        help: "add what changed to the section Changelog, under this version")
    }
  }

  private static func unrecorded(_ version: String?, _ before: String?) -> String {
    let since = before.map { "since version \($0)" } ?? "since the earlier version"
    let entry = version.map { "no entry for \($0)" } ?? "no entry, as there is no version"
    return "the meaning changed \(since), but the changelog has \(entry)"
  }
}
