package import RubricaModel
package import RubricaSource

/// Pictures are part of the guideline.
package enum RemoteMedia: Check {
  package static let info = CheckInfo(
    id: "remote-media",
    levels: Levels(draft: .note, pilot: .warning, release: .error),
    summary: "Every picture is a file of the guideline, not an address on the web.",
    rationale: """
      The picture at a web address changes or disappears, so what was signed is not what is shown. Its \
      server also learns when each annotator works.
      """,
    bad: [CheckExample(Sample.signs("⟪![A stop sign](https://example.com/stop.png)⟫"))],
    good: [CheckExample(Sample.signs("[The law](https://example.com/law) names every sign."))])

  package static func check(_ index: GuidelineIndex, _ report: inout Report) {
    for reference in index.guideline.references
    where reference.kind == .image && reference.isRemote {
      report.add(
        info, at: reference.span, remote, help: "save it below `media/` and refer to the file")
    }
  }

  private static let remote = "this picture is loaded from the web"
}
