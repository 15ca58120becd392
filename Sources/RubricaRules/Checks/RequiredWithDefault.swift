package import RubricaModel
package import RubricaSource

/// An attribute that must be given has no value for being left out.
package enum RequiredWithDefault: Check {
  package static let info = CheckInfo(
    id: "required-with-default",
    levels: .warning,
    summary: "An attribute that is required has no default.",
    rationale: """
      The default says what it means that an annotator leaves the attribute out; `required` says that \
      nobody may. Half of the annotators will choose the default each time, and half will leave it out.
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
        info, at: value.span, "attribute `\(attribute.id.value)` is required and has a default",
        help: "keep one of the two")
    }
  }
}
