internal import RubricaModel
internal import RubricaSource

/// Where a mark is, as it stands in a record.
enum GeometryJSON {
  /// The keys of a mark of its own.
  static func members(
    _ geometry: Region.Geometry, _ kind: LayerKind
  ) -> [(String, JSON)] {
    if case .segment(let start, let end) = geometry {
      return [("start", .number(start)), ("end", .number(end))]
    }
    return [(RecordKey.geometry(kind) ?? kind.rawValue, value(geometry))]
  }

  static func value(_ geometry: Region.Geometry) -> JSON {
    switch geometry {
    case .box(let left, let top, let right, let bottom): numbers([left, top, right, bottom])
    case .polygon(let points), .polyline(let points):
      .array(points.map { numbers([$0.x, $0.y]) })
    case .keypoints(let points):
      .object(
        points.map { keypoint in
          let place: [JSON] = [.number(keypoint.point.x), .number(keypoint.point.y)]
          return (keypoint.id.value, .array(keypoint.isHidden ? place + ["hidden"] : place))
        })
    case .mask(let path): .string(path.value)
    case .cuboid(let cuboid):
      [
        "centre": numbers([cuboid.centre.x, cuboid.centre.y, cuboid.centre.z]),
        "size": numbers(cuboid.size), "yaw": .number(cuboid.yaw),
      ]
    case .segment(let start, let end): numbers([start, end])
    case .track(let frames):
      .object(
        frames.map { ("\($0.frame.value)", $0.geometry.map { value($0) } ?? "hidden") })
    }
  }

  private static func numbers(_ numbers: [Double]) -> JSON { .array(numbers.map(JSON.number)) }
}
