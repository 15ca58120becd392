package import RubricaModel
package import RubricaSource

/// Label Studio: a project with its labeling configuration, its instructions, and the examples as
/// tasks with ground truths.
package enum LabelStudioTarget: Target {
  package static let info = TargetInfo(
    id: "label-studio", title: "Label Studio",
    summary: "A project for Label Studio: configuration, instructions, examples as ground truths.",
    checks: LabelStudioChecks.all)

  package static func examine(
    _ index: GuidelineIndex, _ context: TargetContext, _ report: inout Report
  ) {
    LabelStudioExamination(index).run(&report)
  }

  package static func render(
    _ guideline: CheckedGuideline, _ context: TargetContext
  ) -> [Artifact] {
    guard let plan = LabelStudioPlan(guideline.index) else { return [] }
    let configuration = LabelStudioConfig(plan).root.bytes
    let project = LabelStudioProject(plan: plan, context: context, configuration: configuration)
    let tasks = LabelStudioTasks(plan: plan, context: context)
    return [
      Artifact(path: "label-studio/config.xml", type: .xml, bytes: configuration),
      Artifact(path: "label-studio/project.json", type: .json, bytes: project.bytes),
      Artifact(path: "label-studio/tasks.json", type: .json, bytes: tasks.bytes),
    ]
  }
}
