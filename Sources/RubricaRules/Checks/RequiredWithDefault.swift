package import RubricaModel
package import RubricaSource

/// An attribute that must be given has no value for being left out.
package enum RequiredWithDefault: Check {
  package static let info = CheckInfo(
    id: "required-with-default",
    levels: .warning,
    summary: "A required attribute has no default.",
    rationale: """
      The default says what a blank attribute means; `required` says that it must not be blank. Half \
      of the annotators will choose the default each time, and half will leave it blank.
      """,
    bad: [
      CheckExample(
        Sample.occluded(
          attributes: "[{id: occluded, type: boolean, default: ⟪false⟫, required: true}]",
          "{label: stop, box: [40, 30, 100, 90], occluded: true}"))
    ],
    good: [
      CheckExample(
        Sample.occluded(
          attributes: "[{id: occluded, type: boolean, default: false}]",
          "{label: stop, box: [40, 30, 100, 90]}"))
    ])

  package static func check(_ index: GuidelineIndex, _ report: inout Report) {
    for attribute in index.guideline.layers.lazy.flatMap({ $0.attributes }) {
      guard attribute.isRequired, let value = attribute.defaultValue else { continue }
      report.add(
        info, at: value.span, "attribute `\(attribute.id.value)` is required but has a default",
        help: "keep one of the two")
    }
  }
}
