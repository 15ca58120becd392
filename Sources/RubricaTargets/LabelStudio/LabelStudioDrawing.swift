internal import RubricaModel
internal import RubricaSource

/// A mark on a picture, as the editor stores it: in hundredths of the picture.
struct LabelStudioDrawing {
  private let geometry: Region.Geometry
  private let size: (width: Int, height: Int)
  /// The number of the first vertex of a line: vertices have ids.
  var firstVertex = 0
  /// Of a mask: its pixels.
  var mask: Mask?

  init(_ geometry: Region.Geometry, _ size: (width: Int, height: Int)) {
    self.geometry = geometry
    self.size = size
  }

  private func across(_ x: Double) -> Double { x / Double(size.width) * 100 }
  private func down(_ y: Double) -> Double { y / Double(size.height) * 100 }

  /// What the picture is like.
  func writeFrame(to json: inout JSONWriter) {
    json.member("original_width", size.width)
    json.member("original_height", size.height)
    json.member("image_rotation", 0)
  }

  /// Where the mark is; of several points the first.
  func write(to json: inout JSONWriter) {
    switch geometry {
    case .box(let left, let top, let right, let bottom):
      json.member("x", across(left))
      json.member("y", down(top))
      json.member("width", across(right - left))
      json.member("height", down(bottom - top))
      json.member("rotation", 0)
    case .polygon(let points):
      json.member(
        "points",
        list: { list in
          for point in points {
            list.array { place in
              place.item(across(point.x))
              place.item(down(point.y))
            }
          }
        })
      json.member("closed", true)
    case .polyline(let points):
      json.member("vertices", list: { write(points, to: &$0) })
      json.member("closed", false)
    case .mask:
      json.member("format", "rle")
      json.member(
        "rle",
        list: { list in
          guard let mask else { return }
          for byte in LabelStudioMask(mask).bytes { list.item(Int(byte)) }
        })
    case .keypoints(let points): if let first = points.first { write(first.point, to: &json) }
    case .cuboid, .segment, .track: break
    }
  }

  func write(_ point: Point, to json: inout JSONWriter) {
    json.member("x", across(point.x))
    json.member("y", down(point.y))
    json.member("width", 1)
  }

  /// Each vertex but the first names the one before it.
  private func write(_ points: [Point], to list: inout JSONWriter) {
    for (place, point) in points.enumerated() {
      let number = firstVertex + place
      list.object { vertex in
        vertex.member("id", "r\(number)")
        vertex.member("x", across(point.x))
        vertex.member("y", down(point.y))
        vertex.member("isBezier", false)
        if place > 0 { vertex.member("prevPointId", "r\(number - 1)") }
      }
    }
  }
}
