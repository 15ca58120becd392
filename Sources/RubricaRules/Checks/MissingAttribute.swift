package import RubricaModel
package import RubricaSource

/// A good example is complete.
package enum MissingAttribute: Check {
  package static let info = CheckInfo(
    id: "missing-attribute",
    levels: .error,
    summary: "A good example gives every required attribute.",
    rationale: """
      Annotators cannot submit such an answer, and learn from the example that the attribute may be \
      left out.
      """,
    bad: [
      CheckExample(
        Sample.occluded(
          attributes: "[{id: occluded, type: enum, values: [none, part], required: true}]",
          "{label: ⟪stop⟫, box: [40, 30, 100, 90]}"))
    ],
    good: [
      CheckExample(
        Sample.occluded(
          attributes: "[{id: occluded, type: enum, values: [none, part], required: true}]",
          "{label: stop, box: [40, 30, 100, 90], occluded: none}")),
      CheckExample(
        Sample.occluded(
          example: "Bad: nothing is said of the branch",
          attributes: "[{id: occluded, type: enum, values: [none, part], required: true}]",
          "{label: stop, box: [40, 30, 100, 90]}")),
    ])

  package static func check(_ index: GuidelineIndex, _ report: inout Report) {
    for given in index.givenLabels {
      guard given.role == .good, let layer = index.layer(of: given), !layer.attributes.isEmpty,
        !index.isIgnoredPart(given)
      else { continue }
      for attribute in layer.attributes
      where attribute.applies(to: given.declaredID) && attribute.defaultValue == nil
        && !given.attributes.contains(where: { $0.id.value == attribute.id.value })
      {
        if let reason = requirement(attribute, given, layer) {
          report.add(
            info, at: given.label.span, missing(attribute, given.label.value) + reason,
            notes: [.init("it is declared here", at: attribute.id.span)], help: help(attribute))
        }
      }
    }
  }

  /// Why the attribute is required, or nil if it is not.
  private static func requirement(
    _ attribute: Attribute, _ given: GivenLabel, _ layer: Layer
  ) -> String? {
    if let condition = attribute.appliesWhen, !given.meets(condition, layer) { return nil }
    if let condition = attribute.requiredWhen {
      return given.meets(condition, layer) ? ", required when \(Wording.condition(condition))" : nil
    }
    return attribute.isRequired ? "" : nil
  }

  private static func help(_ attribute: Attribute) -> String {
    switch attribute.kind.value {
    case .enum: "its values are \(Wording.list(attribute.values.map(\.id.value)))"
    case .boolean: "its values are `true` and `false`"
    case .number: "add a number\(attribute.unit.map { " in \($0.value)" } ?? "")"
    case .text: "add a text"
    case .reference: "add an id of \((attribute.target ?? attribute.scheme)?.value ?? "a mark")"
    }
  }

  private static func missing(_ attribute: Attribute, _ label: String) -> String {
    "label `\(label)` is given without its attribute `\(attribute.id.value)`"
  }
}
