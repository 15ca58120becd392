internal import RubricaModel
internal import RubricaSource

/// `poam.json`: the open items, each with the role that has to act.
struct OscalPlan {
  private let document: OscalDocument
  private var reviewed: ReviewedGuideline { document.reviewed }

  init(_ document: OscalDocument) { self.document = document }

  /// Nil if nothing is open.
  var bytes: [UInt8]? {
    let open = reviewed.report.results.filter(\.state.isOpen)
    guard !open.isEmpty else { return nil }
    return document.bytes(
      "plan-of-action-and-milestones", "Open items",
      [
        (
          "system-id",
          [
            "identifier-type": "http://ietf.org/rfc/rfc4122",
            "id": .string(reviewed.uuid("system", "")),
          ]
        ),
        ("risks", .array(open.map(risk))), ("poam-items", .array(open.map(item))),
      ])
  }

  private func riskID(_ result: ChecklistResult) -> String {
    reviewed.uuid("risk", result.item.id)
  }

  private func risk(_ result: ChecklistResult) -> JSON {
    let item = result.item
    let task: JSON = .object([
      ("uuid", .string(reviewed.uuid("task", item.id))), ("type", "action"),
      ("title", .string("Settle \(item.id)")),
      ("responsible-roles", document.responsible(item)),
    ])
    let remediation: JSON = .object([
      ("uuid", .string(reviewed.uuid("remediation", item.id))), ("lifecycle", "recommendation"),
      ("title", .string("Settle \(item.id)")), ("description", .string(result.action ?? item.how)),
      ("tasks", [task.onOneLine]),
    ])
    return .object([
      ("uuid", .string(riskID(result))), ("title", .string(DataText.oneLine(item.question))),
      ("description", .string(ReviewedGuideline.account(of: result))),
      ("statement", .string(item.why)), ("status", "open"), ("remediations", [remediation]),
    ])
  }

  private func item(_ result: ChecklistResult) -> JSON {
    let item = result.item
    let props =
      [document.prop("control-id", item.id)] + document.props(item, result.state)
      + [document.prop("due-date", "not stated")]
    return .object([
      ("uuid", .string(reviewed.uuid("poam-item", item.id))),
      ("title", .string("\(item.id) (\(item.role))")),
      ("description", .string(item.question)), ("props", .array(props)),
      ("related-risks", [["risk-uuid": .string(riskID(result))]]),
    ])
  }
}
