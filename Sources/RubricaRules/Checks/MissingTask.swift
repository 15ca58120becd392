package import RubricaModel
package import RubricaSource

/// A guideline says what the tool has to ask.
package enum MissingTask: Check {
  package static let info = CheckInfo(
    id: "missing-task",
    levels: Levels(draft: .note, pilot: .error, release: .error),
    summary: "The front matter declares the modality and the layers of the task.",
    rationale: """
      Without them the guideline is only text: no labeling task can be made from it, and no example \
      can be checked.
      """,
    bad: [
      CheckExample("⟪⟫---\nrubrica: 1\n---\n\n# Signs\n\nDraw boxes.\n"),
      CheckExample("---\nrubrica: 1\nstage: ⟪pilot⟫\n---\n\n# Signs\n\nDraw boxes.\n"),
    ],
    good: [CheckExample(Sample.signs(stage: "pilot", "Draw tight boxes."))])

  package static func check(_ index: GuidelineIndex, _ report: inout Report) {
    let guideline = index.guideline
    // What could not be read has a finding of its own, and is not a reason to say there is none.
    guard guideline.hasFrontMatter, !guideline.unread.isAll else { return }
    let hasNoLayers = guideline.layers.isEmpty && !guideline.unread.mayHoldLayers
    let hasNoModality = guideline.modality == nil && !guideline.unread.modality
    guard hasNoLayers || hasNoModality else { return }
    report.add(
      info, at: index.stagePlace, hasNoLayers ? noLayers : noModality,
      help: hasNoLayers ? task : modality)
  }

  private static let task = """
    add `task`, as in `task: {modality: text, layers: [{id: topic, kind: choice, labels: [question, order]}]}`; \
    docs/format/layers.md lists the kinds
    """
  private static let modality =
    "add `modality` under `task`: \(Wording.list(Modality.allCases.map(\.rawValue)))"

  private static let noLayers = "the front matter has no task, so the tool has no questions to ask"
  private static let noModality = "the task has no modality"
}
