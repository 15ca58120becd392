package import RubricaModel
package import RubricaSource

/// The changelog says what the newest version changed.
package enum ChangelogBehindVersion: Check {
  package static let info = CheckInfo(
    id: "changelog-behind-version",
    levels: Levels(draft: .note, pilot: .warning, release: .warning),
    summary: "A guideline with a changelog has an entry for its own version.",
    rationale: """
      Annotators who used the last version read the changelog and believe that nothing is new.
      """,
    bad: [CheckExample(Sample.changed("⟪1.1.0⟫", "1.0.0"))],
    good: [
      CheckExample(Sample.changed("1.1.0", "1.1.0")),
      CheckExample(Sample.changed("2.0.0", "Version 2")),
      CheckExample(Sample.signs(header: "version: 1.1.0", "Draw tight boxes.")),
    ])

  package static func check(_ index: GuidelineIndex, _ report: inout Report) {
    let guideline = index.guideline
    // One that is no version is told as such.
    guard let version = guideline.version,
      !guideline.problems.contains(where: { $0.span == version.span })
    else { return }
    let changes = guideline.entries.filter { $0.kind == .change && $0.version != nil }
    guard let first = changes.first,
      !changes.contains(where: { $0.version?.value.isSameVersion(as: version.value) ?? false })
    else { return }
    report.add(
      info, at: version.span, "the changelog has no entry for version \(version.value)",
      notes: [.init("its first entry is for \(first.version?.value ?? "")", at: first.span)],
      help: "add an entry that says what this version changed")
  }
}

extension Sample {
  fileprivate static func changed(_ version: String, _ entry: String) -> String {
    signs(
      header: "version: \(version)",
      "## Changelog\n\n### \(entry) (2026-01-31)\n- Mirrors are signs too.\n")
  }
}
