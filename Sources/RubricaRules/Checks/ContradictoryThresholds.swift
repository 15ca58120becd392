package import RubricaModel
package import RubricaSource

/// One item, one consequence.
package enum ContradictoryThresholds: Check {
  package static let info = CheckInfo(
    id: "contradictory-thresholds",
    levels: .stumble,
    summary: "Thresholds on the same quantity do not ask for different things at the same value.",
    rationale: """
      At some value both thresholds apply. Half of the annotators follow the first one that they \
      read, the other half the last one.
      """,
    bad: [
      CheckExample(
        Sample.signs(
          """
          ## Rules

          - `height < 20 px` -> ignore.
          - ⟪`height < 10 px`⟫ -> do not label.
          """)),
      CheckExample(
        Sample.signs(
          """
          ## Rules

          - `height < 10 mm` -> do not label.
          - ⟪`height >= 0.5 cm`⟫ -> label.
          """)),
    ],
    good: [
      CheckExample(
        Sample.signs(
          """
          ## Rules

          - `height < 10 px` -> do not label.
          - `height >= 10 px` -> label.
          - `pause < 300 ms` -> ignore.
          - `pause >= 0.3 s` -> label.
          """))
    ])

  package static func check(_ index: GuidelineIndex, _ report: inout Report) {
    var groups: [String: [Threshold]] = [:]
    for rule in index.guideline.rules where rule.exceptions.isEmpty && rule.hasBareCondition {
      for threshold in rule.thresholds {
        guard let consequence = threshold.consequence, consequence.value != .review else {
          continue
        }
        let key = (rule.label ?? "") + "\u{0}" + threshold.measure
        let range = NumberRange(threshold)
        let unit = MeasuringUnit(of: threshold)
        let earlier = groups[key, default: []].prefix(200).first {
          $0.consequence?.value != consequence.value
            && NumberRange($0, in: unit).witness(range) != nil
        }
        if let earlier, let value = NumberRange(earlier, in: unit).witness(range) {
          report.add(
            info, at: threshold.quantity.span, contradiction(threshold, earlier, value),
            notes: [.init("the other threshold is here", at: earlier.quantity.span)],
            help: "end one range where the other begins, or say when each of them applies")
        }
        groups[key, default: []].append(threshold)
      }
    }
  }

  private static func contradiction(
    _ threshold: Threshold, _ other: Threshold, _ value: Double
  ) -> String {
    func words(_ threshold: Threshold) -> String { threshold.consequenceText?.value ?? "" }
    let unit = threshold.unit.map { " " + $0.value } ?? ""
    let shown = value.rounded(toDigits: 9).written
    return "at \(threshold.quantity.value) = \(shown)\(unit) this says "
      + "\"\(words(threshold))\", but another threshold says \"\(words(other))\""
  }
}
