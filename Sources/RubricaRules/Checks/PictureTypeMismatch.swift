package import RubricaModel
package import RubricaSource

/// A file is what its name says.
package enum PictureTypeMismatch: Check {
  package static let info = CheckInfo(
    id: "picture-type-mismatch",
    levels: .warning,
    summary: "The file extension of a picture matches its format.",
    rationale: """
      Browsers look at the bytes and show it; platforms and mail programs look at the name and do not. \
      So it is missing exactly where the author cannot see it.
      """,
    bad: [
      CheckExample(
        Sample.signs("⟪![A sign](media/stop.png)⟫"), files: ["media/stop.png": "GIF89a......"])
    ],
    good: [
      CheckExample(
        Sample.signs("![A sign](media/stop.gif)"), files: ["media/stop.gif": "GIF89a......"])
    ])

  package static func check(_ index: GuidelineIndex, _ report: inout Report) {
    for media in index.guideline.media where media.bytes != nil && media.type.isPicture {
      guard let ending = media.path.split(separator: ".").last?.lowercased(),
        let named = types[ending], named != media.type,
        let reference = index.guideline.references.first(where: { $0.path == media.path })
      else { continue }
      report.add(
        info, at: reference.span,
        "`\(Wording.excerpt(media.path))` is a file of type \(media.type.rawValue)",
        help: "give the file the extension of its format, or convert it")
    }
  }

  private static let types: [String: MediaType] = [
    "png": .png, "jpg": .jpeg, "jpeg": .jpeg, "gif": .gif, "webp": .webp,
  ]
}
