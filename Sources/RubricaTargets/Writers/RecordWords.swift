internal import RubricaModel
internal import RubricaSource

/// An expected record in words, one line a layer: for panels that cannot draw it.
struct RecordWords {
  private(set) var lines: [String] = []
  private let index: GuidelineIndex
  private let words: Words

  /// All of the record, or what it says of one layer.
  init(_ example: Example, _ index: GuidelineIndex, _ words: Words, of layer: Layer? = nil) {
    self.index = index
    self.words = words
    let text: ExampleText? = if case .text(let text) = example.input { text } else { nil }
    for mark in text?.marks ?? [] where layer?.takes(mark.label.value) ?? true {
      lines.append(line(for: mark, in: text))
    }
    for relation in text?.relations ?? [] where layer.map({ $0.kind.value == .relation }) ?? true {
      lines.append(line(for: relation, text?.marks ?? [], text))
    }
    guard let record = example.expected else { return }
    if let whole = record.whole {
      lines.append(whole.value == "none" ? words.nothing.text : answer(whole.value))
    }
    for answer in record.answers where layer.map({ $0.id.value == answer.layer.value }) ?? true {
      write(answer, text)
    }
  }

  private mutating func write(_ answer: LayerAnswer, _ text: ExampleText?) {
    let layer = answer.layer.value
    let lead = (index.layer(layer)?.name?.value ?? IDWords.title(of: layer)) + words.colon
    switch answer.value {
    case .labels(let choices):
      let given = choices.map { self.answer($0.label.value) + attributes($0.attributes) }
      lines.append("\(lead)\(given.joined(separator: ", "))")
    case .point(let point):
      let means = index.layer(layer)?.points.first { $0.value.value == point.value }?.means
      lines.append("\(lead)\(point.value)" + (means.map { " (\($0.value))" } ?? ""))
    case .regions(let regions):
      for (mark, count) in counted(regions.map(self.words)) {
        lines.append("\(lead)\(count) × \(mark)")
      }
    case .ranking(let places):
      let order = places.map { words.marks.place($0, of: index.layer(layer)) }
      lines.append("\(lead)\(order.joined(separator: " › "))")
    case .preference(let candidate):
      lines.append(
        lead + words.marks.preference(candidate.value, of: index.layer(layer)))
    case .groups(let groups):
      for group in groups {
        lines.append("\(lead)\(group.map(\.value).joined(separator: " = "))")
      }
    case .marks(let marks): for mark in marks { lines.append(line(for: mark, in: text)) }
    case .relations(let relations):
      let marks = (text?.marks ?? [])
      for relation in relations { lines.append(line(for: relation, marks, text)) }
    case .text(let text): lines.append("\(lead)\(text.value)")
    case .nothing: lines.append("\(lead)\(words.none)")
    case .escape(let escape): lines.append("\(lead)\(self.answer(escape.value))")
    }
  }

  /// What an annotator reads for an id.
  private func answer(_ id: String) -> String {
    index.label(id)?.name.value ?? index.escape(id).map { $0.name?.value ?? id } ?? id
  }

  private func words(of region: Region) -> String {
    let parts = [
      answer(region.label.value) + attributes(region.attributes),
      words.marks.words(for: region.geometry), region.id.map { "`\($0.value)`" },
    ]
    return parts.compactMap { $0 }.joined(separator: ", ")
  }

  private func attributes(_ values: [AttributeValue]) -> String {
    guard !values.isEmpty else { return "" }
    let parts = values.map { attribute in
      let declared = index.guideline.layers.lazy.flatMap { $0.attributes }
        .first { $0.id.value == attribute.id.value && $0.name != nil }
      let name = declared?.name?.value ?? IDWords.words(of: attribute.id.value)
      return name + words.colon + words.answer(attribute.value.value)
    }
    return " (" + parts.joined(separator: ", ") + ")"
  }

  /// Equal words once, with their number, in order of their first place.
  private func counted(_ words: [String]) -> [(words: String, count: Int)] {
    var places: [String: Int] = [:]
    var counted: [(words: String, count: Int)] = []
    for word in words {
      if let place = places[word] {
        counted[place].count += 1
      } else {
        places[word] = counted.count
        counted.append((word, 1))
      }
    }
    return counted
  }

  private func words(of mark: SpanMark, in text: ExampleText?) -> String {
    guard let text else { return mark.statedText?.value ?? "" }
    return mark.ranges.map { text.text.scalars($0) }.joined(separator: " … ")
  }

  private func line(for mark: SpanMark, in text: ExampleText?) -> String {
    "“\(words(of: mark, in: text))”\(words.colon)\(answer(mark.label.value))\(attributes(mark.attributes))"
  }

  private func line(
    for relation: RelationMark, _ marks: [SpanMark], _ text: ExampleText?
  ) -> String {
    let end = { (id: String) in
      marks.first { $0.id?.value == id }.map { "“\(self.words(of: $0, in: text))”" } ?? id
    }
    let declared = index.guideline.layers.lazy.flatMap { $0.relations }
      .first { $0.id.value == relation.relation.value }
    let name = declared?.displayName ?? IDWords.title(of: relation.relation.value)
    let arrow = declared?.isSymmetric == true ? "↔ \(name) ↔" : "— \(name) →"
    return "\(end(relation.from.value)) \(arrow) \(end(relation.to.value))"
  }
}

extension Layer {
  fileprivate func takes(_ label: String) -> Bool {
    self.kind.value == .span && self.labels.contains { $0.value == label }
  }
}

extension String {
  /// A range of scalars, as far as the text has them.
  func scalars(_ range: Range<Int>) -> Substring {
    let bytes = utf8.span
    let start = bytes.place(ofScalar: range.lowerBound, from: 0)
    let end = bytes.place(ofScalar: range.count, from: start)
    return self[utf8.index(startIndex, offsetBy: start)..<utf8.index(startIndex, offsetBy: end)]
  }
}

extension Swift.Span<UInt8> {
  /// Where the scalar begins that has `number` others before it, counted from `start`.
  fileprivate func place(ofScalar number: Int, from start: Int) -> Int {
    var left = number
    for place in start..<count where !self[place].isContinuation {
      if left == 0 { return place }
      left -= 1
    }
    return count
  }
}
