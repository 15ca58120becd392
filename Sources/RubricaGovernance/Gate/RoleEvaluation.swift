package import RubricaBundle
package import RubricaModel
package import RubricaSignature
internal import RubricaSource

/// Decides about each role of a policy from the verified sign-offs of one guideline.
package struct RoleEvaluation: Sendable {
  /// What the guideline says now.
  package let subject: GovernedSubject
  package let ledger: Ledger
  /// Digests of policies that were approved, the one in force among them.
  package let approvedPolicies: Set<Digest>
  /// What is asked about; nil leaves time aside.
  package let time: Timestamp?
  /// Delegations under policies that were approved.
  private let delegations: [Delegation]
  private let entries: [Digest: Ledger.Entry]

  private struct Delegation {
    var entry: Ledger.Entry
    /// Where in the log the same person has first taken it back or put another statement in its place; nil if they
    /// have not.
    var end: Int?
  }

  package init(
    _ subject: GovernedSubject, _ ledger: Ledger, approvedPolicies: Set<Digest>, time: Timestamp?
  ) {
    self.subject = subject
    self.ledger = ledger
    self.approvedPolicies = approvedPolicies
    self.time = time
    var entries: [Digest: Ledger.Entry] = [:]
    for entry in ledger.entries { entries[entry.digest] = entry }
    self.entries = entries
    let given = ledger.entries.filter {
      $0.signOff.decision == .delegate && approvedPolicies.contains($0.signOff.policy)
    }
    var ends: [Digest: Int] = [:]
    if !given.isEmpty {
      for entry in ledger.entries {
        guard let digest = entry.signOff.supersedes,
          entries[digest]?.signOff.signer == entry.signOff.signer
        else { continue }
        ends[digest] = min(ends[digest] ?? entry.position, entry.position)
      }
    }
    delegations = given.map { Delegation(entry: $0, end: ends[$0.digest]) }
  }

  /// The statement whose place another one takes, if its signature holds.
  func target(of entry: Ledger.Entry) -> Ledger.Entry? {
    entry.signOff.supersedes.flatMap { entries[$0] }
  }

  /// In the order of the policy.
  package func statuses() -> [RoleStatus] { subject.policy.roles.map(status) }

  package func status(of role: ApprovalPolicy.Role) -> RoleStatus {
    let entries = ledger.entries.filter { $0.signOff.role == role.name.value }
    let gone = SupersededStatements(entries, role, self).digests
    var latest: [String: Int] = [:]
    var conditions: [(condition: SignOff.Condition, entry: Ledger.Entry)] = []
    var objections: [Ledger.Entry] = []
    for (place, entry) in entries.enumerated() {
      let signOff = entry.signOff
      let isGone = gone.contains(entry.digest)
      if signOff.decision.isApproval {
        // One that was taken back has taken the place of those before it all the same.
        latest[signOff.person] = isGone ? nil : place
        if !isGone, !signOff.conditions.isEmpty, isWordOfRole(entry, role) {
          // They stay open until their own statement is named, whatever becomes of the approval.
          conditions += signOff.conditions.map { (condition: $0, entry: entry) }
        }
      } else if signOff.decision == .requestChanges, !isGone {
        objections.append(entry)
        // Who asks for changes does not approve any more.
        latest[signOff.person] = nil
      }
    }
    let approvals = latest.values.sorted().map { approval(entries[$0], role) }
    return RoleStatus(
      role: role.name.value, quorum: role.quorum.value, approvals: approvals,
      objections: objections, conditions: conditions)
  }

  private func approval(_ entry: Ledger.Entry, _ role: ApprovalPolicy.Role) -> RoleStatus.Approval {
    let signOff = entry.signOff
    let oldest = signOff.signedAt.adding(days: role.maximumAge.value)
    var validUntil = min(signOff.expiresAt ?? oldest, oldest)
    var faults = standing(of: entry, role)
    if let end = delegationEnd(entry) { validUntil = min(validUntil, end) }
    if !approvedPolicies.contains(signOff.policy) { faults.append(.unknownPolicy(signOff.policy)) }
    if let time, let expiry = signOff.expiresAt, expiry <= time {
      faults.append(.expired(expiry))
    } else if let time, oldest <= time {
      faults.append(.tooOld(signOff.signedAt, days: role.maximumAge.value))
    }
    faults += content(entry, role)
    return RoleStatus.Approval(entry: entry, faults: faults, validUntil: validUntil)
  }

  /// Whether who has signed could speak for the role when they did: what they have asked for is asked for still when
  /// the approval or the delegation has run out or was taken back, or the text has changed. Nor does it matter who the
  /// authors are now: whoever edits the guideline could name among them the person who has asked.
  private func isWordOfRole(_ entry: Ledger.Entry, _ role: ApprovalPolicy.Role) -> Bool {
    approvedPolicies.contains(entry.signOff.policy) && isOfMember(entry.signOff, role)
      && (entry.signOff.onBehalfOf == nil || delegationEnd(entry, asOfThen: true) != nil)
  }

  private func isOfMember(_ signOff: SignOff, _ role: ApprovalPolicy.Role) -> Bool {
    role.people.contains { $0.value == signOff.person }
  }

  /// Why the word of who has signed does not count in a role, whatever it is about.
  private func standing(
    of entry: Ledger.Entry, _ role: ApprovalPolicy.Role
  ) -> [RoleStatus.Fault] {
    let signOff = entry.signOff
    var faults: [RoleStatus.Fault] = []
    if !isOfMember(signOff, role) { faults.append(.notMember) }
    if signOff.onBehalfOf != nil {
      let isInForce = delegationEnd(entry).map { end in time.map { end > $0 } ?? true }
      if isInForce != true { faults.append(.noDelegation) }
    }
    if !role.authorsMaySign, isByAuthor(signOff) { faults.append(.selfApproval) }
    return faults
  }

  /// What people of a role have said of its content and not taken back, in order of the log: what a reader is
  /// shown the changes against. Anybody with a key can write any role into a statement.
  package func spoken(as role: ApprovalPolicy.Role) -> [Ledger.Entry] {
    let entries = ledger.entries.filter { $0.signOff.role == role.name.value }
    let gone = SupersededStatements(entries, role, self).withdrawn
    return entries.filter { entry in
      entry.signOff.decision.coversLeaves && !gone.contains(entry.digest)
        && standing(of: entry, role).isEmpty
    }
  }

  /// Why an approval could never count that is about to be signed or filed: what the gate would say of it.
  package func prospect(of signOff: SignOff, as role: ApprovalPolicy.Role) -> [Denial] {
    var approval = approval(prospective(signOff), role)
    // The policy may still be approved.
    approval.faults.removeAll { $0.code == .rolePolicy }
    let status = RoleStatus(
      role: role.name.value, quorum: 1, approvals: [approval], objections: [], conditions: [])
    return RoleWords(subject, time).denials(of: status)
  }

  /// The first other role in which the same person would count with an approval that is about to be signed or
  /// filed, if the policy keeps the two apart.
  package func otherRole(with signOff: SignOff) -> (person: String, role: String)? {
    var ledger = self.ledger
    ledger.entries.append(prospective(signOff))
    ledger.size += 1
    let after = RoleEvaluation(subject, ledger, approvedPolicies: approvedPolicies, time: time)
    for (person, roles) in after.statuses().twice(under: subject.policy) {
      guard person == signOff.person || person == signOff.signer, roles.contains(signOff.role),
        let other = roles.first(where: { $0 != signOff.role })
      else { continue }
      return (person, other)
    }
    return nil
  }

  /// People who count in other roles than this one, and so cannot in it; nobody if the policy lets one person have
  /// several.
  package func peopleElsewhere(than role: ApprovalPolicy.Role) -> Set<String> {
    guard !subject.policy.onePersonSeveralRoles else { return [] }
    let others = statuses().filter { $0.role != role.name.value }
    return Set(others.flatMap(\.everybody))
  }

  /// Why a withdrawal that is about to be signed or filed would take nothing back; nil if it would. What is
  /// wrong with the reference itself is told when it is filed.
  package func fault(ofWithdrawal signOff: SignOff, as role: ApprovalPolicy.Role) -> String? {
    let entry = prospective(signOff)
    guard let target = target(of: entry)?.signOff,
      !SupersededStatements.mayReplace(entry, target, role, self)
    else { return nil }
    let whose = "the statement is by `\(target.signer)`, and `\(signOff.person)`"
    if !isOfMember(signOff, role) {
      return "\(whose) does not have the role `\(role.name.value)`"
    }
    return isByAuthor(signOff) && !role.authorsMaySign
      ? "\(whose) is an author of the guideline"
      : "\(whose) has given nobody the role to sign in their place"
  }

  private func prospective(_ signOff: SignOff) -> Ledger.Entry {
    Ledger.Entry(
      position: ledger.size, digest: Digest(signOff.bytes), file: "", signOff: signOff)
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
    guard changes.allSatisfy(\.isOfForm) else { return [] }
    let foreign = names.filter { name in
      guard let scope = subject.scope(name) else { return true }
      return !signOff.subjects.contains {
        $0.name == subject.name(ofScope: name) && $0.digest == scope.digest
      }
    }
    return foreign.isEmpty ? [] : [.foreignDigest(foreign)]
  }

  func isByAuthor(_ signOff: SignOff) -> Bool {
    [signOff.signer, signOff.signerName, signOff.person].contains(where: isAuthor)
  }

  /// Authors are named as people write names, or as the file of signers does: the case of letters tells nobody
  /// from somebody else.
  package func isAuthor(_ person: String) -> Bool {
    let name = Self.folded(person)
    return subject.authors.contains { Self.folded($0) == name }
  }

  private static func folded(_ name: String) -> [UInt8] {
    name.utf8.map(\.lowered)
  }

  /// Until when the person for whom somebody signs has given them the role; nil if they had not when
  /// it was signed, or have taken it back since. As of then it is enough that they had not taken it back before.
  func delegationEnd(_ entry: Ledger.Entry, asOfThen: Bool = false) -> Timestamp? {
    let signOff = entry.signOff
    var latest: Timestamp?
    for delegation in delegations {
      let given = delegation.entry
      let stands = delegation.end.map { asOfThen && $0 >= entry.position } ?? true
      guard stands, given.position < entry.position, given.signOff.role == signOff.role,
        given.signOff.signer == signOff.onBehalfOf, given.signOff.delegate == signOff.signer,
        let end = given.signOff.expiresAt, end > signOff.signedAt
      else { continue }
      latest = max(latest ?? end, end)
    }
    return latest
  }
}
