internal import RubricaSource

/// Look-ups by id, made once a guideline, so that no check or target searches a list for each entry
/// of another. Shared, not copied: the guideline in it has many parts.
package final class GuidelineIndex: Sendable {
  package let guideline: Guideline
  /// The reserved words of the guideline's language.
  package let vocabulary: Vocabulary
  private let labelPlaces: [String: Int]
  private let layerPlaces: [String: Int]
  private let anchorPlaces: [String: Int]
  private let mediaPlaces: [String: Int]
  private let escapePlaces: [String: Int]
  /// Layers by the labels they take, in order of the layers.
  private let layersOfLabel: [String: [Int]]
  /// Labels that stand for many texts.
  private let formedLabels: [Int]

  package init(_ guideline: Guideline) {
    self.guideline = guideline
    vocabulary = Vocabulary(language: guideline.language.value)
    labelPlaces = Self.places(guideline.labels.lazy.map(\.id.value))
    layerPlaces = Self.places(guideline.layers.lazy.map(\.id.value))
    anchorPlaces = Self.places(guideline.anchors.lazy.map(\.id.value))
    mediaPlaces = Self.places(guideline.media.lazy.map(\.path))
    escapePlaces = Self.places(guideline.escapes.lazy.map(\.id.value))
    formedLabels = guideline.labels.indices.filter { guideline.labels[$0].form != nil }
    var layers: [String: [Int]] = [:]
    for (place, layer) in guideline.layers.enumerated() {
      for label in layer.labels where layers[label.value]?.last != place {
        layers[label.value, default: []].append(place)
      }
    }
    layersOfLabel = layers
  }

  /// The first place of each id: a second declaration is a finding, not a replacement.
  private static func places<IDs: RandomAccessCollection<String>>(_ ids: IDs) -> [String: Int]
  where IDs.Index == Int {
    var places: [String: Int] = [:]
    places.reserveCapacity(ids.count)
    for place in ids.indices.reversed() { places[ids[place]] = place }
    return places
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
  package func label(_ id: String) -> Label? { labelPlace(id).map { guideline.labels[$0] } }

  private func labelPlace(_ text: String) -> Int? {
    if let place = labelPlaces[text] { return place }
    return formedLabels.first { guideline.labels[$0].form?.matches(text) ?? false }
  }

  /// The id under which a label is declared that is given with this text.
  package func declaredID(_ text: String) -> String {
    if formedLabels.isEmpty { return text }
    return label(text)?.id.value ?? text
  }

  package func layer(_ id: String) -> Layer? { layerPlaces[id].map { guideline.layers[$0] } }
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
