internal import RubricaSource
internal import RubricaBundle
internal import RubricaModel
package import RubricaSignature

/// Everything that the gate looks at.
package struct GateInput: Sendable {
  package var subject: GovernedSubject
  package var ledger: Ledger
  package var policies: PolicyChain
  package var checklist: [ChecklistState]
  /// What was found before: errors of the guideline, a bundle that is not whole.
  package var denials: [Denial]
  package var time: Timestamp

  package init(
    subject: GovernedSubject, ledger: Ledger, policies: PolicyChain, checklist: [ChecklistState],
    denials: [Denial], time: Timestamp
  ) {
    self.subject = subject
    self.ledger = ledger
    self.policies = policies
    self.checklist = checklist
    self.denials = denials
    self.time = time
  }
}

/// An item of the checklist, as the compiler left it.
package struct ChecklistState: Sendable {
  package var id: String
  package var question: String
  package var role: String
  package var isBlocking: Bool
  /// `passed`, `failed` …; any other word is open.
  package var state: String
  /// Whether nothing is open in it but what the gate itself decides.
  package var isForGate: Bool
  package var place: Denial.Place?

  package init(
    id: String, question: String, role: String, isBlocking: Bool, state: String, isForGate: Bool,
    place: Denial.Place?
  ) {
    self.id = id
    self.question = question
    self.role = role
    self.isBlocking = isBlocking
    self.state = state
    self.isForGate = isForGate
    self.place = place
  }
}

/// The answer. What is not listed among the properties was not found good.
package struct GateResult: Sendable {
  package var properties: [String]
  package var denials: [Denial]
  package var roles: [RoleStatus]
  /// When the answer changes by time alone; nil for a denial, and if it never does.
  package var validUntil: Timestamp?

  package var isPass: Bool { denials.isEmpty && properties.contains(Gate.release) }
}

/// Decides whether labels may be made by a guideline. Everything that it cannot see is a denial.
package struct Gate {
  /// The property that all others together are.
  package static let release = "release"

  private let input: GateInput
  private var denials: [Denial]
  private var properties: [String] = []

  package static func judge(_ input: GateInput) -> GateResult {
    var gate = Gate(input: input, denials: input.denials)
    return gate.judge()
  }

  private mutating func judge() -> GateResult {
    grant("sources-compile", input.denials.isEmpty)
    let policyDenials = policy()
    grant("policy-approved", policyDenials.isEmpty)
    denials += policyDenials + input.ledger.denials
    grant("log-consistent", input.ledger.denials.isEmpty && input.policies.denials.isEmpty)
    let roles = RoleEvaluation(
      input.subject, input.ledger, approvedPolicies: input.policies.approved, time: input.time
    ).statuses()
    for status in roles {
      let found = RoleWords(input.subject, input.time).denials(of: status)
      grant("role:\(status.role)", found.isEmpty)
      denials += found
    }
    denials += twice(roles)
    let open = checklist()
    grant("checklist-closed", open.isEmpty)
    let waivers = Self.waivers(input.subject, input.checklist, input.time)
    grant("waivers-in-force", waivers.isEmpty)
    denials += open + waivers + dates()
    if denials.isEmpty, !roles.isEmpty { properties.append(Self.release) }
    return GateResult(
      properties: properties, denials: denials, roles: roles,
      validUntil: denials.isEmpty ? validUntil(roles) : nil)
  }

  private mutating func grant(_ property: String, _ isGood: Bool) {
    if isGood { properties.append(property) }
  }

  private func policy() -> [Denial] {
    var found = input.policies.denials
    let policy = input.subject.policy
    if policy.roles.isEmpty {
      found.append(
        Denial(.policyMissing, "The approval policy names no role, so nobody has to agree."))
    }
    if !input.policies.approved.contains(input.subject.policyDigest) {
      let who = policy.policyRole.map { [$0.value] } ?? []
      found.append(
        Denial(
          .policyUnapproved,
          "The approval policy in force (`\(input.subject.policyDigest.hex.prefix(16))…`) was not "
            + "approved under the one before it. `rubrica sign --policy` does that.", who: who))
    }
    let selectors = policy.scopes.filter { !policy.roles(signing: $0.name.value).isEmpty }
      .flatMap { $0.selectors.map { Selector($0.value) } }
    if let leaf = input.subject.leaves.first(where: { leaf in
      !selectors.contains { $0.selects(leaf.path) }
    }) {
      found.append(
        Denial(
          .leafInNoScope, "`\(leaf.path)` is in no scope that anybody signs.", at: leaf.place))
    }
    return found
  }

  /// One person in two roles, unless the policy allows it.
  private func twice(_ roles: [RoleStatus]) -> [Denial] {
    guard !input.subject.policy.onePersonSeveralRoles else { return [] }
    var seen: [String: String] = [:]
    var found: [Denial] = []
    for status in roles {
      for person in status.people {
        if let other = seen[person] {
          found.append(
            Denial(
              .rolePersonTwice,
              "`\(person)` has approved as `\(other)` and as `\(status.role)`; each role needs people "
                + "of its own.", who: [other, status.role]))
        } else {
          seen[person] = status.role
        }
      }
    }
    return found
  }

  private func checklist() -> [Denial] {
    guard !input.checklist.isEmpty else {
      return [Denial(.checklistUnreadable, "The checklist has no items, so nothing was asked.")]
    }
    return input.checklist.compactMap { item in
      let isClosed = ["passed", "waived", "not-applicable"].contains(item.state)
      guard !isClosed, item.isBlocking, !item.isForGate else { return nil }
      return Denial(
        .checklistOpen, "\(item.id) is \(item.state): \(item.question)", at: item.place,
        who: [item.role])
    }
  }

  private static func waivers(
    _ subject: GovernedSubject, _ checklist: [ChecklistState], _ time: Timestamp
  ) -> [Denial] {
    var found: [Denial] = []
    for waiver in subject.waivers {
      let item = checklist.first { $0.id == waiver.item }
      let role = item.flatMap { subject.policy.role(answeringFor: $0.role) }
      if !(role?.people.contains { $0.value == waiver.by } ?? false) {
        found.append(
          Denial(
            .waiverInvalid,
            "The waiver of \(waiver.item) is by `\(waiver.by)`, who is not of the role that has to "
              + "answer for it.", at: waiver.place, who: item.map { [$0.role] } ?? []))
      }
      if waiver.until.end < time || waiver.since.start > time {
        let words =
          waiver.until.end < time
          ? "has run out on \(waiver.until)" : "begins on \(waiver.since) only"
        found.append(
          Denial(
            .waiverExpired, "The waiver of \(waiver.item) \(words).", at: waiver.place,
            who: item.map { [$0.role] } ?? []))
      }
    }
    return found
  }

  private func dates() -> [Denial] {
    guard let until = input.subject.contractUntil, until.end < input.time else { return [] }
    let place = input.subject.leaf("governance/vendor/valid-until")?.place
    return [
      Denial(
        .contractExpired, "The contract with the vendor has run out on \(until).", at: place,
        who: ["legal"])
    ]
  }

  /// The first moment at which something runs out that the answer rests on.
  private func validUntil(_ roles: [RoleStatus]) -> Timestamp? {
    var ends = roles.flatMap { status in
      status.approvals.filter(\.counts).map(\.validUntil)
    }
    ends += roles.flatMap { $0.conditions.map(\.condition.until.end) }
    ends += input.subject.waivers.map(\.until.end)
    if let contract = input.subject.contractUntil { ends.append(contract.end) }
    return ends.min()
  }
}
