internal import RubricaModel
internal import RubricaSource

/// The picture of an example with the marks of its record.
struct MarkedPicture {
  let media: Media
  let bytes: [UInt8]
  let size: (width: Int, height: Int)
  let alternative: String
  let example: Example
  /// About how wide it stands on the screen, in CSS pixels: points and letters are drawn for that.
  let shownWidth: Double

  /// The marks that have a place on it, with their numbers if there are several.
  var regions: [(region: Region, layer: String, number: Int?)] {
    var all: [(region: Region, layer: String, number: Int?)] = []
    var count = 0
    for answer in example.expected?.answers ?? [] {
      guard case .regions(let regions) = answer.value else { continue }
      for region in regions {
        count += 1
        guard region.geometry.isOnPicture else { continue }
        all.append((region: region, layer: answer.layer.value, number: count))
      }
    }
    let isNumbered = example.expected?.hasNumberedRegions ?? false
    return isNumbered ? all : all.map { ($0.region, $0.layer, nil) }
  }
}

extension ExpectedRecord {
  /// Whether the marks are told apart by numbers, the same in the picture and in the words below it.
  var hasNumberedRegions: Bool {
    answers.reduce(0) { count, answer in
      if case .regions(let regions) = answer.value { count + regions.count } else { count }
    } > 1
  }
}

extension Page {
  func write(_ picture: MarkedPicture, to html: inout HTMLWriter) {
    let width = picture.size.width
    let height = picture.size.height
    let regions = picture.regions
    html.element("figure", class: "input") { html in
      let ratio = (Double(width) / Double(height) * 1000).rounded() / 1000
      html.element(
        "div", [.class("canvas"), .init("style", "--ratio:" + Number.text(ratio))]
      ) { html in
        html.element(
          "svg",
          [
            .init("viewBox", "0 0 \(width) \(height)"), .init("width", String(width)),
            .init("role", "img"), .init("aria-label", picture.alternative),
          ]
        ) { html in
          places.writeImage(picture.media, picture.bytes, picture.size, to: &html)
          let unit = Double(width) / picture.shownWidth
          for (region, layer, _) in regions {
            let className = look(of: region.label.value)
            html.element("g", [.class("mark " + className)]) { html in
              if case .mask(let path) = region.geometry {
                writeMask(path.value, on: picture.size, unit: unit, to: &html)
              } else {
                Drawing(unit: unit).write(region, layer: index.layer(layer), to: &html)
              }
            }
          }
        }
        writeTags(regions.map { ($0.region, $0.number) }, on: picture, to: &html)
      }
    }
  }

  /// The pixels of a mark that is a mask and lies over the picture.
  private func mask(of region: Region, on picture: MarkedPicture) -> Mask? {
    guard case .mask(let path) = region.geometry, let mask = index.media(path.value)?.mask,
      mask.width == picture.size.width, mask.height == picture.size.height
    else { return nil }
    return mask
  }

  private func writeTags(
    _ regions: [(region: Region, number: Int?)], on picture: MarkedPicture,
    to html: inout HTMLWriter
  ) {
    guard !regions.isEmpty else { return }
    var placement = TagPlacement(
      width: Double(picture.size.width), height: Double(picture.size.height),
      marks: regions.map {
        (geometry: $0.region.geometry, mask: mask(of: $0.region, on: picture))
      })
    for (place, (region, number)) in regions.enumerated() {
      let name = index.nameOnTag(region.label.value, words)
      let number = number.map { String($0) }
      let tag = placement.place(place, name: name, number: number)
      html.element(
        "span",
        [
          .class("tag " + tag.className + " " + look(of: region.label.value)),
          .init("style", tag.style), .init("aria-hidden", "true"),
        ]
      ) { html in
        if let number { html.element("b", text: number) }
        if tag.showsName {
          if number != nil { html.raw(" ") }
          html.text(name)
        }
      }
    }
  }
}

extension Region.Geometry {
  /// Whether a picture can show it.
  fileprivate var isOnPicture: Bool {
    switch self {
    case .box, .polygon, .polyline, .keypoints, .mask: true
    case .cuboid, .segment, .track: false
    }
  }
}

/// Draws a mark in the coordinates of its picture: a pale line below, so that it is seen on any
/// picture, and the line in the label's colour.
private struct Drawing {
  /// Pixels of the picture for one pixel of the screen.
  let unit: Double

  func write(_ region: Region, layer: Layer?, to html: inout HTMLWriter) {
    switch region.geometry {
    case .box(let left, let top, let right, let bottom):
      let attributes: [HTMLWriter.Attribute] = [
        .init("x", Number.text(left)), .init("y", Number.text(top)),
        .init("width", Number.text(right - left)), .init("height", Number.text(bottom - top)),
      ]
      html.element("rect", [.class("under")] + attributes)
      html.element("rect", attributes)
    case .polygon(let points):
      let path = points.map { Number.text($0.x) + "," + Number.text($0.y) }.joined(separator: " ")
      html.element("polygon", [.class("under"), .init("points", path)])
      html.element("polygon", [.init("points", path)])
    case .polyline(let points):
      let path = points.map { Number.text($0.x) + "," + Number.text($0.y) }.joined(separator: " ")
      html.element("polyline", [.class("under"), .init("points", path)])
      html.element("polyline", [.init("points", path)])
    case .keypoints(let points): write(points, layer, to: &html)
    case .mask, .cuboid, .segment, .track: break
    }
  }

  private func write(
    _ points: [Region.Keypoint], _ layer: Layer?, to html: inout HTMLWriter
  ) {
    for (from, to) in layer?.skeleton ?? [] {
      guard let start = points.first(where: { $0.id.value == from.value })?.point,
        let end = points.first(where: { $0.id.value == to.value })?.point
      else { continue }
      let attributes: [HTMLWriter.Attribute] = [
        .init("x1", Number.text(start.x)), .init("y1", Number.text(start.y)),
        .init("x2", Number.text(end.x)), .init("y2", Number.text(end.y)),
      ]
      html.element("line", [.class("under")] + attributes)
      html.element("line", attributes)
    }
    for keypoint in points {
      let radius = Number.text((unit * 4.5 * 10).rounded() / 10)
      html.element(
        "circle",
        [
          .class(keypoint.isHidden ? "point hidden" : "point"),
          .init("cx", Number.text(keypoint.point.x)), .init("cy", Number.text(keypoint.point.y)),
          .init("r", radius),
        ])
      html.element(
        "text",
        [
          .init("x", Number.text(keypoint.point.x + (unit * 7).rounded())),
          .init("y", Number.text(keypoint.point.y - (unit * 5).rounded())),
          .init("font-size", Number.text((unit * 13).rounded())),
        ], text: Page.letter(of: keypoint, in: layer))
    }
  }
}
