package import RubricaModel
package import RubricaSource

/// A page opens before its reader gives up.
package enum LargePicture: Check {
  package static let info = CheckInfo(
    id: "large-picture",
    levels: .note,
    summary: "No picture is so large that its page opens slowly.",
    rationale: """
      Pages contain their pictures, so that they work without a network. One photo straight from the \
      camera makes a page that annotators on a slow connection never see completely.
      """,
    bad: [
      CheckExample(
        Sample.signs("⟪![A sign](media/stop.png)⟫"),
        files: ["media/stop.png": String(repeating: "pixels", count: 700), "rubrica.yaml": limited])
    ],
    good: [
      CheckExample(Sample.signs("![A sign](media/stop.png)"), files: ["media/stop.png": "pixels"])
    ],
    limit: CheckLimit(4_000, "kilobytes in a picture"))

  private static let limited = "rubrica: 1\nchecks: {large-picture: {limit: 4}}\n"

  package static func check(_ index: GuidelineIndex, _ report: inout Report) {
    let limit = report.limit(of: info)
    for media in index.guideline.media where media.type.isPicture {
      guard let bytes = media.bytes, bytes.count / 1_000 >= limit,
        let reference = index.guideline.references.first(where: {
          $0.kind == .image && $0.path == media.path
        })
      else { continue }
      report.add(
        info, at: reference.span, "this picture has \(bytes.count / 1_000) kilobytes",
        help: "scale it to the size that annotators see")
    }
  }
}
