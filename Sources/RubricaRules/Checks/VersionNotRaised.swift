package import RubricaModel
package import RubricaSource

/// Another meaning is another version.
package enum VersionNotRaised: Check {
  package static let info = CheckInfo(
    id: "version-not-raised",
    levels: Levels(draft: .warning, pilot: .warning, release: .error),
    summary: "If the meaning changed, the version is raised accordingly.",
    rationale: """
      Every answer carries the version of the guideline that it was given under. If two texts with \
      different rules have the same version, nobody can tell later which answers to review. Needs an \
      earlier version: `rubrica check --base REVISION`.
      """,
    bad: [
      CheckExample(
        Sample.signs(header: "version: ⟪1.0.0⟫", "- `height < 12 px` -> do not label.").ruled,
        files: ["before/guideline.md": Sample.before]),
      CheckExample(
        Sample.signs(header: "version: ⟪1.0.1⟫", "- `height < 12 px` -> do not label.").ruled,
        files: ["before/guideline.md": Sample.before]),
    ],
    good: [
      CheckExample(
        Sample.signs(header: "version: 2.0.0", "- `height < 12 px` -> do not label.").ruled,
        files: ["before/guideline.md": Sample.before])
    ])

  package static func check(_ index: GuidelineIndex, _ report: inout Report) {
    for problem in index.guideline.problems {
      guard
        case .history(
          .versionNotRaised(let changes, let version, let before, let atLeast, let why)) =
          problem.kind
      else { continue }
      report.add(
        info, at: problem.span, low(version, before), notes: changes.notes,
        help: "raise it to at least \(atLeast): \(why)")
    }
  }

  private static func low(_ version: String, _ before: String) -> String {
    version == before
      ? "the meaning changed since version \(before), but the version is still the same"
      : "the meaning changed since version \(before), but \(version) does not say how much"
  }
}
