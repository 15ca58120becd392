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
      fills the data with a value that nobody defined. Programs read a number with about 15 digits and \
      silently round one that has more.
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
      CheckExample(
        Sample.occluded(
          attributes: "[{id: serial, type: number}]",
          "{label: stop, box: [40, 30, 100, 90], serial: ⟪9007199254740993⟫}")),
      CheckExample(
        Sample.occluded(
          attributes: "[{id: ratio, type: number}]",
          "{label: stop, box: [40, 30, 100, 90], ratio: ⟪1e-999⟫}")),
    ],
    good: [
      CheckExample(
        Sample.occluded(
          attributes: "[{id: ratio, type: number}]",
          "{label: stop, box: [40, 30, 100, 90], ratio: 0.30000000000000004}")),
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

  /// Whether a number is written out again as the same one.
  private static func isKept(_ text: String, as number: Double) -> Bool {
    let (digits, exponent) = decimal(text)
    if digits.isEmpty { return true }
    if digits.count <= 15, number.isNormal { return true }
    let kept = decimal(number.description)
    return digits == kept.digits && exponent == kept.exponent
  }

  /// The digits of a number without zeros around them, and the power of ten of the last.
  private static func decimal(_ text: String) -> (digits: [UInt8], exponent: Int?) {
    let parts = text.utf8.split(separator: UInt8(ascii: "e"), maxSplits: 1)
      .flatMap { $0.split(separator: UInt8(ascii: "E"), maxSplits: 1) }
    var digits: [UInt8] = []
    var places = 0
    var isFraction = false
    for byte in parts.first ?? text.utf8[...] {
      if byte == UInt8(ascii: ".") { isFraction = true }
      guard byte.isDigit else { continue }
      if isFraction { places += 1 }
      if byte != UInt8(ascii: "0") || !digits.isEmpty { digits.append(byte) }
    }
    while digits.last == UInt8(ascii: "0") {
      digits.removeLast()
      places -= 1
    }
    guard parts.count > 1 else { return (digits, -places) }
    let power = Int(String(decoding: parts[1], as: UTF8.self))
    return (digits, power.map { $0.subtractingReportingOverflow(places).partialValue })
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
      guard isKept(value, as: number) else {
        return
          "programs would read it as `\(number.written)`: write a number of at most 15 digits, or "
          + "give the attribute `type: text` if it is an id or a serial number"
      }
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
