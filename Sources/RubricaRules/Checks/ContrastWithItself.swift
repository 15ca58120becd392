package import RubricaModel
package import RubricaSource

/// A label is contrasted with another one.
package enum ContrastWithItself: Check {
  package static let info = CheckInfo(
    id: "contrast-with-itself",
    levels: .warning,
    summary: "No label is contrasted with itself.",
    rationale: """
      The line was meant for another label. The difference that it explains is missing there, and \
      here it says that the label is not itself.
      """,
    bad: [
      CheckExample(
        Sample.leadIns("**Not** ⟪[Stop](#stop)⟫: an octagon is never an other sign.", ""))
    ],
    good: [
      CheckExample(
        Sample.leadIns("", "**Not** [Stop](#stop): an octagon is never an other sign."))
    ])

  package static func check(_ index: GuidelineIndex, _ report: inout Report) {
    for label in index.guideline.labels {
      for contrast in label.contrasts where contrast.label.value == label.id.value {
        report.add(
          info, at: contrast.label.span, "`\(label.id.value)` is contrasted with itself",
          help: "link to the label that it is confused with")
      }
    }
  }
}
