package import RubricaModel
package import RubricaSource

/// A warning at an example is one of those that the guideline starts with.
package enum UndeclaredWarning: Check {
  package static let info = CheckInfo(
    id: "undeclared-warning",
    levels: .stumble,
    summary: "Every content warning of an example is among the `warnings` of the front matter.",
    rationale: """
      Annotators decide by the warnings at the start whether they can accept the work. If content \
      appears only in an example, they have agreed to it without knowing.
      """,
    bad: [
      CheckExample(
        Sample.warned("violence", "⟪vilence⟫"), fixed: Sample.warned("violence", "violence"))
    ],
    good: [CheckExample(Sample.warned("violence", "violence"))])

  package static func check(_ index: GuidelineIndex, _ report: inout Report) {
    let guideline = index.guideline
    let declared = guideline.warnings.map(\.category.value)
    for example in guideline.examples {
      guard let warning = example.warning,
        !declared.contains(where: { $0 == warning.value || Slug.make($0) == warning.value })
      else { continue }
      let near = NearMiss(
        to: warning, among: declared.map(Slug.make), in: guideline.sources,
        otherwise: declared.isEmpty
          ? "add `warnings: [\(warning.value)]` to the front matter"
          : "the warnings are \(Wording.list(declared))")
      report.add(
        info, at: warning.span,
        "the front matter does not warn of `\(Wording.excerpt(warning.value))`",
        help: near.help, fixes: near.fixes)
    }
  }
}

extension Sample {
  fileprivate static func warned(_ declared: String, _ warning: String) -> String {
    task(
      modality: "text", header: "warnings: [\(declared)]",
      layers: "- {id: tone, kind: choice, labels: [{id: threat, definition: It announces harm.}]}",
      """
      # Messages

      ## Examples

      ### Good: a threat {warning=\(warning)}
      > I know where you live.
      """)
  }
}
