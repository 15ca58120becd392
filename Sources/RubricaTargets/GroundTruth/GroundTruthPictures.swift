internal import RubricaModel
internal import RubricaSource

/// The pictures that the instructions of the jobs show. They lie beside the templates in the bucket,
/// private, and are opened to a worker when the page is made.
final class GroundTruthPictures: ProseSurroundings {
  private let index: GuidelineIndex
  private let places: GroundTruthPlaces?
  /// Each with its name in the bundle, in order of first use.
  private(set) var used: [(media: Media, name: String)] = []
  private var names: [String: String] = [:]

  /// Without places, every picture stays words: interfaces without a template cannot open it.
  init(_ index: GuidelineIndex, _ places: GroundTruthPlaces?) {
    self.index = index
    self.places = places
  }

  func hasPlace(_ id: String) -> Bool { false }

  func file(at path: String) -> Media? { nil }

  func writePicture(
    _ source: String, alternative: String, title: String, to html: inout HTMLWriter
  ) {
    guard let address = address(of: source) else {
      html.text(alternative.isEmpty ? source : alternative)
      return
    }
    html.void(
      "img",
      [
        .liquid("src", .readable(address)), .init("alt", alternative),
        .init("style", "max-width: 100%"),
      ] + (title.isEmpty ? [] : [.init("title", title)]))
  }

  /// Where the picture at a path will lie; nil if it is none of ours, or no picture.
  func address(of path: String) -> S3Location? {
    guard let places, let media = index.media(path), media.bytes != nil, media.type.isPicture else {
      return nil
    }
    if let name = names[path] { return places.file("media/\(name)") }
    let name = "picture-\(used.count + 1).\(media.type.fileExtension)"
    names[path] = name
    used.append((media, name))
    return places.file("media/\(name)")
  }

  /// The picture of an example with its marks drawn on it. False if there is nothing to draw.
  func draw(_ example: Example, _ layer: Layer, _ html: inout HTMLWriter) -> Bool {
    guard case .media(let path, let alternative) = example.input,
      let address = address(of: path.value)
    else { return false }
    let regions =
      example.expected?.answers.filter { $0.layer.value == layer.id.value }
      .flatMap { answer -> [Region] in
        if case .regions(let regions) = answer.value { regions } else { [] }
      } ?? []
    guard !regions.isEmpty, let size = index.media(path.value)?.size else {
      html.element("p") {
        writePicture(path.value, alternative: alternative, title: "", to: &$0)
      }
      return true
    }
    let width = Number.text(max(2, Double(size.width) / 200))
    html.element(
      "svg",
      [
        .init("viewBox", "0 0 \(size.width) \(size.height)"), .init("role", "img"),
        .init("aria-label", alternative), .init("style", "max-width: 100%"),
      ]
    ) { html in
      html.element(
        "image",
        [
          .liquid("href", .readable(address)), .init("width", String(size.width)),
          .init("height", String(size.height)),
        ])
      for region in regions {
        let stroke: [HTMLWriter.Attribute] = [
          .init("fill", "none"),
          .init("stroke", index.colour(ofLabel: region.label.value)?.hex ?? Colour.palette[0].hex),
          .init("stroke-width", width),
        ]
        Self.draw(region.geometry, stroke, radius: width, &html)
      }
    }
    return true
  }

  private static func draw(
    _ geometry: Region.Geometry, _ stroke: [HTMLWriter.Attribute], radius: String,
    _ html: inout HTMLWriter
  ) {
    switch geometry {
    case .box(let left, let top, let right, let bottom):
      html.element(
        "rect",
        [
          .init("x", Number.text(left)), .init("y", Number.text(top)),
          .init("width", Number.text(right - left)), .init("height", Number.text(bottom - top)),
        ] + stroke)
    case .polygon(let points):
      let text = points.map { "\(Number.text($0.x)),\(Number.text($0.y))" }.joined(separator: " ")
      html.element("polygon", [.init("points", text)] + stroke)
    case .polyline(let points):
      let text = points.map { "\(Number.text($0.x)),\(Number.text($0.y))" }.joined(separator: " ")
      html.element("polyline", [.init("points", text)] + stroke)
    case .mask, .cuboid, .segment, .track: break
    case .keypoints(let points):
      for point in points {
        html.element(
          "circle",
          [
            .init("cx", Number.text(point.point.x)), .init("cy", Number.text(point.point.y)),
            .init("r", radius),
          ] + stroke)
      }
    }
  }
}

extension MediaType {
  fileprivate var fileExtension: String {
    switch self {
    case .png: "png"
    case .jpeg: "jpg"
    case .gif: "gif"
    case .webp: "webp"
    case .svg: "svg"
    default: "bin"
    }
  }
}
