package import RubricaModel
package import RubricaSource

/// A value is one that the attribute can have.
package enum InvalidAttributeValue: Check {
  package static let info = CheckInfo(
    id: "invalid-attribute-value",
    levels: .error,
    summary: "Every value of an attribute is a valid one.",
    rationale: """
      The tool does not accept this value, so the example cannot be reproduced. A default of this kind \
      fills the data with a value that nobody defined.
      """,
    bad: [
      CheckExample(
        Sample.occluded("{label: stop, box: [40, 30, 100, 90], occluded: ⟪prat⟫}"),
        fixed: Sample.occluded("{label: stop, box: [40, 30, 100, 90], occluded: part}")),
      CheckExample(
        Sample.occluded(
          attributes: "[{id: value, type: number, unit: km/h, maximum: 130}]",
          "{label: stop, box: [40, 30, 100, 90], value: ⟪500⟫}")),
      CheckExample(
        Sample.occluded(
          attributes: "[{id: occluded, type: enum, values: [none, part], default: ⟪half⟫}]",
          "{label: stop, box: [40, 30, 100, 90]}")),
      CheckExample(
        Sample.occluded(
          attributes: "[{id: plate, type: text, pattern: \"[A-Z]{2}-[0-9]+\"}]",
          "{label: stop, box: [40, 30, 100, 90], plate: ⟪M-1⟫}")),
    ],
    good: [
      CheckExample(
        Sample.occluded(
          attributes: "[{id: plate, type: text, pattern: \"[A-Z]{2}-[0-9]+\"}]",
          "{label: stop, box: [40, 30, 100, 90], plate: KA-17}")),
      CheckExample(Sample.occluded("{label: stop, box: [40, 30, 100, 90], occluded: part}")),
      CheckExample(
        Sample.occluded(
          attributes: "[{id: value, type: number, unit: km/h, maximum: 130}]",
          "{label: stop, box: [40, 30, 100, 90], value: 50}")),
    ])

  package static func check(_ index: GuidelineIndex, _ report: inout Report) {
    let sources = index.guideline.sources
    var patterns: [String: Pattern] = [:]
    func expect(_ value: Located<String>, of attribute: Attribute) {
      guard let rule = rule(broken: value.value, attribute, &patterns) else { return }
      let near = NearMiss(
        to: value, among: attribute.values.map(\.id.value), in: sources, otherwise: rule)
      report.add(
        info, at: value.span, invalid(value.value, attribute),
        notes: [.init("it is declared here", at: attribute.id.span)], help: near.help,
        fixes: near.fixes)
    }
    for layer in index.guideline.layers {
      for attribute in layer.attributes {
        if let value = attribute.defaultValue { expect(value, of: attribute) }
        for condition in [attribute.requiredWhen, attribute.appliesWhen] {
          for test in condition?.tests ?? [] {
            guard
              let other = layer.attributes.first(where: { $0.id.value == test.attribute.value })
            else { continue }
            for value in test.values { expect(value, of: other) }
          }
        }
      }
    }
    for given in index.givenLabels {
      for value in given.attributes {
        if let attribute = index.layer(of: given)?.attributes.first(where: {
          $0.id.value == value.id.value
        }) {
          expect(value.value, of: attribute)
        }
      }
    }
  }

  /// A decimal number, as YAML and JSON write it; other programs read no `0x10` and no `inf`.
  private static func number(_ value: String) -> Double? {
    guard value.utf8.allSatisfy({ $0 < 0x3A || $0 | 0x20 == UInt8(ascii: "e") }),
      let number = Double(value), number.isFinite
    else { return nil }
    return number
  }

  /// What the value should be, or nil if it is that.
  private static func rule(
    broken value: String, _ attribute: Attribute, _ patterns: inout [String: Pattern]
  ) -> String? {
    switch attribute.kind.value {
    case .enum:
      // Values that could not be read are none that it cannot have.
      return attribute.values.isEmpty || attribute.values.contains { $0.id.value == value }
        ? nil : "its values are \(Wording.list(attribute.values.map(\.id.value)))"
    case .boolean:
      return value == "true" || value == "false" ? nil : "its values are `true` and `false`"
    case .number:
      guard let number = number(value) else { return "write a number" }
      if let minimum = attribute.minimum, number < minimum.value {
        return "write at least \(minimum.value.written)"
      }
      if let maximum = attribute.maximum, number > maximum.value {
        return "write at most \(maximum.value.written)"
      }
      return nil
    case .text, .reference:
      guard let text = attribute.pattern?.value else { return nil }
      guard let pattern = patterns[text] ?? (try? Pattern(text)) else { return nil }
      patterns[text] = pattern
      return pattern.matches(value) ? nil : "it must look like `\(text)`"
    }
  }

  private static func invalid(_ value: String, _ attribute: Attribute) -> String {
    "attribute `\(attribute.id.value)` cannot be `\(Wording.excerpt(value))`"
  }
}
