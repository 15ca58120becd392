package import RubricaModel
package import RubricaSource

/// A heading that announces something keeps its word.
package enum EmptySection: Check {
  package static let info = CheckInfo(
    id: "empty-section",
    levels: Levels(draft: .note, pilot: .warning, release: .warning),
    summary: "Every reserved heading has content.",
    rationale: """
      Annotators who look for the rules find a heading without rules, and do not know whether there \
      are none or whether they were lost.
      """,
    bad: [CheckExample(Sample.signs("## ⟪Edge cases⟫\n"))],
    good: [CheckExample(Sample.signs("## Edge cases\n\n- Reflections are signs too.\n"))])

  package static func check(_ index: GuidelineIndex, _ report: inout Report) {
    for section in index.guideline.body.sections
    where section.role != .prose && section.elements.isEmpty {
      report.add(
        info, at: section.heading.span, empty(section.heading.plainText),
        help: "add the content, or remove the heading")
    }
  }

  private static func empty(_ heading: String) -> String {
    "there is nothing under the heading \"\(heading)\""
  }
}
