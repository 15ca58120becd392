internal import RubricaModel
internal import RubricaSource

/// An expected record in words, one line a layer: for panels that cannot draw it.
struct RecordWords {
  private(set) var lines: [String] = []
  private let index: GuidelineIndex

  /// All of the record, or what it says of one layer.
  init(_ example: Example, _ index: GuidelineIndex, of layer: Layer? = nil) {
    self.index = index
    let text: ExampleText? = if case .text(let text) = example.input { text } else { nil }
    for mark in text?.marks ?? [] where layer?.takes(mark.label.value) ?? true {
      lines.append(line(for: mark, in: text))
    }
    for relation in text?.relations ?? [] where layer.map({ $0.kind.value == .relation }) ?? true {
      lines.append(line(for: relation, text?.marks ?? [], text))
    }
    guard let record = example.expected else { return }
    if let whole = record.whole {
      lines.append(whole.value == "none" ? "nothing to annotate" : answer(whole.value))
    }
    for answer in record.answers where layer.map({ $0.id.value == answer.layer.value }) ?? true {
      write(answer, text)
    }
  }

  private mutating func write(_ answer: LayerAnswer, _ text: ExampleText?) {
    let layer = answer.layer.value
    switch answer.value {
    case .labels(let choices):
      let words = choices.map { self.answer($0.label.value) + attributes($0.attributes) }
      lines.append("\(layer): \(words.joined(separator: ", "))")
    case .point(let point):
      let means = index.layer(layer)?.points.first { $0.value.value == point.value }?.means
      lines.append("\(layer): \(point.value)" + (means.map { " (\($0.value))" } ?? ""))
    case .regions(let regions):
      for (words, count) in counted(regions.map(self.words)) {
        lines.append("\(layer): \(count) × \(words)")
      }
    case .ranking(let places):
      let words = places.map { MarkWords.english.place($0, of: index.layer(layer)) }
      lines.append("\(layer): \(words.joined(separator: " › "))")
    case .preference(let candidate):
      let words = MarkWords.english.preference(candidate.value, of: index.layer(layer))
      lines.append("\(layer): \(words)")
    case .groups(let groups):
      for group in groups {
        lines.append("\(layer): \(group.map(\.value).joined(separator: " = "))")
      }
    case .marks(let marks): for mark in marks { lines.append(line(for: mark, in: text)) }
    case .relations(let relations):
      let marks = (text?.marks ?? [])
      for relation in relations { lines.append(line(for: relation, marks, text)) }
    case .text(let words): lines.append("\(layer): \(words.value)")
    case .nothing: lines.append("\(layer): nothing")
    case .escape(let escape): lines.append("\(layer): \(self.answer(escape.value))")
    }
  }

  /// What an annotator reads for an id.
  private func answer(_ id: String) -> String {
    index.label(id)?.name.value ?? index.escape(id).map { $0.name?.value ?? id } ?? id
  }

  private func words(of region: Region) -> String {
    let parts = [
      answer(region.label.value) + attributes(region.attributes),
      MarkWords.english.words(for: region.geometry), region.id.map { "`\($0.value)`" },
    ]
    return parts.compactMap { $0 }.joined(separator: ", ")
  }

  private func attributes(_ values: [AttributeValue]) -> String {
    guard !values.isEmpty else { return "" }
    return " (" + values.map { "\($0.id.value): \($0.value.value)" }.joined(separator: ", ") + ")"
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
    "“\(words(of: mark, in: text))”: \(answer(mark.label.value))\(attributes(mark.attributes))"
  }

  private func line(
    for relation: RelationMark, _ marks: [SpanMark], _ text: ExampleText?
  ) -> String {
    let end = { (id: String) in
      marks.first { $0.id?.value == id }.map { "“\(self.words(of: $0, in: text))”" } ?? id
    }
    return "\(end(relation.from.value)) \(relation.relation.value) \(end(relation.to.value))"
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
