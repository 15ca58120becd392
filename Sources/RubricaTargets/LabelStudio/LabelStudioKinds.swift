internal import RubricaModel
internal import RubricaSource

/// The rarer kinds of layers, as far as the editor has controls for them.
extension LabelStudioPlan {
  /// Whether the marks of a layer are set by following things: then the track is what is asked.
  static func isFollowed(_ layer: Layer, _ guideline: Guideline) -> Bool {
    guideline.modality?.value == .video
      && guideline.layers.contains {
        $0.kind.value == .track && $0.over?.value == layer.id.value
      }
  }

  static func obstacleOfTrack(_ layer: Layer, _ index: GuidelineIndex) -> String? {
    let followed = layer.over.flatMap { index.layer($0.value) }
    guard index.guideline.modality?.value == .video, followed?.kind.value == .box else {
      return "it tracks only boxes, and only in videos"
    }
    return offersLabel(layer, index) ? nil : "it has no labels to choose from"
  }

  /// A list for each ranking; and a text for each candidate of the others, if examples say what
  /// candidates say.
  func addCandidates(_ names: inout LabelStudioNames) {
    var lists = 0
    for place in layers.indices where layers[place].layer.kind.value == .ranking {
      lists += 1
      layers[place].list = Item(
        tag: "List", name: names.take(layers[place].name + ".candidates"),
        field: lists == 1 ? "candidates" : "candidates\(lists)",
        attributes: [("title", layers[place].layer.question?.value ?? "")])
    }
    guard index.guideline.examples.contains(where: { !$0.candidates.isEmpty }) else { return }
    let inLists = layers.filter { $0.list != nil }
      .flatMap { $0.layer.candidates?.fixed.map(\.id.value) ?? [] }
    for layer in layers where layer.layer.kind.value == .pairwise {
      for candidate in layer.layer.candidates?.fixed ?? []
      where !inLists.contains(candidate.id.value)
        && !candidates.contains(where: { $0.candidate.id.value == candidate.id.value })
      {
        let number = candidates.count + 1
        candidates.append(
          (
            candidate,
            Item(
              tag: "Text", name: names.take("candidate.\(candidate.id.value)"),
              field: "candidate\(number)", attributes: [("granularity", "symbol")])
          ))
      }
    }
  }

  /// What a task carries for the candidates.
  func writeCandidates(of example: Example, to data: inout JSONWriter) {
    for layer in layers {
      guard let list = layer.list else { continue }
      data.key(named: list.field)
      data.array { Self.write(entriesOf: layer.layer, in: example, to: &$0) }
    }
    for (candidate, item) in candidates {
      let text = example.candidates.first { $0.candidate.value == candidate.id.value }?.text
      data.key(named: item.field)
      data.item(text ?? "")
    }
  }

  private static func write(
    entriesOf layer: Layer, in example: Example, to list: inout JSONWriter
  ) {
    var ids = layer.candidates?.fixed.map(\.id.value) ?? []
    if ids.isEmpty { ids = numbers(of: layer, in: example) }
    for id in ids {
      let text = example.candidates.first { $0.candidate.value == id }?.text
      list.object { entry in
        entry.member("id", id)
        entry.member("title", layer.name(ofCandidate: id))
        entry.member("body", text ?? "")
      }
    }
  }

  /// Where every item has its own number of candidates: those of the example.
  private static func numbers(of layer: Layer, in example: Example) -> [String] {
    var count = layer.candidates?.minimum?.value ?? 2
    let answer = example.expected?.answers.first { $0.layer.value == layer.id.value }
    if case .ranking(let places)? = answer?.value { count = max(count, places.joined().count) }
    let named = example.candidates.compactMap { Int($0.candidate.value) }.max() ?? 0
    return (1...max(count, named, 1)).prefix(1000).map(String.init)
  }

  /// Places of a ranking in which two may be equally good, from the best to the worst.
  static func places(of layer: Layer) -> [String] {
    guard layer.allowsTies, let candidates = layer.candidates else { return [] }
    let fixed = candidates.fixed.count
    let count = fixed > 0 ? fixed : candidates.maximum?.value ?? candidates.minimum?.value ?? 2
    return (1...min(max(count, 1), 50)).map { "place-\($0)" }
  }
}

extension LabelStudioConfig {
  /// What candidates say, below the item.
  var candidates: [XMLElement] {
    plan.candidates.flatMap { candidate, item in
      [
        Self.header(candidate.displayName, size: 5),
        XMLElement(
          item.tag, [("name", item.name), ("value", "$" + item.field)] + item.attributes),
      ]
    }
  }

  /// The better of two: a choice, so that a tie and the escape answers are answers like any other.
  func pairwise(_ plan: LabelStudioPlan.LayerPlan) -> [XMLElement] {
    guard plan.layer.points.isEmpty else { return scale(plan) }
    var options = (plan.layer.candidates?.fixed ?? []).map {
      Self.option("Choice", name: $0.displayName, id: $0.id.value)
    }
    if plan.layer.allowsTies {
      options.append(
        Self.option(
          "Choice", name: IDWords.title(of: self.plan.words.marks.equallyGood), id: Layer.tie))
    }
    options += plan.escapes.map(Self.option)
    return [question(plan, options, isInline: true)]
  }

  /// A list to be put in order. Where two may be equally good, it is sorted into places.
  func ranking(_ plan: LabelStudioPlan.LayerPlan) -> [XMLElement] {
    guard let list = plan.list else { return [] }
    let places = LabelStudioPlan.places(of: plan.layer).enumerated().map { number, place in
      XMLElement("Bucket", [("name", place), ("title", "Place \(number + 1)")])
    }
    return beside(
      plan,
      [
        XMLElement(
          list.tag,
          [("name", list.name), ("value", "$" + list.field)]
            + list.attributes.map {
              ($0.name, LabelStudioText.words(Phrase.withoutQuotes($0.value)))
            }),
        XMLElement("Ranker", [("name", plan.name), ("toName", list.name)], places),
      ])
  }

  /// Boxes that follow things through a video. The labels are a control of their own, which the
  /// editor joins to the boxes.
  func tracks(_ plan: LabelStudioPlan.LayerPlan) -> [XMLElement] {
    [XMLElement("VideoRectangle", controlAttributes(plan.name + ".box"))]
      + marks("Labels", plan, [])
  }
}
