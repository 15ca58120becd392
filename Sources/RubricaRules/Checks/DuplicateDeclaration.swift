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
      CheckExample(
        Sample.signs(
          """
          ## Examples

          ### Good: one sign
          ![A stop sign](media/a.png)

          ```yaml expected
          signs: [{label: stop, box: [40, 30, 100, 90]}]
          ```

          #### Good: another sign
          ![A square sign](media/b.png)

          ⟪```yaml expected
          signs: [{label: other-sign, box: [40, 30, 100, 90]}]
          ```⟫
          """)),
      CheckExample(Sample.signs("## Quality {#quality ⟪#work⟫}\n\nEvery tenth item is audited.")),
    ],
    good: [CheckExample(Sample.signs("Draw tight boxes."))])

  package static func check(_ index: GuidelineIndex, _ report: inout Report) {
    for problem in index.guideline.problems {
      guard case .duplicateDeclaration(let what, let first) = problem.kind else { continue }
      if let heading = swallowedHeading(between: first, and: problem.span, index) {
        report.add(
          info, at: problem.span, twice(what),
          notes: [
            .init("the first one is here", at: first),
            .init(
              "this heading is a part of the example above it, and begins no other", at: heading),
          ],
          help: """
            if they belong to two examples, give the headings of both the same number of `#`; else keep \
            one of the two
            """)
        continue
      }
      report.add(
        info, at: problem.span, twice(what), notes: [.init("the first one is here", at: first)],
        help: "keep one of the two")
    }
  }

  /// A heading that an example has swallowed, between its answer and a second one.
  private static func swallowedHeading(
    between first: Span, and second: Span, _ index: GuidelineIndex
  ) -> Span? {
    for example in index.guideline.examples
    where example.span.source == first.source && example.span.start < first.start {
      for block in example.content {
        guard case .heading = block.kind, block.span.source == first.source,
          block.span.start >= first.end, block.span.end <= second.start
        else { continue }
        return block.span
      }
    }
    return nil
  }

  private static func twice(_ what: String) -> String { "\(what) is declared a second time" }
}
