package import RubricaBundle
package import RubricaSignature

/// How it stands with one role: what `why` tells, and the gate decides by.
package struct RoleStatus: Sendable {
  package var role: String
  package var quorum: Int
  /// The latest word of each person who approves in this role, in order of the log.
  package var approvals: [Approval]
  /// Objections that nobody has withdrawn.
  package var objections: [Ledger.Entry]
  /// Conditions of approvals that count.
  package var conditions: [(condition: SignOff.Condition, entry: Ledger.Entry)]

  package struct Approval: Sendable {
    package var entry: Ledger.Entry
    package var faults: [Fault]
    /// When it stops to count by time alone.
    package var validUntil: Timestamp

    package var counts: Bool { faults.isEmpty }
    package var person: String { entry.signOff.person }
  }

  /// Why an approval does not count.
  package enum Fault: Sendable {
    case stale([LeafChange])
    case expired(Timestamp)
    case tooOld(Timestamp, days: Int)
    case notMember
    case selfApproval
    /// Scopes of the role that it does not name.
    case lacksScopes([String])
    /// Scopes whose digest is not that of the leaves it lists.
    case foreignDigest([String])
    case unknownPolicy(Digest)
    case noDelegation

    package var code: DenialCode {
      switch self {
      case .stale: .roleStale
      case .expired, .tooOld: .roleExpired
      case .notMember: .roleNotMember
      case .selfApproval: .roleSelfApproval
      case .lacksScopes, .foreignDigest: .roleScopes
      case .unknownPolicy: .rolePolicy
      case .noDelegation: .roleDelegation
      }
    }
  }

  /// Different people whose approval counts, in order.
  package var people: [String] {
    var people: [String] = []
    for approval in approvals where approval.counts && !people.contains(approval.person) {
      people.append(approval.person)
    }
    return people
  }

  package var isSatisfied: Bool { objections.isEmpty && people.count >= quorum }
}
