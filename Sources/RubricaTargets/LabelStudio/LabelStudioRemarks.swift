internal import RubricaModel
internal import RubricaSource

/// What a layer or an attribute asks for that no control can enforce, in words for its header.
struct LabelStudioRemarks {
  /// One a line.
  let lines: [String]

  init(_ layer: Layer, _ words: Words, _ index: GuidelineIndex) {
    var parts: [String] = []
    if let cardinality = layer.cardinality { parts.append(cardinality.value) }
    if let least = layer.minimum?.value { parts.append("\(words.atLeast) \(least)") }
    if let most = layer.maximum?.value { parts.append("\(words.atMost) \(most)") }
    if let length = layer.maximumLength {
      parts.append("\(words.atMost) \(length.value) \(words.characters)")
    }
    if let pattern = layer.pattern?.value {
      parts.append(words.look(of: pattern, sample: index.sample(of: layer)))
    }
    let limits = parts.joined(separator: "; ")
    // The editor asks for other answers by itself.
    let kind = layer.kind.value
    let isAsked = kind.takesMarks || kind == .ranking || kind == .relation
    lines =
      (layer.isRequired && isAsked ? [words.always.text] : [])
      + (limits.isEmpty ? [] : [limits]) + layer.relations.map { Self.words(for: $0, words, index) }
      + (layer.grammar.map(GrammarSchema.words) ?? [])
      + layer.points.flatMap { point in
        point.examples.map { "\(point.value.value), \(words.forExample)\(words.colon)\($0.value)" }
      }
  }

  /// The same of an attribute.
  init(_ attribute: Attribute, _ words: Words, _ index: GuidelineIndex) {
    var parts: [String] = []
    if let target = words.target(of: attribute) { parts.append(target) }
    if let pattern = attribute.pattern?.value {
      parts.append(words.look(of: pattern, sample: index.sample(of: attribute)))
    }
    let look = parts.joined(separator: ", ")
    lines = [look.isEmpty ? nil : look, words.leftOut(attribute)].compactMap { $0 }
  }

  private static func words(
    for relation: Relation, _ words: Words, _ index: GuidelineIndex
  ) -> String {
    let ends = [relation.from, relation.to].map { labels in
      labels.map { index.fullName(ofLabel: $0.value, words) ?? $0.value }.joined(separator: ", ")
    }
    let arrow =
      relation.isSymmetric
      ? "↔ \(relation.displayName) ↔" : "— \(relation.displayName) →"
    var line = relation.displayName == relation.id.value ? "" : relation.id.value + words.colon
    line += "\(ends[0].isEmpty ? "…" : ends[0]) \(arrow) \(ends[1].isEmpty ? "…" : ends[1])"
    if let definition = relation.definition?.value { line += words.colon + definition }
    if let scope = relation.scope.flatMap({ words.labels.scopes[$0.value] }) {
      line += " (\(scope))"
    }
    return line
  }
}
