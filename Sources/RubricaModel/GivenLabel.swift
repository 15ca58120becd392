package import RubricaSource

/// A label given in an example: in the record or as a mark in the text.
package struct GivenLabel: Sendable {
  package let role: ExampleRole
  /// Whether it is a mark in a text, which finds its layer by itself.
  package let isMark: Bool
  /// As written.
  package let label: Located<String>
  /// The id of the label that is declared: another one if the label stands for many texts.
  package let declaredID: String
  /// What others call the mark that it is given to.
  package let markID: String?
  package let attributes: [AttributeValue]
  /// Where the layer that is answered stands in the guideline; nil for a mark that no span layer takes,
  /// or an unknown layer.
  package let layerPlace: Int?
}

/// An answer given in an example.
package struct GivenAnswer: Sendable {
  /// Where the example stands in the guideline.
  package let examplePlace: Int
  /// Where the layer that is answered stands in the guideline.
  package let layerPlace: Int
  package let answer: LayerAnswer
}

extension GuidelineIndex {
  /// Every label given in one example, in the order of writing.
  package func forEachGivenLabel(in example: Example, _ body: (GivenLabel) -> Void) {
    let role = example.role
    func give(
      _ label: Located<String>, _ attributes: [AttributeValue], _ place: Int?,
      id: Located<String>? = nil, isMark: Bool = false
    ) {
      body(
        GivenLabel(
          role: role, isMark: isMark, label: label, declaredID: declaredID(label.value),
          markID: id?.value, attributes: attributes, layerPlace: place))
    }
    if case .text(let text) = example.input {
      for mark in text.marks {
        let place = spanLayerPlace(ofMark: mark.label.value)
        give(mark.label, mark.attributes, place, id: mark.id, isMark: true)
      }
    }
    for answer in example.expected?.answers ?? [] {
      let place = layerPlace(answer.layer.value)
      switch answer.value {
      case .labels(let choices):
        for choice in choices { give(choice.label, choice.attributes, place) }
      case .regions(let regions):
        for region in regions { give(region.label, region.attributes, place, id: region.id) }
      case .marks(let marks):
        for mark in marks { give(mark.label, mark.attributes, place, id: mark.id) }
      case .point, .ranking, .preference, .relations, .groups, .text, .nothing, .escape: break
      }
    }
  }

  /// Whether a mark has an escape answer in place of a label, since what it marks is not to be used.
  package func isIgnoredPart(_ given: GivenLabel) -> Bool {
    guard !guideline.escapes.isEmpty, let layer = layer(of: given) else { return false }
    return ignoredPart(given.label.value, in: layer) != nil
  }

  /// The layer that is answered with a label.
  package func layer(of given: GivenLabel) -> Layer? {
    given.layerPlace.map { guideline.layers[$0] }
  }
}
