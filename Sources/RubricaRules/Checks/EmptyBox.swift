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
      shows a box that nobody drew, or none at all. Numbers from 0 to 1, as other formats have them, are \
      shares of the picture; as pixels they are a dot in its corner.
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
      CheckExample(
        Sample.signs(record: "signs: [{label: stop, box: ⟪[0.1875, 0.2917, 0.5, 0.8333]⟫}]")),
      CheckExample(Sample.drive("{⟪0: [0.1, 0.1, 0.3, 0.3]⟫, 12: [0.2, 0.1, 0.4, 0.3]}")),
    ],
    good: [
      CheckExample(Sample.signs(record: "signs: [{label: stop, box: [140, 30, 200, 90]}]")),
      CheckExample(Sample.calls(record: "calls: [{label: call, start: 4.5, end: 6.25}]")),
    ])

  package static func check(_ index: GuidelineIndex, _ report: inout Report) {
    for given in index.answers {
      guard case .regions(let regions) = given.answer.value, !regions.isEmpty else { continue }
      var size: (width: Int, height: Int)?
      if case .media(let path, _) = index.guideline.examples[given.examplePlace].input {
        size = index.media(path.value)?.size
      }
      for region in regions { examine(region.geometry, at: region.geometrySpan, size, &report) }
    }
  }

  private static func examine(
    _ geometry: Region.Geometry, at span: Span, _ size: (width: Int, height: Int)?,
    isInTrack: Bool = false, _ report: inout Report
  ) {
    if case .track(let frames) = geometry {
      let share = frames.firstIndex { $0.geometry?.isInShares ?? false }
      for place in frames.indices {
        guard let inner = frames[place].geometry, place == share || !inner.isInShares else {
          continue
        }
        examine(inner, at: frames[place].span, size, isInTrack: true, &report)
      }
      return
    }
    if geometry.isInShares, !isTiny(size) {
      report.add(info, at: span, shares, help: geometry.adviceOnShares(size))
      return
    }
    switch geometry {
    case .box(let left, let top, let right, let bottom) where right <= left || bottom <= top:
      let mend = Mend([left, top, right, bottom], size)
      report.add(
        info, at: span,
        right <= left
          ? reversed("right", right, "left", left) : reversed("bottom", bottom, "top", top),
        help: mend.help, fixes: isInTrack ? [] : mend.fixes(at: span))
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
    default: break
    }
  }

  /// Whether a picture is so small that numbers from 0 to 1 are pixels of it.
  private static func isTiny(_ size: (width: Int, height: Int)?) -> Bool {
    guard let size else { return false }
    return min(size.width, size.height) <= 2
  }

  /// Twice the area, by the shoelace formula.
  private static func area(_ points: [Point]) -> Double {
    var sum = 0.0
    for (a, b) in zip(points, points.dropFirst() + points.prefix(1)) {
      sum += a.x * b.y - b.x * a.y
    }
    return abs(sum)
  }

  /// What a box was meant to be whose corners are not in order.
  private struct Mend {
    let help: String
    /// The only box that can be meant in this picture.
    private let meant: String?

    init(_ numbers: [Double], _ size: (width: Int, height: Int)?) {
      let (left, top, right, bottom) = (numbers[0], numbers[1], numbers[2], numbers[3])
      let summed = [left, top, left + right, top + bottom]
      let sorted = [min(left, right), min(top, bottom), max(left, right), max(top, bottom)]
      let withSize = Self.fits(summed, size) ? Self.written(summed) : nil
      let inOrder = Self.fits(sorted, size) ? Self.written(sorted) : nil
      if let withSize {
        help =
          "if the last two are width and height, write `\(withSize)`"
          + (inOrder.map { "; if two corners are the wrong way round, `\($0)`" } ?? "")
      } else if let inOrder {
        help = "the corners are the wrong way round: write `\(inOrder)`"
      } else {
        help = "write `[left, top, right, bottom]`"
      }
      // In a picture of unknown size many boxes have room.
      let isOpen = size == nil || (withSize != nil && inOrder != nil)
      meant = isOpen ? nil : withSize ?? inOrder
    }

    func fixes(at span: Span) -> [Fix] {
      meant.map { [Fix("write `\($0)`", edits: [.init(span, $0)], isSafe: false)] } ?? []
    }

    private static func fits(_ corners: [Double], _ size: (width: Int, height: Int)?) -> Bool {
      guard corners[0] >= 0, corners[1] >= 0, corners[0] < corners[2], corners[1] < corners[3]
      else { return false }
      guard let size else { return true }
      return corners[2] <= Double(size.width) && corners[3] <= Double(size.height)
    }

    private static func written(_ corners: [Double]) -> String {
      "[\(corners.map { $0.written }.joined(separator: ", "))]"
    }
  }

  private static func reversed(
    _ far: String, _ farValue: Double, _ near: String, _ nearValue: Double
  ) -> String {
    "this box is empty: \(far) (\(farValue.written)) is not beyond "
      + "\(near) (\(nearValue.written))"
  }

  private static let shares =
    "these numbers, from 0 to 1, look like shares of the picture, but marks are in pixels"
  private static let flat = "this polygon has no area"
  private static let still = "the points of this line are all the same"
}
