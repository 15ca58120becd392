internal import RubricaModel
internal import RubricaSource

/// Finds a place for the tag of each mark: at a corner or a side of its mark, inside the picture,
/// and where it covers little of other marks and tags.
///
/// A tag hangs on a point of its mark, so it stays there at any size of the picture. Whether it
/// fits is judged for a narrow screen, where tags are largest beside the marks.
struct TagPlacement {
  struct Tag {
    /// Says on which side of the point it hangs.
    var className: String
    /// The point, in per cent of the picture.
    var style: String
    var showsName: Bool
  }

  private struct Rectangle {
    var left: Double
    var top: Double
    var right: Double
    var bottom: Double

    func overlap(_ other: Rectangle) -> Double {
      let width = min(right, other.right) - max(left, other.left)
      let height = min(bottom, other.bottom) - max(top, other.top)
      return width > 0 && height > 0 ? width * height : 0
    }
  }

  private struct Candidate {
    let className: String
    /// Where on the mark: 0 is its left or top, 1 its right or bottom.
    let x: Double
    let y: Double
    /// How much of the tag lies left of and above the point.
    let left: Double
    let above: Double
  }

  /// The nearer to the top left corner of the mark, the earlier.
  private static let candidates = [
    Candidate(className: "above", x: 0, y: 0, left: 0, above: 1),
    Candidate(className: "above end", x: 1, y: 0, left: 1, above: 1),
    Candidate(className: "top", x: 0, y: 0, left: 0, above: 0),
    Candidate(className: "top end", x: 1, y: 0, left: 1, above: 0),
    Candidate(className: "below", x: 0, y: 1, left: 0, above: 0),
    Candidate(className: "below end", x: 1, y: 1, left: 1, above: 0),
    Candidate(className: "bottom", x: 0, y: 1, left: 0, above: 1),
    Candidate(className: "bottom end", x: 1, y: 1, left: 1, above: 1),
    Candidate(className: "before", x: 0, y: 0.5, left: 1, above: 0.5),
    Candidate(className: "after", x: 1, y: 0.5, left: 0, above: 0.5),
  ]

  private static let screenWidth = 310.0
  private static let tagHeight = 17.0
  private static let letterWidth = 6.6

  private let width: Double
  private let height: Double
  /// Bounds of the marks, in pixels of the screen.
  private let marks: [Rectangle]
  private var tags: [Rectangle] = []

  init(width: Double, height: Double, regions: [Region]) {
    let scale = min(1, Self.screenWidth / max(width, 1))
    self.width = max(1, width * scale)
    self.height = max(1, height * scale)
    let size = Point(x: width, y: height)
    marks = regions.map { Self.bounds(of: $0.geometry, scale, in: size) }
  }

  mutating func place(_ index: Int, name: String, number: String?) -> Tag {
    let mark = marks[index]
    let nameWidth = Double(name.unicodeScalars.count) * Self.letterWidth
    let numberWidth = Double(number?.utf8.count ?? 0) * 7.4
    let fullWidth = nameWidth + numberWidth + 14
    let showsName = number == nil || fullWidth <= mark.right - mark.left && marks.count <= 4
    let tagWidth = showsName ? fullWidth : numberWidth + 10
    var best = (candidate: Self.candidates[0], place: mark, cost: Double.infinity)
    for (rank, candidate) in Self.candidates.enumerated() {
      let left = mark.left + (mark.right - mark.left) * candidate.x - tagWidth * candidate.left
      let top =
        mark.top + (mark.bottom - mark.top) * candidate.y - Self.tagHeight * candidate.above
      let place = Rectangle(
        left: left, top: top, right: left + tagWidth, bottom: top + Self.tagHeight)
      let cost = cost(of: place, index) + Double(rank) * 6
      if cost < best.cost { best = (candidate, place, cost) }
    }
    tags.append(best.place)
    let x = mark.left + (mark.right - mark.left) * best.candidate.x
    let y = mark.top + (mark.bottom - mark.top) * best.candidate.y
    return Tag(
      className: best.candidate.className,
      style: "left:" + percent(x, width) + ";top:" + percent(y, height), showsName: showsName)
  }

  private func cost(of tag: Rectangle, _ own: Int) -> Double {
    let outside =
      max(0, -tag.left) + max(0, tag.right - width) + max(0, -tag.top)
      + max(0, tag.bottom - height)
    // What is outside is cut off: any place inside is better.
    var cost = tags.reduce(outside * 10_000) { $0 + $1.overlap(tag) * 20 }
    guard marks.count <= 40 else { return cost }
    for (index, mark) in marks.enumerated() {
      // In its own mark it covers what the annotator should look at, but is not misread.
      cost += mark.overlap(tag) * (index == own ? 0.6 : 1)
    }
    return cost
  }

  private func percent(_ part: Double, _ whole: Double) -> String {
    Number.text((min(max(part / whole, 0), 1) * 1000).rounded() / 10) + "%"
  }

  private static func bounds(
    of geometry: Region.Geometry, _ scale: Double, in size: Point
  ) -> Rectangle {
    let points: [Point]
    // Points have letters beside them, which a tag must not cover.
    var margin = 0.0
    switch geometry {
    case .box(let left, let top, let right, let bottom):
      points = [Point(x: left, y: top), Point(x: right, y: bottom)]
    case .polygon(let corners), .polyline(let corners): points = corners
    case .mask, .cuboid, .segment, .track:
      points = [Point(x: 0, y: 0), size]
    case .keypoints(let keypoints):
      points = keypoints.map(\.point)
      margin = 14
    }
    var bounds = Rectangle(
      left: .infinity, top: .infinity, right: -.infinity, bottom: -.infinity)
    for point in points {
      bounds.left = min(bounds.left, point.x * scale - margin)
      bounds.right = max(bounds.right, point.x * scale + margin)
      bounds.top = min(bounds.top, point.y * scale - margin)
      bounds.bottom = max(bounds.bottom, point.y * scale + margin)
    }
    return bounds
  }
}
