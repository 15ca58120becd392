/// What people have signed about a guideline, as far as it can be told without a clock: dates are told,
/// and held against a day by the gate.
package struct Attestations: Sendable {
  /// How it stands with one role of the approval policy.
  package struct Role: Sendable {
    package var name: String
    /// Roles of the checklist for which this one signs, besides its own.
    package var answersFor: [String]
    /// Names of the people whose approval counts, each once.
    package var people: [String]
    /// How many have to.
    package var quorum: Int
    /// Names of those who ask for changes.
    package var objectors: [String]
    /// When the first of the approvals runs out, `2027-11-24`; nil without any.
    package var until: String?
    /// Paths of all that the role's scopes cover.
    package var covered: Set<String>

    package init(
      name: String, answersFor: [String], people: [String], quorum: Int, objectors: [String],
      until: String?, covered: Set<String>
    ) {
      self.name = name
      self.answersFor = answersFor
      self.people = people
      self.quorum = quorum
      self.objectors = objectors
      self.until = until
      self.covered = covered
    }

    package var isSatisfied: Bool { objectors.isEmpty && people.count >= quorum }
  }

  /// Something that somebody has agreed under.
  package struct Condition: Sendable {
    package var id: String
    package var text: String
    package var role: String
    /// `2026-12-31`.
    package var until: String

    package init(id: String, text: String, role: String, until: String) {
      self.id = id
      self.text = text
      self.role = role
      self.until = until
    }
  }

  /// In the order of the policy.
  package var roles: [Role]
  package var conditions: [Condition]
  /// Why the approvals are not enough, however many there are: clauses without names and a full stop.
  package var faults: [String]

  package init(roles: [Role], conditions: [Condition], faults: [String] = []) {
    self.roles = roles
    self.conditions = conditions
    self.faults = faults
  }

  /// Who signs for a role of the checklist.
  package func role(answeringFor name: String) -> Role? {
    roles.first { $0.name == name } ?? roles.first { $0.answersFor.contains(name) }
  }
}
