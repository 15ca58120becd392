package import RubricaModel
package import RubricaSource

/// A mark on a picture covers something.
package enum EmptyBox: Check {
  package static let info = CheckInfo(
    id: "empty-box",
    levels: .error,
    summary: "A box is `[left, top, right, bottom]` with an area; a polygon has an area too.",
    rationale: """
      Width and height in place of right and bottom is the usual slip: the example then shows a \
      box that nobody drew, or none at all.
      """,
    bad: [
      CheckExample(Sample.signs(record: "signs: [{label: stop, box: ⟪[140, 30, 60, 60]⟫}]"))
    ],
    good: [CheckExample(Sample.signs(record: "signs: [{label: stop, box: [140, 30, 200, 90]}]"))])

  package static func check(_ index: GuidelineIndex, _ report: inout Report) {
    index.forEachAnswer { _, _, answer in
      guard case .regions(let regions) = answer.value else { return }
      for region in regions {
        switch region.geometry {
        case .box(let left, let top, let right, let bottom) where right <= left || bottom <= top:
          report.add(
            info, at: region.geometrySpan,
            right <= left
              ? reversed("right", right, "left", left) : reversed("bottom", bottom, "top", top),
            help: help(left, top, right, bottom))
        case .polygon(let points) where area(points) == 0:
          report.add(
            info, at: region.geometrySpan, flat, help: "give the corners in order around the object"
          )
        default: break
        }
      }
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
    let corners = [left, top, left + right, top + bottom].map(Wording.number)
    return "if the last two are width and height, write `[\(corners.joined(separator: ", "))]`"
  }

  private static func reversed(
    _ far: String, _ farValue: Double, _ near: String, _ nearValue: Double
  ) -> String {
    "this box is empty: \(far) (\(Wording.number(farValue))) is not beyond "
      + "\(near) (\(Wording.number(nearValue)))"
  }

  private static let flat = "this polygon has no area"
}
