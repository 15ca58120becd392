internal import RubricaBundle
internal import RubricaModel
internal import RubricaSource

/// Statements of one role whose place a later one takes: what was taken back, and objections that were
/// met. Anybody with a key can write any role into a statement, so it is asked who may.
struct SupersededStatements {
  let digests: Set<Digest>
  /// Those that were taken back.
  let withdrawn: Set<Digest>

  init(_ entries: [Ledger.Entry], _ role: ApprovalPolicy.Role, _ evaluation: RoleEvaluation) {
    let effective = entries.filter { entry in
      evaluation.target(of: entry).map { Self.mayTakePlace(entry, $0, role, evaluation) } ?? false
    }
    withdrawn = Set(
      effective.filter { $0.signOff.decision == .withdraw }.compactMap(\.signOff.supersedes))
    // A statement that was withdrawn no longer replaces anything.
    let standing = effective.filter { [withdrawn] entry in !withdrawn.contains(entry.digest) }
    digests = withdrawn.union(
      standing.compactMap(\.signOff.supersedes))
  }

  private static func mayTakePlace(
    _ entry: Ledger.Entry, _ target: Ledger.Entry, _ role: ApprovalPolicy.Role,
    _ evaluation: RoleEvaluation
  ) -> Bool {
    guard evaluation.approvedPolicies.contains(entry.signOff.policy) else { return false }
    return mayReplace(entry, target.signOff, role, evaluation)
  }

  /// Whether who has signed may take the place of another statement, whatever the policy is.
  static func mayReplace(
    _ entry: Ledger.Entry, _ other: SignOff, _ role: ApprovalPolicy.Role,
    _ evaluation: RoleEvaluation
  ) -> Bool {
    let signOff = entry.signOff
    // To give the role to somebody says nothing about an objection.
    if signOff.decision == .delegate, other.decision != .delegate { return false }
    if signOff.signer == other.signer { return true }
    let isMember = role.people.contains { $0.value == signOff.person }
    let isDelegated = signOff.onBehalfOf == nil || evaluation.delegationEnd(entry) != nil
    return isMember && isDelegated && (role.authorsMaySign || !evaluation.isByAuthor(signOff))
  }
}
