internal import RubricaModel
internal import RubricaSource

/// Where a mark is, from data: the same for a mark of its own and for a frame of a track.
enum GeometryReader {
  /// The key that holds it in a mark of its own.
  static func key(_ kind: LayerKind) -> String {
    kind == .track ? "frames" : kind.rawValue
  }

  /// What other formats and people call it, and what it is called in marks of other kinds.
  static func otherWords(for kind: LayerKind) -> [String] {
    let words =
      switch kind {
      case .box: ["bbox", "boundingbox", "bndbox", "rect", "rectangle", "coordinates", "xyxy"]
      case .polygon: ["points", "segmentation", "outline", "contour", "vertices", "coordinates"]
      case .polyline: ["points", "line", "linestrip", "path", "vertices", "coordinates"]
      case .keypoints: ["points", "pose", "landmarks", "skeleton", "joints", "coordinates"]
      case .mask: ["segmentation", "bitmap", "path", "file", "png", "picture"]
      case .cuboid: ["box3d", "bbox3d", "3dbox", "bbox"]
      case .track: ["keyframes", "boxes", "positions", "track"]
      default: [String]()
      }
    let others: [LayerKind] = [.box, .polygon, .polyline, .keypoints, .mask, .cuboid]
    return words + others.map(\.rawValue).filter { $0 != key(kind) }
  }

  /// The same for the two ends of a segment or of a mark in a text.
  static let otherWordsForEnds = [
    "start": [
      "begin", "from", "onset", "startTime", "startOffset", "t0", "startMs", "startFrame",
      "startSample", "startMinutes",
    ],
    "end": [
      "stop", "to", "offset", "endTime", "endOffset", "until", "t1", "endMs", "endFrame",
      "endSample", "endMinutes",
    ],
  ]

  /// The same for the label of a mark or of an answer.
  static let otherWordsForLabel = [
    "class", "className", "category", "categoryName", "tag", "name", "object", "type", "kind",
    "value", "answer", "choice",
  ]

  /// What a mark of a layer looks like, for messages.
  static func example(_ kind: LayerKind) -> String {
    switch kind {
    case .polygon: "`{label, polygon: [[x, y], …]}`"
    case .polyline: "`{label, polyline: [[x, y], …]}`"
    case .keypoints: "`{label, keypoints: {point: [x, y]}}`"
    case .mask: "`{label, mask: media/mask.png}`"
    case .cuboid: "`{label, cuboid: {centre: [x, y, z], size: [length, width, height], yaw}}`"
    case .segment: "`{label, start, end}` in seconds"
    case .track: "`{id, label, frames: {0: …, 12: …}}`"
    default: "`{label, box: [left, top, right, bottom]}`"
    }
  }

  static func read(
    _ node: DataNode, _ kind: LayerKind, _ problems: inout [Problem]
  ) -> Region.Geometry? {
    switch kind {
    case .box: box(node, &problems)
    case .polygon:
      points(node, atLeast: 3, "at least three points, `[[x, y], [x, y], [x, y]]`", &problems)
        .map { .polygon($0) }
    case .polyline:
      points(node, atLeast: 2, "at least two points, `[[x, y], [x, y]]`", &problems)
        .map { .polyline($0) }
    case .keypoints: keypoints(node, &problems)
    case .mask: mask(node, &problems)
    case .cuboid: cuboid(node, &problems)
    default: nil
    }
  }

  private static func box(_ node: DataNode, _ problems: inout [Problem]) -> Region.Geometry? {
    let numbers = node.items.compactMap { $0.number }
    guard numbers.count == 4, node.items.count == 4 else {
      problems.append(
        .wrongNumbers(node, expected: "four numbers, `[left, top, right, bottom]`", count: 4))
      return nil
    }
    return .box(left: numbers[0], top: numbers[1], right: numbers[2], bottom: numbers[3])
  }

  private static func points(
    _ node: DataNode, atLeast count: Int, _ expected: String, _ problems: inout [Problem]
  ) -> [Point]? {
    let points = node.items.compactMap { point($0) }
    guard points.count == node.items.count, points.count >= count else {
      problems.append(.wrongNumbers(node, expected: expected, count: 0))
      return nil
    }
    return points
  }

  private static func keypoints(
    _ node: DataNode, _ problems: inout [Problem]
  ) -> Region.Geometry? {
    var points: [Region.Keypoint] = []
    for field in node.fields {
      let isHidden = field.value.items.count == 3 && field.value.items[2].text?.value == "hidden"
      let pair = DataNode(
        .list(Array(field.value.items.prefix(isHidden ? 2 : 3))), field.value.span)
      guard let point = point(pair) else {
        problems.append(
          .wrongNumbers(field.value, expected: "`[x, y]`, or `[x, y, hidden]`", count: 2))
        continue
      }
      points.append(Region.Keypoint(id: field.key, point: point, isHidden: isHidden))
    }
    guard case .mapping = node.kind else {
      problems.append(.wrong(node, expected: "points by name, `{nose: [x, y]}`"))
      return nil
    }
    return .keypoints(points)
  }

  private static func mask(_ node: DataNode, _ problems: inout [Problem]) -> Region.Geometry? {
    guard let path = node.text else {
      problems.append(.wrong(node, expected: "the path of a PNG, `media/mask.png`"))
      return nil
    }
    return .mask(path)
  }

  private static func cuboid(_ node: DataNode, _ problems: inout [Problem]) -> Region.Geometry? {
    var fields = FieldReader(openKeysOf: node, owner: "a cuboid")
    let centre = numbers("centre", "[x, y, z]", &fields)
    let size = numbers("size", "[length, width, height]", &fields)
    let yaw = fields.number("yaw")
    if node["yaw"] == nil { fields.reportMissing("yaw") }
    fields.finish(&problems)
    guard let centre, let size, let yaw else { return nil }
    return .cuboid(
      Cuboid(
        centre: .init(x: centre[0], y: centre[1], z: centre[2]), length: size[0], width: size[1],
        height: size[2], yaw: yaw.value))
  }

  private static func numbers(
    _ key: String, _ shape: String, _ fields: inout FieldReader
  ) -> [Double]? {
    guard let node = fields.node(key) else {
      fields.reportMissing(key)
      return nil
    }
    let numbers = node.items.compactMap(\.number)
    guard numbers.count == 3, node.items.count == 3 else {
      fields.report(
        .wrongNumbers(node, expected: "three numbers in metres, `\(shape)`", count: 3))
      return nil
    }
    return numbers
  }

  private static func point(_ node: DataNode) -> Point? {
    let numbers = node.items.compactMap(\.number)
    guard numbers.count == 2, node.items.count == 2 else { return nil }
    return Point(x: numbers[0], y: numbers[1])
  }

  /// The frames of a track whose marks are of another kind.
  static func track(
    _ node: DataNode, over kind: LayerKind, _ problems: inout [Problem]
  ) -> Region.Geometry? {
    guard case .mapping(let fields) = node.kind else {
      problems.append(.wrong(node, expected: "marks by frame, such as `{0: …, 12: …, 30: hidden}`"))
      return nil
    }
    var frames: [Region.Keyframe] = []
    for field in fields {
      guard let number = Int(field.key.value), (0...lastFrame).contains(number) else {
        problems.append(
          Problem(
            .wrongValue(
              expected: "the number of a frame, from 0 to \(lastFrame)",
              found: "`\(field.key.value)`",
              suggestion: nil), at: field.key.span))
        continue
      }
      let frame = Located(number, field.key.span)
      let span = field.key.span.union(field.value.span)
      if field.value.text?.value == hidden {
        frames.append(Region.Keyframe(frame: frame, geometry: nil, span: span))
      } else if let geometry = read(field.value, kind, &problems) {
        frames.append(Region.Keyframe(frame: frame, geometry: geometry, span: span))
      }
    }
    return .track(frames)
  }

  /// Numbers above it are not kept exactly by programs that read JSON; no video is so long.
  private static let lastFrame = 1 << 53

  /// Stands in place of a mark in a frame from which on the thing is not seen.
  private static let hidden = "hidden"
}
