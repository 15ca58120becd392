internal import RubricaModel
internal import RubricaSource

/// The attributes of a layer's answers, and on which labels they stand.
enum AttributeSchema {
  /// Whether an answer without the attribute is incomplete. An attribute with a default never is
  /// missing: leaving it out says the default.
  static func isDemanded(_ attribute: Attribute) -> Bool {
    attribute.isRequired && attribute.defaultValue == nil
  }

  /// Whether a bare label is incomplete without the attribute, as everything else has its default.
  static func isDemanded(_ attribute: Attribute, ofBare label: String, in layer: Layer) -> Bool {
    guard attribute.defaultValue == nil, attribute.applies(to: label) else { return false }
    func holds(_ condition: Condition) -> Bool {
      layer.meets(condition, label: label, given: [])
    }
    if let condition = attribute.appliesWhen, !holds(condition) { return false }
    if attribute.isRequired { return true }
    guard let condition = attribute.requiredWhen else { return false }
    return holds(condition)
  }

  private static func usable(_ layer: Layer) -> [Attribute] {
    guard !layer.attributes.isEmpty else { return [] }
    let reserved = RecordKey.reserved(layer.kind.value)
    return layer.attributes.filter { !reserved.contains($0.id.value) }
  }

  static func members(_ layer: Layer) -> [RecordMember] {
    usable(layer).map { attribute in
      RecordMember(
        attribute.id.value,
        isRequired: isDemanded(attribute) && attribute.appliesTo.isEmpty
          && attribute.appliesWhen == nil
      ) { $0.object { write(attribute, to: &$0) } }
    }
  }

  /// What depends on the label or on another attribute.
  static func conditions(_ layer: Layer) -> [SchemaPart] {
    usable(layer).flatMap { attribute in
      [
        labelCondition(attribute), applicability(attribute, layer),
        attribute.requiredWhen.flatMap { valueCondition(attribute, $0, layer) },
      ].compactMap { $0 }
    }
  }

  private static func write(_ attribute: Attribute, to schema: inout JSONWriter) {
    if let name = attribute.name { schema.member("title", name.value) }
    let words = Annotation.line([
      attribute.definition?.value, attribute.unit.map { "Unit: \($0.value)." },
      attribute.target.map { "The id of a mark of `\($0.value)`." },
      attribute.scheme.map { "An id of \($0.value)." },
      attribute.blankMeans.map { "Left out: \($0.value)." },
    ])
    if let words { schema.member("description", words) }
    switch attribute.kind.value {
    case .boolean: schema.member("type", "boolean")
    case .enum: writeValues(of: attribute, to: &schema)
    case .number:
      schema.member("type", "number")
      if let minimum = attribute.minimum { schema.member("minimum", minimum.value) }
      if let maximum = attribute.maximum { schema.member("maximum", maximum.value) }
    case .text, .reference:
      schema.member("type", "string")
      schema.member("minLength", 1)
      if let pattern = attribute.pattern {
        schema.member("pattern", WholeText.pattern(pattern.value))
      }
    }
    if let value = attribute.defaultValue {
      schema.key("default")
      AttributeJSON(value.value, of: attribute).write(to: &schema)
    }
  }

  private static func writeValues(of attribute: Attribute, to schema: inout JSONWriter) {
    guard attribute.values.contains(where: { $0.definition != nil || !$0.bindings.isEmpty }) else {
      return schema.member(
        "enum", list: { list in for value in attribute.values { list.item(value.id.value) } })
    }
    schema.member(
      "oneOf",
      list: { list in
        for value in attribute.values {
          AnnotatedConstant(
            .text(value.id.value), title: nil, description: value.definition?.value,
            bindings: value.bindings
          ).write(to: &list)
        }
      })
  }

  /// On other labels the attribute must be absent; on its own it may have to be there.
  private static func labelCondition(_ attribute: Attribute) -> SchemaPart? {
    guard !attribute.appliesTo.isEmpty else { return nil }
    let isDemanded = isDemanded(attribute) && attribute.appliesWhen == nil
    return { list in
      list.object { schema in
        schema.key("if")
        hasLabel(attribute)(&schema)
        write(attribute, isDemanded: isDemanded, to: &schema)
      }
    }
  }

  /// While the condition does not hold the attribute must be absent; else it may have to be there.
  private static func applicability(_ attribute: Attribute, _ layer: Layer) -> SchemaPart? {
    guard let condition = attribute.appliesWhen, let test = test(condition, layer) else {
      return nil
    }
    let labels = attribute.appliesTo.isEmpty ? [] : [hasLabel(attribute)]
    return { list in
      list.object { schema in
        schema.key("if")
        all(labels + [test])(&schema)
        write(attribute, isDemanded: isDemanded(attribute), to: &schema)
      }
    }
  }

  /// What follows where the attribute belongs, and where it does not.
  private static func write(
    _ attribute: Attribute, isDemanded: Bool, to schema: inout JSONWriter
  ) {
    if isDemanded { writeDemand(attribute.id.value, to: &schema) }
    schema.member(
      "else",
      object: { other in
        other.member(
          "properties",
          object: { properties in
            properties.key(named: attribute.id.value)
            properties.item(false)
          })
      })
  }

  private static func writeDemand(_ key: String, to schema: inout JSONWriter) {
    schema.member("then", object: { $0.member("required", list: { $0.item(key) }) })
  }

  private static func valueCondition(
    _ attribute: Attribute, _ condition: Condition, _ layer: Layer
  ) -> SchemaPart? {
    guard attribute.defaultValue == nil, let test = test(condition, layer) else { return nil }
    var tests = attribute.appliesTo.isEmpty ? [] : [hasLabel(attribute)]
    if let applies = attribute.appliesWhen.flatMap({ self.test($0, layer) }) {
      tests.append(applies)
    }
    tests.append(test)
    return { [tests] list in
      list.object { schema in
        schema.key("if")
        all(tests)(&schema)
        writeDemand(attribute.id.value, to: &schema)
      }
    }
  }

  private static func all(_ tests: [SchemaPart]) -> SchemaPart {
    guard tests.count != 1 else { return tests[0] }
    return { json in
      json.object { $0.member("allOf", list: { list in for test in tests { test(&list) } }) }
    }
  }

  /// A condition that has so many tests is not looked at for what else its defaults wait for.
  private static let testsFollowed = 64

  /// What a test asks, wherever it is written.
  private struct Asked: Hashable {
    let key: String
    let values: [String]
    let isNegated: Bool

    init(_ test: Condition.Test) {
      key = test.attribute.value
      values = test.values.map { $0.value }
      isNegated = test.isNegated
    }
  }

  /// A condition as a schema; nil if it names an attribute that the layer does not have. All that its
  /// defaults wait for must hold as well: each is written once, so that a circle has an end and many
  /// that wait for many stay short.
  private static func test(_ condition: Condition, _ layer: Layer) -> SchemaPart? {
    var tests: [SchemaPart] = []
    var asked: Set<Asked> = []
    var labels: Set<[String]> = []
    var followed: Set<String> = []
    var conditions = [condition]
    var place = 0
    while place < conditions.count, place == 0 || tests.count < testsFollowed {
      for test in conditions[place].tests where asked.insert(Asked(test)).inserted {
        let other = layer.attributes.first { $0.id.value == test.attribute.value }
        guard test.isAboutLabel || other != nil else { return nil }
        let isDefault = !test.isAboutLabel && test.holds(other?.defaultValue?.value)
        tests.append(part(test, of: other, isDefault: isDefault))
        // It has its default only where it is asked for.
        guard isDefault, let other, followed.insert(other.id.value).inserted else { continue }
        if !other.appliesTo.isEmpty, labels.insert(other.appliesTo.map { $0.value }).inserted {
          tests.append(hasLabel(other))
        }
        if let condition = other.appliesWhen, names(condition, of: layer) {
          conditions.append(condition)
        }
      }
      place += 1
    }
    return all(tests)
  }

  /// Whether a condition names nothing but the label and attributes of the layer.
  private static func names(_ condition: Condition, of layer: Layer) -> Bool {
    condition.tests.allSatisfy { test in
      test.isAboutLabel || layer.attributes.contains { $0.id.value == test.attribute.value }
    }
  }

  private static func part(
    _ test: Condition.Test, of other: Attribute?, isDefault: Bool
  ) -> SchemaPart {
    let key = test.isAboutLabel ? RecordKey.label : test.attribute.value
    return { json in
      json.object { schema in
        schema.member(
          "properties",
          object: { properties in
            properties.key(named: key)
            properties.object { write(test, of: other, to: &$0) }
          })
        // An absent attribute has its default, so then the condition holds without the key.
        if !test.isAboutLabel, !isDefault {
          schema.member("required", list: { $0.item(key) })
        }
      }
    }
  }

  private static func write(
    _ test: Condition.Test, of attribute: Attribute?, to schema: inout JSONWriter
  ) {
    func writeValues(to schema: inout JSONWriter) {
      if test.values.count == 1 {
        schema.key("const")
        return AttributeJSON(test.values[0].value, of: attribute).write(to: &schema)
      }
      schema.member(
        "enum",
        list: { list in
          for value in test.values {
            AttributeJSON(value.value, of: attribute).write(to: &list)
          }
        })
    }
    if test.isNegated {
      schema.member("not", object: { writeValues(to: &$0) })
    } else {
      writeValues(to: &schema)
    }
  }

  private static func hasLabel(_ attribute: Attribute) -> SchemaPart {
    { json in
      json.object { schema in
        schema.member(
          "properties",
          object: { properties in
            properties.key(named: RecordKey.label)
            properties.object { label in
              label.member(
                "enum", list: { list in for id in attribute.appliesTo { list.item(id.value) } })
            }
          })
      }
    }
  }
}

/// Attribute values as they stand in a record: typed, where the guideline has them as written.
enum AttributeJSON {
  case bool(Bool)
  case integer(Int)
  case number(Double)
  case text(String)

  init(_ text: String, of attribute: Attribute?) {
    self =
      switch attribute?.kind.value {
      case .boolean where text == "true": .bool(true)
      case .boolean where text == "false": .bool(false)
      case .number:
        if let whole = Int(text) {
          .integer(whole)
        } else {
          Double(text).map(Self.number) ?? .text(text)
        }
      default: .text(text)
      }
  }

  func write(to json: inout JSONWriter) {
    switch self {
    case .bool(let value): json.item(value)
    case .integer(let number): json.item(number)
    case .number(let number): json.item(number)
    case .text(let text): json.item(text)
    }
  }
}
