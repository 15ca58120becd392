package import RubricaModel
package import RubricaSource

/// There is an answer for "I cannot tell".
package enum NoDoubtDefault: Check {
  package static let info = CheckInfo(
    id: "no-doubt-default",
    levels: Levels(draft: nil, pilot: .warning, release: .warning),
    summary: "A guideline says what to do when in doubt, or offers an answer for it.",
    rationale: """
      Somebody is in doubt on every tenth item. Without a rule each annotator has another habit, \
      and the habit is what the model learns.
      """,
    bad: [CheckExample(Sample.signs(stage: "⟪pilot⟫", "Draw tight boxes."))],
    good: [
      CheckExample(
        Sample.signs(stage: "pilot", "## When in doubt\nPrefer `other-sign` to leaving it out.")),
      CheckExample(
        Sample.signs(
          stage: "pilot", header: "escape: [{id: unsure, means: unsure-flag}]",
          "Draw tight boxes.")),
    ])

  package static func check(_ index: GuidelineIndex, _ report: inout Report) {
    let guideline = index.guideline
    guard guideline.doubt == nil,
      guideline.layers.contains(where: { $0.kind.value.takesLabels && $0.labels.count > 1 }),
      !guideline.escapes.contains(where: { $0.meaning?.value == .unsureFlag })
    else { return }
    report.add(
      info, at: index.stagePlace, open,
      help: """
        add the heading `\(index.vocabulary.word(.doubt))`, or an escape answer that means \
        `unsure-flag`
        """)
  }

  private static let open = "nothing says what to answer when in doubt"
}
