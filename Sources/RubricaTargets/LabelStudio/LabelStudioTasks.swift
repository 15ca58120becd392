internal import RubricaModel
internal import RubricaSource

/// Makes the tasks: `tasks.json`. A good example whose record answers every question is a ground
/// truth; one that leaves a question open is a prediction to start from; a borderline one is a task
/// without an answer. A bad example is not a task: what it shows is wrong.
struct LabelStudioTasks {
  let plan: LabelStudioPlan
  let context: TargetContext

  var bytes: [UInt8] {
    let examples = Self.examples(plan)
    return JSONWriter.list(reserving: examples.count * 1_500 + 1_000) { tasks in
      var pictures: [String: String] = [:]
      for example in examples {
        guard let item = item(of: example, &pictures) else { continue }
        tasks.object { task in
          task.member(
            "data",
            object: { data in
              data.key(named: plan.item.field)
              data.item(item)
              plan.writeCandidates(of: example, to: &data)
            })
          task.member("meta", object: { write(metaOf: example, to: &$0) })
          write(answersOf: example, to: &task)
        }
      }
    }
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

  /// What the editor shows: the text, or the picture as a `data:` address.
  private func item(of example: Example, _ pictures: inout [String: String]) -> String? {
    switch example.input {
    case .text(let text): return text.text
    case .media(let path, _):
      if let address = pictures[path.value] { return address }
      guard let media = plan.index.media(path.value), let bytes = media.bytes else { return nil }
      let address = Base64.dataURI(bytes, type: media.type.rawValue)
      pictures[path.value] = address
      return address
    case nil: return nil
    }
  }

  private func write(metaOf example: Example, to meta: inout JSONWriter) {
    let guideline = plan.index.guideline
    meta.member("guideline", guideline.id.value)
    if let version = guideline.version { meta.member("version", version.value) }
    meta.member("digest", context.sourceDigest)
    meta.member("example", example.id)
    meta.member("role", example.role.rawValue)
  }

  private func write(answersOf example: Example, to task: inout JSONWriter) {
    guard example.role == .good else { return }
    let answers = LabelStudioAnswers(example, plan)
    guard answers.obstacle == nil else { return }
    if answers.open.isEmpty {
      task.member(
        "annotations",
        list: { list in
          list.object { annotation in
            annotation.member("ground_truth", true)
            annotation.member("result", written: answers.results)
          }
        })
    } else {
      task.member(
        "predictions",
        list: { list in
          list.object { prediction in
            prediction.member("model_version", "guideline \(context.sourceDigest)")
            prediction.member("result", written: answers.results)
          }
        })
    }
  }
}
