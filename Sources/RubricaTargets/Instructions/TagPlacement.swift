internal import RubricaModel

/// Finds a place for the tag of each mark: inside the picture, close to its mark, and where it
/// covers little of other marks and tags.
struct TagPlacement {
  struct Tag {
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

  private static let height = 19.0
  private static let letterWidth = 7.2

  private let width: Double
  private let height: Double
  /// Bounds of the marks, in pixels of the screen.
  private let marks: [Rectangle]
  private var tags: [Rectangle] = []

  init(width: Double, height: Double, shownWidth: Double, regions: [Region]) {
    let scale = min(1, shownWidth / max(width, 1))
    self.width = width * scale
    self.height = height * scale
    marks = regions.map { Self.bounds(of: $0.geometry, scale) }
  }

  mutating func place(_ index: Int, name: String, number: String?) -> Tag {
    let mark = marks[index]
    let nameWidth = Double(name.unicodeScalars.count) * Self.letterWidth
    let numberWidth = Double(number?.utf8.count ?? 0) * 8
    let fullWidth = nameWidth + numberWidth + 14
    let showsName = number == nil || fullWidth <= mark.right - mark.left && marks.count <= 4
    let size = (showsName ? fullWidth : numberWidth + 10, Self.height)
    var best = Rectangle(left: 0, top: 0, right: 0, bottom: 0)
    var bestCost = Double.infinity
    for (rank, candidate) in candidates(mark, size.0, size.1).enumerated() {
      let cost = cost(of: candidate, index) + Double(rank) * 6
      if cost < bestCost { (best, bestCost) = (candidate, cost) }
    }
    tags.append(best)
    return Tag(style: style(of: best), showsName: showsName)
  }

  /// The nearer a candidate stands to the top left corner of its mark, the earlier it comes.
  private func candidates(_ mark: Rectangle, _ width: Double, _ height: Double) -> [Rectangle] {
    let lefts = [mark.left - 1, mark.right - width + 1]
    let tops = [mark.top - height - 1, mark.top, mark.bottom + 1, mark.bottom - height]
    let middle = (mark.top + mark.bottom - height) / 2
    let corners =
      tops.flatMap { top in lefts.map { (left: $0, top: top) } }
      + [(left: mark.left - width - 2, top: middle), (left: mark.right + 2, top: middle)]
    return corners.map { corner in
      let left = max(0, min(corner.left, self.width - width))
      let top = max(0, min(corner.top, self.height - height))
      return Rectangle(left: left, top: top, right: left + width, bottom: top + height)
    }
  }

  private func cost(of tag: Rectangle, _ own: Int) -> Double {
    var cost = tags.reduce(0) { $0 + $1.overlap(tag) * 20 }
    guard marks.count <= 40 else { return cost }
    for (index, mark) in marks.enumerated() {
      // In its own mark it covers what the annotator should look at, but is not misread.
      cost += mark.overlap(tag) * (index == own ? 0.6 : 1)
    }
    return cost
  }

  /// In per cent, so that the tag stays at its mark at any width; from the side to which it is
  /// nearer, so that it never leaves the picture.
  private func style(of tag: Rectangle) -> String {
    let horizontal =
      tag.left <= width - tag.right
      ? "left:" + percent(tag.left, width) : "right:" + percent(width - tag.right, width)
    let vertical =
      tag.top <= height - tag.bottom
      ? "top:" + percent(tag.top, height) : "bottom:" + percent(height - tag.bottom, height)
    return horizontal + ";" + vertical
  }

  private func percent(_ part: Double, _ whole: Double) -> String {
    Number.text((part / max(whole, 1) * 1000).rounded() / 10) + "%"
  }

  private static func bounds(of geometry: Region.Geometry, _ scale: Double) -> Rectangle {
    let points: [Point]
    // Points have letters beside them, which a tag must not cover.
    var margin = 0.0
    switch geometry {
    case .box(let left, let top, let right, let bottom):
      points = [Point(x: left, y: top), Point(x: right, y: bottom)]
    case .polygon(let corners): points = corners
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
