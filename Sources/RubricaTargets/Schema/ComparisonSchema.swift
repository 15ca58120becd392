internal import RubricaModel
internal import RubricaSource

/// Answers that put candidates or marks beside each other.
enum ComparisonSchema {
  /// One candidate: one of those that every item has, or its number.
  static func write(candidateOf layer: Layer, to json: inout JSONWriter) {
    json.object { schema in
      guard let candidates = layer.candidates, !candidates.fixed.isEmpty else {
        schema.member("type", "integer")
        schema.member("minimum", 1)
        if let maximum = layer.candidates?.maximum { schema.member("maximum", maximum.value) }
        return
      }
      schema.member(
        "oneOf",
        list: { list in
          for candidate in candidates.fixed { constant(candidate).write(to: &list) }
        })
    }
  }

  private static func constant(_ candidate: Candidates.Candidate) -> AnnotatedConstant {
    AnnotatedConstant(.text(candidate.id.value), title: candidate.name?.value, description: nil)
  }

  /// One place in a ranking: a candidate, or several that are equally good.
  static func write(placeOf layer: Layer, candidate: SchemaPart, to json: inout JSONWriter) {
    guard layer.allowsTies else { return candidate(&json) }
    json.object { schema in
      schema.member("if", object: { $0.member("type", "array") })
      schema.member(
        "then",
        object: { tie in
          tie.key("items")
          candidate(&tie)
          tie.member("minItems", 2)
          tie.member("uniqueItems", true)
        })
      schema.key("else")
      candidate(&schema)
    }
  }

  /// How many places a ranking has.
  static func write(lengthOf layer: Layer, to schema: inout JSONWriter) {
    let fixed = layer.candidates?.fixed.count ?? 0
    let least = fixed > 0 ? fixed : layer.candidates?.minimum?.value ?? 2
    let most = fixed > 0 ? fixed : layer.candidates?.maximum?.value
    // A tie makes one place of several candidates.
    schema.member("minItems", layer.allowsTies ? 1 : least)
    if let most { schema.member("maxItems", most) }
    schema.member("uniqueItems", true)
  }

  /// The answers of a pairwise layer.
  static func preferences(_ layer: Layer) -> [AnnotatedConstant] {
    guard layer.points.isEmpty else {
      return layer.points.map { point in
        AnnotatedConstant(.integer(point.value.value), title: point.means?.value, description: nil)
      }
    }
    let candidates = layer.candidates?.fixed.map(constant) ?? []
    guard layer.allowsTies else { return candidates }
    return candidates + [
      AnnotatedConstant(.text(Layer.tie), title: "Equally good", description: nil)
    ]
  }

  static func writeGroups(to json: inout JSONWriter) {
    json.object { schema in
      schema.member("type", "array")
      schema.key("items")
      RecordMember.writeIdentifier(to: &schema)
      schema.member("minItems", 1)
      schema.member("uniqueItems", true)
      schema.member("description", "Ids of the marks that show one thing.")
    }
  }
}
