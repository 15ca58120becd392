internal import RubricaModel
internal import RubricaSource

/// `required-when`, `applies-when` and `explanation-when`.
extension Lowering {
  /// `{other: value}`, `{other: [one, two]}`, `{other: {not: value}}`; several keys must all hold.
  mutating func lowerCondition(_ node: DataNode) -> Condition? {
    let expected = "attributes and their values, such as `{other: value}`"
    guard case .mapping(let fields) = node.kind, !fields.isEmpty else {
      guideline.problems.append(.wrong(node, expected: expected))
      return nil
    }
    let tests = fields.compactMap { field -> Condition.Test? in
      guard let (values, isNegated) = lowerTest(field.value) else { return nil }
      return Condition.Test(attribute: field.key, values: values, isNegated: isNegated)
    }
    return tests.count == fields.count ? Condition(tests: tests, span: node.span) : nil
  }

  private mutating func lowerTest(
    _ node: DataNode
  ) -> (values: [Located<String>], isNegated: Bool)? {
    if case .mapping(let fields) = node.kind {
      if fields.count == 1, fields[0].key.value == "not", let values = values(fields[0].value) {
        return (values, true)
      }
    } else if let values = values(node) {
      return (values, false)
    }
    guideline.problems.append(
      .wrong(node, expected: "a value, a list of values, or `{not: value}`"))
    return nil
  }

  private func values(_ node: DataNode) -> [Located<String>]? {
    if let text = node.text { return [text] }
    let values = node.items.compactMap(\.text)
    return values.isEmpty || values.count < node.items.count ? nil : values
  }

  /// The text attribute that `explanation-when` makes.
  mutating func explanation(
    _ id: String, _ name: Located<String>, _ node: DataNode
  ) -> Attribute {
    var attribute = Attribute(
      id: Located(id, node.span), kind: Located(.text, node.span), span: node.span)
    attribute.name = name
    attribute.requiredWhen = lowerCondition(node)
    return attribute
  }

  /// `explanation-when` of an attribute names its own values: a value, a list of them, or
  /// `{not: value}`.
  mutating func addExplanations(of nodes: [DataNode], to layer: inout LayerFields) {
    for node in nodes {
      guard let condition = node["explanation-when"], let id = node["id"]?.text,
        let owner = layer.attributes.first(where: { $0.id.value == id.value }),
        let (values, isNegated) = lowerTest(condition)
      else { continue }
      var explanation = Attribute(
        id: Located(id.value + "-explanation", condition.span),
        kind: Located(.text, condition.span), span: condition.span)
      explanation.name = Located(owner.displayName + ": explanation", condition.span)
      explanation.appliesTo = owner.appliesTo
      explanation.requiredWhen = Condition(
        tests: [Condition.Test(attribute: id, values: values, isNegated: isNegated)],
        span: condition.span)
      layer.attributes.append(explanation)
    }
  }

  /// A pattern that is evaluated; a faulty one is a problem and is left out.
  mutating func evaluated(_ text: Located<String>?) -> Located<String>? {
    guard let text, pattern(text) != nil else { return nil }
    return text
  }
}
