internal import RubricaModel
internal import RubricaSource

/// Where a mark is, as it stands in a record.
enum GeometryJSON {
  /// The keys of a mark of its own.
  static func write(
    membersOf geometry: Region.Geometry, _ kind: LayerKind, to record: inout JSONWriter
  ) {
    if case .segment(let start, let end) = geometry {
      record.member("start", start)
      record.member("end", end)
      return
    }
    record.key(named: RecordKey.geometry(kind) ?? kind.rawValue)
    write(geometry, to: &record)
  }

  private static func write(_ geometry: Region.Geometry, to json: inout JSONWriter) {
    switch geometry {
    case .box(let left, let top, let right, let bottom):
      write([left, top, right, bottom], to: &json)
    case .polygon(let points), .polyline(let points):
      json.array { list in for point in points { write([point.x, point.y], to: &list) } }
    case .keypoints(let points):
      json.object { json in
        for keypoint in points {
          json.key(named: keypoint.id.value)
          json.array { place in
            place.item(keypoint.point.x)
            place.item(keypoint.point.y)
            if keypoint.isHidden { place.item("hidden") }
          }
        }
      }
    case .mask(let path): json.item(path.value)
    case .cuboid(let cuboid):
      json.object { json in
        json.key("centre")
        write([cuboid.centre.x, cuboid.centre.y, cuboid.centre.z], to: &json)
        json.key("size")
        write(cuboid.size, to: &json)
        json.member("yaw", cuboid.yaw)
      }
    case .segment(let start, let end): write([start, end], to: &json)
    case .track(let frames):
      json.object { json in
        for frame in frames {
          json.key(named: "\(frame.frame.value)")
          if let geometry = frame.geometry {
            write(geometry, to: &json)
          } else {
            json.item("hidden")
          }
        }
      }
    }
  }

  private static func write(_ numbers: [Double], to json: inout JSONWriter) {
    json.array { list in for number in numbers { list.item(number) } }
  }
}
