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
    // A picture is bytes, not text: the tests make one.
    bad: [],
    good: [CheckExample(Sample.signs(record: "signs: [{label: stop, box: [40, 30, 100, 90]}]"))])

  package static func check(_ index: GuidelineIndex, _ report: inout Report) {
    for example in index.guideline.examples {
      guard case .media(let path, _) = example.input,
        let size = index.media(path.value)?.size
      else { continue }
      for answer in example.expected?.answers ?? [] {
        guard case .regions(let regions) = answer.value else { continue }
        for region in regions {
          guard let corner = region.geometry.corners.first(where: { isOutside($0, size) }) else {
            continue
          }
          report.add(
            info, at: region.geometrySpan, outside(corner, region),
            notes: [
              .init("the picture is \(size.width) × \(size.height) pixels", at: path.span)
            ],
            help: "count the pixels of the picture file from its top left corner")
        }
      }
    }
  }

  private static func isOutside(_ point: Point, _ size: (width: Int, height: Int)) -> Bool {
    point.x < 0 || point.y < 0 || point.x > Double(size.width) || point.y > Double(size.height)
  }

  private static func outside(_ point: Point, _ region: Region) -> String {
    let place = "(\(point.x.written), \(point.y.written))"
    return "this `\(region.label.value)` reaches \(place), which is outside the picture"
  }
}
