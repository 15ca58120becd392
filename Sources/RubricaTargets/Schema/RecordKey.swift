internal import RubricaModel

/// The keys of an answer that are not attributes.
enum RecordKey {
  static let label = "label"
  static let id = "id"

  /// The key that holds where a mark is; nil for answers to the whole item.
  static func geometry(_ kind: Layer.Kind) -> String? {
    switch kind {
    case .box: "box"
    case .polygon: "polygon"
    case .keypoints: "keypoints"
    case .choice, .choices, .scale, .span, .relation, .text: nil
    }
  }

  /// In the order in which they are written.
  static func reserved(_ kind: Layer.Kind) -> [String] {
    switch kind {
    case .choice, .choices: [label]
    case .box, .polygon, .keypoints: [label, geometry(kind) ?? label, id]
    case .span: [label, "text", "start", "end", id]
    case .relation: ["relation", "from", "to"]
    case .scale, .text: []
    }
  }
}
