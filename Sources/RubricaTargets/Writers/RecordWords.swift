internal import RubricaModel
internal import RubricaSource

/// An expected record in words, one item of a list a layer: for panels that cannot draw it.
struct RecordWords {
  private let index: GuidelineIndex
  private let words: Words
  /// Whether items begin with their bullet in writing.
  private let hasWrittenMarks: Bool
  private var hasItems = false

  init(_ index: GuidelineIndex, _ words: Words, hasWrittenMarks: Bool) {
    self.index = index
    self.words = words
    self.hasWrittenMarks = hasWrittenMarks
  }

  /// Writes all of the record, or what it says of one layer.
  mutating func write(_ example: Example, of layer: Layer?, to html: inout HTMLWriter) {
    writeItems(example, of: layer, to: &html)
    if hasItems { html.raw("</ul>\n") }
  }

  private mutating func writeItems(
    _ example: Example, of layer: Layer?, to html: inout HTMLWriter
  ) {
    let text: ExampleText? = if case .text(let text) = example.input { text } else { nil }
    for mark in text?.marks ?? []
    where layer?.takes(mark.label.value, index) ?? true {
      write(mark, in: text, to: &html)
    }
    for relation in text?.relations ?? [] where layer.map({ $0.kind.value == .relation }) ?? true {
      write(relation, text?.marks ?? [], text, to: &html)
    }
    guard let record = example.expected else { return }
    if let whole = record.whole?.value {
      startItem(&html)
      html.text(whole == "none" ? words.nothing.text : answer(whole))
      html.raw("</li>")
    }
    for answer in record.answers where layer.map({ $0.id.value == answer.layer.value }) ?? true {
      write(answer, text, to: &html)
    }
  }

  /// The list starts with its first item.
  private mutating func startItem(_ html: inout HTMLWriter) {
    html.raw(hasItems ? "<li>" : "<ul><li>")
    hasItems = true
    if hasWrittenMarks { html.raw("• ") }
  }

  private mutating func write(
    _ answer: LayerAnswer, _ text: ExampleText?, to html: inout HTMLWriter
  ) {
    let layer = index.layer(answer.layer.value)
    let title = layer?.name?.value ?? IDWords.title(of: answer.layer.value)
    switch answer.value {
    case .labels(let choices): writeItem(title, &html) { $0.write(choices, to: &$1) }
    case .point(let point):
      writeItem(title, &html) { _, html in
        html.text(String(point.value))
        guard let means = layer?.points.first(where: { $0.value.value == point.value })?.means
        else { return }
        html.raw(" (")
        html.text(means.value)
        html.raw(")")
      }
    case .regions(let regions):
      for (mark, count) in counted(regions.map { words(of: $0) }) {
        writeItem(title, &html) { _, html in
          html.number(count)
          html.raw(" × ")
          html.text(mark)
        }
      }
    case .ranking(let places):
      writeItem(title, &html) { record, html in
        for (number, place) in places.enumerated() {
          if number > 0 { html.raw(" › ") }
          html.text(record.words.marks.place(place, of: layer))
        }
      }
    case .preference(let candidate):
      writeItem(title, &html) {
        $1.text($0.words.marks.preference(candidate.value, of: layer))
      }
    case .groups(let groups):
      for group in groups {
        writeItem(title, &html) { $1.text(group.map(\.value).joined(separator: " = ")) }
      }
    case .marks(let marks): for mark in marks { write(mark, in: text, to: &html) }
    case .relations(let relations):
      for relation in relations { write(relation, text?.marks ?? [], text, to: &html) }
    case .text(let text): writeItem(title, &html) { $1.text(text.value) }
    case .nothing: writeItem(title, &html) { $1.text($0.words.none.text) }
    case .escape(let escape): writeItem(title, &html) { $1.text($0.answer(escape.value)) }
    }
  }

  /// An item about one layer.
  @inline(__always)
  private mutating func writeItem(
    _ title: String, _ html: inout HTMLWriter, _ content: (RecordWords, inout HTMLWriter) -> Void
  ) {
    startItem(&html)
    html.text(title)
    html.text(words.colon)
    content(self, &html)
    html.raw("</li>")
  }

  private func write(_ choices: [LabelChoice], to html: inout HTMLWriter) {
    for (place, choice) in choices.enumerated() {
      if place > 0 { html.raw(", ") }
      html.text(answer(choice.label.value))
      write(choice.attributes, to: &html)
    }
  }

  /// What an annotator reads for an id.
  private func answer(_ id: String) -> String {
    index.fullName(ofLabel: id, words) ?? index.escape(id)?.displayName ?? id
  }

  private func words(of region: Region) -> String {
    var text = answer(region.label.value)
    text += attributes(region.attributes)
    if let place = words.marks.words(for: region.geometry) { text += ", \(place)" }
    if let id = region.id { text += ", `\(id.value)`" }
    return text
  }

  private func write(_ values: [AttributeValue], to html: inout HTMLWriter) {
    if !values.isEmpty { html.text(attributes(values)) }
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
    guard words.count > 1 else { return words.map { ($0, 1) } }
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

  private func write(
    wordsOf mark: SpanMark, in text: ExampleText?, to html: inout HTMLWriter
  ) {
    html.raw("“")
    if let text {
      for (place, range) in mark.ranges.enumerated() {
        if place > 0 { html.raw(" … ") }
        html.text(text.text.scalars(range))
      }
    } else if let stated = mark.statedText {
      html.text(stated.value)
    }
    html.raw("”")
  }

  private mutating func write(
    _ mark: SpanMark, in text: ExampleText?, to html: inout HTMLWriter
  ) {
    startItem(&html)
    write(wordsOf: mark, in: text, to: &html)
    html.text(words.colon)
    html.text(answer(mark.label.value))
    write(mark.attributes, to: &html)
    html.raw("</li>")
  }

  private mutating func write(
    _ relation: RelationMark, _ marks: [SpanMark], _ text: ExampleText?, to html: inout HTMLWriter
  ) {
    let declared = index.guideline.layers.lazy.flatMap { $0.relations }
      .first { $0.id.value == relation.relation.value }
    let isSymmetric = declared?.isSymmetric == true
    startItem(&html)
    write(end: relation.from.value, marks, text, to: &html)
    html.raw(isSymmetric ? " ↔ " : " — ")
    html.text(declared?.displayName ?? IDWords.title(of: relation.relation.value))
    html.raw(isSymmetric ? " ↔ " : " → ")
    write(end: relation.to.value, marks, text, to: &html)
    html.raw("</li>")
  }

  private func write(
    end id: String, _ marks: [SpanMark], _ text: ExampleText?, to html: inout HTMLWriter
  ) {
    guard let mark = marks.first(where: { $0.id?.value == id }) else { return html.text(id) }
    write(wordsOf: mark, in: text, to: &html)
  }
}

extension Layer {
  fileprivate func takes(_ label: String, _ index: GuidelineIndex) -> Bool {
    self.kind.value == .span
      && (self.labels.contains { $0.value == label } || index.ignoredPart(label, in: self) != nil)
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
