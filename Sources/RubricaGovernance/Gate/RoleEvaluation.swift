internal import RubricaSource
package import RubricaBundle
package import RubricaModel
package import RubricaSignature

/// Decides about each role of a policy from the verified sign-offs of one guideline.
package struct RoleEvaluation: Sendable {
  /// What the guideline says now.
  package let subject: GovernedSubject
  package let ledger: Ledger
  /// Digests of policies that were approved, the one in force among them.
  package let approvedPolicies: Set<Digest>
  /// What is asked about; nil leaves time aside.
  package let time: Timestamp?

  package init(
    _ subject: GovernedSubject, _ ledger: Ledger, approvedPolicies: Set<Digest>, time: Timestamp?
  ) {
    self.subject = subject
    self.ledger = ledger
    self.approvedPolicies = approvedPolicies
    self.time = time
  }

  /// In the order of the policy.
  package func statuses() -> [RoleStatus] { subject.policy.roles.map(status) }

  package func status(of role: ApprovalPolicy.Role) -> RoleStatus {
    let entries = ledger.entries.filter { $0.signOff.role == role.name.value }
    let gone = withdrawn(among: entries)
    var latest: [String: Int] = [:]
    var objections: [Ledger.Entry] = []
    for (place, entry) in entries.enumerated() where !gone.contains(entry.digest) {
      if entry.signOff.decision.isApproval {
        latest[entry.signOff.person] = place
      } else if entry.signOff.decision == .requestChanges {
        objections.append(entry)
        // Who asks for changes does not approve any more.
        latest[entry.signOff.person] = nil
      }
    }
    let approvals = latest.values.sorted().map { approval(entries[$0], role) }
    return RoleStatus(
      role: role.name.value, quorum: role.quorum.value, approvals: approvals,
      objections: objections,
      conditions: approvals.filter(\.counts).flatMap { approval in
        approval.entry.signOff.conditions.map { ($0, approval.entry) }
      })
  }

  /// Statements that were taken back, or an objection that its role's later approval names.
  private func withdrawn(among entries: [Ledger.Entry]) -> Set<Digest> {
    var gone: Set<Digest> = []
    for entry in entries {
      guard let target = entry.signOff.supersedes, entry.signOff.decision != .delegate else {
        continue
      }
      gone.insert(target)
    }
    return gone
  }

  private func approval(_ entry: Ledger.Entry, _ role: ApprovalPolicy.Role) -> RoleStatus.Approval {
    let signOff = entry.signOff
    let oldest = signOff.signedAt.adding(days: role.maximumAge.value)
    let validUntil = min(signOff.expiresAt ?? oldest, oldest)
    var faults: [RoleStatus.Fault] = []
    if !role.people.contains(where: { $0.value == signOff.person }) { faults.append(.notMember) }
    if signOff.onBehalfOf != nil, !isDelegated(entry) { faults.append(.noDelegation) }
    if !role.authorsMaySign, isAuthor(signOff.signer) || isAuthor(signOff.person) {
      faults.append(.selfApproval)
    }
    if !approvedPolicies.contains(signOff.policy) { faults.append(.unknownPolicy(signOff.policy)) }
    if let time, let expiry = signOff.expiresAt, expiry <= time {
      faults.append(.expired(expiry))
    } else if let time, oldest <= time {
      faults.append(.tooOld(signOff.signedAt, days: role.maximumAge.value))
    }
    faults += content(entry, role)
    return RoleStatus.Approval(entry: entry, faults: faults, validUntil: validUntil)
  }

  /// What the approval covers against what there is now.
  private func content(
    _ entry: Ledger.Entry, _ role: ApprovalPolicy.Role
  ) -> [RoleStatus.Fault] {
    let signOff = entry.signOff
    let names = role.scopes.map(\.value)
    let lacking = names.filter { name in
      !signOff.subjects.contains { $0.name == subject.name(ofScope: name) }
    }
    guard lacking.isEmpty else { return [.lacksScopes(lacking)] }
    let changes = subject.changes(of: names, since: signOff.leaves)
    let lost = changes.filter { !role.keeps.contains($0.kind) }
    if !lost.isEmpty { return [.stale(lost)] }
    // All words are as they were: then the digests that were signed must be those of the scopes.
    guard !changes.contains(where: { $0.kind > .presentation }) else { return [] }
    let foreign = names.filter { name in
      guard let scope = subject.scope(name) else { return true }
      return !signOff.subjects.contains {
        $0.name == subject.name(ofScope: name) && $0.digest == scope.digest
      }
    }
    return foreign.isEmpty ? [] : [.foreignDigest(foreign)]
  }

  private func isAuthor(_ person: String) -> Bool {
    subject.authors.contains { $0 == person }
  }

  /// Whether the person for whom somebody signs had given them the role by then.
  private func isDelegated(_ entry: Ledger.Entry) -> Bool {
    let gone = withdrawn(among: ledger.entries)
    return ledger.entries.contains { other in
      let signOff = other.signOff
      return other.position < entry.position && signOff.decision == .delegate
        && signOff.role == entry.signOff.role && signOff.signer == entry.signOff.onBehalfOf
        && signOff.onBehalfOf == nil && signOff.delegate == entry.signOff.signer
        && !gone.contains(other.digest) && isInForce(signOff.expiresAt, entry.signOff.signedAt)
    }
  }

  private func isInForce(_ expiry: Timestamp?, _ signedAt: Timestamp) -> Bool {
    guard let expiry else { return false }
    return expiry > signedAt && time.map { expiry > $0 } ?? true
  }
}
