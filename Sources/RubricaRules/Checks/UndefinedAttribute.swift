package import RubricaModel
package import RubricaSource

/// An attribute that is named must exist.
package enum UndefinedAttribute: Check {
  package static let info = CheckInfo(
    id: "undefined-attribute",
    levels: .error,
    summary: "Every attribute that is named belongs to its layer.",
    rationale: """
      A misspelt name loses the value: the example shows an answer without it, and the requirement that \
      depends on it never applies.
      """,
    bad: [
      CheckExample(
        Sample.occluded("{label: stop, box: [40, 30, 100, 90], ⟪ocluded⟫: part}"),
        fixed: Sample.occluded("{label: stop, box: [40, 30, 100, 90], occluded: part}"))
    ],
    good: [CheckExample(Sample.occluded("{label: stop, box: [40, 30, 100, 90], occluded: part}"))])

  package static func check(_ index: GuidelineIndex, _ report: inout Report) {
    let sources = index.guideline.sources
    func expect(_ attribute: Located<String>, in layer: Layer, _ place: String) {
      guard !layer.attributes.contains(where: { $0.id.value == attribute.value }),
        !index.guideline.unread.attributes.contains(attribute.value)
      else { return }
      let ids = layer.attributes.map(\.id.value)
      let near = NearMiss(
        to: attribute, among: ids, in: sources,
        otherwise: ids.isEmpty
          ? "declare it under `attributes` of layer `\(layer.id.value)`"
          : "the attributes of `\(layer.id.value)` are \(Wording.list(ids))")
      report.add(
        info, at: attribute.span, undefined(attribute.value, layer, place), help: near.help,
        fixes: near.fixes)
    }
    for layer in index.guideline.layers {
      for attribute in layer.attributes {
        for condition in [attribute.requiredWhen, attribute.appliesWhen] {
          for test in condition?.tests ?? [] where !test.isAboutLabel {
            expect(test.attribute, in: layer, "attribute `\(attribute.id.value)`")
          }
        }
      }
    }
    for given in index.givenLabels where !given.attributes.isEmpty {
      guard let layer = index.layer(of: given) else { continue }
      for attribute in given.attributes { expect(attribute.id, in: layer, "the example") }
    }
  }

  private static func undefined(_ attribute: String, _ layer: Layer, _ place: String) -> String {
    "layer `\(layer.id.value)` has no attribute `\(Wording.excerpt(attribute))`, but \(place) names it"
  }
}
