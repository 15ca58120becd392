package import RubricaBundle
package import RubricaSignature
package import RubricaSource

/// What one person has decided about some scopes: a statement, read. See docs/formats/sign-off.md.
package struct SignOff: Sendable {
  package static let predicateType = "https://rubrica.dev/predicates/sign-off/v1"
  /// The SSHSIG namespace, so that a signature made for something else is none.
  package static let namespace = "signoff@rubrica.dev"
  /// The subject of a sign-off of the approval policy itself.
  package static let policySubject = "policy"

  package enum Decision: String, Sendable, CaseIterable {
    case approve
    case approveWithConditions = "approve-with-conditions"
    case requestChanges = "request-changes"
    case withdraw
    case delegate

    /// Whether it counts towards a quorum.
    package var isApproval: Bool { self == .approve || self == .approveWithConditions }

    /// Whether it is about what the guideline says, and so names the leaves that it was about.
    package var coversLeaves: Bool { isApproval || self == .requestChanges }

    /// `approved`: what the signer did, behind their name.
    package var past: String {
      switch self {
      case .approve: "approved"
      case .approveWithConditions: "approved with conditions"
      case .requestChanges: "asked for changes"
      case .withdraw: "withdrew their answer"
      case .delegate: "delegated"
      }
    }
  }

  /// Something that has to be done by a day.
  package struct Condition: Sendable, Equatable {
    package var id: String
    package var text: String
    /// The last day on which it may still be open.
    package var until: CalendarDate
    /// Items of the checklist that it concerns.
    package var items: [String]

    package init(id: String, text: String, until: CalendarDate, items: [String]) {
      self.id = id
      self.text = text
      self.until = until
      self.items = items
    }
  }

  /// The review packet that the signer saw.
  package struct Reviewed: Sendable, Equatable {
    package var mediaType: String
    package var digest: Digest

    package init(mediaType: String, digest: Digest) {
      self.mediaType = mediaType
      self.digest = digest
    }
  }

  package var subjects: [Statement.Subject]
  package var decision: Decision
  package var role: String
  package var meaning: String
  package var signer: String
  package var signerName: String
  package var onBehalfOf: String?
  package var signedAt: Timestamp
  package var expiresAt: Timestamp?
  /// Digest of the approval policy in force.
  package var policy: Digest
  package var compiler: String
  package var reviewed: Reviewed?
  /// The closure of the scopes, in order of paths.
  package var leaves: [SignedLeaf]
  package var conditions: [Condition]
  package var comment: String?
  /// Digest of the statement whose place it takes.
  package var supersedes: Digest?
  package var delegate: String?
  /// The log that the signer knew: its size and root.
  package var after: (size: Int, root: Digest)

  package init(
    subjects: [Statement.Subject], decision: Decision, role: String, meaning: String,
    signer: String,
    signerName: String, onBehalfOf: String? = nil, signedAt: Timestamp,
    expiresAt: Timestamp? = nil, policy: Digest, compiler: String, reviewed: Reviewed? = nil,
    leaves: [SignedLeaf], conditions: [Condition] = [], comment: String? = nil,
    supersedes: Digest? = nil, delegate: String? = nil, after: (size: Int, root: Digest)
  ) {
    self.subjects = subjects
    self.decision = decision
    self.role = role
    self.meaning = meaning
    self.signer = signer
    self.signerName = signerName
    self.onBehalfOf = onBehalfOf
    self.signedAt = signedAt
    self.expiresAt = expiresAt
    self.policy = policy
    self.compiler = compiler
    self.reviewed = reviewed
    self.leaves = leaves
    self.conditions = conditions
    self.comment = comment
    self.supersedes = supersedes
    self.delegate = delegate
    self.after = after
  }

  /// Who decides: a delegate counts as the person who has delegated.
  package var person: String { onBehalfOf ?? signer }
}
