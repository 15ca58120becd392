internal import RubricaGovernance
internal import RubricaSignature
internal import RubricaSource
internal import RubricaTargets

/// How it stands with one guideline, for programs: what `status` adds to the answer of the gate. See
/// docs/formats/gate.md.
extension StatusText {
  var members: [(String, JSON)] {
    [
      ("roles", .array(roles.map(Self.json))),
      (
        "checklist",
        .object([
          ("items", .integer(asked)), ("open", .integer(open)),
          (
            "turns",
            .array(
              turns.map { turn in
                .object([
                  ("role", .string(turn.role)), ("items", .array(turn.items.map(JSON.string))),
                ])
              })
          ),
        ])
      ),
      (
        "due",
        .array(
          due.map { due in
            .object([
              ("date", .string(due.date)), ("what", .string(due.what)), ("role", .string(due.role)),
            ])
          })
      ),
    ]
  }

  private static func json(_ status: RoleStatus) -> JSON {
    let people = status.approvals.filter(\.counts).map { approval in
      JSON.object([
        ("person", .string(approval.person)),
        ("validUntil", .string(approval.validUntil.description)),
      ])
    }
    return .object([
      ("role", .string(status.role)), ("isSatisfied", .bool(status.isSatisfied)),
      ("quorum", .integer(status.quorum)), ("count", .integer(status.people.count)),
      ("approvals", .array(people)), ("objections", .integer(status.objections.count)),
      ("conditions", .integer(status.conditions.count)),
    ])
  }
}
