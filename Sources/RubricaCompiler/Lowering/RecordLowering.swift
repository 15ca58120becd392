internal import RubricaModel
internal import RubricaSource

/// A fence `yaml expected` to a typed record. Whether its labels and values exist is for the checks.
extension Lowering {
  mutating func lowerRecord(_ node: DataNode) -> ExpectedRecord {
    if let text = node.text { return ExpectedRecord(answers: [], whole: text, span: node.span) }
    guard case .mapping(let fields) = node.kind else {
      guideline.problems.append(
        .wrong(node, expected: "one key a layer, `none`, or an escape answer"))
      return ExpectedRecord(answers: [], whole: nil, span: node.span)
    }
    let answers = fields.compactMap { field -> LayerAnswer? in
      guard let layer = guideline.layer(field.key.value) else {
        return LayerAnswer(layer: field.key, value: .nothing, span: field.value.span)
      }
      return answer(field.value, of: layer).map {
        LayerAnswer(layer: field.key, value: $0, span: field.value.span)
      }
    }
    return ExpectedRecord(answers: answers, whole: nil, span: node.span)
  }

  private mutating func answer(_ node: DataNode, of layer: Layer) -> LayerAnswer.Value? {
    if let text = node.text {
      let isLabel = layer.labels.contains { $0.value == text.value }
      if text.value == Vocabulary.none, !isLabel { return .nothing }
      if !isLabel, guideline.escapes.contains(where: { $0.id.value == text.value }) {
        return .escape(text)
      }
    }
    switch layer.kind.value {
    case .choice: return labelChoice(node).map { .labels([$0]) }
    case .choices:
      guard let items = list(node, "a list of labels") else { return nil }
      return .labels(items.compactMap { labelChoice($0) })
    case .scale:
      guard let value = node.integer else { return wrong(node, "a whole number on the scale") }
      return .point(Located(value, node.span))
    case .box:
      return regions(node, "`{label, box: [left, top, right, bottom]}`", geometry: Self.box)
    case .polygon: return regions(node, "`{label, polygon: [[x, y], …]}`", geometry: Self.polygon)
    case .keypoints:
      return regions(node, "`{label, keypoints: {point: [x, y]}}`", geometry: Self.keypoints)
    case .span:
      guard let items = list(node, "a list of marks, each `{label, text, start, end}`") else {
        return nil
      }
      return .marks(items.compactMap { mark($0) })
    case .relation:
      guard let items = list(node, "a list of `{relation, from, to}`") else { return nil }
      return .relations(items.compactMap { relation($0) })
    case .text:
      guard let text = node.text else { return wrong(node, "text") }
      return .text(text)
    }
  }

  private mutating func wrong<T>(_ node: DataNode, _ expected: String) -> T? {
    guideline.problems.append(.wrong(node, expected: expected))
    return nil
  }

  private mutating func list(_ node: DataNode, _ expected: String) -> [DataNode]? {
    guard case .list(let items) = node.kind else { return wrong(node, expected) }
    return items
  }

  private mutating func labelChoice(_ node: DataNode) -> LabelChoice? {
    if let label = node.text { return LabelChoice(label: label, attributes: []) }
    var fields = FieldReader(openKeysOf: node, owner: "an answer")
    let label = fields.required("label")
    let attributes = attributes(&fields)
    fields.finishOpen(&guideline.problems)
    return label.map { LabelChoice(label: $0, attributes: attributes) }
  }

  /// Every key that is left over is an attribute.
  private mutating func attributes(_ fields: inout FieldReader) -> [AttributeValue] {
    fields.rest.compactMap { field in
      guard let value = field.value.text else {
        fields.report(.wrong(field.value, expected: "a single value"))
        return nil
      }
      return AttributeValue(id: field.key, value: value)
    }
  }

  private mutating func regions(
    _ node: DataNode, _ expected: String,
    geometry: (inout FieldReader) -> (Region.Geometry, Span)?
  ) -> LayerAnswer.Value? {
    guard let items = list(node, "a list of marks, each \(expected)") else { return nil }
    var regions: [Region] = []
    for item in items {
      guard case .mapping = item.kind else {
        guideline.problems.append(.wrong(item, expected: expected))
        continue
      }
      var fields = FieldReader(openKeysOf: item, owner: "a mark")
      let label = fields.required("label")
      let shape = geometry(&fields)
      let attributes = attributes(&fields)
      fields.finishOpen(&guideline.problems)
      if let label, let shape {
        regions.append(
          Region(
            label: label, geometry: shape.0, geometrySpan: shape.1, attributes: attributes,
            span: item.span))
      }
    }
    return .regions(regions)
  }

  private static func box(_ fields: inout FieldReader) -> (Region.Geometry, Span)? {
    guard let node = geometryNode("box", &fields) else { return nil }
    let numbers = node.items.compactMap(\.number)
    guard numbers.count == 4, node.items.count == 4 else {
      fields.report(.wrong(node, expected: "four numbers, `[left, top, right, bottom]`"))
      return nil
    }
    return (
      .box(left: numbers[0], top: numbers[1], right: numbers[2], bottom: numbers[3]), node.span
    )
  }

  private static func polygon(_ fields: inout FieldReader) -> (Region.Geometry, Span)? {
    guard let node = geometryNode("polygon", &fields) else { return nil }
    let points = node.items.compactMap { point($0) }
    guard points.count == node.items.count, points.count >= 3 else {
      fields.report(.wrong(node, expected: "at least three points, `[[x, y], [x, y], [x, y]]`"))
      return nil
    }
    return (.polygon(points), node.span)
  }

  private static func keypoints(_ fields: inout FieldReader) -> (Region.Geometry, Span)? {
    guard let node = geometryNode("keypoints", &fields) else { return nil }
    var points: [Region.Keypoint] = []
    for field in node.fields {
      let isHidden = field.value.items.count == 3 && field.value.items[2].text?.value == "hidden"
      let pair = DataNode(
        .list(Array(field.value.items.prefix(isHidden ? 2 : 3))), field.value.span)
      guard let point = point(pair) else {
        fields.report(.wrong(field.value, expected: "`[x, y]`, or `[x, y, hidden]`"))
        continue
      }
      points.append(Region.Keypoint(id: field.key, point: point, isHidden: isHidden))
    }
    guard case .mapping = node.kind else {
      fields.report(.wrong(node, expected: "points by name, `{nose: [x, y]}`"))
      return nil
    }
    return (.keypoints(points), node.span)
  }

  private static func geometryNode(_ key: String, _ fields: inout FieldReader) -> DataNode? {
    if let node = fields.node(key) { return node }
    fields.reportMissing(key)
    return nil
  }

  private static func point(_ node: DataNode) -> Point? {
    let numbers = node.items.compactMap(\.number)
    guard numbers.count == 2, node.items.count == 2 else { return nil }
    return Point(x: numbers[0], y: numbers[1])
  }

  private mutating func mark(_ node: DataNode) -> SpanMark? {
    guard case .mapping = node.kind else { return wrong(node, "`{label, text, start, end}`") }
    var fields = FieldReader(openKeysOf: node, owner: "a mark")
    let label = fields.required("label")
    let id = fields.text("id")
    let text = fields.text("text")
    let start = fields.integer("start")
    let end = fields.integer("end")
    if start == nil { fields.reportMissing("start") }
    if end == nil { fields.reportMissing("end") }
    let attributes = attributes(&fields)
    if let start, let end, start.value < 0 || end.value <= start.value {
      fields.report(
        Problem(
          .wrongValue(
            expected: "an end behind the start, from 0",
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

extension FieldReader {
  mutating func reportMissing(_ key: String) {
    report(Problem(.missingKey(key, owner: owner), at: span))
  }
}
