package import RubricaModel
package import RubricaSource

/// An extension replaces nothing of its base in passing.
package enum UnmarkedOverride: Check {
  package static let info = CheckInfo(
    id: "unmarked-override",
    levels: .error,
    summary: "Every part of the base that an extension replaces is listed under `override`.",
    rationale: """
      Two labels with one name are an accident more often than a decision. The list shows immediately \
      where the two guidelines tell annotators different things.
      """,
    bad: [
      CheckExample(
        """
        ---
        rubrica: 1
        extends: base
        ---

        # Mirrored signs

        ## Labels

        ### ⟪Stop⟫
        A red octagon, also seen in a mirror.

        """, files: ["base/guideline.md": Sample.signs("Draw tight boxes.")]),
      CheckExample(
        """
        ---
        rubrica: 1
        extends: base
        task:
          layers:
            - {id: ⟪signs⟫, kind: box, labels: [stop]}
        ---

        # Mirrored signs

        """, files: ["base/guideline.md": Sample.signs("Draw tight boxes.")]),
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
      guard case .extending(.unmarkedOverride(let what, let base, let list)) = problem.kind else {
        continue
      }
      report.add(
        info, at: problem.span, unmarked(what),
        notes: [.init("the base says it here", at: base)],
        help: help(list))
    }
  }

  private static func help(_ list: String) -> String {
    switch list {
    case "":
      "an extension cannot change this: use the base's, or write a separate guideline"
    case "layers":
      "write what differs under `layers` of `extends`: {id: …, add: {…}, override: {…}}"
    default:
      """
      if it is meant to replace the base's, list it under `override: {\(list): […]}` of `extends`; if \
      not, give it another id
      """
    }
  }

  private static func unmarked(_ what: String) -> String {
    "\(what) is also in the base, but is not listed as overriding it"
  }
}
