internal import RubricaModel
internal import RubricaSource

/// The attributes of a layer's answers, and on which labels they stand.
enum AttributeSchema {
  /// Whether an answer without the attribute is incomplete. An attribute with a default never is
  /// missing: leaving it out says the default.
  static func isDemanded(_ attribute: Attribute) -> Bool {
    attribute.isRequired && attribute.defaultValue == nil
  }

  private static func usable(_ layer: Layer) -> [Attribute] {
    let reserved = RecordKey.reserved(layer.kind.value)
    return layer.attributes.filter { !reserved.contains($0.id.value) }
  }

  static func members(_ layer: Layer) -> [RecordMember] {
    usable(layer).map { attribute in
      RecordMember(
        attribute.id.value, schema(attribute),
        isRequired: isDemanded(attribute) && attribute.appliesTo.isEmpty)
    }
  }

  /// What depends on the label or on another attribute.
  static func conditions(_ layer: Layer) -> [JSON] {
    usable(layer).flatMap { attribute in
      [labelCondition(attribute), valueCondition(attribute, layer)].compactMap { $0 }
    }
  }

  private static func schema(_ attribute: Attribute) -> JSON {
    var members: [(String, JSON)] = []
    if let name = attribute.name { members.append(("title", .string(name.value))) }
    let words = [attribute.definition?.value, attribute.unit.map { "Unit: \($0.value)." }]
      .compactMap { $0 }
    if !words.isEmpty { members.append(("description", .string(words.joined(separator: " ")))) }
    switch attribute.kind.value {
    case .boolean: members.append(("type", "boolean"))
    case .enum: members.append(contentsOf: values(attribute))
    case .number:
      members.append(("type", "number"))
      if let minimum = attribute.minimum { members.append(("minimum", .number(minimum.value))) }
      if let maximum = attribute.maximum { members.append(("maximum", .number(maximum.value))) }
    case .text:
      members.append(("type", "string"))
      members.append(("minLength", 1))
      if let pattern = attribute.pattern {
        members.append(("pattern", .string(WholeText.pattern(pattern.value))))
      }
    }
    if let value = attribute.defaultValue {
      members.append(("default", AttributeJSON.value(value.value, of: attribute)))
    }
    return .object(members)
  }

  private static func values(_ attribute: Attribute) -> [(String, JSON)] {
    guard attribute.values.contains(where: { $0.definition != nil }) else {
      return [("enum", .array(attribute.values.map { .string($0.id.value) }))]
    }
    let constants = attribute.values.map { value in
      AnnotatedConstant(.string(value.id.value), title: nil, description: value.definition?.value)
        .json
    }
    return [("oneOf", .array(constants))]
  }

  /// On other labels the attribute must be absent; on its own it may have to be there.
  private static func labelCondition(_ attribute: Attribute) -> JSON? {
    guard !attribute.appliesTo.isEmpty else { return nil }
    var members: [(String, JSON)] = [("if", hasLabel(attribute))]
    if isDemanded(attribute) {
      members.append(("then", ["required": [.string(attribute.id.value)]]))
    }
    let absent = JSON.object([(attribute.id.value, .bool(false))])
    members.append(("else", .object([("properties", absent)])))
    return .object(members)
  }

  private static func valueCondition(_ attribute: Attribute, _ layer: Layer) -> JSON? {
    guard let condition = attribute.requiredWhen, attribute.defaultValue == nil,
      let other = layer.attributes.first(where: { $0.id.value == condition.attribute.value })
    else { return nil }
    let value = AttributeJSON.value(condition.value.value, of: other)
    var test: [(String, JSON)] = [
      ("properties", .object([(other.id.value, .object([("const", value)]))]))
    ]
    // An absent attribute has its default, so then the condition holds without the key.
    if other.defaultValue?.value != condition.value.value {
      test.append(("required", [.string(other.id.value)]))
    }
    let tests =
      attribute.appliesTo.isEmpty ? [JSON.object(test)] : [hasLabel(attribute), .object(test)]
    return [
      "if": tests.count == 1 ? tests[0] : ["allOf": .array(tests)],
      "then": ["required": [.string(attribute.id.value)]],
    ]
  }

  private static func hasLabel(_ attribute: Attribute) -> JSON {
    let labels = attribute.appliesTo.map { JSON.string($0.value) }
    let isOneOfThem = JSON.object([("enum", .array(labels))])
    return .object([("properties", .object([(RecordKey.label, isOneOfThem)]))])
  }
}

/// Attribute values as they stand in a record: typed, where the guideline has them as written.
enum AttributeJSON {
  static func value(_ text: String, of attribute: Attribute?) -> JSON {
    switch attribute?.kind.value {
    case .boolean where text == "true": .bool(true)
    case .boolean where text == "false": .bool(false)
    case .number:
      if let whole = Int(text) {
        .integer(whole)
      } else {
        Double(text).map(JSON.number) ?? .string(text)
      }
    default: .string(text)
    }
  }
}
