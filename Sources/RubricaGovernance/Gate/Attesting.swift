package import RubricaModel
internal import RubricaSignature
internal import RubricaSource

extension RoleEvaluation {
  /// What the checklist may count as signed, in words and dates.
  package var attestations: Attestations {
    let statuses = statuses()
    let roles = zip(subject.policy.roles, statuses).map { role, status in
      let counting = status.approvals.filter(\.counts)
      return Attestations.Role(
        name: role.name.value, answersFor: role.answersFor.map(\.value),
        people: status.people.map { person in
          counting.first { $0.person == person }?.entry.signOff.signerName ?? person
        }, quorum: status.quorum,
        objectors: status.objections.map(\.signOff.signerName),
        until: counting.map(\.validUntil).min().map { $0.date.description },
        covered: Set(subject.leaves(of: role.scopes.map(\.value)).map(\.path)))
    }
    let conditions = statuses.flatMap { status in
      status.conditions.map { condition, _ in
        Attestations.Condition(
          id: condition.id, text: condition.text, role: status.role,
          until: condition.until.description)
      }
    }
    // What had ended when the last of them signed counts beside nothing. Without a clock, the log is the clock.
    let dated =
      time != nil
      ? statuses
      : RoleEvaluation(
        subject, ledger, approvedPolicies: approvedPolicies,
        time: ledger.entries.last?.signOff.signedAt
      ).statuses()
    // Who it is stands in the log; the checklist goes to others as well.
    let faults = dated.twice(under: subject.policy).map { _, roles in
      "one person has approved as \(RoleWords.both(roles)), and each role needs its own people"
    }
    return Attestations(roles: roles, conditions: conditions, faults: faults)
  }
}
