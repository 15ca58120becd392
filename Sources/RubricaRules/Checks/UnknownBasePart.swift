package import RubricaModel
package import RubricaSource

/// What an extension overrides or removes is in its base.
package enum UnknownBasePart: Check {
  package static let info = CheckInfo(
    id: "unknown-base-part",
    levels: .error,
    summary: "Every part under `override` and `remove` is a part of the base.",
    rationale: """
      A misspelt name of a part that should be removed removes nothing: annotators keep giving a label \
      that the project has abandoned.
      """,
    bad: [
      CheckExample(
        """
        ---
        rubrica: 1
        extends:
          guideline: base
          remove: {labels: [⟪other-sing⟫]}
        ---

        # Stop signs

        """, files: ["base/guideline.md": Sample.signs("Draw tight boxes.")],
        fixed: """
          ---
          rubrica: 1
          extends:
            guideline: base
            remove: {labels: [other-sign]}
          ---

          # Stop signs

          """)
    ],
    good: [
      CheckExample(
        """
        ---
        rubrica: 1
        extends:
          guideline: base
          remove: {labels: [other-sign]}
        ---

        # Stop signs

        """, files: ["base/guideline.md": Sample.signs("Draw tight boxes.")])
    ])

  package static func check(_ index: GuidelineIndex, _ report: inout Report) {
    for problem in index.guideline.problems {
      guard case .extending(.unknownBasePart(let id, let list, let known)) = problem.kind else {
        continue
      }
      let near = NearMiss(
        to: Located(id, problem.span), among: known, in: index.guideline.sources,
        otherwise: known.isEmpty
          ? "the base has no \(list)" : "the base has \(Wording.list(known))")
      report.add(
        info, at: problem.span, unknown(id, list), help: near.help, fixes: near.fixes)
    }
  }

  private static func unknown(_ id: String, _ list: String) -> String {
    "`\(Wording.excerpt(id))` is not among the base's \(list == "escape" ? "escape answers" : list)"
  }
}
