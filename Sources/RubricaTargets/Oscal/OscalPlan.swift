internal import RubricaModel
internal import RubricaSource

/// `poam.json`: the open items, each with the role that has to act, and the waived ones with the day
/// on which the waiver ends.
struct OscalPlan {
  private let document: OscalDocument
  private var reviewed: ReviewedGuideline { document.reviewed }

  init(_ document: OscalDocument) { self.document = document }

  /// Nil if nothing is open or waived.
  var bytes: [UInt8]? {
    let open = reviewed.report.results.filter { $0.state.isOpen || $0.state == .waived }
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
    var members: [(String, JSON)] = [
      ("uuid", .string(riskID(result))), ("title", .string(DataText.oneLine(item.question))),
      ("description", .string(reviewed.account(of: result))), ("statement", .string(item.why)),
      ("status", result.state == .waived ? "deviation-approved" : "open"),
    ]
    if let day = reviewed.deadline(of: result) {
      members.append(("deadline", .string("\(day)T00:00:00Z")))
    }
    return .object(members + [("remediations", [remediation])])
  }

  private func item(_ result: ChecklistResult) -> JSON {
    let item = result.item
    let props =
      [document.prop("control-id", item.id)] + document.props(item, result.state)
      + [document.prop("due-date", reviewed.deadline(of: result) ?? "not stated")]
    return .object([
      ("uuid", .string(reviewed.uuid("poam-item", item.id))),
      ("title", .string("\(item.id) (\(item.role))")),
      ("description", .string(item.question)), ("props", .array(props)),
      ("related-risks", [["risk-uuid": .string(riskID(result))]]),
    ])
  }
}
