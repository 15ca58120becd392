internal import RubricaModel
internal import RubricaSource

/// A fence `yaml expected` to a typed record. Whether its labels and values exist is for the checks.
extension Lowering {
  /// The data of a fence. Of one that is not closed only that is told: what follows it in the document
  /// is not YAML.
  mutating func read(_ fence: Fence, _ place: Span) -> DataNode? {
    let known = guideline.problems.count
    let node = DataReader.read(fence.text, problems: &guideline.problems)
    if node == nil, guideline.problems.count > known,
      FenceReader.isLeftOpen(fence, place, guideline.sources)
    {
      guideline.problems.removeSubrange(known...)
      guideline.problems.append(
        Problem(.yamlSyntax(Problem.openBlock), at: firstLine(of: place)))
    }
    return node
  }

  /// `example` is the id of the example that it stands in.
  mutating func lowerRecord(_ node: DataNode, of example: String) -> ExpectedRecord {
    if let text = node.text {
      // A word that is no answer has a finding of its own: what it was meant to answer is unknown.
      if text.value != Vocabulary.none,
        !guideline.escapes.contains(where: { $0.id.value == text.value })
      {
        guideline.unread.records.insert(example)
      }
      return ExpectedRecord(answers: [], whole: text, span: node.span)
    }
    guard case .mapping(let fields) = node.kind else {
      guideline.problems.append(
        .wrong(node, expected: "one key per layer, `none`, or an escape answer"))
      guideline.unread.records.insert(example)
      return ExpectedRecord(answers: [], whole: nil, span: node.span)
    }
    let answers = fields.compactMap { field -> LayerAnswer? in
      guard let layer = guideline.layer(field.key.value) else {
        if let slip = FieldReader.slip(
          in: field, isKey: { word, _ in guideline.layer(String(word)) != nil })
        {
          guideline.problems.append(slip)
          guideline.unread.records.insert(example)
          return nil
        }
        return LayerAnswer(layer: field.key, value: .nothing, span: field.value.span)
      }
      let known = guideline.problems.count
      let answer = answer(field.value, of: layer).map {
        LayerAnswer(layer: field.key, value: $0, span: field.value.span)
      }
      if guideline.problems.count > known {
        guideline.unread.answers[example, default: []].insert(layer.id.value)
      }
      if layer.kind.value == .text, let quotes = QuotedValues.problem(of: field.value) {
        guideline.problems.append(quotes)
      }
      return answer
    }
    return ExpectedRecord(answers: answers, whole: nil, span: node.span)
  }

  private mutating func answer(_ node: DataNode, of layer: Layer) -> LayerAnswer.Value? {
    // A text in quotation marks is what was written or said, also if it is one of these words.
    if let text = node.text, layer.kind.value != .text || !node.isQuoted {
      let isLabel =
        layer.labels.contains { $0.value == text.value }
        || layer.candidates?.contains(text.value) ?? false
      if text.value == Vocabulary.none, !isLabel { return .nothing }
      if !isLabel, guideline.escapes.contains(where: { $0.id.value == text.value }) {
        return .escape(text)
      }
    }
    switch layer.kind.value {
    case .choice:
      if let problem = severalLabels(node, of: layer) {
        guideline.problems.append(problem)
        return nil
      }
      return labelChoice(node, of: layer).map { .labels([$0]) }
    case .choices:
      guard case .list(let items) = node.kind else {
        guideline.problems.append(
          .wrong(
            node, expected: "a list of labels", suggestion: node.text.map { "[\($0.value)]" }))
        return nil
      }
      return .labels(items.compactMap { labelChoice($0, of: layer) })
    case .scale:
      guard let value = node.integer else {
        guideline.problems.append(
          node.items.isEmpty
            ? .wrong(node, expected: "a whole number on the scale") { $0.integer != nil }
            : .wrongSingle(node, expected: "a whole number on the scale"))
        return nil
      }
      return .point(Located(value, node.span))
    case .box, .polygon, .polyline, .keypoints, .mask, .cuboid, .track, .segment:
      return regions(node, of: layer)
    case .ranking: return ranking(node)
    case .pairwise: return preference(node, of: layer)
    case .identity: return groups(node)
    case .span:
      guard let items = list(node, "a list of marks, each `{label, text, start, end}`") else {
        return nil
      }
      return .marks(items.compactMap { mark($0, of: layer) })
    case .relation:
      guard let items = list(node, "a list of `{relation, from, to}`") else { return nil }
      return .relations(items.compactMap { relation($0) })
    case .text:
      guard let text = node.text else {
        guideline.problems.append(.wrongSingle(node, expected: "text"))
        return nil
      }
      return .text(text)
    }
  }

  mutating func wrong<T>(_ node: DataNode, _ expected: String) -> T? {
    guideline.problems.append(.wrong(node, expected: expected))
    return nil
  }

  mutating func list(_ node: DataNode, _ expected: String) -> [DataNode]? {
    guard case .list(let items) = node.kind else { return wrong(node, expected) }
    return items
  }

  private mutating func labelChoice(_ node: DataNode, of layer: Layer) -> LabelChoice? {
    if let label = node.text { return LabelChoice(label: label, attributes: []) }
    guard case .mapping = node.kind else {
      guideline.problems.append(.wrongSingle(node, expected: Self.oneLabel(of: layer)))
      return nil
    }
    var fields = FieldReader(openKeysOf: node, owner: "an answer")
    let label = label(&fields, of: layer)
    let attributes = attributes(&fields)
    fields.finishOpen(&guideline.problems)
    return label.map { LabelChoice(label: $0, attributes: attributes) }
  }

  /// What to say of several labels for a layer that takes one, in a list or with commas between them.
  private func severalLabels(_ node: DataNode, of layer: Layer) -> Problem? {
    if let text = node.text?.value {
      guard text.utf8.contains(UInt8(ascii: ",")) else { return nil }
      let labels = layer.labels.map(\.value)
      let areLabels = text.split(separator: ",").allSatisfy { part in
        labels.contains(part.split(separator: " ").joined(separator: " "))
      }
      guard areLabels, !labels.contains(text) else { return nil }
    } else {
      guard node.items.count > 1, node.items.allSatisfy(\.hasText) else { return nil }
    }
    return Problem(
      .wrongValue(
        expected: "one label, since layer `\(layer.id.value)` takes one answer",
        found: node.description, suggestion: nil,
        help: "keep one of them; where several may hold, the layer has `kind: choices`"),
      at: node.span)
  }

  /// "one of `day`, `dark`", of labels that are few; else in general.
  private static func oneLabel(of layer: Layer) -> String {
    let labels = layer.labels.map(\.value)
    return labels.isEmpty || labels.count > 8
      ? "one label of layer `\(layer.id.value)`" : Problem.oneOf(labels)
  }

  /// Every key that is left over is an attribute.
  private mutating func attributes(_ fields: inout FieldReader) -> [AttributeValue] {
    fields.rest.compactMap { field -> AttributeValue? in
      guard let value = field.value.text else {
        fields.report(
          FieldReader.slip(in: field, isKey: { _, _ in true })
            ?? missingValue(of: field)
            ?? Problem.wrong(field.value, expected: "a single value"))
        return nil
      }
      return AttributeValue(id: field.key, value: value)
    }
  }

  /// What to say of an attribute that stands within braces without a value, as flags do in a text.
  private func missingValue(of field: DataNode.Field) -> Problem? {
    guard field.isBare else { return nil }
    let id = field.key.value
    let isFlag = guideline.layers.contains { layer in
      layer.attributes.contains { $0.id.value == id && $0.kind.value == .boolean }
    }
    return Problem(
      .wrongValue(
        expected: "a value behind `\(id)`", found: "nothing", suggestion: nil,
        help: "write `\(id): \(isFlag ? "true" : "…")`"), at: field.key.span)
  }

  private mutating func regions(_ node: DataNode, of layer: Layer) -> LayerAnswer.Value? {
    let kind = layer.kind.value
    let expected = GeometryReader.example(kind)
    guard let items = list(node, "a list of marks, each \(expected)") else { return nil }
    var regions: [Region] = []
    for item in items {
      guard case .mapping = item.kind else {
        guideline.problems.append(.wrong(item, expected: expected))
        continue
      }
      var fields = FieldReader(openKeysOf: item, owner: kind == .track ? "a track" : "a mark")
      let label = label(&fields, of: layer)
      let id = fields.text("id")
      if kind == .track, fields.isMissing("id") { fields.reportMissing("id") }
      let place = kind == .segment ? segment(&fields, of: layer) : shape(&fields, of: layer)
      let attributes = attributes(&fields)
      fields.finishOpen(&guideline.problems)
      if let label, let place {
        regions.append(
          Region(
            label: label, id: id, geometry: place.geometry, geometrySpan: place.span,
            attributes: attributes, span: item.span))
      }
    }
    return .regions(regions)
  }

  private mutating func shape(
    _ fields: inout FieldReader, of layer: Layer
  ) -> (geometry: Region.Geometry, span: Span)? {
    let kind = layer.kind.value
    let key = GeometryReader.key(kind)
    guard let node = fields.node(key) else {
      reportMissingShape(&fields, of: layer)
      return nil
    }
    let geometry: Region.Geometry?
    if kind == .track {
      // Over a layer that does not exist, which is reported there, the frames cannot be read.
      let over = layer.over.flatMap { guideline.layer($0.value)?.kind.value }
      guard let over, over.isSpatial || over == .cuboid else { return nil }
      geometry = GeometryReader.track(node, over: over, &guideline.problems)
    } else {
      geometry = GeometryReader.read(node, kind, &guideline.problems)
    }
    guard let geometry else { return nil }
    if kind == .mask || kind == .track { masks += geometry.masks.map(\.value) }
    return (geometry, node.span)
  }

  /// Says that no place is given, or under which key it stands, or that it is that of a mark of another kind.
  private func reportMissingShape(_ fields: inout FieldReader, of layer: Layer) {
    let kind = layer.kind.value
    let key = GeometryReader.key(kind)
    guard
      let other = fields.takeOther(
        than: key, words: GeometryReader.otherWords(for: kind),
        taken: layer.attributes.map(\.id.value))
    else {
      fields.reportMissing(key)
      return
    }
    var problems: [Problem] = []
    let isMapping = if case .mapping = other.value.kind { true } else { false }
    let fits =
      kind == .track
      ? isMapping
      : GeometryReader.read(other.value, kind, &problems) != nil && problems.isEmpty
    if fits {
      fields.reportOther(other, insteadOf: key)
      return
    }
    fields.report(
      Problem(
        .wrongValue(
          expected: "\(GeometryReader.example(kind)) in layer `\(layer.id.value)`",
          found: "`\(other.key.value)`", suggestion: nil),
        at: other.key.span.union(other.value.span)))
  }

  /// The label of a mark or answer, which may stand under another word.
  private func label(_ fields: inout FieldReader, of layer: Layer) -> Located<String>? {
    let taken =
      layer.attributes.map(\.id.value)
      + ["id", "text", "start", "end", GeometryReader.key(layer.kind.value)]
    let other = fields.takeOther(
      than: "label", words: GeometryReader.otherWordsForLabel, taken: taken)
    guard let other else { return fields.required("label") }
    fields.reportOther(other, insteadOf: "label")
    return nil
  }

  /// Says of each end of a segment, or of a mark in a text, that it is missing, or under which key it stands.
  private func reportMissingEnds(_ fields: inout FieldReader, of layer: Layer) {
    for key in ["start", "end"] where fields.isMissing(key) {
      let other = fields.takeOther(
        than: key, words: GeometryReader.otherWordsForEnds[key] ?? [],
        taken: layer.attributes.map(\.id.value))
      if let other {
        fields.reportOther(other, insteadOf: key)
      } else {
        fields.reportMissing(key)
      }
    }
  }

  private mutating func segment(
    _ fields: inout FieldReader, of layer: Layer
  ) -> (geometry: Region.Geometry, span: Span)? {
    let start = fields.number("start")
    let end = fields.number("end")
    reportMissingEnds(&fields, of: layer)
    guard let start, let end else { return nil }
    return (.segment(start: start.value, end: end.value), start.span.union(end.span))
  }

  private mutating func mark(_ node: DataNode, of layer: Layer) -> SpanMark? {
    guard case .mapping = node.kind else { return wrong(node, "`{label, text, start, end}`") }
    var fields = FieldReader(openKeysOf: node, owner: "a mark")
    let label = label(&fields, of: layer)
    let id = fields.text("id")
    let text = fields.text("text")
    let start = fields.integer("start")
    let end = fields.integer("end")
    reportMissingEnds(&fields, of: layer)
    let attributes = attributes(&fields)
    if let start, let end, start.value < 0 || end.value <= start.value {
      fields.report(
        Problem(
          .wrongValue(
            expected: "an end after the start, counted from 0",
            found: "`\(start.value)` to `\(end.value)`",
            suggestion: nil), at: start.span.union(end.span)))
    }
    fields.finishOpen(&guideline.problems)
    guard let label, let start, let end, start.value >= 0, end.value > start.value else {
      return nil
    }
    return SpanMark(
      label: label, id: id, ranges: [start.value..<end.value], statedText: text,
      attributes: attributes, span: node.span)
  }

  private mutating func relation(_ node: DataNode) -> RelationMark? {
    guard case .mapping = node.kind else { return wrong(node, "`{relation, from, to}`") }
    var fields = FieldReader(openKeysOf: node, owner: "a relation")
    let name = fields.required("relation")
    let from = fields.required("from")
    let to = fields.required("to")
    fields.finish(&guideline.problems)
    guard let name, let from, let to else { return nil }
    return RelationMark(relation: name, from: from, to: to, span: node.span)
  }
}
