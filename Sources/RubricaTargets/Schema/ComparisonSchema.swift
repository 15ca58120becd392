internal import RubricaModel
internal import RubricaSource

/// Answers that put candidates or marks beside each other.
enum ComparisonSchema {
  /// One candidate: one of those that every item has, or its number.
  static func candidate(_ layer: Layer) -> JSON {
    guard let candidates = layer.candidates, !candidates.fixed.isEmpty else {
      var members: [(String, JSON)] = [("type", "integer"), ("minimum", 1)]
      if let maximum = layer.candidates?.maximum {
        members.append(("maximum", .integer(maximum.value)))
      }
      return .object(members)
    }
    return ["oneOf": .array(candidates.fixed.map(constant))]
  }

  private static func constant(_ candidate: Candidates.Candidate) -> JSON {
    AnnotatedConstant(
      .string(candidate.id.value), title: candidate.name?.value, description: nil
    ).json
  }

  /// One place in a ranking: a candidate, or several that are equally good.
  static func place(_ layer: Layer, candidate: JSON) -> JSON {
    guard layer.allowsTies else { return candidate }
    return [
      "if": ["type": "array"],
      "then": ["items": candidate, "minItems": 2, "uniqueItems": true], "else": candidate,
    ]
  }

  /// How many places a ranking has.
  static func length(_ layer: Layer) -> [(String, JSON)] {
    let fixed = layer.candidates?.fixed.count ?? 0
    let least = fixed > 0 ? fixed : layer.candidates?.minimum?.value ?? 2
    let most = fixed > 0 ? fixed : layer.candidates?.maximum?.value
    // A tie makes one place of several candidates.
    var members: [(String, JSON)] = [("minItems", .integer(layer.allowsTies ? 1 : least))]
    if let most { members.append(("maxItems", .integer(most))) }
    return members + [("uniqueItems", true)]
  }

  /// The answers of a pairwise layer.
  static func preferences(_ layer: Layer) -> [JSON] {
    guard layer.points.isEmpty else {
      return layer.points.map { point in
        AnnotatedConstant(
          .integer(point.value.value), title: point.means?.value, description: nil
        ).json
      }
    }
    let candidates = layer.candidates?.fixed.map(constant) ?? []
    guard layer.allowsTies else { return candidates }
    return candidates + [
      AnnotatedConstant(.string(Layer.tie), title: "Equally good", description: nil).json
    ]
  }

  static let groups: JSON = [
    "type": "array", "items": ["type": "string", "minLength": 1], "minItems": 1,
    "uniqueItems": true, "description": "Ids of the marks that show one thing.",
  ]
}
