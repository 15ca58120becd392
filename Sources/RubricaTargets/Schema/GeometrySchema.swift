internal import RubricaModel
internal import RubricaSource

/// Where a mark is on a picture: pixels from the top left corner.
enum GeometrySchema {
  /// `followed` is the layer whose marks a track follows.
  static func json(_ layer: Layer, followed: Layer? = nil) -> JSON {
    switch layer.kind.value {
    case .polygon:
      ["type": "array", "items": point, "minItems": 3, "description": "Corners [x, y] in order."]
    case .polyline:
      [
        "type": "array", "items": point, "minItems": 2,
        "description": "Points [x, y] along the line.",
      ]
    case .keypoints: keypoints(layer)
    case .mask:
      [
        "type": "string", "minLength": 1,
        "description":
          "Path of a PNG as large as the picture: pixels that are not 0 belong to the object.",
      ]
    case .cuboid: SpaceSchema.cuboid(layer)
    case .track: SpaceSchema.track(layer, mark: followed.map { json($0) } ?? true)
    default:
      [
        "type": "array", "items": coordinate, "minItems": 4, "maxItems": 4,
        "description": "[left, top, right, bottom] in pixels.",
      ]
    }
  }

  private static let coordinate: JSON = ["type": "number", "minimum": 0]

  private static let point: JSON = [
    "type": "array", "items": coordinate, "minItems": 2, "maxItems": 2,
  ]

  private static let keypoint: JSON = [
    "type": "array", "prefixItems": [coordinate, coordinate, ["const": "hidden"]], "items": false,
    "minItems": 2, "description": "[x, y], or [x, y, \"hidden\"] for a covered point.",
  ]

  private static func keypoints(_ layer: Layer) -> JSON {
    [
      "type": "object",
      "properties": .object(layer.keypoints.map { ($0.value, keypoint) }),
      "minProperties": 1, "additionalProperties": false,
    ]
  }
}
