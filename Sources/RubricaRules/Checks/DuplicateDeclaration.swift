package import RubricaModel
package import RubricaSource

/// Each fact is said once.
package enum DuplicateDeclaration: Check {
  package static let info = CheckInfo(
    id: "duplicate-declaration",
    levels: .error,
    summary: """
      Nothing is declared or listed twice: no label, layer, attribute, value or answer, and no fact \
      about one.
      """,
    rationale: """
      If the two differ, annotators follow one and reviewers the other. If they agree today, somebody \
      will change only one of them tomorrow.
      """,
    bad: [
      CheckExample(
        Sample.task(
          layers: """
            - {id: signs, kind: box, labels: [{id: stop, definition: An octagon.}]}
            - {id: ⟪signs⟫, kind: choice, labels: [stop]}
            """, "# Signs\n")),
      CheckExample(
        Sample.task(
          layers: """
            - id: signs
              kind: box
              labels: [stop, other-sign, ⟪stop⟫]
              attributes:
                - {id: size, type: enum, values: [small, large, ⟪small⟫]}
                - {id: ⟪size⟫, type: number}
            - id: links
              kind: relation
              over: signs
              relations: [{id: same-post}, ⟪same-post⟫]
            """, Sample.signLabels)),
      CheckExample(
        "---\nrubrica: 1\n---\n\n# Signs\n",
        files: ["governance.yaml": "data:\n  sources: [{id: dashcam}, {id: ⟪dashcam⟫}]\n"]),
    ],
    good: [CheckExample(Sample.signs("Draw tight boxes."))])

  package static func check(_ index: GuidelineIndex, _ report: inout Report) {
    for problem in index.guideline.problems {
      guard case .duplicateDeclaration(let what, let first) = problem.kind else { continue }
      report.add(
        info, at: problem.span, twice(what), notes: [.init("the first one is here", at: first)],
        help: "keep one of the two")
    }
  }

  private static func twice(_ what: String) -> String { "\(what) is declared a second time" }
}
