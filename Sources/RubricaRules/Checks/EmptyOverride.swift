package import RubricaModel
package import RubricaSource

/// What is listed as overridden has a new version.
package enum EmptyOverride: Check {
  package static let info = CheckInfo(
    id: "empty-override",
    levels: .stumble,
    summary: "The extension contains every part that it lists under `override`.",
    rationale: """
      Readers of the list believe that the part differs from the base. Either the text is missing, or \
      the entry is left over.
      """,
    bad: [
      CheckExample(
        """
        ---
        rubrica: 1
        extends:
          guideline: base
          override: {labels: [⟪stop⟫]}
        ---

        # Mirrored signs

        """, files: ["base/guideline.md": Sample.signs("Draw tight boxes.")])
    ],
    good: [
      CheckExample(
        """
        ---
        rubrica: 1
        extends:
          guideline: base
          override: {labels: [stop]}
        ---

        # Mirrored signs

        ## Labels

        ### Stop
        A red octagon, also seen in a mirror.

        """, files: ["base/guideline.md": Sample.signs("Draw tight boxes.")])
    ])

  package static func check(_ index: GuidelineIndex, _ report: inout Report) {
    for problem in index.guideline.problems {
      guard case .extending(.emptyOverride(let id, let list)) = problem.kind else { continue }
      report.add(
        info, at: problem.span, empty(id),
        help: list == "labels" || list == "rules" || list == "examples" || list == "sections"
          ? "write the new version under a heading with this id, or remove the entry"
          : "write the new version in the front matter, or remove the entry")
    }
  }

  private static func empty(_ id: String) -> String {
    "`\(Wording.excerpt(id))` is listed as overridden, but there is no new version of it"
  }
}
