internal import RubricaModel
internal import RubricaSource

/// Makes the tasks: `tasks.json`. A good example whose record answers every question is a ground
/// truth; one that leaves a question open is a prediction to start from; a borderline one is a task
/// without an answer. A bad example is not a task: what it shows is wrong.
struct LabelStudioTasks {
  let plan: LabelStudioPlan
  let context: TargetContext

  var json: JSON {
    var pictures: [String: String] = [:]
    var tasks: [JSON] = []
    for example in Self.examples(plan) {
      guard let data = data(of: example, &pictures) else { continue }
      tasks.append(.object([("data", data), ("meta", meta(of: example))] + answers(of: example)))
    }
    return .array(tasks)
  }

  /// The examples that become tasks.
  static func examples(_ plan: LabelStudioPlan) -> [Example] {
    plan.index.guideline.examples.filter { example in
      guard example.role != .bad, example.audience.isForAnnotators else { return false }
      switch example.input {
      case .text(let text) where plan.item.field == "text":
        return example.expected != nil || !text.marks.isEmpty
      case .media(let path, _) where plan.item.field == "image":
        let media = plan.index.media(path.value)
        return example.expected != nil && media?.type.isPicture == true && media?.bytes != nil
      default: return false
      }
    }
  }

  private func data(of example: Example, _ pictures: inout [String: String]) -> JSON? {
    switch example.input {
    case .text(let text): return data(.string(text.text), example)
    case .media(let path, _):
      if let uri = pictures[path.value] { return data(.string(uri), example) }
      guard let media = plan.index.media(path.value), let bytes = media.bytes else { return nil }
      let uri = Base64.dataURI(bytes, type: media.type.rawValue)
      pictures[path.value] = uri
      return data(.string(uri), example)
    case nil: return nil
    }
  }

  private func data(_ item: JSON, _ example: Example) -> JSON {
    .object([(plan.item.field, item)] + plan.candidateData(of: example))
  }

  private func meta(of example: Example) -> JSON {
    let guideline = plan.index.guideline
    var members: [(String, JSON)] = [("guideline", .string(guideline.id.value))]
    if let version = guideline.version { members.append(("version", .string(version.value))) }
    members += [
      ("digest", .string(context.sourceDigest)), ("example", .string(example.id)),
      ("role", .string(example.role.rawValue)),
    ]
    return .object(members)
  }

  private func answers(of example: Example) -> [(String, JSON)] {
    guard example.role == .good else { return [] }
    let answers = LabelStudioAnswers(example, plan)
    guard answers.obstacle == nil else { return [] }
    let result = JSON.array(answers.results)
    guard answers.open.isEmpty else {
      return [
        (
          "predictions",
          [
            .object([
              ("model_version", .string("guideline \(context.sourceDigest)")), ("result", result),
            ])
          ]
        )
      ]
    }
    return [("annotations", [.object([("ground_truth", true), ("result", result)])])]
  }
}
