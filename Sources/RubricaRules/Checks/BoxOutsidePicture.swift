package import RubricaModel
package import RubricaSource

/// A mark on a picture lies on the picture.
package enum BoxOutsidePicture: Check {
  package static let info = CheckInfo(
    id: "box-outside-picture",
    levels: .error,
    summary: "Every box, outline, line and keypoint of an example lies inside its picture.",
    rationale: """
      No tool can draw it. The numbers come from a picture of another size or from another picture, \
      so the example shows the wrong place.
      """,
    // How large a picture is, only bytes can show: the tests make them.
    bad: [
      CheckExample(Sample.signs(record: "signs: [{label: stop, box: ⟪[-40, 30, 100, 90]⟫}]")),
      CheckExample(Sample.drive("{0: [10, 10, 30, 30], ⟪12: [20, -5, 40, 30]⟫}")),
    ],
    good: [
      CheckExample(Sample.signs(record: "signs: [{label: stop, box: [40, 30, 100, 90]}]")),
      CheckExample(Sample.drive("{0: [0, 10, 30, 30], 12: [20, 0, 40, 30]}")),
    ])

  package static func check(_ index: GuidelineIndex, _ report: inout Report) {
    for example in index.guideline.examples {
      var size: (width: Int, height: Int)?
      var notes: [Diagnostic.Note] = []
      if case .media(let path, _) = example.input, let known = index.media(path.value)?.size {
        size = known
        notes = [.init("the picture is \(known.width) × \(known.height) pixels", at: path.span)]
      }
      for answer in example.expected?.answers ?? [] {
        guard case .regions(let regions) = answer.value else { continue }
        for region in regions {
          guard let (corner, place) = firstOutside(region, size) else { continue }
          report.add(
            info, at: place, outside(corner, region), notes: notes,
            help: "count the pixels of the picture file from its top left corner")
        }
      }
    }
  }

  /// The first corner that is not in the picture, and where it is written.
  private static func firstOutside(
    _ region: Region, _ size: (width: Int, height: Int)?
  ) -> (corner: Point, place: Span)? {
    if case .track(let frames) = region.geometry {
      for frame in frames {
        let corners = frame.geometry?.corners ?? []
        if let corner = corners.first(where: { isOutside($0, size) }) {
          return (corner, frame.span)
        }
      }
      return nil
    }
    let corner = region.geometry.corners.first { isOutside($0, size) }
    return corner.map { ($0, region.geometrySpan) }
  }

  /// Without a known size only what is left of it or above it is outside.
  private static func isOutside(_ point: Point, _ size: (width: Int, height: Int)?) -> Bool {
    if point.x < 0 || point.y < 0 { return true }
    guard let size else { return false }
    return point.x > Double(size.width) || point.y > Double(size.height)
  }

  private static func outside(_ point: Point, _ region: Region) -> String {
    let place = "(\(point.x.written), \(point.y.written))"
    return "this `\(region.label.value)` reaches \(place), which is outside the picture"
  }
}
