package import RubricaSource

/// Who must agree to what before a bundle may be used: `approval:` of rubrica.yaml.
package struct ApprovalPolicy: Sendable {
  /// A part of every guideline of the workspace that is signed as a whole.
  package struct Scope: Sendable {
    package var name: Located<String>
    /// Paths of leaves: `governance/data`, `examples/*/expected`.
    package var selectors: [Located<String>]

    package init(name: Located<String>, selectors: [Located<String>]) {
      self.name = name
      self.selectors = selectors
    }
  }

  /// How much a change of a leaf can matter, the least first.
  package enum ChangeKind: String, Sendable, CaseIterable, Comparable {
    case none, presentation, wording, semantic

    private var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }
    package static func < (a: Self, b: Self) -> Bool { a.rank < b.rank }

    /// Those that may keep a sign-off: never a change of meaning.
    package static let keepable: [Self] = [.none, .presentation, .wording]
  }

  /// Who signs, how many of them, and what their signature says.
  package struct Role: Sendable {
    package static let standardQuorum = 1
    package static let standardMaximumAge = 365
    package static let largestQuorum = 100
    /// Ten years, in days.
    package static let longestAge = 3_660
    package static let standardKeeps: [ChangeKind] = [.none, .presentation]

    package var name: Located<String>
    package var scopes: [Located<String>] = []
    /// As they are called in the file of signers.
    package var people: [Located<String>] = []
    /// How many distinct people must sign.
    package var quorum: Located<Int>
    /// Days that a sign-off counts.
    package var maximumAge: Located<Int>
    /// Changes that leave a sign-off standing.
    package var keeps: [ChangeKind] = Self.standardKeeps
    package var authorsMaySign = false
    package var meaning: Located<String>?
    /// Roles of the checklist for which this one signs, besides its own.
    package var answersFor: [Located<String>] = []

    package init(name: Located<String>) {
      self.name = name
      quorum = Located(Self.standardQuorum, name.span)
      maximumAge = Located(Self.standardMaximumAge, name.span)
    }
  }

  package static let standardSigners = "allowed_signers"
  package static let standardRevoked = "revoked_keys"

  /// The files of keys, beside rubrica.yaml.
  package var signers: Located<String>
  package var revoked: Located<String>
  package var scopes: [Scope] = []
  package var roles: [Role] = []
  /// The role whose sign-off a change of this policy needs.
  package var policyRole: Located<String>?
  /// Whether one person counts in each role that they have.
  package var onePersonSeveralRoles = false
  /// Public keys of those who may seal a release.
  package var releaseKeys: [Located<String>] = []
  package var span: Span

  package init(span: Span) {
    signers = Located(Self.standardSigners, span.head)
    revoked = Located(Self.standardRevoked, span.head)
    self.span = span
  }

  /// The roles that sign a scope.
  package func roles(signing scope: String) -> [Role] {
    roles.filter { $0.scopes.contains { $0.value == scope } }
  }

  package func role(_ name: String) -> Role? { roles.first { $0.name.value == name } }

  /// The role that signs for a role of the checklist.
  package func role(answeringFor name: String) -> Role? {
    role(name) ?? roles.first { $0.answersFor.contains { $0.value == name } }
  }

  /// The role of this policy that can act on what a role of the checklist is asked: the one that signs for it, or
  /// where there is none, the one that can change the policy.
  package func turn(of name: String) -> String {
    role(answeringFor: name)?.name.value ?? policyRole?.value ?? name
  }
}
