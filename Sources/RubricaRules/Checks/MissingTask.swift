package import RubricaModel
package import RubricaSource

/// A guideline says what the tool has to ask.
package enum MissingTask: Check {
  package static let info = CheckInfo(
    id: "missing-task",
    levels: Levels(draft: .note, pilot: .error, release: .error),
    summary: "The front matter says the modality and the layers of the task.",
    rationale: """
      Without them the guideline is a text only: no template of a labeling task can be made of it, \
      and no example can be checked.
      """,
    bad: [
      CheckExample("⟪⟫---\nrubrica: 1\n---\n\n# Signs\n\nDraw boxes.\n"),
      CheckExample("---\nrubrica: 1\nstage: ⟪pilot⟫\n---\n\n# Signs\n\nDraw boxes.\n"),
    ],
    good: [CheckExample(Sample.signs(stage: "pilot", "Draw tight boxes."))])

  package static func check(_ index: GuidelineIndex, _ report: inout Report) {
    let guideline = index.guideline
    // A layer that could not be read has a finding of its own, and is no reason to say there is none.
    let hasNoLayers = guideline.layers.isEmpty && guideline.problems.isEmpty
    guard hasNoLayers || guideline.modality == nil, guideline.hasFrontMatter else { return }
    report.add(
      info, at: index.stagePlace, guideline.layers.isEmpty ? noLayers : noModality,
      help: "add `task: {modality: image, layers: […]}`; docs/format/layers.md lists the kinds")
  }

  private static let noLayers = "the front matter has no task: nothing says what the tool asks"
  private static let noModality = "the task does not say what an item is: `modality: image`"
}
