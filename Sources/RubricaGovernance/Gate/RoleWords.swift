internal import RubricaBundle
package import RubricaModel
package import RubricaSignature
internal import RubricaSource

/// Why a role has not approved, in words.
package struct RoleWords {
  private let subject: GovernedSubject
  private let time: Timestamp?

  package init(_ subject: GovernedSubject, _ time: Timestamp?) {
    self.subject = subject
    self.time = time
  }

  package func denials(of status: RoleStatus) -> [Denial] {
    var found = status.objections.map { entry in
      Denial(
        .roleObjection,
        "`\(status.role)` has asked for changes since \(entry.signOff.signedAt): "
          + "\(entry.signOff.comment ?? "")", who: whoSettles(entry, status.role),
        statement: entry.file)
    }
    for (condition, entry) in status.conditions {
      guard let time, condition.until.end < time else { continue }
      found.append(
        Denial(
          .conditionOverdue,
          "`\(status.role)` approved with condition \(condition.id), to be met by "
            + "\(condition.until): \(condition.text)", who: [entry.signOff.person],
          statement: entry.file))
    }
    guard status.people.count < status.quorum else { return found }
    if status.approvals.isEmpty {
      found.append(
        Denial(.roleMissing, "Nobody approved as `\(status.role)`.", who: [status.role]))
    }
    for approval in status.approvals {
      for fault in approval.faults {
        found.append(
          Denial(
            fault.code, words(fault, approval, status.role), at: place(fault),
            who: who(fault, approval, status.role), statement: approval.entry.file))
      }
    }
    if !status.people.isEmpty {
      found.append(
        Denial(
          .roleQuorum,
          "`\(status.role)` needs \(status.quorum) people, but has \(status.people.count): "
            + status.people.joined(separator: ", "), who: [status.role]))
    }
    return found
  }

  /// An objection binds the role: anybody of it can say that it is met, and who has made it, if somebody else.
  private func whoSettles(_ entry: Ledger.Entry, _ role: String) -> [String] {
    let people = subject.policy.role(role)?.people.map(\.value) ?? []
    return people.contains(entry.signOff.signer) ? [role] : [role, entry.signOff.signer]
  }

  /// One person in two roles, unless the policy allows it.
  package static func twice(_ roles: [RoleStatus], _ policy: ApprovalPolicy) -> [Denial] {
    roles.twice(under: policy).map { person, roles in
      Denial(
        .rolePersonTwice,
        "`\(person)` approved as \(both(roles)); each role needs its own people.", who: roles)
    }
  }

  /// Roles behind "as".
  static func both(_ roles: [String]) -> String {
    roles.map { "`\($0)`" }.joined(separator: " and as ")
  }

  private func words(
    _ fault: RoleStatus.Fault, _ approval: RoleStatus.Approval, _ role: String
  ) -> String {
    let signOff = approval.entry.signOff
    let who = "The approval of `\(signOff.person)` as `\(role)`"
    switch fault {
    case .stale(let changes):
      let first = changes.prefix(3).map { "`\($0.path)` \(Self.words($0))" }
      let more = changes.count > 3 ? ", and \(changes.count - 3) more" : ""
      return "\(who) is for different content: \(first.joined(separator: ", "))\(more)."
    case .expired(let end): return "\(who) expired at \(end)."
    case .tooOld(let signed, let days):
      return "\(who) dates from \(signed) and counts for \(days) days only."
    case .notMember:
      return "\(who) does not count: the policy does not name that person for the role."
    case .selfApproval: return "\(who) does not count: that person is an author of the guideline."
    case .lacksScopes(let scopes):
      return "\(who) does not cover \(scopes.map { "`\($0)`" }.joined(separator: ", "))."
    case .foreignDigest(let scopes):
      return
        "\(who) gives \(scopes.map { "`\($0)`" }.joined(separator: ", ")) a digest other than "
        + "their own, although no leaf has changed."
    case .unknownPolicy(let digest):
      return "\(who) was made under the policy `\(digest.hex.prefix(16))…`, which nobody approved."
    case .noDelegation:
      return "\(who) was signed by `\(signOff.signer)`, without a delegation in force."
    }
  }

  /// `changed (semantic)`.
  package static func words(_ change: LeafChange) -> String {
    switch change.action {
    case .added: "is new (\(change.kind.rawValue))"
    case .removed: "is gone (\(change.kind.rawValue))"
    case .changed: "has changed (\(change.kind.rawValue))"
    }
  }

  private func place(_ fault: RoleStatus.Fault) -> Denial.Place? {
    guard case .stale(let changes) = fault else { return nil }
    return changes.lazy.compactMap { subject.leaf($0.path)?.place }.first
  }

  private func who(
    _ fault: RoleStatus.Fault, _ approval: RoleStatus.Approval, _ role: String
  ) -> [String] {
    switch fault {
    case .stale, .expired, .tooOld: [approval.person]
    default: [role]
    }
  }
}
