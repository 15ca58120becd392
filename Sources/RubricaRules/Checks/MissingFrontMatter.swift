package import RubricaModel
package import RubricaSource

/// A guideline says what it is.
package enum MissingFrontMatter: Check {
  package static let info = CheckInfo(
    id: "missing-front-matter",
    levels: Levels(draft: .note, pilot: .error, release: .error),
    summary: "A guideline starts with front matter.",
    rationale: """
      A plain document is read as a draft: annotators get their instructions, but no task template \
      can be made, and the document has no version.
      """,
    bad: [CheckExample("⟪⟫# Signs\n\nDraw a box around every sign.\n")],
    good: [CheckExample("---\nrubrica: 1\n---\n\n# Signs\n")])

  package static func check(_ index: GuidelineIndex, _ report: inout Report) {
    guard !index.guideline.hasFrontMatter, !index.guideline.unread.isAll else { return }
    report.add(
      info, at: index.guideline.document.head, plain,
      help: "start the file with the lines `---`, `rubrica: 1` and `---`")
  }

  private static let plain = "this document has no front matter, so it is read as a draft"
}
