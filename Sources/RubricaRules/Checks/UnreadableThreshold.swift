package import RubricaModel
package import RubricaSource

/// What is meant as a threshold can be read as one.
package enum UnreadableThreshold: Check {
  package static let info = CheckInfo(
    id: "unreadable-threshold",
    levels: .stumble,
    summary: "A limit in a rule is a quantity, one comparator and a number, in backticks.",
    rationale: """
      A limit that cannot be read is not compared with other limits, and no example is tested against \
      it. With the decimal sign of another language, people read another number than the author wrote.
      """,
    bad: [
      CheckExample(Sample.signs("## Rules\n\n- ⟪`depth < 4,5 mm`⟫ -> do not label.\n")),
      CheckExample(Sample.signs("## Rules\n\n- ⟪`10 < height < 20 px`⟫ -> review.\n")),
      CheckExample(Sample.signs("## Rules\n\n- ⟪`height 5-10 px`⟫ -> review.\n")),
      CheckExample(Sample.signs("## Rules\n\n- ⟪height < 10 px -> review.⟫\n")),
      CheckExample(Sample.signs("## Rules\n\n- ⟪`height < 1e2 px`⟫ -> review.\n")),
      CheckExample(Sample.signs("## Rules\n\n- ⟪`height < .5 px`⟫ -> review.\n")),
      CheckExample(Sample.signs("## Rules\n\n- ⟪`height < 10 px < 20 px`⟫ -> review.\n")),
      CheckExample(Sample.signs("## Rules\n\n- ⟪`height < 10–20 px`⟫ -> review.\n")),
      CheckExample(Sample.signs("## Rules\n\n- ⟪`height < 10 to 20 px`⟫ -> review.\n")),
      CheckExample(
        Sample.signs(
          """
          ## Rules

          - **If** ⟪`height < 10 px and width < 5 px`⟫ **then** do not label it.

          """)),
      CheckExample(Sample.signs("## Rules\n\n- ⟪`height > 10 px or more`⟫ -> review.\n")),
    ],
    good: [
      CheckExample(
        Sample.signs(
          """
          ## Rules

          - `depth < 4.5 mm` -> do not label.
          - `height > 1,000 px` -> review.
          - `height > 1 000 px` -> review.
          - `acceleration > 2 m/s2` -> review.
          - `wear >= 2 out of 5` -> review.
          - `distance < 3 px to the edge` -> review.
          - Names such as `a < b` are code, and so is `--iou=0.5 --score=0.7`.

          """))
    ])

  package static func check(_ index: GuidelineIndex, _ report: inout Report) {
    for problem in index.guideline.problems {
      guard case .unreadableThreshold(let reason, let meant) = problem.kind else { continue }
      report.add(
        info, at: problem.span, unreadable(reason),
        help: meant.map { "write `\($0)`" } ?? """
          write it in backticks, with an arrow after it, as in \
          `height < 10 px` -> \(index.vocabulary.word(.doNotLabel)); write a range or two \
          conditions as two thresholds, each in backticks, and "or more" as `>=`
          """)
    }
  }

  private static func unreadable(_ reason: String) -> String {
    "this threshold cannot be read: \(reason)"
  }
}
