package import RubricaModel
package import RubricaSource

/// Amazon SageMaker Ground Truth: one labeling job a layer, as a request, a label configuration and
/// a task template.
package enum GroundTruthTarget: Target {
  package static let info = TargetInfo(
    id: "ground-truth", title: "SageMaker Ground Truth",
    summary: "A labeling job for each layer: request, label configuration, task template.",
    checks: GroundTruthChecks.all,
    settings: GroundTruthSettings.keys)

  package static func examine(
    _ index: GuidelineIndex, _ context: TargetContext, _ report: inout Report
  ) {
    GroundTruthExamination(index, context).run(&report)
  }

  package static func render(
    _ guideline: CheckedGuideline, _ context: TargetContext
  ) -> [Artifact] {
    guard let settings = GroundTruthSettings(context.settings, fault: { _, _, _ in }) else {
      return []
    }
    let plan = GroundTruthPlan(guideline.index)
    let places = GroundTruthPlaces(
      guideline.guideline, settings, digest: context.sourceDigest)
    let pictures = GroundTruthPictures(plan.index, places)
    var artifacts: [Artifact] = []
    for (place, job) in plan.jobs.enumerated() {
      let folder = "ground-truth/\(job.folder)"
      let hasTemplate = job.task != .entities
      let template = GroundTruthTemplate(
        plan: plan, job: job,
        pictures: hasTemplate ? pictures : GroundTruthPictures(plan.index, nil), context: context)
      if hasTemplate {
        artifacts.append(
          Artifact(path: "\(folder)/template.liquid.html", type: .html, bytes: template.bytes))
      }
      let labels = GroundTruthLabels(job: job)
      let configuration = labels.configuration(
        instructions: hasTemplate ? nil : template.instructions)
      let request = GroundTruthRequest(
        plan: plan, job: job, number: place + 1, settings: settings, places: places,
        context: context)
      artifacts += [
        Artifact(
          path: "\(folder)/label-categories.json", type: .json, bytes: configuration.bytes),
        Artifact(path: "\(folder)/class-ids.json", type: .json, bytes: labels.classIDs.bytes),
        Artifact(path: "\(folder)/request.json", type: .json, bytes: request.json.bytes),
      ]
    }
    for picture in pictures.used {
      artifacts.append(
        Artifact(
          path: "ground-truth/media/\(picture.name)", type: picture.media.type,
          bytes: picture.media.bytes ?? []))
    }
    return artifacts
  }
}
