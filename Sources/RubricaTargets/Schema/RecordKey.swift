internal import RubricaModel
internal import RubricaSource

/// The keys of an answer that are not attributes.
enum RecordKey {
  static let label = "label"
  static let id = "id"

  /// The key that holds where a mark is; nil for answers to the whole item.
  static func geometry(_ kind: LayerKind) -> String? {
    switch kind {
    case .box, .polygon, .polyline, .keypoints, .mask, .cuboid: kind.rawValue
    case .track: "frames"
    default: nil
    }
  }

  /// In the order in which they are written.
  static func reserved(_ kind: LayerKind) -> [String] {
    switch kind {
    case .choice, .choices: [label]
    case .box, .polygon, .polyline, .keypoints, .mask, .cuboid, .track:
      [label, geometry(kind) ?? label, id]
    case .segment: [label, "start", "end", id]
    case .span: [label, "text", "start", "end", id]
    case .relation: ["relation", "from", "to"]
    case .scale, .ranking, .pairwise, .identity, .text: []
    }
  }
}

extension Guideline {
  /// Whether marks of a layer may have ids in a record.
  func givesIDs(to layer: Layer) -> Bool {
    layer.kind.value == .span || layer.kind.value == .track
      || layers.contains { other in
        other.over?.value == layer.id.value
          || other.attributes.contains { $0.target?.value == layer.id.value }
      }
  }
}
