package import RubricaModel
package import RubricaSource

/// A limit lies where values can be.
package enum ImpossibleThreshold: Check {
  package static let info = CheckInfo(
    id: "impossible-threshold",
    levels: .stumble,
    summary: "A threshold is true of some possible values, but not of all.",
    rationale: """
      A rule that can never apply has a wrong number or unit. Annotators look for the case and do not \
      find it, and the rule that was meant is missing.
      """,
    bad: [
      CheckExample(Sample.signs("## Rules\n\n- ⟪`visible > 100 %`⟫ -> do not label.\n")),
      CheckExample(Sample.signs("## Rules\n\n- ⟪`height >= 0 px`⟫ -> label.\n")),
      CheckExample(
        Sample.signs(
          layers: """
            - id: signs
              kind: box
              labels: [stop, other-sign]
              attributes: [{id: speed, type: number, unit: km/h, minimum: 5, maximum: 130}]
            """, "## Rules\n\n- ⟪`speed > 150 km/h`⟫ -> do not label.\n")),
      CheckExample(
        Sample.signs(
          layers: """
            - {id: signs, kind: box, labels: [stop, other-sign]}
            - {id: wear, kind: scale, question: How worn?, points: [{value: 1, means: new}, {value: 3, means: old}]}
            """, "## Rules\n\n- ⟪`wear > 3`⟫ -> review.\n")),
    ],
    good: [
      CheckExample(Sample.signs("## Rules\n\n- `visible < 20 %` -> do not label.\n")),
      CheckExample(Sample.signs("## Rules\n\n- `temperature < 0 °C` -> ignore.\n")),
      CheckExample(
        Sample.signs(
          layers: """
            - {id: signs, kind: box, labels: [stop, other-sign]}
            - {id: length, kind: scale, question: How long?, points: [{value: 1, means: short}, {value: 3, means: long}]}
            """, "## Rules\n\n- `length > 300 words` -> review.\n")),
    ])

  package static func check(_ index: GuidelineIndex, _ report: inout Report) {
    for rule in index.guideline.rules {
      for threshold in rule.thresholds {
        guard let domain = domain(of: threshold, in: index) else { continue }
        let range = Domain(threshold)
        if !range.overlaps(domain) {
          // A change or a ratio may go beyond the whole.
          if domain.isShare, growth(threshold.quantity.value) { continue }
          report.add(
            info, at: threshold.quantity.span, "this threshold is never true: \(domain.words())",
            help: "correct the number, the comparator or the unit")
        } else if range.contains(domain), !(domain.isShare && growth(threshold.quantity.value)) {
          report.add(
            info, at: threshold.quantity.span, "this threshold is always true: \(domain.words())",
            help:
              "correct the number or the comparator; a rule for every case does not need a threshold"
          )
        }
      }
    }
  }

  /// The values that the quantity of a threshold can have, if that is known.
  private static func domain(of threshold: Threshold, in index: GuidelineIndex) -> Domain? {
    let name = threshold.quantity.value
    for layer in index.guideline.layers {
      // What is measured in something is not the scale of that name: the points of a scale are numbers.
      if layer.kind.value == .scale, layer.id.value == name, isPoint(threshold.unit?.value),
        let low = layer.points.map(\.value.value).min(),
        let high = layer.points.map(\.value.value).max()
      {
        return Domain(Double(low), Double(high), "the scale `\(name)` goes from \(low) to \(high)")
      }
      for attribute in layer.attributes
      where attribute.id.value == name && attribute.kind.value == .number
        && (attribute.minimum != nil || attribute.maximum != nil)
        && (threshold.unit == nil || threshold.unit?.value == attribute.unit?.value)
      {
        let low = attribute.minimum?.value ?? -.infinity
        let high = attribute.maximum?.value ?? .infinity
        return Domain(low, high, "`\(name)` \(words(low, high))")
      }
    }
    switch threshold.unit?.value {
    case "%", "percent":
      var domain = Domain(0, 100, "a share is between 0 and 100 %")
      domain.isShare = true
      return domain
    case "px", "pixel", "pixels", "cm", "mm", "points", "words", "characters", "frames":
      return Domain(0, .infinity, "a size or a number is never below 0")
    default: return nil
    }
  }

  private static func isPoint(_ unit: String?) -> Bool {
    unit.map { ["point", "points"].contains($0) } ?? true
  }

  /// Whether a percentage may go beyond the whole: a change, a ratio.
  private static func growth(_ name: String) -> Bool {
    ["change", "growth", "increase", "ratio", "difference", "offset", "zoom", "scale"].contains {
      name.lowercased().contains($0)
    }
  }

  private static func words(_ low: Double, _ high: Double) -> String {
    if low.isInfinite { return "is at most \(high.written)" }
    if high.isInfinite { return "is at least \(low.written)" }
    return "is between \(low.written) and \(high.written)"
  }

  /// A range of values, each end with or without its number.
  private struct Domain {
    var low: (value: Double, isIn: Bool)
    var high: (value: Double, isIn: Bool)
    var isShare = false
    /// Made only for a finding.
    var words: () -> String

    init(_ low: Double, _ high: Double, _ words: @autoclosure @escaping () -> String) {
      self.low = (low, true)
      self.high = (high, true)
      self.words = words
    }

    init(_ threshold: Threshold) {
      low = (-.infinity, true)
      high = (.infinity, true)
      words = { "" }
      switch threshold.comparator {
      case .less: high = (threshold.value, false)
      case .lessOrEqual: high = (threshold.value, true)
      case .greater: low = (threshold.value, false)
      case .greaterOrEqual: low = (threshold.value, true)
      case .equal:
        low = (threshold.value, true)
        high = (threshold.value, true)
      }
    }

    func overlaps(_ other: Domain) -> Bool {
      let lowest = low.value > other.low.value ? low : other.low
      let highest = high.value < other.high.value ? high : other.high
      if lowest.value < highest.value { return true }
      return lowest.value == highest.value
        && [low, other.low].allSatisfy { $0.value != lowest.value || $0.isIn }
        && [high, other.high].allSatisfy { $0.value != highest.value || $0.isIn }
    }

    func contains(_ other: Domain) -> Bool {
      (low.value < other.low.value || low.value == other.low.value && low.isIn)
        && (high.value > other.high.value || high.value == other.high.value && high.isIn)
    }
  }
}
