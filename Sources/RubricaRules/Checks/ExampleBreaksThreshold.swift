package import RubricaModel
package import RubricaSource

/// A good example keeps the rules.
package enum ExampleBreaksThreshold: Check {
  package static let info = CheckInfo(
    id: "example-breaks-threshold",
    levels: .stumble,
    summary: "No good example has a label that a threshold forbids.",
    rationale: """
      The rule says one thing and the picture shows another. Annotators believe the picture; \
      reviewers believe the rule.
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
          """)),
      CheckExample(
        Sample.signs(
          layers: "- {id: lanes, kind: polyline, labels: [stop, other-sign]}",
          """
          ## Rules

          - `length < 20 px` -> do not label.

          ## Examples

          ### Good: a short line
          ![A road](media/road.png)

          ```yaml expected
          lanes: [{label: stop, polyline: ⟪[[40, 30], [44, 33]]⟫}]
          ```
          """)),
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
          """)),
      CheckExample(
        Sample.signs(
          """
          ## Rules

          - `width < 0.02 px` -> do not label.

          ## Examples

          ### Good: a far sign, as narrow as it may be
          ![A sign nearby](media/near.png)

          ```yaml expected
          signs: [{label: stop, box: [10, 11, 10.02, 11.4]}]
          ```
          """)),
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
      // Marks in shares of the picture have a finding of their own.
      for region in regions where !region.geometry.isInShares {
        for (threshold, label) in limits where label == nil || label == region.label.value {
          guard let value = measure(threshold, region.geometry)?.rounded(toDigits: 9),
            NumberRange(threshold).contains(value)
          else { continue }
          report.add(
            info, at: region.geometrySpan, breaks(threshold, value, region),
            notes: [.init("the threshold is here", at: threshold.quantity.span)],
            help: "correct the mark or the threshold, or make it a bad example")
        }
      }
    }
  }

  /// Whether it is a number that a mark in a record has.
  private static func isMeasured(_ threshold: Threshold) -> Bool {
    let quantity = threshold.quantity.value.lowercased()
    switch threshold.unit?.value.lowercased() {
    case "px", "pixels": return ["height", "width", "length"].contains(quantity)
    case "px²", "px2", "px^2": return quantity == "area"
    case "m", "metres", "meters": return ["height", "width", "length"].contains(quantity)
    case "s", "seconds", "ms": return ["duration", "length"].contains(quantity)
    default: return false
    }
  }

  private static func measure(_ threshold: Threshold, _ geometry: Region.Geometry) -> Double? {
    let quantity = threshold.quantity.value.lowercased()
    let unit = threshold.unit?.value.lowercased() ?? ""
    switch geometry {
    case .box, .polygon: return unit.hasPrefix("p") ? extent(quantity, geometry.corners) : nil
    case .polyline(let points):
      guard unit.hasPrefix("p") else { return nil }
      return quantity == "length" ? length(points) : extent(quantity, points)
    case .cuboid(let cuboid):
      guard unit.hasPrefix("m"), unit != "ms" else { return nil }
      return switch quantity {
      case "height": cuboid.height
      case "width": cuboid.width
      default: cuboid.length
      }
    case .segment(let start, let end):
      // One that ends before it starts is told as such.
      guard start <= end else { return nil }
      return unit == "ms" ? (end - start) * 1000 : unit.hasPrefix("s") ? end - start : nil
    case .keypoints, .mask, .track: return nil
    }
  }

  /// Of what surrounds the points.
  private static func extent(_ quantity: String, _ corners: [Point]) -> Double? {
    let x = corners.map(\.x)
    let y = corners.map(\.y)
    guard let left = x.min(), let right = x.max(), let top = y.min(), let bottom = y.max() else {
      return nil
    }
    return switch quantity {
    case "height": bottom - top
    case "width": right - left
    case "area": (right - left) * (bottom - top)
    default: nil
    }
  }

  private static func length(_ points: [Point]) -> Double {
    zip(points, points.dropFirst()).reduce(0) { sum, ends in
      let (x, y) = (ends.1.x - ends.0.x, ends.1.y - ends.0.y)
      return sum + (x * x + y * y).squareRoot()
    }
  }

  private static func breaks(_ threshold: Threshold, _ value: Double, _ region: Region) -> String {
    let unit = threshold.unit.map { " " + $0.value } ?? ""
    // As few digits as show on which side of the threshold it is.
    let shown = (4...8).lazy.map { value.rounded(toDigits: $0) }
      .first { NumberRange(threshold).contains($0) }
    return "this `\(region.label.value)` has \(threshold.quantity.value) "
      + "\((shown ?? value).written)\(unit), for which a rule says "
      + "\"\(threshold.consequenceText?.value ?? "")\""
  }
}
