internal import RubricaModel
internal import RubricaSource

extension GuidelineIndex {
  /// Every answer of a layer that exists, with the layer's place in the guideline, in the order of
  /// writing.
  func forEachAnswer(_ body: (ExampleRole, Int, LayerAnswer) -> Void) {
    let answers = self.answers
    for place in answers.indices {
      let role = guideline.examples[answers[place].examplePlace].role
      body(role, answers[place].layerPlace, answers[place].answer)
    }
  }

  /// The same without the answers of which a part could not be read: what is missing in them is unknown.
  func forEachWholeAnswer(_ body: (ExampleRole, Int, LayerAnswer) -> Void) {
    for given in answers {
      let example = guideline.examples[given.examplePlace]
      if guideline.unread.holdsAnswer(of: given.answer.layer.value, in: example.id) { continue }
      body(example.role, given.layerPlace, given.answer)
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
