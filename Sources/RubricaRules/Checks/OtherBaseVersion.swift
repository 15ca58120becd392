package import RubricaModel
package import RubricaSource

/// An extension fits the version of its base that it was written for.
package enum OtherBaseVersion: Check {
  package static let info = CheckInfo(
    id: "other-base-version",
    levels: .stumble,
    summary: "The base has the version that the extension was written for.",
    rationale: """
      When the base changes, so does every guideline that extends it. Somebody must check whether what \
      the extension adds and overrides still fits before annotators get the new text.
      """,
    bad: [
      CheckExample(
        """
        ---
        rubrica: 1
        extends:
          guideline: base
          version: ⟪1.0.0⟫
        ---

        # Mirrored signs

        """,
        files: [
          "base/guideline.md": Sample.signs(header: "version: 1.1.0", "Draw tight boxes.")
        ])
    ],
    good: [
      CheckExample(
        """
        ---
        rubrica: 1
        extends:
          guideline: base
          version: 1.1.0
        ---

        # Mirrored signs

        """,
        files: [
          "base/guideline.md": Sample.signs(header: "version: 1.1.0", "Draw tight boxes.")
        ])
    ])

  package static func check(_ index: GuidelineIndex, _ report: inout Report) {
    for problem in index.guideline.problems {
      guard case .extending(.otherBaseVersion(let expected, let found)) = problem.kind else {
        continue
      }
      report.add(
        info, at: problem.span, other(expected, found),
        help: """
          see what changed in the base (`rubrica diff`), adjust what this guideline adds and \
          overrides, and then write the base's version here
          """)
    }
  }

  private static func other(_ expected: String, _ found: String?) -> String {
    let current = found.map { "has version \($0)" } ?? "has no version"
    return "this was written for version \(Wording.excerpt(expected)) of the base, which \(current)"
  }
}
