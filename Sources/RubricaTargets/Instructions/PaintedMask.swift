internal import RubricaModel
internal import RubricaSource

/// A mask laid over its picture: every pixel that is not 0 in the colour of the label, with a rim.
extension Page {
  /// `unit` is how many pixels of the picture are one of the screen.
  func writeMask(
    _ path: String, on size: (width: Int, height: Int), unit: Double, to html: inout HTMLWriter
  ) {
    guard let media = index.media(path), media.type == .png, let bytes = media.bytes,
      let own = media.size, own == size
    else { return }
    let name = places.nameMask()
    html.element(
      "filter",
      [
        .id(name), .init("x", "0"), .init("y", "0"), .init("width", "1"), .init("height", "1"),
        .init("color-interpolation-filters", "sRGB"),
      ]
    ) { html in
      // However dark a pixel is, it belongs to the thing unless it is black.
      html.element(
        "feColorMatrix",
        [
          .init("values", "0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 255 255 255 0 0"),
          .init("result", "shape"),
        ])
      html.element(
        "feMorphology",
        [
          .init("operator", "dilate"), .init("radius", Number.text(max(1, (unit * 2).rounded()))),
          .init("result", "wide"),
        ])
      html.element("feFlood", class: "rim")
      composite(of: "wide", "in", result: "stain", to: &html)
      composite(of: "shape", "out", result: "edge", to: &html)
      html.element("feFlood", class: "area")
      composite(of: "shape", "in", result: "fill", to: &html)
      html.element("feMerge") { html in
        for part in ["fill", "edge"] {
          html.element("feMergeNode", [.init("in", part)])
        }
      }
    }
    html.element("g", [.init("filter", "url(#" + name + ")")]) { html in
      places.writeImage(media, bytes, own, to: &html)
    }
  }

  /// What went before, inside or outside of another result.
  private func composite(
    of other: String, _ sense: String, result: String, to html: inout HTMLWriter
  ) {
    html.element(
      "feComposite",
      [.init("in2", other), .init("operator", sense), .init("result", result)])
  }
}
