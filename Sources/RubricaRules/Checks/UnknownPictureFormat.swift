package import RubricaModel
package import RubricaSource

/// A picture is one that browsers and tools show.
package enum UnknownPictureFormat: Check {
  package static let info = CheckInfo(
    id: "unknown-picture-format",
    levels: .warning,
    summary: "A picture is PNG, JPEG, GIF, WebP or SVG by its content, not only by its name.",
    rationale: """
      Browsers do not show the file, and its size cannot be read, so the boxes of an example \
      cannot be checked.
      """,
    bad: [
      CheckExample(
        Sample.signs("⟪![A stop sign](media/stop.heic)⟫"), files: ["media/stop.heic": "no picture"])
    ],
    good: [
      CheckExample(
        Sample.signs("![A stop sign](media/stop.svg)"), files: ["media/stop.svg": "<svg/>"])
    ])

  package static func check(_ index: GuidelineIndex, _ report: inout Report) {
    for reference in index.guideline.references
    where reference.kind == .image && !reference.isRemote {
      let path = reference.path
      guard let media = index.media(path), media.bytes != nil,
        media.type == .unknown || (isSizedByHeader(media.type) && media.size == nil)
      else { continue }
      report.add(
        info, at: reference.span, unknown(path), help: "export it again as PNG or JPEG")
    }
  }

  private static func isSizedByHeader(_ type: MediaType) -> Bool {
    type.isPicture && type != .svg
  }

  private static func unknown(_ path: String) -> String {
    "`\(Wording.excerpt(path, limit: 80))` is not a readable picture"
  }
}
