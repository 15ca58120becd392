package import RubricaBundle
package import RubricaModel
package import RubricaSignature

/// How it stands with one role: what `why` tells, and the gate decides by.
package struct RoleStatus: Sendable {
  package var role: String
  package var quorum: Int
  /// The latest word of each person who approves in this role, in order of the log.
  package var approvals: [Approval]
  /// Objections that nobody has withdrawn.
  package var objections: [Ledger.Entry]
  /// Conditions on which people of the role have approved and that they have not called met, whether or not that
  /// approval still counts; in order of the log.
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

  /// Approvals that count, in order. Who signs for others and for themselves fills one place.
  package var counted: [Approval] {
    var signers: Set<String> = []
    return approvals.filter { $0.counts && signers.insert($0.entry.signOff.signer).inserted }
  }

  /// Different people whose approval counts, in order.
  package var people: [String] { counted.map(\.person) }

  /// Those, and who has signed for them.
  var everybody: Set<String> { Set(people + counted.map(\.entry.signOff.signer)) }

  package var isSatisfied: Bool { objections.isEmpty && people.count >= quorum }
}

extension [RoleStatus] {
  /// People whose word counts in two roles that the policy keeps apart, with both.
  package func twice(under policy: ApprovalPolicy) -> [(person: String, roles: [String])] {
    guard !policy.onePersonSeveralRoles else { return [] }
    var seen: [String: String] = [:]
    var found: [(person: String, roles: [String])] = []
    for status in self {
      for person in status.everybody.sorted() {
        if let other = seen[person] {
          found.append((person, [other, status.role]))
        } else {
          seen[person] = status.role
        }
      }
    }
    return found
  }
}
