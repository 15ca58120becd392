internal import RubricaModel
internal import RubricaSource

/// What a layer asks for that no control can enforce, in words for its header.
struct LabelStudioRemarks {
  /// One a line.
  let lines: [String]

  init(_ layer: Layer) {
    var parts: [String] = []
    if let cardinality = layer.cardinality { parts.append(cardinality.value) }
    let noun = layer.kind.value == .choices ? "answers" : "marks"
    switch (layer.minimum?.value, layer.maximum?.value) {
    case (let least?, let most?): parts.append("\(least) to \(most) \(noun)")
    case (let least?, nil): parts.append("at least \(least) \(noun)")
    case (nil, let most?): parts.append("at most \(most) \(noun)")
    case (nil, nil): break
    }
    if let length = layer.maximumLength { parts.append("at most \(length.value) characters") }
    if layer.isRequired, layer.kind.value.takesMarks {
      parts.append("at least one mark is required")
    }
    let limits = parts.joined(separator: "; ")
    lines =
      (limits.isEmpty ? [] : [limits]) + layer.relations.map(Self.words)
      + (layer.grammar.map(GrammarSchema.words) ?? [])
      + layer.points.flatMap { point in
        point.examples.map { "\(point.value.value), for example: \($0.value)" }
      }
  }

  private static func words(for relation: Relation) -> String {
    var words = relation.id.value
    if let definition = relation.definition?.value ?? relation.name?.value {
      words += ": \(definition)"
    }
    let from = relation.from.map(\.value).joined(separator: ", ")
    let to = relation.to.map(\.value).joined(separator: ", ")
    if !from.isEmpty || !to.isEmpty {
      words +=
        " (\(from.isEmpty ? "any" : from) \(relation.isSymmetric ? "↔" : "→") \(to.isEmpty ? "any" : to))"
    }
    switch relation.scope?.value {
    case .sentence: words += ", within a sentence"
    case .document: words += ", within a document"
    case .crossItem: words += ", also between items"
    case nil: break
    }
    return words
  }
}
