internal import RubricaModel
internal import RubricaSource

/// In pixels of the screen.
struct ScreenRectangle {
  var left: Double
  var top: Double
  var right: Double
  var bottom: Double

  var area: Double { max(0, right - left) * max(0, bottom - top) }

  func overlap(_ other: Self) -> Double {
    let width = min(right, other.right) - max(left, other.left)
    let height = min(bottom, other.bottom) - max(top, other.top)
    return width > 0 && height > 0 ? width * height : 0
  }

  func grown(by margin: Double) -> Self {
    Self(left: left - margin, top: top - margin, right: right + margin, bottom: bottom + margin)
  }
}

/// A mark on a picture as the tags beside it see it: where it is, and where its own tag may hang.
struct TagMark {
  enum Shape {
    /// It is told by its frame: a box, or what has no outline of its own.
    case frame
    /// A polygon or a mask. The corners of the box around it may lie on another thing.
    case area
    case line
  }

  let shape: Shape
  let bounds: ScreenRectangle
  /// Points of an area or a line; of a line in its order.
  let points: [Point]
  /// In square pixels of the screen.
  let area: Double
  private let grid: MarkGrid?

  /// The size of the shown picture, in pixels of the screen; `scale` is how large one of its own
  /// pixels is there.
  init(_ geometry: Region.Geometry, _ mask: Mask?, scale: Double, width: Double, height: Double) {
    /// Far outside it makes no difference how far.
    func shown(_ points: [Point]) -> [Point] {
      points.map {
        Point(
          x: ($0.x * scale).clamped(-100_000, 100_000),
          y: ($0.y * scale).clamped(-100_000, 100_000))
      }
    }
    switch geometry {
    case .box(let left, let top, let right, let bottom):
      self.init(frame: shown([Point(x: left, y: top), Point(x: right, y: bottom)]))
    case .keypoints(let keypoints):
      // Points have letters beside them, which a tag must not cover.
      self.init(frame: shown(keypoints.map(\.point)), margin: 14)
    case .polygon(let corners):
      let outline = shown(corners)
      let grid = MarkGrid(width: width, height: height) { $0.fill(polygon: outline) }
      self.init(.area, grid, grid.middles, orElse: outline)
    case .polyline(let corners):
      let outline = shown(corners)
      var points: [Point] = []
      let grid = MarkGrid(width: width, height: height) { points = $0.fill(line: outline) }
      self.init(.line, grid, points, orElse: outline)
    case .mask:
      if let mask, let first = mask.runs.first(where: { !$0.isEmpty })?.lowerBound, mask.width > 0 {
        let grid = MarkGrid(width: width, height: height) { $0.fill(mask, scale: scale) }
        let pixel = Point(
          x: (Double(first % mask.width) + 0.5) * scale,
          y: (Double(first / mask.width) + 0.5) * scale)
        self.init(.area, grid, grid.middles, orElse: [pixel])
      } else {
        self.init(frame: [Point(x: 0, y: 0), Point(x: width, y: height)])
      }
    case .cuboid, .segment, .track:
      self.init(frame: [Point(x: 0, y: 0), Point(x: width, y: height)])
    }
  }

  private init(frame points: [Point], margin: Double = 0) {
    shape = .frame
    bounds = Self.bounds(of: points).grown(by: margin)
    self.points = []
    area = max(1, bounds.area)
    grid = nil
  }

  /// What is too thin for the grid has its corners only.
  private init(_ shape: Shape, _ grid: MarkGrid, _ points: [Point], orElse corners: [Point]) {
    self.shape = shape
    self.points = points.isEmpty ? corners : points
    bounds = Self.bounds(of: self.points)
    area = max(1, grid.area(in: bounds.grown(by: MarkGrid.cell)))
    self.grid = grid
  }

  private static func bounds(of points: [Point]) -> ScreenRectangle {
    guard let first = points.first else {
      return ScreenRectangle(left: 0, top: 0, right: 0, bottom: 0)
    }
    var bounds = ScreenRectangle(left: first.x, top: first.y, right: first.x, bottom: first.y)
    for point in points {
      bounds.left = min(bounds.left, point.x)
      bounds.top = min(bounds.top, point.y)
      bounds.right = max(bounds.right, point.x)
      bounds.bottom = max(bounds.bottom, point.y)
    }
    return bounds
  }

  /// How much of a rectangle lies on it, in square pixels of the screen.
  func hidden(by tag: ScreenRectangle) -> Double {
    grid?.area(in: tag) ?? bounds.overlap(tag)
  }
}

extension GuidelineIndex {
  /// What the tag of a mark calls its label, or the escape answer in place of one.
  func nameOnTag(_ id: String, _ words: Words) -> String {
    fullName(ofLabel: id, words) ?? escape(id)?.displayName ?? id
  }
}
