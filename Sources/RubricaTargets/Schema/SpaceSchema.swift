internal import RubricaModel
internal import RubricaSource

/// Where a mark is in space and time.
enum SpaceSchema {
  static func cuboid(_ layer: Layer) -> JSON {
    let words = "Metres and radians." + (layer.frame.map { " Frame: \($0.value)." } ?? "")
    return [
      "type": "object",
      "properties": [
        "centre": [
          "type": "array", "items": ["type": "number"], "minItems": 3, "maxItems": 3,
          "description": "[x, y, z]",
        ],
        "size": [
          "type": "array", "items": ["type": "number", "exclusiveMinimum": 0], "minItems": 3,
          "maxItems": 3, "description": "[length, width, height]",
        ],
        "yaw": [
          "type": "number", "exclusiveMinimum": .number(-Double.pi), "maximum": .number(.pi),
        ],
      ],
      "required": ["centre", "size", "yaw"],
      "additionalProperties": false,
      "description": .string(words),
    ]
  }

  static func track(_ layer: Layer, mark: JSON) -> JSON {
    let rate = layer.frameRate.map { " \(Number.text($0.value)) frames per second." } ?? ""
    return [
      "type": "object",
      "patternProperties": ["^(0|[1-9][0-9]*)$": ["anyOf": [mark, ["const": "hidden"]]]],
      "minProperties": 1,
      "additionalProperties": false,
      "description": .string(
        "Marks by frame, from 0; \"hidden\" where the object cannot be seen.\(rate)"),
    ]
  }

  /// Seconds from the start of a recording.
  static let segment = [
    RecordMember(
      "start", ["type": "number", "minimum": 0, "description": "Seconds."], isRequired: true),
    RecordMember(
      "end", ["type": "number", "exclusiveMinimum": 0, "description": "Seconds."],
      isRequired: true),
  ]
}
