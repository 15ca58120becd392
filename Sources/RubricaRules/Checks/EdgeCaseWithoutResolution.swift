package import RubricaModel
package import RubricaSource

/// An edge case is decided.
package enum EdgeCaseWithoutResolution: Check {
  package static let info = CheckInfo(
    id: "edge-case-without-resolution",
    levels: .gap,
    summary: "Every edge case and every condition says what to do.",
    rationale: """
      A hard case that is named but not decided makes annotators stop, and each decides it \
      differently.
      """,
    bad: [
      CheckExample(
        Sample.signs("## Edge cases\n\n### ⟪Reflections⟫\n**If** the sign is a reflection.\n"))
    ],
    good: [
      CheckExample(
        Sample.signs(
          "## Edge cases\n\n### Reflections\n**If** it is a reflection **then** do not label it.\n")
      )
    ])

  package static func check(_ index: GuidelineIndex, _ report: inout Report) {
    for rule in index.guideline.rules {
      let isUndecided =
        rule.kind == .edgeCase
        ? rule.action == nil && !decides(rule.thresholds) && !hasOtherContent(rule)
        : rule.condition != nil && rule.action == nil && !decides(rule.thresholds)
      guard isUndecided else { continue }
      report.add(
        info, at: rule.title?.span ?? rule.condition?.span ?? rule.span, undecided(rule),
        help: "say what to do: **\(index.vocabulary.word(.action))** …")
    }
  }

  private static func decides(_ thresholds: [Threshold]) -> Bool {
    thresholds.contains { $0.consequence != nil }
  }

  /// Whether a table, picture or code shows the decision, which nobody can judge but a reader.
  private static func hasOtherContent(_ rule: Rule) -> Bool {
    rule.content.contains { block in
      switch block.kind {
      case .table, .code, .html, .list: true
      case .paragraph(let inlines):
        inlines.contains { if case .image = $0.kind { true } else { false } }
      default: false
      }
    }
  }

  private static func undecided(_ rule: Rule) -> String {
    let what = rule.kind == .edgeCase ? "this edge case" : "this rule"
    return rule.condition == nil
      ? "\(what) does not say what to do" : "\(what) says when it applies, but not what to do"
  }
}
