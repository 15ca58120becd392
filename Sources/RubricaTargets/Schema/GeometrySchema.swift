internal import RubricaModel
internal import RubricaSource

/// Where a mark is on a picture: pixels from the top left corner.
enum GeometrySchema {
  /// `followed` is the layer whose marks a track follows.
  static func write(_ layer: Layer, followed: Layer? = nil, to json: inout JSONWriter) {
    switch layer.kind.value {
    case .polygon: writePoints(3, "Corners [x, y] in order.", to: &json)
    case .polyline: writePoints(2, "Points [x, y] along the line.", to: &json)
    case .keypoints: writeKeypoints(of: layer, to: &json)
    case .mask:
      json.object { schema in
        schema.member("type", "string")
        schema.member("minLength", 1)
        schema.member(
          "description",
          "Path of a PNG as large as the picture: pixels that are not 0 belong to the object.")
      }
    case .cuboid: SpaceSchema.write(cuboidOf: layer, to: &json)
    case .track:
      SpaceSchema.write(trackOf: layer, to: &json) { mark in
        if let followed { write(followed, to: &mark) } else { mark.item(true) }
      }
    default:
      json.object { schema in
        schema.member("type", "array")
        schema.key("items")
        writeCoordinate(to: &schema)
        schema.member("minItems", 4)
        schema.member("maxItems", 4)
        schema.member("description", "[left, top, right, bottom] in pixels.")
      }
    }
  }

  private static func writeCoordinate(to json: inout JSONWriter) {
    json.object { schema in
      schema.member("type", "number")
      schema.member("minimum", 0)
    }
  }

  private static func writePoints(_ least: Int, _ words: String, to json: inout JSONWriter) {
    json.object { schema in
      schema.member("type", "array")
      schema.member(
        "items",
        object: { point in
          point.member("type", "array")
          point.key("items")
          writeCoordinate(to: &point)
          point.member("minItems", 2)
          point.member("maxItems", 2)
        })
      schema.member("minItems", least)
      schema.member("description", words)
    }
  }

  private static func writeKeypoint(to json: inout JSONWriter) {
    json.object { schema in
      schema.member("type", "array")
      schema.member(
        "prefixItems",
        list: { items in
          writeCoordinate(to: &items)
          writeCoordinate(to: &items)
          items.object { $0.member("const", "hidden") }
        })
      schema.member("items", false)
      schema.member("minItems", 2)
      schema.member("description", "[x, y], or [x, y, \"hidden\"] for a covered point.")
    }
  }

  private static func writeKeypoints(of layer: Layer, to json: inout JSONWriter) {
    json.object { schema in
      schema.member("type", "object")
      schema.member(
        "properties",
        object: { properties in
          for point in layer.keypoints {
            properties.key(named: point.value)
            writeKeypoint(to: &properties)
          }
        })
      schema.member("minProperties", 1)
      schema.member("additionalProperties", false)
    }
  }
}
