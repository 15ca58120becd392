package import RubricaModel
package import RubricaSource

/// What a blank means is said once, and only where a blank can be.
package enum ContradictoryBlank: Check {
  package static let info = CheckInfo(
    id: "contradictory-blank",
    levels: .error,
    summary: "An attribute that says what a blank means may be blank, and has no default.",
    rationale: """
      A default gives a blank one meaning, and `blank-means` gives it another; with `required` there \
      is no blank at all. The data could be read in two ways.
      """,
    bad: [
      CheckExample(
        Sample.occluded(
          attributes:
            "[{id: occluded, type: boolean, default: false, blank-means: ⟪not looked at⟫}]",
          "{label: stop, box: [40, 30, 100, 90]}")),
      CheckExample(
        Sample.occluded(
          attributes:
            "[{id: occluded, type: boolean, required: true, blank-means: ⟪not looked at⟫}]",
          "{label: stop, box: [40, 30, 100, 90], occluded: true}")),
    ],
    good: [
      CheckExample(
        Sample.occluded(
          attributes: "[{id: occluded, type: boolean, blank-means: not looked at}]",
          "{label: stop, box: [40, 30, 100, 90]}"))
    ])

  package static func check(_ index: GuidelineIndex, _ report: inout Report) {
    for attribute in index.guideline.layers.lazy.flatMap({ $0.attributes }) {
      guard let blank = attribute.blankMeans else { continue }
      if let value = attribute.defaultValue {
        report.add(
          info, at: blank.span, "a blank of `\(attribute.id.value)` already means its default",
          notes: [.init("the default is `\(value.value)`", at: value.span)],
          help: "keep one of the two")
      } else if attribute.isRequired, attribute.appliesWhen == nil {
        report.add(
          info, at: blank.span,
          "attribute `\(attribute.id.value)` is required, so it is never blank",
          help: "remove `blank-means` or `required`")
      }
    }
  }
}
