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
        isRequired: isDemanded(attribute) && attribute.appliesTo.isEmpty
          && attribute.appliesWhen == nil)
    }
  }

  /// What depends on the label or on another attribute.
  static func conditions(_ layer: Layer) -> [JSON] {
    usable(layer).flatMap { attribute in
      [
        labelCondition(attribute), applicability(attribute, layer),
        attribute.requiredWhen.flatMap { valueCondition(attribute, $0, layer) },
      ].compactMap { $0 }
    }
  }

  private static func schema(_ attribute: Attribute) -> JSON {
    var members: [(String, JSON)] = []
    if let name = attribute.name { members.append(("title", .string(name.value))) }
    let words = [
      attribute.definition?.value, attribute.unit.map { "Unit: \($0.value)." },
      attribute.target.map { "The id of a mark of `\($0.value)`." },
      attribute.scheme.map { "An id of \($0.value)." },
      attribute.blankMeans.map { "Left out: \($0.value)." },
    ].compactMap { $0 }
    if !words.isEmpty { members.append(("description", .string(words.joined(separator: " ")))) }
    switch attribute.kind.value {
    case .boolean: members.append(("type", "boolean"))
    case .enum: members.append(contentsOf: values(attribute))
    case .number:
      members.append(("type", "number"))
      if let minimum = attribute.minimum { members.append(("minimum", .number(minimum.value))) }
      if let maximum = attribute.maximum { members.append(("maximum", .number(maximum.value))) }
    case .text, .reference:
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
    guard attribute.values.contains(where: { $0.definition != nil || !$0.bindings.isEmpty }) else {
      return [("enum", .array(attribute.values.map { .string($0.id.value) }))]
    }
    let constants = attribute.values.map { value in
      AnnotatedConstant(
        .string(value.id.value), title: nil, description: value.definition?.value,
        bindings: value.bindings
      ).json
    }
    return [("oneOf", .array(constants))]
  }

  /// On other labels the attribute must be absent; on its own it may have to be there.
  private static func labelCondition(_ attribute: Attribute) -> JSON? {
    guard !attribute.appliesTo.isEmpty else { return nil }
    var members: [(String, JSON)] = [("if", hasLabel(attribute))]
    if isDemanded(attribute), attribute.appliesWhen == nil {
      members.append(("then", ["required": [.string(attribute.id.value)]]))
    }
    let absent = JSON.object([(attribute.id.value, .bool(false))])
    members.append(("else", .object([("properties", absent)])))
    return .object(members)
  }

  /// While the condition does not hold the attribute must be absent; else it may have to be there.
  private static func applicability(_ attribute: Attribute, _ layer: Layer) -> JSON? {
    guard let condition = attribute.appliesWhen, let test = test(condition, layer) else {
      return nil
    }
    let labels = attribute.appliesTo.isEmpty ? [] : [hasLabel(attribute)]
    var members: [(String, JSON)] = [("if", all(labels + [test]))]
    if isDemanded(attribute) {
      members.append(("then", ["required": [.string(attribute.id.value)]]))
    }
    let absent = JSON.object([(attribute.id.value, .bool(false))])
    members.append(("else", .object([("properties", absent)])))
    return .object(members)
  }

  private static func valueCondition(
    _ attribute: Attribute, _ condition: Condition, _ layer: Layer
  ) -> JSON? {
    guard attribute.defaultValue == nil, let test = test(condition, layer) else { return nil }
    var tests = attribute.appliesTo.isEmpty ? [] : [hasLabel(attribute)]
    if let applies = attribute.appliesWhen.flatMap({ self.test($0, layer) }) {
      tests.append(applies)
    }
    return [
      "if": all(tests + [test]),
      "then": ["required": [.string(attribute.id.value)]],
    ]
  }

  private static func all(_ tests: [JSON]) -> JSON {
    tests.count == 1 ? tests[0] : ["allOf": .array(tests)]
  }

  /// A condition as a schema; nil if it names an attribute that the layer does not have.
  private static func test(_ condition: Condition, _ layer: Layer) -> JSON? {
    var tests: [JSON] = []
    for test in condition.tests {
      let other = layer.attributes.first { $0.id.value == test.attribute.value }
      guard test.isAboutLabel || other != nil else { return nil }
      let values = test.values.map { AttributeJSON.value($0.value, of: other) }
      let isOneOfThem: JSON =
        values.count == 1 ? .object([("const", values[0])]) : ["enum": .array(values)]
      let isMet: JSON = test.isNegated ? ["not": isOneOfThem] : isOneOfThem
      let key = test.isAboutLabel ? RecordKey.label : test.attribute.value
      var members: [(String, JSON)] = [("properties", .object([(key, isMet)]))]
      // An absent attribute has its default, so then the condition holds without the key.
      if !test.isAboutLabel, !test.holds(other?.defaultValue?.value) {
        members.append(("required", [.string(key)]))
      }
      tests.append(.object(members))
    }
    return all(tests)
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
