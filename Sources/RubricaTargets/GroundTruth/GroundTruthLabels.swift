internal import RubricaModel
internal import RubricaSource

/// Makes the label configuration, and the table from its numbers to the ids of the guideline.
struct GroundTruthLabels {
  let job: GroundTruthJob

  /// `label-categories.json`. `instructions` are given to the interfaces that have no template.
  func configuration(instructions: (short: String, full: String)?) -> JSON {
    var members: [(String, JSON)] = [
      ("document-version", "2018-11-28"),
      ("labels", .array(job.answers.map(entry))),
    ]
    if let instructions {
      members.append(
        (
          "instructions",
          .object([
            ("shortInstruction", .string(instructions.short)),
            ("fullInstruction", .string(instructions.full)),
          ])
        ))
    }
    return .object(members)
  }

  private func entry(_ answer: GroundTruthJob.Answer) -> JSON {
    var members: [(String, JSON)] = [("label", .string(answer.name))]
    // The ready-made interface shows it beside each mark.
    let isShort = (1...4).contains(answer.id.unicodeScalars.count)
    if job.task == .entities, isShort, answer.id != answer.name {
      members.append(("shortDisplayName", .string(answer.id)))
    }
    return .object(members)
  }

  /// `class-ids.json`: what each number in the output manifest stands for.
  var classIDs: JSON {
    .array(
      job.answers.enumerated().map { place, answer in
        var members: [(String, JSON)] = [
          ("label", .string(answer.name)), ("id", .string(answer.id)),
        ]
        // The picture of a segmentation has colours, and its manifest their names: no numbers.
        if job.task != .segmentation { members.insert(("class-id", .integer(place)), at: 0) }
        switch answer.origin {
        case .label(let label):
          if let code = label.code { members.append(("code", .integer(code.value))) }
        case .escape(let escape):
          members.append(("escape", .string(escape.meaning?.value.rawValue ?? "other")))
        case .point, .candidate, .keypoint: break
        }
        return .object(members)
      })
  }
}
