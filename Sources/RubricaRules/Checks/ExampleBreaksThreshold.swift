package import RubricaModel
package import RubricaSource

/// A good example keeps the rules.
package enum ExampleBreaksThreshold: Check {
  package static let info = CheckInfo(
    id: "example-breaks-threshold",
    levels: .stumble,
    summary: "No good example labels what a threshold says not to label.",
    rationale: """
      The rule says one thing and the picture shows another. Annotators believe the picture; \
      reviewers the rule.
      """,
    bad: [
      CheckExample(
        Sample.signs(
          """
          ## Rules

          - `height < 10 px` -> do not label.

          ## Examples

          ### Good: a distant sign
          ![A sign far away](media/far.png)

          ```yaml expected
          signs: [{label: stop, box: ⟪[40, 30, 48, 38]⟫}]
          ```
          """))
    ],
    good: [
      CheckExample(
        Sample.signs(
          """
          ## Rules

          - `height < 10 px` -> do not label.

          ## Examples

          ### Good: a near sign
          ![A sign nearby](media/near.png)

          ```yaml expected
          signs: [{label: stop, box: [40, 30, 100, 90]}]
          ```
          """))
    ])

  package static func check(_ index: GuidelineIndex, _ report: inout Report) {
    var limits: [(threshold: Threshold, label: String?)] = []
    for rule in index.guideline.rules where rule.exceptions.isEmpty && rule.hasBareCondition {
      for threshold in rule.thresholds
      where threshold.consequence?.value == .doNotLabel || threshold.consequence?.value == .ignore {
        if isMeasured(threshold) { limits.append((threshold, rule.label)) }
      }
    }
    guard !limits.isEmpty else { return }
    index.forEachAnswer { role, _, answer in
      guard role == .good, case .regions(let regions) = answer.value else { return }
      for region in regions {
        guard let size = size(region.geometry) else { continue }
        for (threshold, label) in limits where label == nil || label == region.label.value {
          guard let value = measure(threshold.quantity.value, size),
            NumberRange(threshold).contains(value)
          else { continue }
          report.add(
            info, at: region.geometrySpan, breaks(threshold, value, region),
            notes: [.init("the threshold is here", at: threshold.quantity.span)],
            help: "correct the box or the threshold, or make it a bad example")
        }
      }
    }
  }

  private static func isMeasured(_ threshold: Threshold) -> Bool {
    let unit = threshold.unit?.value.lowercased()
    switch threshold.quantity.value.lowercased() {
    case "height", "width": return unit == "px" || unit == "pixels"
    case "area": return unit == "px²" || unit == "px2" || unit == "px^2"
    default: return false
    }
  }

  /// Width and height of what surrounds the mark.
  private static func size(_ geometry: Region.Geometry) -> (width: Double, height: Double)? {
    if case .keypoints = geometry { return nil }
    let corners = geometry.corners
    let x = corners.map(\.x)
    let y = corners.map(\.y)
    guard let left = x.min(), let right = x.max(), let top = y.min(), let bottom = y.max() else {
      return nil
    }
    return (right - left, bottom - top)
  }

  private static func measure(
    _ quantity: String, _ size: (width: Double, height: Double)
  ) -> Double? {
    switch quantity.lowercased() {
    case "height": size.height
    case "width": size.width
    case "area": size.width * size.height
    default: nil
    }
  }

  private static func breaks(_ threshold: Threshold, _ value: Double, _ region: Region) -> String {
    let unit = threshold.unit.map { " " + $0.value } ?? ""
    return "this `\(region.label.value)` has \(threshold.quantity.value) "
      + "\(Wording.number(value))\(unit), for which a rule says "
      + "\"\(threshold.consequence?.value.rawValue ?? "")\""
  }
}
