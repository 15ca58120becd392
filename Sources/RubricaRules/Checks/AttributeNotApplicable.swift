package import RubricaModel
package import RubricaSource

/// An attribute is given to the labels that have it.
package enum AttributeNotApplicable: Check {
  package static let info = CheckInfo(
    id: "attribute-not-applicable",
    levels: .error,
    summary: "An example gives an attribute only to a label that it applies to.",
    rationale: """
      The tool does not ask for the attribute with this label, so nobody can give the answer that \
      the example teaches.
      """,
    bad: [
      CheckExample(
        Sample.occluded(
          attributes: "[{id: value, type: number, unit: km/h, applies-to: [other-sign]}]",
          "{label: stop, box: [40, 30, 100, 90], ⟪value⟫: 50}")),
      CheckExample(
        Sample.occluded(
          attributes: """
            [{id: occluded, type: enum, values: [none, part]},
                     {id: by, type: text, applies-when: {occluded: {not: none}}}]
            """,
          "{label: stop, box: [40, 30, 100, 90], occluded: none, ⟪by⟫: a branch}")),
      CheckExample(
        Sample.occluded(attributes: unlit, "{label: stop, box: [40, 30, 100, 90], ⟪why⟫: fog}")
      ),
    ],
    good: [
      CheckExample(
        Sample.occluded(
          attributes: unlit, "{label: other-sign, box: [40, 30, 100, 90], why: fog}")),
      CheckExample(
        Sample.occluded(
          attributes: "[{id: value, type: number, unit: km/h, applies-to: [other-sign]}]",
          "{label: other-sign, box: [40, 30, 100, 90], value: 50}")),
    ])

  /// The second waits for the default of the first, which only one label has.
  private static let unlit = """
    [{id: lit, type: boolean, default: false, applies-to: [other-sign]}, {id: why, type: text, applies-when: {lit: false}}]
    """

  package static func check(_ index: GuidelineIndex, _ report: inout Report) {
    for given in index.givenLabels where !given.attributes.isEmpty {
      guard let layer = index.layer(of: given) else { continue }
      let isIgnored = index.isIgnoredPart(given)
      for value in given.attributes {
        guard let attribute = layer.attributes.first(where: { $0.id.value == value.id.value }),
          isIgnored || attribute.appliesWhen != nil || !attribute.applies(to: given.declaredID),
          // It may be this label that is named there by another id, which is told.
          attribute.appliesTo.allSatisfy({ index.hasLabel($0.value) })
        else { continue }
        if isIgnored {
          report.add(
            info, at: value.id.span, notApplicable(attribute, given.label.value),
            notes: [.init("it is declared here", at: attribute.id.span)],
            help: "what is not to be used has no attributes: remove it")
          continue
        }
        if let condition = attribute.appliesWhen, attribute.applies(to: given.declaredID) {
          guard !given.meets(condition, layer) else { continue }
          report.add(
            info, at: value.id.span,
            "attribute `\(attribute.id.value)` does not apply to this answer",
            notes: [.init("it is declared here", at: attribute.id.span)],
            help: "it applies when \(Wording.condition(condition))")
          continue
        }
        report.add(
          info, at: value.id.span, notApplicable(attribute, given.label.value),
          notes: [.init("it is declared here", at: attribute.id.span)],
          help: "it applies to \(Wording.list(attribute.appliesTo.map(\.value)))")
      }
    }
  }

  private static func notApplicable(_ attribute: Attribute, _ label: String) -> String {
    "attribute `\(attribute.id.value)` does not apply to label `\(label)`"
  }
}
