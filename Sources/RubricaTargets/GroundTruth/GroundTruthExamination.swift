internal import RubricaModel
internal import RubricaSource

/// Finds what Ground Truth cannot express or would refuse.
struct GroundTruthExamination {
  let plan: GroundTruthPlan
  let context: TargetContext

  init(_ index: GuidelineIndex, _ context: TargetContext) {
    plan = GroundTruthPlan(index)
    self.context = context
  }

  func run(_ report: inout Report) {
    var faults: [(span: Span, message: String, help: String)] = []
    let settings = GroundTruthSettings(context.settings) { faults.append(($0, $1, $2)) }
    for fault in faults {
      report.add(GroundTruthChecks.setting, at: fault.span, fault.message, help: fault.help)
    }
    if let span = settings?.publicWorkteam {
      report.add(
        GroundTruthChecks.publicWorkforce, at: span,
        "the public workforce has been discontinued, so this job cannot be started",
        help: "name a private work team or the work team of a vendor")
    }
    for layer in plan.index.guideline.layers { examine(layer, &report) }
    var isTitleReported = false
    for job in plan.jobs {
      examineLabels(of: job, &report)
      examineQuestion(of: job, &report)
      if !isTitleReported { isTitleReported = examineTitle(of: job, &report) }
    }
    if let settings { examineSize(settings, &report) }
  }

  // MARK: What cannot be said

  private func examine(_ layer: Layer, _ report: inout Report) {
    guard plan.jobs.contains(where: { $0.layer.id.value == layer.id.value }) else {
      let modality = plan.index.guideline.modality?.value.rawValue ?? "nothing"
      let reason =
        GroundTruthJob.task(for: layer, plan.index.guideline.modality?.value) == nil
        ? "there is no job of the kind `\(layer.kind.value.rawValue)` for the modality `\(modality)`"
        : "it has no labels to choose from"
      report.add(
        GroundTruthChecks.layer, at: layer.span,
        "no job is made for the layer `\(layer.id.value)`: \(reason)",
        help: "ask it in another tool, or remove `ground-truth` from `targets` in rubrica.yaml")
      return
    }
    if layer.kind.value == .pairwise {
      report.add(
        GroundTruthChecks.candidates, at: layer.candidates?.span ?? layer.span,
        "the page of `\(layer.id.value)` shows one text for both candidates",
        help: "write both into the text of each item, with their names")
    }
    if let mode = layer.preAnnotation, mode.value != .none {
      report.add(
        GroundTruthChecks.preAnnotation, at: mode.span,
        "the job for `\(layer.id.value)` starts from an empty page",
        help:
          "start an adjustment or verification job from the answers, or use another tool")
    }
    for attribute in layer.attributes {
      report.add(
        GroundTruthChecks.attribute, at: attribute.span,
        "the job for `\(layer.id.value)` does not ask for `\(attribute.id.value)`",
        help: "make it a layer of its own if every item can answer it")
    }
    for label in layer.labels.compactMap({ plan.index.label($0.value) }) {
      guard let form = label.form else { continue }
      report.add(
        GroundTruthChecks.notEnforced, at: form.expression.span,
        "Ground Truth offers only `\(label.id.value)`, and nobody can type the text that it stands for",
        help: "ask for the parts of the text in layers of their own, or use another tool")
    }
    let limits = [(layer.minimum, "the minimum"), (layer.maximum, "the maximum")]
    for (limit, words) in limits {
      guard let limit else { continue }
      report.add(
        GroundTruthChecks.notEnforced, at: limit.span,
        "Ground Truth does not enforce \(words) of the layer `\(layer.id.value)`",
        help: "say it in `cardinality`, and check the results for it")
    }
  }

  // MARK: Limits of the service

  private func examineLabels(of job: GroundTruthJob, _ report: inout Report) {
    let layer = job.layer
    let say = { (report: inout Report, span: Span, message: String, help: String) in
      report.add(GroundTruthChecks.labels, at: span, message, help: help)
    }
    let count = job.answers.count
    if job.task.classifies, count < 2 {
      say(
        &report, layer.span, "the layer `\(layer.id.value)` has \(count) answer to choose from",
        "a job requires at least 2: add a label or an escape answer")
    }
    if count > 50, job.task.isMulti || job.task == .box {
      say(
        &report, layer.span,
        "the layer `\(layer.id.value)` has \(count) answers, escape answers included",
        "a job allows at most 50: split the layer")
    } else if count > 10, !job.task.isText {
      report.add(
        GroundTruthChecks.manyLabels, at: layer.span,
        "the layer `\(layer.id.value)` has \(count) answers, escape answers included",
        help: "the page is documented to work with 10: test it with all of them")
    }
    var taken: [String: Span] = [:]
    for answer in job.answers {
      let length = answer.name.unicodeScalars.count
      if length > 256 {
        say(
          &report, answer.span,
          "an answer of `\(layer.id.value)` has a name of \(length) characters",
          "use at most 256")
      }
      if let first = taken[answer.name] {
        report.add(
          GroundTruthChecks.labels, at: answer.span,
          "two answers of `\(layer.id.value)` are called “\(answer.name)”",
          notes: [.init("the other one", at: first)], help: "give each its own name")
      } else {
        taken[answer.name] = answer.span
      }
    }
  }

  private func examineQuestion(of job: GroundTruthJob, _ report: inout Report) {
    guard let question = job.layer.question else { return }
    let scalars = question.value.unicodeScalars
    if scalars.count > 255 {
      report.add(
        GroundTruthChecks.question, at: question.span,
        "the question has \(scalars.count) characters; Ground Truth allows 255",
        help: "keep the question short, and explain it in the guideline")
    }
    if scalars.contains(where: Self.breaksLine) {
      report.add(
        GroundTruthChecks.question, at: question.span, "the question has a line break",
        help: "write it on one line")
    }
  }

  private static func breaksLine(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x0A, 0x0D, 0x85, 0x2028, 0x2029: true
    default: false
    }
  }

  private func examineTitle(of job: GroundTruthJob, _ report: inout Report) -> Bool {
    let title = plan.index.guideline.title
    let scalars = plan.title(of: job).unicodeScalars
    if let refused = scalars.first(where: Self.isRefusedInTitles) {
      report.add(
        GroundTruthChecks.title, at: title.span,
        "a job's title cannot have the character “\(refused)”", help: "write the title without it")
      return true
    }
    guard scalars.count > 128 else { return false }
    report.add(
      GroundTruthChecks.title, at: title.span,
      "the title of the job has \(scalars.count) characters; Ground Truth allows 128",
      notes: plan.jobs.count > 1
        ? [.init("the id of the layer is added to the title of the guideline")] : [],
      help: "shorten the title")
    return true
  }

  private static func isRefusedInTitles(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A, 0x0D, 0x20...0xFFFD: false
    default: true
    }
  }

  /// Only a guideline that might be too large is rendered for its size.
  private func examineSize(_ settings: GroundTruthSettings, _ report: inout Report) {
    let guideline = plan.index.guideline
    let written = guideline.sources.files.reduce(0) { $0 + $1.bytes.count }
    guard written > GroundTruthTemplate.maximumLength / 8 else { return }
    let places = GroundTruthPlaces(guideline, settings, digest: context.sourceDigest)
    for job in plan.jobs where job.task != .entities {
      let pictures = GroundTruthPictures(plan.index, places)
      let template = GroundTruthTemplate(plan: plan, job: job, pictures: pictures, context: context)
      let length = String(decoding: template.bytes, as: UTF8.self).unicodeScalars.count
      guard length > GroundTruthTemplate.maximumLength else { continue }
      report.add(
        GroundTruthChecks.templateSize, at: guideline.document.head,
        "the template for `\(job.layer.id.value)` has \(length) characters; 128,000 are allowed",
        help: "shorten the guideline, or move text for reviewers into sections for them")
    }
  }
}
