package import RubricaModel
package import RubricaSource

/// If one label is easily taken for another, so is the other for the one.
package enum OneSidedContrast: Check {
  package static let info = CheckInfo(
    id: "one-sided-contrast",
    levels: .note,
    summary: "A contrast is explained under both of its labels.",
    rationale: """
      An annotator who has the second label in mind reads only its section, and does not learn that \
      the first one exists.
      """,
    bad: [
      CheckExample(
        Sample.leadIns("**Not** [Other sign](#other-sign): only the octagon is a stop sign.", "")
          .marking("[Other sign](#other-sign)"))
    ],
    good: [
      CheckExample(
        Sample.leadIns(
          "**Not** [Other sign](#other-sign): only the octagon is a stop sign.",
          "**Not** [Stop](#stop): an octagon is never an other sign."))
    ])

  package static func check(_ index: GuidelineIndex, _ report: inout Report) {
    let not = index.vocabulary.word(.not)
    for label in index.guideline.labels {
      for contrast in label.contrasts {
        guard contrast.label.value != label.id.value,
          let other = index.label(contrast.label.value),
          !other.isContrasted(with: label.id.value),
          // It may be the one that is named there by another id, which is told.
          other.contrasts.allSatisfy({ index.hasLabel($0.label.value) })
        else { continue }
        report.add(
          info, at: contrast.label.span, oneSided(label.id.value, other.id.value),
          help: "say under `\(other.id.value)` how it differs: **\(not)** `\(label.id.value)`: …")
      }
    }
  }

  private static func oneSided(_ label: String, _ other: String) -> String {
    "`\(label)` is contrasted with `\(other)`, but `\(other)` does not mention `\(label)`"
  }
}
