internal import RubricaSource

/// Look-ups by id, made once a guideline, so that no check or target searches a list for each entry
/// of another. Shared, not copied: the guideline in it has many parts.
package final class GuidelineIndex: Sendable {
  package let guideline: Guideline
  /// The reserved words of the guideline's language.
  package let vocabulary: Vocabulary
  private let labelPlaces: Places
  private let layerPlaces: Places
  private let anchorPlaces: Places
  private let mediaPlaces: Places
  private let escapePlaces: Places
  /// Layers by the labels they take, in order of the layers.
  private let layersOfLabel: [String: [Int]]
  /// Labels that stand for many texts.
  private let formedLabels: [Int]
  private let text = MadeOnce<AnnotatorText>()
  private let given = MadeOnce<[GivenLabel]>()
  private let patternSamples = MadeOnce<PatternSamples>()
  private let labelSigns = MadeOnce<LabelSigns>()

  package init(_ guideline: Guideline) {
    self.guideline = guideline
    vocabulary = Vocabulary(language: guideline.language.value)
    labelPlaces = Places(guideline.labels.map { $0.id.value })
    layerPlaces = Places(guideline.layers.map { $0.id.value })
    anchorPlaces = Places(guideline.anchors.map(\.id.value))
    mediaPlaces = Places(guideline.media.map(\.path))
    escapePlaces = Places(guideline.escapes.map(\.id.value))
    formedLabels = guideline.labels.indices.filter { guideline.labels[$0].form != nil }
    var layers: [String: [Int]] = [:]
    for (place, layer) in guideline.layers.enumerated() {
      for label in layer.labels where layers[label.value]?.last != place {
        layers[label.value, default: []].append(place)
      }
    }
    layersOfLabel = layers
  }

  /// The first place of each id: a second declaration is a finding, not a replacement. A few ids are
  /// sooner looked through than hashed.
  private struct Places: Sendable {
    private let ids: [String]
    /// Empty while there are few.
    private var places: [String: Int] = [:]

    init(_ ids: [String]) {
      self.ids = ids
      guard ids.count > 12 else { return }
      places.reserveCapacity(ids.count)
      for place in ids.indices.reversed() { places[ids[place]] = place }
    }

    subscript(id: String) -> Int? { places.isEmpty ? ids.firstIndex(of: id) : places[id] }
  }

  package func hasLabel(_ id: String) -> Bool { labelPlace(id) != nil }
  package func hasLayer(_ id: String) -> Bool { layerPlaces[id] != nil }

  /// Where a layer stands in the guideline.
  package func layerPlace(_ id: String) -> Int? { layerPlaces[id] }

  /// Where the layers that take a label stand in the guideline.
  package func layerPlaces(taking label: String) -> [Int] {
    layersOfLabel[declaredID(label)] ?? []
  }

  /// The label with an id, or the one that stands for a text like it.
  package func label(_ id: String) -> Label? {
    guard let place = labelPlace(id) else { return nil }
    return guideline.labels[place]
  }

  /// Where the label stands in the list of labels.
  package func labelPlace(_ text: String) -> Int? {
    if let place = labelPlaces[text] { return place }
    return formedLabels.first { guideline.labels[$0].form?.matches(text) ?? false }
  }

  /// Where the label stands that is declared under just this id.
  package func declaredPlace(_ id: String) -> Int? { labelPlaces[id] }

  /// The colours and keys of the labels, chosen the first time that somebody asks.
  var signs: LabelSigns {
    labelSigns.value {
      LabelSigns(guideline.labels) { labelPlaces[guideline.labels[$0].id.value] == $0 }
    }
  }

  /// The id under which a label is declared that is given with this text.
  package func declaredID(_ text: String) -> String {
    if formedLabels.isEmpty { return text }
    return label(text)?.id.value ?? text
  }

  /// The text that annotators read, cut into words the first time that somebody asks.
  package var annotatorText: AnnotatorText { text.value { Self.read(guideline) } }

  /// Texts that have the patterns, gathered the first time that somebody asks.
  var samples: PatternSamples { patternSamples.value { PatternSamples(self) } }

  /// Every label given in the examples, in the order of writing; gathered the first time that somebody
  /// asks.
  package var givenLabels: [GivenLabel] {
    given.value {
      var made: [GivenLabel] = []
      for place in guideline.examples.indices {
        forEachGivenLabel(in: guideline.examples[place]) { made.append($0) }
      }
      return made
    }
  }

  package func layer(_ id: String) -> Layer? {
    guard let place = layerPlaces[id] else { return nil }
    return guideline.layers[place]
  }

  package func hasAnchor(_ id: String) -> Bool { anchorPlaces[id] != nil }
  package func anchor(_ id: String) -> Anchor? { anchorPlaces[id].map { guideline.anchors[$0] } }
  package func media(_ path: String) -> Media? { mediaPlaces[path].map { guideline.media[$0] } }
  package func escape(_ id: String) -> Escape? { escapePlaces[id].map { guideline.escapes[$0] } }

  /// Whether a layer takes a label.
  package func layer(_ layer: Layer, takes label: String) -> Bool {
    guard let places = layersOfLabel[declaredID(label)] else { return false }
    return places.contains { guideline.layers[$0].id.value == layer.id.value }
  }

  package func isInAnyLayer(_ label: String) -> Bool { layersOfLabel[label] != nil }

  package func layers(taking label: String) -> [Layer] {
    (layersOfLabel[declaredID(label)] ?? []).map { guideline.layers[$0] }
  }
}
