package import RubricaModel
package import RubricaSource

/// The file of a picture holds all of it.
package enum CutOffPicture: Check {
  package static let info = CheckInfo(
    id: "cut-off-picture",
    levels: .warning,
    summary: "The file of a picture does not end before the picture does.",
    rationale: """
      A copy that was broken off still has its size, so marks on it can be checked, and browsers show \
      its upper part without a word. Annotators learn from half an example.
      """,
    bad: [
      CheckExample(
        Sample.signs("⟪![A stop sign](media/stop.gif)⟫"),
        files: ["media/stop.gif": "GIF89a......."])
    ],
    // A whole one is bytes, not text: the tests make some.
    good: [
      CheckExample(
        Sample.signs("![A stop sign](media/stop.svg)"), files: ["media/stop.svg": "<svg/>"])
    ])

  package static func check(_ index: GuidelineIndex, _ report: inout Report) {
    // Without a size it is not a picture, which is told elsewhere.
    for media in index.guideline.media
    where media.type.isPicture && media.size != nil && media.isCutOff {
      let reference = index.guideline.references.first {
        $0.kind == .image && $0.path == media.path
      }
      guard let reference else { continue }
      report.add(
        info, at: reference.span,
        "`\(Wording.excerpt(media.path, limit: 80))` ends before the picture in it does",
        help: "copy it again from where it came from, or export it again")
    }
  }
}
