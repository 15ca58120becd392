internal import RubricaModel
internal import RubricaSource

/// Where a mark is in space and time.
enum SpaceSchema {
  static func write(cuboidOf layer: Layer, to json: inout JSONWriter) {
    json.object { schema in
      schema.member("type", "object")
      schema.member(
        "properties",
        object: { properties in
          properties.member(
            "centre", object: { writeTriple("[x, y, z]", isPositive: false, to: &$0) })
          properties.member(
            "size", object: { writeTriple("[length, width, height]", isPositive: true, to: &$0) })
          properties.member(
            "yaw",
            object: { yaw in
              yaw.member("type", "number")
              yaw.member("exclusiveMinimum", -Double.pi)
              yaw.member("maximum", Double.pi)
            })
        })
      schema.member(
        "required", list: { list in for key in ["centre", "size", "yaw"] { list.item(key) } })
      schema.member("additionalProperties", false)
      schema.member(
        "description",
        "Metres and radians." + (layer.frame.map { " Frame: \($0.value)." } ?? ""))
    }
  }

  private static func writeTriple(
    _ words: String, isPositive: Bool, to schema: inout JSONWriter
  ) {
    schema.member("type", "array")
    schema.member(
      "items",
      object: { item in
        item.member("type", "number")
        if isPositive { item.member("exclusiveMinimum", 0) }
      })
    schema.member("minItems", 3)
    schema.member("maxItems", 3)
    schema.member("description", words)
  }

  static func write(trackOf layer: Layer, to json: inout JSONWriter, mark: SchemaPart) {
    let rate = layer.frameRate.map { " \(Number.text($0.value)) frames per second." } ?? ""
    json.object { schema in
      schema.member("type", "object")
      schema.member(
        "patternProperties",
        object: { properties in
          properties.key(named: "^(0|[1-9][0-9]*)$")
          properties.object { frame in
            frame.member(
              "anyOf",
              list: { list in
                mark(&list)
                list.object { $0.member("const", "hidden") }
              })
          }
        })
      schema.member("minProperties", 1)
      schema.member("additionalProperties", false)
      schema.member(
        "description",
        "Marks by frame, from 0; \"hidden\" where the object cannot be seen.\(rate)")
    }
  }

  /// Seconds from the start of a recording.
  static let segment = [
    RecordMember("start", isRequired: true) { writeSeconds("minimum", to: &$0) },
    RecordMember("end", isRequired: true) { writeSeconds("exclusiveMinimum", to: &$0) },
  ]

  private static func writeSeconds(_ minimum: StaticString, to json: inout JSONWriter) {
    json.object { schema in
      schema.member("type", "number")
      schema.member(minimum, 0)
      schema.member("description", "Seconds.")
    }
  }
}
