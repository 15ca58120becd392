package import RubricaModel
package import RubricaSource

/// A mask fits its picture.
package enum InvalidMask: Check {
  package static let info = CheckInfo(
    id: "invalid-mask",
    levels: .error,
    summary:
      "A mask is a PNG in the guideline's folder, as large as the picture, and not empty.",
    rationale: """
      A mask says for each pixel of the picture whether it belongs to the object. If its size differs, \
      it says so for the wrong pixels, and JPEG changes the very values that are the answer.
      """,
    bad: [
      CheckExample(Sample.masks("[{label: stop, mask: ⟪media/mask.png⟫}]")),
      CheckExample(
        Sample.masks("[{label: stop, mask: ⟪media/mask.png⟫}]"),
        files: ["media/mask.png": "no picture"]),
    ],
    // A picture is bytes, not text: the tests make one.
    good: [CheckExample(Sample.masks("none"))])

  package static func check(_ index: GuidelineIndex, _ report: inout Report) {
    for example in index.guideline.examples {
      for answer in example.expected?.answers ?? [] {
        guard case .regions(let regions) = answer.value else { continue }
        for region in regions {
          for path in region.geometry.masks { examine(path, of: example, index, &report) }
        }
      }
    }
  }

  private static func examine(
    _ path: Located<String>, of example: Example, _ index: GuidelineIndex, _ report: inout Report
  ) {
    let file = "`\(Wording.excerpt(path.value, limit: 80))`"
    guard let media = index.media(path.value) else { return }
    guard media.bytes != nil else {
      report.add(
        info, at: path.span, "the mask \(file) cannot be read",
        help: "put the file into the guideline's folder, or correct the path")
      return
    }
    guard media.type == .png, let size = media.size else {
      report.add(
        info, at: path.span, "the mask \(file) is not a PNG", help: "export it again as PNG")
      return
    }
    guard let mask = media.mask else {
      report.add(
        info, at: path.span, "the pixels of the mask \(file) cannot be read",
        help: "export it again as PNG, not interlaced")
      return
    }
    if mask.ends.count < 2 {
      report.add(
        info, at: path.span, "no pixel of the mask \(file) belongs to the object",
        help: "give its pixels a value other than 0; if there is no object, omit the mark")
    }
    guard case .media(let picture, _) = example.input,
      let expected = index.media(picture.value)?.size, expected != size
    else { return }
    report.add(
      info, at: path.span, "the mask has \(size.width) × \(size.height) pixels",
      notes: [
        .init("the picture has \(expected.width) × \(expected.height) pixels", at: picture.span)
      ],
      help: "export the mask in the size of the picture")
  }
}

extension Sample {
  fileprivate static func masks(_ marks: String) -> String {
    signs(
      layers: "- {id: signs, kind: mask, labels: [stop, other-sign]}", record: "signs: \(marks)")
  }
}
