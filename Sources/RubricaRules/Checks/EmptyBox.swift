package import RubricaModel
package import RubricaSource

/// A mark on a picture covers something.
package enum EmptyBox: Check {
  package static let info = CheckInfo(
    id: "empty-box",
    levels: .error,
    summary:
      "A box is `[left, top, right, bottom]` with an area; every other mark has an extent too.",
    rationale: """
      The usual mistake is to write width and height in place of right and bottom: the example then \
      shows a box that nobody drew, or none at all.
      """,
    bad: [
      CheckExample(Sample.signs(record: "signs: [{label: stop, box: ⟪[140, 30, 60, 60]⟫}]")),
      CheckExample(
        Sample.signs(
          layers: "- {id: lanes, kind: polyline, labels: [stop, other-sign]}",
          record: "lanes: [{label: stop, polyline: ⟪[[10, 30], [10, 30]]⟫}]")),
      CheckExample(Sample.calls(record: "calls: [{label: call, start: ⟪4.5, end: 4⟫}]")),
      CheckExample(
        Sample.scan(
          record:
            "cars: [{label: car, cuboid: ⟪{centre: [9, 2, 0.8], size: [4.2, 0, 1.5], yaw: 0}⟫}]")),
    ],
    good: [
      CheckExample(Sample.signs(record: "signs: [{label: stop, box: [140, 30, 200, 90]}]")),
      CheckExample(Sample.calls(record: "calls: [{label: call, start: 4.5, end: 6.25}]")),
    ])

  package static func check(_ index: GuidelineIndex, _ report: inout Report) {
    index.forEachAnswer { _, _, answer in
      guard case .regions(let regions) = answer.value else { return }
      for region in regions { examine(region.geometry, at: region.geometrySpan, &report) }
    }
  }

  private static func examine(
    _ geometry: Region.Geometry, at span: Span, _ report: inout Report
  ) {
    switch geometry {
    case .box(let left, let top, let right, let bottom) where right <= left || bottom <= top:
      report.add(
        info, at: span,
        right <= left
          ? reversed("right", right, "left", left) : reversed("bottom", bottom, "top", top),
        help: help(left, top, right, bottom))
    case .polygon(let points) where area(points) == 0:
      report.add(info, at: span, flat, help: "give the corners in order around the object")
    case .polyline(let points) where !points.contains { $0 != points[0] }:
      report.add(info, at: span, still, help: "give the points in order along the line")
    case .segment(let start, let end) where end <= start:
      report.add(
        info, at: span,
        "this segment ends at \(end.written) s, and starts at \(start.written) s",
        help: "write the start and the end in seconds, not the start and the duration")
    case .cuboid(let cuboid) where cuboid.size.contains { $0 <= 0 }:
      report.add(
        info, at: span, "the length, width and height of a cuboid are above 0",
        help: "write the whole extent in metres, `size: [length, width, height]`")
    case .track(let frames):
      for frame in frames {
        if let geometry = frame.geometry { examine(geometry, at: frame.span, &report) }
      }
    default: break
    }
  }

  /// Twice the area, by the shoelace formula.
  private static func area(_ points: [Point]) -> Double {
    var sum = 0.0
    for (a, b) in zip(points, points.dropFirst() + points.prefix(1)) {
      sum += a.x * b.y - b.x * a.y
    }
    return abs(sum)
  }

  private static func help(
    _ left: Double, _ top: Double, _ right: Double, _ bottom: Double
  ) -> String {
    guard right > 0, bottom > 0 else { return "write `[left, top, right, bottom]`" }
    let corners = [left, top, left + right, top + bottom].map(\.written)
    return "if the last two are width and height, write `[\(corners.joined(separator: ", "))]`"
  }

  private static func reversed(
    _ far: String, _ farValue: Double, _ near: String, _ nearValue: Double
  ) -> String {
    "this box is empty: \(far) (\(farValue.written)) is not beyond "
      + "\(near) (\(nearValue.written))"
  }

  private static let flat = "this polygon has no area"
  private static let still = "the points of this line are all the same"
}
