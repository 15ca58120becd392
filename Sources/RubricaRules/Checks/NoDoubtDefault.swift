package import RubricaModel
package import RubricaSource

/// There is an answer for "I cannot tell".
package enum NoDoubtDefault: Check {
  package static let info = CheckInfo(
    id: "no-doubt-default",
    levels: Levels(draft: nil, pilot: .warning, release: .warning),
    summary: "A guideline says what to do when in doubt, or offers an answer for it.",
    rationale: """
      Annotators are unsure about every tenth item. Without a rule each of them has a different habit, \
      and the model learns the habit. A rule or another general sentence that says what to do when in \
      doubt is enough, wherever it is; one under a label applies to that label only.
      """,
    bad: [
      CheckExample(Sample.signs(stage: "⟪pilot⟫", "Draw tight boxes.")),
      CheckExample(
        Sample.signs(
          stage: "pilot", header: "escape: [{id: unsure, means: unsure-flag, layers: [colour]}]",
          layers: """
            - {id: ⟪signs⟫, kind: box, labels: [stop, other-sign]}
            - {id: colour, kind: choice, labels: [red, blue]}
            """, "### Red\nRed.\n\n### Blue\nBlue.")),
    ],
    good: [
      CheckExample(
        Sample.signs(stage: "pilot", "## When in doubt\nPrefer `other-sign` to leaving it out.")),
      CheckExample(
        Sample.signs(
          stage: "pilot", header: "escape: [{id: unsure, means: unsure-flag}]",
          "Draw tight boxes.")),
      CheckExample(
        Sample.signs(stage: "pilot", "## General\nIf unsure, choose the label of the larger part.")),
    ])

  package static func check(_ index: GuidelineIndex, _ report: inout Report) {
    guard report.level(of: info) != nil else { return }
    let choosing = index.guideline.layers.filter {
      $0.kind.value.takesLabels && $0.labels.count > 1
    }
    guard !choosing.isEmpty else { return }
    let without = Set(InDoubt(index).layersWithout.map { $0.id.value })
    let layers = choosing.filter { without.contains($0.id.value) }
    guard !layers.isEmpty else { return }
    let isAll = layers.count == choosing.count
    report.add(
      info, at: isAll ? index.stagePlace : layers[0].id.span,
      isAll ? open : open(in: layers.map { $0.id.value }),
      help: """
        add the heading `\(index.vocabulary.word(.doubt))`, or an escape answer that means \
        `unsure-flag`
        """)
  }

  private static let open = "nothing says what to answer when in doubt"

  private static func open(in layers: [String]) -> String {
    "\(open) in \(layers.count == 1 ? "layer" : "the layers") \(Wording.list(layers))"
  }
}
