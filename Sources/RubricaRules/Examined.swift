internal import RubricaModel
internal import RubricaSource

/// A label given in an example: in the record or as a mark in the text.
struct GivenLabel {
  private let index: GuidelineIndex
  private let layerPlace: Int?
  let role: Example.Role
  /// Whether it is a mark in a text, which finds its layer by itself.
  let isMark: Bool
  /// As written.
  let label: Located<String>
  /// The id of the label that is declared: another one if the label stands for many texts.
  var declaredID: String { index.declaredID(label.value) }
  let attributes: [AttributeValue]

  fileprivate init(
    _ label: Located<String>, _ attributes: [AttributeValue], layerPlace: Int?, isMark: Bool,
    _ role: Example.Role, of index: GuidelineIndex
  ) {
    self.index = index
    self.layerPlace = layerPlace
    self.role = role
    self.isMark = isMark
    self.label = label
    self.attributes = attributes
  }

  /// The layer that is answered; nil for a mark that no span layer takes, or an unknown layer.
  var layer: Layer? { layerPlace.map { index.guideline.layers[$0] } }
}

extension GuidelineIndex {
  /// Every label given in an example, in the order of writing.
  func forEachGivenLabel(_ body: (GivenLabel) -> Void) {
    let examples = guideline.examples
    for place in examples.indices {
      forEachGivenLabel(
        examples[place].role, examples[place].input, examples[place].expected, body)
    }
  }

  func forEachGivenLabel(in example: Example, _ body: (GivenLabel) -> Void) {
    forEachGivenLabel(example.role, example.input, example.expected, body)
  }

  private func forEachGivenLabel(
    _ role: Example.Role, _ input: Example.Input?, _ record: ExpectedRecord?,
    _ body: (GivenLabel) -> Void
  ) {
    if case .text(let text) = input {
      for mark in text.marks {
        let place = layerPlaces(taking: mark.label.value).first {
          guideline.layers[$0].kind.value == .span
        }
        body(
          GivenLabel(
            mark.label, mark.attributes, layerPlace: place, isMark: true, role, of: self))
      }
    }
    guard let record else { return }
    for answer in record.answers where answer.value.hasLabels {
      let place = layerPlace(answer.layer.value)
      func give(_ label: Located<String>, _ attributes: [AttributeValue]) {
        body(
          GivenLabel(
            label, attributes, layerPlace: place, isMark: false, role, of: self))
      }
      switch answer.value {
      case .labels(let choices): for choice in choices { give(choice.label, choice.attributes) }
      case .regions(let regions): for region in regions { give(region.label, region.attributes) }
      case .marks(let marks): for mark in marks { give(mark.label, mark.attributes) }
      case .point, .ranking, .preference, .relations, .groups, .text, .nothing, .escape: break
      }
    }
  }

  /// Every answer of a layer that exists, with the layer's place in the guideline, in the order of
  /// writing.
  func forEachAnswer(_ body: (Example.Role, Int, LayerAnswer) -> Void) {
    for example in guideline.examples.indices {
      guard let answers = guideline.examples[example].expected?.answers else { continue }
      let role = guideline.examples[example].role
      for answer in answers {
        guard let place = layerPlace(answer.layer.value) else { continue }
        body(role, place, answer)
      }
    }
  }

  /// The ids of the labels that are declared, in order.
  var labelIDs: some Sequence<String> { guideline.labels.lazy.map(\.id.value) }

  /// Where the stage is written, for findings about what the stage asks for; else the head of the
  /// document.
  var stagePlace: Span {
    let stage = guideline.stage
    return guideline.sources.text(stage.span) == stage.value.rawValue
      ? stage.span : guideline.document.head
  }
}

extension LayerAnswer.Value {
  fileprivate var hasLabels: Bool {
    switch self {
    case .labels, .regions, .marks: true
    case .point, .ranking, .preference, .relations, .groups, .text, .nothing, .escape: false
    }
  }
}
