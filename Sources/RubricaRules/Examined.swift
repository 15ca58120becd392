internal import RubricaModel
internal import RubricaSource

extension GuidelineIndex {
  /// Every answer of a layer that exists, with the layer's place in the guideline, in the order of
  /// writing.
  func forEachAnswer(_ body: (ExampleRole, Int, LayerAnswer) -> Void) {
    forEachAnswer(where: { _, _ in true }, body)
  }

  /// The same without the answers of which a part could not be read: what is missing in them is unknown.
  func forEachWholeAnswer(_ body: (ExampleRole, Int, LayerAnswer) -> Void) {
    let unread = guideline.unread
    forEachAnswer(where: { !unread.holdsAnswer(of: $1.layer.value, in: $0) }, body)
  }

  private func forEachAnswer(
    where isWanted: (_ example: String, LayerAnswer) -> Bool,
    _ body: (ExampleRole, Int, LayerAnswer) -> Void
  ) {
    for example in guideline.examples {
      for answer in example.expected?.answers ?? [] {
        guard let place = layerPlace(answer.layer.value), isWanted(example.id, answer) else {
          continue
        }
        body(example.role, place, answer)
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
