package import RubricaSource

/// A place in a picture: pixels from the top left corner.
package struct Point: Sendable, Equatable {
  package var x: Double
  package var y: Double

  package init(x: Double, y: Double) {
    self.x = x
    self.y = y
  }
}

/// A box in space: metres and radians in the frame of coordinates that its layer names.
package struct Cuboid: Sendable, Equatable {
  package struct Position: Sendable, Equatable {
    package var x: Double
    package var y: Double
    package var z: Double

    package init(x: Double, y: Double, z: Double) {
      self.x = x
      self.y = y
      self.z = z
    }
  }

  package var centre: Position
  /// Along the box's own forward axis.
  package var length: Double
  package var width: Double
  package var height: Double
  /// The turn of the forward axis from the x axis towards the y axis.
  package var yaw: Double

  package init(centre: Position, length: Double, width: Double, height: Double, yaw: Double) {
    self.centre = centre
    self.length = length
    self.width = width
    self.height = height
    self.yaw = yaw
  }

  package var size: [Double] { [length, width, height] }
}

extension Region {
  /// Where one thing is in one frame of a track. Between two frames it is where a straight way from
  /// the one to the other leads.
  package struct Keyframe: Sendable {
    package var frame: Located<Int>
    /// Nil where the thing is hidden, from this frame to the next that is written.
    package var geometry: Geometry?
    package var span: Span

    package init(frame: Located<Int>, geometry: Geometry?, span: Span) {
      self.frame = frame
      self.geometry = geometry
      self.span = span
    }
  }
}

extension Region.Geometry {
  /// The points that span it in a picture.
  package var corners: [Point] {
    switch self {
    case .box(let left, let top, let right, let bottom):
      [Point(x: left, y: top), Point(x: right, y: bottom)]
    case .polygon(let points), .polyline(let points): points
    case .keypoints(let points): points.map(\.point)
    case .track(let frames): frames.flatMap { $0.geometry?.corners ?? [] }
    case .mask, .cuboid, .segment: []
    }
  }

  /// Whether both are the same place.
  package func isLike(_ other: Self) -> Bool {
    switch (self, other) {
    case (
      .box(let left, let top, let right, let bottom),
      .box(let otherLeft, let otherTop, let otherRight, let otherBottom)
    ):
      left == otherLeft && top == otherTop && right == otherRight && bottom == otherBottom
    case (.polygon(let a), .polygon(let b)), (.polyline(let a), .polyline(let b)): a == b
    case (.keypoints(let a), .keypoints(let b)):
      a.elementsEqual(b) {
        $0.id.value == $1.id.value && $0.point == $1.point && $0.isHidden == $1.isHidden
      }
    case (.mask(let a), .mask(let b)): a.value == b.value
    case (.cuboid(let a), .cuboid(let b)): a == b
    case (.segment(let start, let end), .segment(let otherStart, let otherEnd)):
      start == otherStart && end == otherEnd
    case (.track(let a), .track(let b)):
      a.elementsEqual(b) { first, second in
        guard first.frame.value == second.frame.value else { return false }
        guard let one = first.geometry, let other = second.geometry else {
          return first.geometry == nil && second.geometry == nil
        }
        return one.isLike(other)
      }
    default: false
    }
  }

  /// The path of its mask, if it is one or a track of them.
  package var masks: [Located<String>] {
    switch self {
    case .mask(let path): [path]
    case .track(let frames): frames.flatMap { $0.geometry?.masks ?? [] }
    default: []
    }
  }
}
