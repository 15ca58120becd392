internal import RubricaModel
internal import RubricaSource

/// The expected record of an example, as it would come back from a labeling tool.
struct ExampleRecord {
  private let example: Example
  private let index: GuidelineIndex

  init(_ example: Example, _ index: GuidelineIndex) {
    self.example = example
    self.index = index
  }

  private var guideline: Guideline { index.guideline }

  /// The records of the good examples that answer every required layer. The others show a part of
  /// an item, and a part is not a record.
  static func completeGoodOnes(of index: GuidelineIndex) -> [JSON] {
    index.guideline.examples.compactMap { example in
      guard example.role == .good, example.audience.isForAnnotators else { return nil }
      return ExampleRecord(example, index).complete
    }
  }

  private var complete: JSON? {
    if let whole = example.expected?.whole { return .string(whole.value) }
    var members: [(String, JSON)] = []
    for layer in guideline.layers {
      if let answer = answer(layer) {
        members.append((layer.id.value, answer))
      } else if layer.isRequired {
        return nil
      }
    }
    return members.isEmpty ? nil : .object(members)
  }

  private func answer(_ layer: Layer) -> JSON? {
    if let written = example.expected?.answers.first(where: { $0.layer.value == layer.id.value }) {
      return json(written.value, layer)
    }
    switch layer.kind.value {
    case .span:
      let marks = text?.marks.filter { home(of: $0)?.id.value == layer.id.value } ?? []
      return marks.isEmpty ? nil : list(marks.flatMap { spans($0, layer) })
    case .relation:
      let marks = text?.relations.filter { home(of: $0)?.id.value == layer.id.value } ?? []
      return marks.isEmpty ? nil : list(marks.map(relation))
    default: return nil
    }
  }

  private var text: ExampleText? {
    if case .text(let text) = example.input { text } else { nil }
  }

  /// A mark in the text belongs to the first span layer that has its label.
  private func home(of mark: SpanMark) -> Layer? {
    guideline.layers.first { layer in
      layer.kind.value == .span
        && layer.labels.contains { label in
          label.value == mark.label.value
            || guideline.label(label.value)?.form?.matches(mark.label.value) ?? false
        }
    }
  }

  private func home(of mark: RelationMark) -> Layer? {
    guideline.layers.first { layer in
      layer.kind.value == .relation
        && layer.relations.contains { $0.id.value == mark.relation.value }
    }
  }

  private func json(_ value: LayerAnswer.Value, _ layer: Layer) -> JSON {
    switch value {
    case .labels(let choices):
      let labels = choices.map { choice($0, layer) }
      return layer.kind.value == .choice ? labels.first ?? "none" : list(labels)
    case .point(let point): return .integer(point.value)
    case .regions(let regions): return list(regions.map { region($0, layer) })
    case .ranking(let places): return list(places.map { place($0, layer) })
    case .preference(let candidate): return .string(candidate.value)
    case .groups(let groups):
      return list(groups.map { .array($0.map { .string($0.value) }) })
    case .marks(let marks): return list(marks.flatMap { spans($0, layer) })
    case .relations(let marks): return list(marks.map(relation))
    case .text(let text): return .string(text.value)
    case .nothing: return "none"
    case .escape(let id): return .string(id.value)
    }
  }

  /// An empty list is written as the word that says so.
  private func list(_ items: [JSON]) -> JSON { items.isEmpty ? "none" : .array(items) }

  private func choice(_ choice: LabelChoice, _ layer: Layer) -> JSON {
    let attributes = attributes(choice.attributes, layer)
    guard !attributes.isEmpty else { return .string(choice.label.value) }
    return .object([(RecordKey.label, .string(choice.label.value))] + attributes)
  }

  private func attributes(_ values: [AttributeValue], _ layer: Layer) -> [(String, JSON)] {
    values.map { value in
      let attribute = layer.attributes.first { $0.id.value == value.id.value }
      return (value.id.value, AttributeJSON.value(value.value.value, of: attribute))
    }
  }

  /// A place in a ranking: a candidate, or several that are equally good.
  private func place(_ candidates: [Located<String>], _ layer: Layer) -> JSON {
    let isNumbered = layer.candidates?.fixed.isEmpty ?? true
    let names = candidates.map { candidate in
      isNumbered
        ? Int(candidate.value).map(JSON.integer) ?? .string(candidate.value)
        : .string(candidate.value)
    }
    return names.count == 1 ? names[0] : .array(names)
  }

  private func region(_ region: Region, _ layer: Layer) -> JSON {
    let hasID = guideline.givesIDs(to: layer)
    let id = hasID ? region.id.map { [(RecordKey.id, JSON.string($0.value))] } ?? [] : []
    return .object(
      [(RecordKey.label, .string(region.label.value))]
        + GeometryJSON.members(region.geometry, layer.kind.value) + id
        + attributes(region.attributes, layer))
  }

  /// One entry for each piece; the pieces of a discontinuous mark share its id.
  private func spans(_ mark: SpanMark, _ layer: Layer) -> [JSON] {
    mark.ranges.map { range in
      var members: [(String, JSON)] = [
        (RecordKey.label, .string(mark.label.value)),
        ("text", .string(words(range))),
        ("start", .integer(range.lowerBound)),
        ("end", .integer(range.upperBound)),
      ]
      if let id = mark.id { members.append((RecordKey.id, .string(id.value))) }
      return .object(members + attributes(mark.attributes, layer))
    }
  }

  private func words(_ range: Range<Int>) -> String {
    text.map { String($0.text.scalars(range)) } ?? ""
  }

  private func relation(_ mark: RelationMark) -> JSON {
    .object([
      ("relation", .string(mark.relation.value)), ("from", .string(mark.from.value)),
      ("to", .string(mark.to.value)),
    ])
  }
}
