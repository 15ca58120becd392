internal import RubricaModel
internal import RubricaSource

/// One entry of `task.layers` to a layer.
extension Lowering {
  mutating func lowerLayer(_ node: DataNode) {
    var fields = FieldReader(node, .layer)
    let id = fields.required("id")
    let kind: Located<LayerKind>? = fields.choice("kind", names: .layerKinds)
    if node["kind"] == nil { fields.reportMissing("kind") }
    guard let id, let kind else {
      if let id {
        guideline.unread.layerIDs.insert(id.value)
      } else {
        guideline.unread.layers = true
      }
      // Labels that it declares are declared all the same.
      for entry in node["labels"]?.items ?? [] { _ = lowerLabelEntry(entry) }
      return fields.finishOpen(&guideline.problems)
    }

    let unit: Located<LayerUnit>? = fields.choice("unit")
    let isRequired = fields.boolean("required")?.value
    var layer = LayerFields(
      id: id, kind: kind, unit: unit?.value ?? kind.value.defaultUnit,
      isRequired: isRequired ?? kind.value.isRequiredByDefault, span: node.span)
    layer.name = fields.text("name")
    layer.question = fields.text("question")
    layer.cardinality = fields.text("cardinality")
    layer.preAnnotation = fields.choice("pre-annotation")
    layer.preAnnotatedBy = fields.text("pre-annotated-by")
    if kind.value.takesLabels {
      if kind.value == .track {
        hasTrackLayer = true
      } else {
        let labels = lowerLabels(&fields)
        layer.labels = labels ?? []
        if node["labels"] == nil || labels == nil {
          layersWithoutList.append(guideline.layers.count)
        }
      }
      for entry in fields.list("attributes") {
        if let attribute = lowerAttribute(entry) { layer.attributes.append(attribute) }
      }
    }
    if kind.value.takesMarks || kind.value == .choices || kind.value == .identity {
      layer.minimum = fields.integer("minimum")
      // At least one for each item means that every item has one.
      if isRequired == nil, let least = layer.minimum, least.value > 0 { layer.isRequired = true }
      layer.maximum = fields.integer("maximum")
    }
    lowerKind(&fields, into: &layer)
    if kind.value.takesAttributes {
      if let condition = fields.node("explanation-when") {
        layer.attributes.append(
          explanation("explanation", Located("Explanation", condition.span), condition))
      }
      addExplanations(of: fields.list("attributes"), to: &layer)
    }
    fields.finish(&guideline.problems)
    reportRepetitions(in: layer)
    declare(layer)
  }

  /// The keys that only layers of its kind have.
  private mutating func lowerKind(_ fields: inout FieldReader, into layer: inout LayerFields) {
    switch layer.kind.value {
    case .choice, .choices, .box, .polygon, .polyline, .mask, .span, .segment:
      break
    case .keypoints:
      layer.keypoints = fields.texts("points")
      layer.skeleton = fields.list("skeleton").compactMap { pair in
        let ends = pair.items.compactMap(\.text)
        guard ends.count == 2 else {
          fields.report(.wrong(pair, expected: "two point ids, `[from, to]`"))
          return nil
        }
        return (ends[0], ends[1])
      }
    case .scale:
      layer.points = fields.list("points").compactMap { lowerPoint($0) }
      layer.best = fields.integer("best")
    case .relation:
      layer.over = fields.text("over")
      layer.relations = fields.list("relations").compactMap { lowerRelation($0) }
    case .text:
      layer.pattern = evaluated(fields.text("pattern"))
      layer.maximumLength = fields.integer("maximum-length")
      if let grammar = fields.node("grammar") { layer.grammar = lowerGrammar(grammar) }
    case .ranking:
      lowerCandidates(&fields, of: &layer)
    case .pairwise:
      lowerCandidates(&fields, of: &layer)
      layer.points = fields.list("points").compactMap { lowerPoint($0) }
    case .cuboid:
      layer.frame = fields.text("frame")
    case .track:
      layer.over = Self.lowerOver(&fields)
      layer.frameRate = fields.number("frame-rate")
    case .identity:
      layer.over = Self.lowerOver(&fields)
      layer.isAcrossItems = fields.boolean("across-items")?.value ?? false
    }
  }

  private mutating func declare(_ layer: LayerFields) {
    let id = layer.id
    if let first = layersDeclared[id.value] {
      guideline.problems.append(
        Problem(
          .duplicateDeclaration(what: "layer `\(id.value)`", first: first), at: id.span))
    } else {
      layersDeclared[id.value] = id.span
    }
    guideline.layers.append(Layer(layer))
  }

  /// Nil where a list is meant, and none is written: that is told, and which labels it has is unknown.
  private mutating func lowerLabels(_ fields: inout FieldReader) -> [Located<String>]? {
    guard let node = fields.node("labels"), let first = node.fields.first,
      node.fields.allSatisfy({ Self.isShortLabel($0) })
    else {
      let items = fields.list("labels")
      if let value = fields.node("labels") {
        guard case .list = value.kind else { return nil }
      }
      if items.count == 1, let text = items[0].text, let parts = TypedList.parts(of: text.value) {
        fields.report(
          .wrong(
            items[0], expected: "label ids with commas between them",
            suggestion: parts.joined(separator: ", ")))
        return nil
      }
      return items.compactMap { lowerLabelEntry($0) }
    }
    // Ids with definitions behind them: a list is meant.
    fields.report(
      .wrong(
        node, expected: "a list of labels, such as `- {id: \(first.key.value), definition: …}`"))
    return node.fields.compactMap { pair in
      pair.value.text.map { declareShortLabel(pair, $0) }
    }
  }

  /// A label in a layer's list: an id, or an entry that declares it.
  mutating func lowerLabelEntry(_ node: DataNode) -> Located<String>? {
    if let id = node.text { return id }
    guard case .mapping = node.kind else {
      guideline.problems.append(.wrong(node, expected: "a label id, or a label's keys and values"))
      return nil
    }
    return lowerLabelDeclaration(node)
  }

  private mutating func lowerPoint(_ node: DataNode) -> ScalePoint? {
    if let value = node.integer { return ScalePoint(value: Located(value, node.span), means: nil) }
    if let point = lowerShortPoint(node) { return point }
    var fields = FieldReader(node, .scalePoint)
    let value = fields.integer("value")
    let means = fields.text("means")
    let examples = fields.texts("examples")
    if node["value"] == nil, case .mapping = node.kind {
      fields.report(Problem(.missingKey("value", owner: "a point of a scale"), at: node.span))
    }
    fields.finish(&guideline.problems)
    guard let value else { return nil }
    var point = ScalePoint(value: value, means: means)
    point.examples = examples
    return point
  }

  /// `1: Wrong`, the value and what it means without their keys.
  private mutating func lowerShortPoint(_ node: DataNode) -> ScalePoint? {
    guard node.fields.count == 1, let field = node.fields.first,
      let value = Int(field.key.value), let means = field.value.text
    else { return nil }
    // A text with a sign of YAML in it would need quotes.
    let isPlain = means.value.allSatisfy { !",:#{}[]\"'\n".contains($0) }
    guideline.problems.append(
      Problem(
        .wrongValue(
          expected: "the value and its meaning, as in `{value: \(value), means: …}`",
          found: "`\(field.key.value): …`",
          suggestion: isPlain ? "{value: \(value), means: \(means.value)}" : nil), at: node.span))
    return ScalePoint(value: Located(value, field.key.span), means: means)
  }

  private mutating func lowerRelation(_ node: DataNode) -> Relation? {
    if let id = node.text {
      return Relation(id: id, name: nil, definition: nil, from: [], to: [], isSymmetric: false)
    }
    var fields = FieldReader(node, .relation)
    let id = fields.required("id")
    let relation = id.map { id in
      Relation(
        id: id, name: fields.text("name"), definition: fields.text("definition"),
        from: fields.texts("from"), to: fields.texts("to"),
        isSymmetric: fields.boolean("symmetric")?.value ?? false)
    }
    let scope: Located<Relation.Scope>? = fields.choice("scope")
    guard var relation else {
      fields.finishOpen(&guideline.problems)
      return nil
    }
    relation.scope = scope
    fields.finish(&guideline.problems)
    return relation
  }

  private mutating func lowerAttribute(_ node: DataNode) -> Attribute? {
    var fields = FieldReader(node, .attribute)
    let id = fields.required("id")
    let kind: Located<Attribute.Kind>? = fields.choice("type", names: .attributeTypes)
    if node["type"] == nil {
      fields.report(Problem(.missingKey("type", owner: "an attribute"), at: node.span))
    }
    guard let id, let kind else {
      if let id { guideline.unread.attributes.insert(id.value) }
      fields.finishOpen(&guideline.problems)
      return nil
    }
    var attribute = Attribute(id: id, kind: kind, span: node.span)
    attribute.name = fields.text("name")
    attribute.definition = fields.text("definition")
    attribute.defaultValue = fields.text("default")
    attribute.appliesTo = fields.texts("applies-to")
    attribute.isRequired = fields.boolean("required")?.value ?? false
    attribute.requiredWhen = fields.node("required-when").flatMap { lowerCondition($0) }
    attribute.appliesWhen = fields.node("applies-when").flatMap { lowerCondition($0) }
    attribute.blankMeans = fields.text("blank-means")
    // Makes a second attribute, behind this one.
    _ = fields.node("explanation-when")
    switch kind.value {
    case .enum:
      attribute.values = fields.list("values").compactMap { lowerValue($0) }
      if node["values"] == nil {
        fields.report(Problem(.missingKey("values", owner: "an enum attribute"), at: node.span))
      }
    case .number:
      attribute.unit = fields.text("unit")
      attribute.minimum = fields.number("minimum")
      attribute.maximum = fields.number("maximum")
    case .text:
      attribute.pattern = evaluated(fields.text("pattern"))
    case .reference:
      attribute.target = fields.text("to")
      attribute.scheme = fields.text("scheme")
      attribute.pattern = evaluated(fields.text("pattern"))
      if node["to"] == nil, node["scheme"] == nil {
        fields.report(
          Problem(.missingKey("to` or `scheme", owner: "a reference attribute"), at: node.span))
      }
    case .boolean:
      break
    }
    fields.finish(&guideline.problems)
    return attribute
  }

  mutating func lowerValue(_ node: DataNode) -> Attribute.Value? {
    if let id = node.text { return Attribute.Value(id: id, definition: nil) }
    var fields = FieldReader(node, .attributeValue)
    let id = fields.required("id")
    let definition = fields.text("definition")
    let bindings = lowerBindings(&fields)
    fields.finish(&guideline.problems)
    guard let id else { return nil }
    var value = Attribute.Value(id: id, definition: definition)
    value.bindings = bindings
    return value
  }
}
