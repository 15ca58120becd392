internal import RubricaModel
internal import RubricaSource

/// The expected record of an example, as it would come back from a labeling tool.
struct ExampleRecord {
  /// What the example says of one layer.
  private enum Answer {
    case written(LayerAnswer.Value)
    /// Marks in the text that belong to the layer.
    case spans([SpanMark])
    case relations([RelationMark])
  }

  private let example: Example
  private let index: GuidelineIndex

  private var guideline: Guideline { index.guideline }

  /// The records of the good examples that answer every required layer. The others show a part of
  /// an item, and a part is not a record.
  static func writeCompleteGoodOnes(of index: GuidelineIndex, to list: inout JSONWriter) {
    for example in index.guideline.examples
    where example.role == .good && example.audience.isForAnnotators {
      ExampleRecord(example: example, index: index).writeIfComplete(to: &list)
    }
  }

  private func writeIfComplete(to list: inout JSONWriter) {
    if let whole = example.expected?.whole { return list.item(whole.value) }
    var answers: [(layer: Layer, answer: Answer)] = []
    for layer in index.guideline.layers {
      if let answer = answer(layer) {
        answers.append((layer, answer))
      } else if layer.isRequired {
        return
      }
    }
    guard !answers.isEmpty else { return }
    list.object { record in
      for (layer, answer) in answers {
        record.key(named: layer.id.value)
        write(answer, layer, to: &record)
      }
    }
  }

  private func answer(_ layer: Layer) -> Answer? {
    if let written = example.expected?.answers.first(where: { $0.layer.value == layer.id.value }) {
      return .written(written.value)
    }
    switch layer.kind.value {
    case .span:
      let marks = text?.marks.filter { home(of: $0)?.id.value == layer.id.value } ?? []
      return marks.isEmpty ? nil : .spans(marks)
    case .relation:
      let marks = text?.relations.filter { home(of: $0)?.id.value == layer.id.value } ?? []
      return marks.isEmpty ? nil : .relations(marks)
    default: return nil
    }
  }

  private var text: ExampleText? {
    if case .text(let text) = example.input { text } else { nil }
  }

  /// A mark in the text belongs to the first span layer that has its label.
  private func home(of mark: SpanMark) -> Layer? {
    index.guideline.layers.first { layer in
      layer.kind.value == .span
        && layer.labels.contains { label in
          label.value == mark.label.value
            || index.guideline.label(label.value)?.form?.matches(mark.label.value) ?? false
        }
    } ?? index.spanLayerPlace(ofMark: mark.label.value).map { index.guideline.layers[$0] }
  }

  private func home(of mark: RelationMark) -> Layer? {
    index.guideline.layers.first { layer in
      layer.kind.value == .relation
        && layer.relations.contains { $0.id.value == mark.relation.value }
    }
  }

  private func write(_ answer: Answer, _ layer: Layer, to json: inout JSONWriter) {
    switch answer {
    case .written(let value): write(value, layer, to: &json)
    case .spans(let marks): write(marks, layer, to: &json)
    case .relations(let marks): writeList(marks, to: &json, writeRelation)
    }
  }

  private func write(_ value: LayerAnswer.Value, _ layer: Layer, to json: inout JSONWriter) {
    switch value {
    case .labels(let choices) where layer.kind.value == .choice:
      if let first = choices.first { write(first, layer, to: &json) } else { json.item("none") }
    case .labels(let choices): writeList(choices, to: &json) { write($0, layer, to: &$1) }
    case .point(let point): json.item(point.value)
    case .regions(let regions): writeList(regions, to: &json) { write($0, layer, to: &$1) }
    case .ranking(let places): writeList(places, to: &json) { write($0, layer, to: &$1) }
    case .preference(let candidate): json.item(candidate.value)
    case .groups(let groups):
      writeList(groups, to: &json) { group, list in
        list.array { ids in for id in group { ids.item(id.value) } }
      }
    case .marks(let marks): write(marks, layer, to: &json)
    case .relations(let marks): writeList(marks, to: &json, writeRelation)
    case .text(let text): json.item(text.value)
    case .nothing: json.item("none")
    case .escape(let id): json.item(id.value)
    }
  }

  /// An empty list is written as the word that says so.
  private func writeList<Item>(
    _ items: [Item], to json: inout JSONWriter, _ write: (Item, inout JSONWriter) -> Void
  ) {
    guard !items.isEmpty else { return json.item("none") }
    json.array { list in for item in items { write(item, &list) } }
  }

  private func write(_ choice: LabelChoice, _ layer: Layer, to json: inout JSONWriter) {
    guard !choice.attributes.isEmpty else { return json.item(choice.label.value) }
    json.object { record in
      record.key(named: RecordKey.label)
      record.item(choice.label.value)
      write(choice.attributes, layer, to: &record)
    }
  }

  private func write(_ values: [AttributeValue], _ layer: Layer, to record: inout JSONWriter) {
    for value in values {
      let attribute = layer.attributes.first { $0.id.value == value.id.value }
      record.key(named: value.id.value)
      AttributeJSON(value.value.value, of: attribute).write(to: &record)
    }
  }

  /// A place in a ranking: a candidate, or several that are equally good.
  private func write(
    _ candidates: [Located<String>], _ layer: Layer, to json: inout JSONWriter
  ) {
    let isNumbered = layer.candidates?.fixed.isEmpty ?? true
    func write(_ candidate: Located<String>, to json: inout JSONWriter) {
      if isNumbered, let number = Int(candidate.value) {
        json.item(number)
      } else {
        json.item(candidate.value)
      }
    }
    if candidates.count == 1 { return write(candidates[0], to: &json) }
    json.array { list in for candidate in candidates { write(candidate, to: &list) } }
  }

  private func write(_ region: Region, _ layer: Layer, to json: inout JSONWriter) {
    json.object { record in
      record.key(named: RecordKey.label)
      record.item(region.label.value)
      GeometryJSON.write(membersOf: region.geometry, layer.kind.value, to: &record)
      if let id = region.id, guideline.givesIDs(to: layer) {
        record.key(named: RecordKey.id)
        record.item(id.value)
      }
      write(region.attributes, layer, to: &record)
    }
  }

  /// One entry for each piece; the pieces of a discontinuous mark share its id.
  private func write(_ marks: [SpanMark], _ layer: Layer, to json: inout JSONWriter) {
    guard marks.contains(where: { !$0.ranges.isEmpty }) else { return json.item("none") }
    json.array { list in
      for mark in marks {
        for range in mark.ranges {
          list.object { record in
            record.key(named: RecordKey.label)
            record.item(mark.label.value)
            record.member("text", words(range))
            record.member("start", range.lowerBound)
            record.member("end", range.upperBound)
            if let id = mark.id {
              record.key(named: RecordKey.id)
              record.item(id.value)
            }
            write(mark.attributes, layer, to: &record)
          }
        }
      }
    }
  }

  private func words(_ range: Range<Int>) -> Substring { text.map { $0.text.scalars(range) } ?? "" }

  private func writeRelation(_ mark: RelationMark, to list: inout JSONWriter) {
    list.object { record in
      record.member("relation", mark.relation.value)
      record.member("from", mark.from.value)
      record.member("to", mark.to.value)
    }
  }
}
