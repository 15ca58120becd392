package import RubricaModel
package import RubricaSource

/// A range has something in it.
package enum ImpossibleRange: Check {
  package static let info = CheckInfo(
    id: "impossible-range",
    levels: .error,
    summary: "A minimum is not above its maximum, and a number of marks is not negative.",
    rationale: "No answer can satisfy both, so no item could ever be finished.",
    bad: [
      CheckExample(
        Sample.signs(
          layers:
            "- {id: signs, kind: box, labels: [stop, other-sign], minimum: 3, maximum: ⟪2⟫}",
          "Draw tight boxes."))
    ],
    good: [
      CheckExample(
        Sample.signs(
          layers: "- {id: signs, kind: box, labels: [stop, other-sign], minimum: 1, maximum: 9}",
          "Draw tight boxes."))
    ])

  package static func check(_ index: GuidelineIndex, _ report: inout Report) {
    for layer in index.guideline.layers {
      if let minimum = layer.minimum, let maximum = layer.maximum, minimum.value > maximum.value {
        report.add(
          info, at: maximum.span,
          reversed("layer `\(layer.id.value)`", "\(minimum.value)", "\(maximum.value)"),
          notes: [.init("the minimum is here", at: minimum.span)], help: swap)
      }
      for number in [layer.minimum, layer.maximum, layer.maximumLength].compactMap(\.self)
      where number.value < 0 {
        report.add(info, at: number.span, negative(number.value), help: "write 0 or more")
      }
      for attribute in layer.attributes {
        guard let minimum = attribute.minimum, let maximum = attribute.maximum,
          minimum.value > maximum.value
        else { continue }
        report.add(
          info, at: maximum.span,
          reversed(
            "attribute `\(attribute.id.value)`", minimum.value.written,
            maximum.value.written),
          notes: [.init("the minimum is here", at: minimum.span)], help: swap)
      }
    }
  }

  private static let swap = "swap the two, or correct one of them"

  private static func reversed(_ owner: String, _ minimum: String, _ maximum: String) -> String {
    "\(owner) requires at least \(minimum) and at most \(maximum)"
  }

  private static func negative(_ number: Int) -> String { "\(number) is negative" }
}
