internal import RubricaModel
internal import RubricaSource

extension GuidelineIndex {
  /// Every answer of a layer that exists, with the layer's place in the guideline, in the order of
  /// writing.
  func forEachAnswer(_ body: (ExampleRole, Int, LayerAnswer) -> Void) {
    for example in guideline.examples.indices {
      guard let answers = guideline.examples[example].expected?.answers else { continue }
      let role = guideline.examples[example].role
      for answer in answers {
        guard let place = layerPlace(answer.layer.value) else { continue }
        body(role, place, answer)
      }
    }
  }

  /// The same without the answers of which a part could not be read: what is missing in them is unknown.
  func forEachWholeAnswer(_ body: (ExampleRole, Int, LayerAnswer) -> Void) {
    for example in guideline.examples.indices {
      let id = guideline.examples[example].id
      let role = guideline.examples[example].role
      for answer in guideline.examples[example].expected?.answers ?? []
      where !guideline.unread.holdsAnswer(of: answer.layer.value, in: id) {
        guard let place = layerPlace(answer.layer.value) else { continue }
        body(role, place, answer)
      }
    }
  }

  /// The ids of the labels that are declared, in order.
  var labelIDs: some Sequence<String> { guideline.labels.lazy.map { $0.id.value } }

  /// Where the stage is written, for findings about what the stage asks for; else the head of the
  /// document.
  var stagePlace: Span {
    let stage = guideline.stage
    return guideline.sources.text(stage.span) == stage.value.rawValue
      ? stage.span : guideline.document.head
  }
}
