internal import RubricaBundle
internal import RubricaModel
package import RubricaSignature
internal import RubricaSource

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

  /// Items of the checklist that stand in the way of a release.
  package var openItems: [ChecklistState] {
    let waived = Set(subject.waivers.map(\.item))
    return checklist.filter { $0.isOpen(waived: waived) }
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
  /// Whether it asks if the conditions of approvals are met.
  package var isOfConditions: Bool
  /// Whether a waiver can close it.
  package var isWaivable: Bool
  package var place: Denial.Place?

  /// Whether it stands in the way of a release; `waived` are the items that have a waiver.
  package func isOpen(waived: Set<String>) -> Bool {
    switch state {
    case "passed", "not-applicable": false
    case "waived": isBlocking && !(isWaivable && waived.contains(id))
    case "not-run": isBlocking && !isForGate
    default: isBlocking
    }
  }

  package init(
    id: String, question: String, role: String, isBlocking: Bool, state: String, isForGate: Bool,
    isWaivable: Bool, place: Denial.Place?, isOfConditions: Bool = false
  ) {
    self.id = id
    self.question = question
    self.role = role
    self.isBlocking = isBlocking
    self.state = state
    self.isForGate = isForGate
    self.isOfConditions = isOfConditions
    self.isWaivable = isWaivable
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

  package init(
    properties: [String] = [], denials: [Denial], roles: [RoleStatus] = [],
    validUntil: Timestamp? = nil
  ) {
    self.properties = properties
    self.denials = denials
    self.roles = roles
    self.validUntil = validUntil
  }

  /// What the seal says is not enough: what is required was found good here as well.
  mutating func deny(_ required: [String]) {
    let lost = required.filter { !properties.contains($0) }
    guard isPass, !lost.isEmpty else { return }
    properties.removeAll { $0 == Gate.release }
    validUntil = nil
    denials += lost.map { property in
      Denial(.sealProperty, "`\(property)` is required, but it was not confirmed.")
    }
  }

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
    denials += RoleWords.twice(roles, input.subject.policy)
    let open = checklist(roles)
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
        Denial(.policyMissing, "The approval policy names no role, so nobody has to approve."))
    }
    if let fault = input.policies.fault(of: input.subject.policyDigest, policy) {
      found.append(fault)
    }
    let selectors = policy.signedSelectors
    let unsigned = input.subject.leaves.filter { !selectors.select($0.path) }
    if let first = unsigned.first { found.append(Self.inNoScope(first, unsigned, policy)) }
    return found
  }

  private static func inNoScope(
    _ first: GovernedSubject.Leaf, _ unsigned: [GovernedSubject.Leaf], _ policy: ApprovalPolicy
  ) -> Denial {
    var roots: [Substring] = []
    for leaf in unsigned {
      let root = leaf.path.prefix { $0 != "/" }
      // They are sorted by their paths.
      if roots.last != root { roots.append(root) }
    }
    let more = unsigned.count > 1 ? " and \(unsigned.count - 1) more" : ""
    let words = roots.map { "`\($0)`" }.joined(separator: ", ")
    return Denial(
      .leafInNoScope,
      "`\(first.path)`\(more) \(unsigned.count > 1 ? "are" : "is") in no scope that anybody signs. Add \(words) to a "
        + "scope whose role should answer for it, under `approval` in rubrica.yaml.",
      at: first.place,
      who: policy.policyRole.map { [$0.value] } ?? [])
  }

  private func checklist(_ roles: [RoleStatus]) -> [Denial] {
    guard !input.checklist.isEmpty else {
      return [Denial(.checklistUnreadable, "The checklist has no items, so nothing was checked.")]
    }
    let policy = input.subject.policy
    return input.openItems.flatMap { item in
      let conditions = item.isOfConditions ? Self.conditions(roles, item) : []
      if !conditions.isEmpty { return conditions }
      var words = "\(item.id) \(Self.words(item.state)): \(item.question)"
      // Nobody could confirm it.
      if policy.role(answeringFor: item.role) == nil {
        words +=
          " No role of the approval policy answers for `\(item.role)`: add it to `answers-for` of one."
      }
      return [Denial(.checklistOpen, words, at: item.place, who: [policy.turn(of: item.role)])]
    }
  }

  /// Conditions that are not met, each with who alone can say that it is.
  private static func conditions(_ roles: [RoleStatus], _ item: ChecklistState) -> [Denial] {
    roles.flatMap { status in
      status.conditions.map { condition, entry in
        Denial(
          .checklistOpen,
          "\(item.id) is open: `\(status.role)` approved on the condition \"\(condition.text)\", to be met by "
            + "\(condition.until). Once it is, `\(entry.signOff.person)` approves again, or withdraws that statement, "
            + "with `--supersedes \(entry.file)`.", at: item.place, who: [entry.signOff.person],
          statement: entry.file)
      }
    }
  }

  private static func words(_ state: String) -> String {
    switch state {
    case "needs-review": "must be confirmed by a sign-off"
    case "failed": "is not met"
    default: "is `\(state)`"
    }
  }

  private static func waivers(
    _ subject: GovernedSubject, _ checklist: [ChecklistState], _ time: Timestamp
  ) -> [Denial] {
    var found: [Denial] = []
    for waiver in subject.waivers {
      let item = checklist.first { $0.id == waiver.item }
      let role = item.flatMap { subject.policy.role(answeringFor: $0.role) }
      let days = waiver.until.daysSince1970 - waiver.since.daysSince1970
      if days > GovernedSubject.Waiver.longest || !(item?.isWaivable ?? true) {
        let words =
          days > GovernedSubject.Waiver.longest
          ? "lasts \(days) days, but at most \(GovernedSubject.Waiver.longest) are allowed"
          : "has no effect: what a release requires cannot be waived"
        found.append(
          Denial(
            .waiverInvalid, "The waiver of \(waiver.item) \(words).", at: waiver.place,
            who: item.map { [subject.policy.turn(of: $0.role)] } ?? []))
      }
      if !(role?.people.contains { $0.value == waiver.by } ?? false) {
        found.append(
          Denial(
            .waiverInvalid,
            "The waiver of \(waiver.item) is by `\(waiver.by)`, who is not in the role that must "
              + "answer for it.", at: waiver.place,
            who: item.map { [subject.policy.turn(of: $0.role)] } ?? []))
      }
      if waiver.until.end < time || waiver.since.start > time {
        let words =
          waiver.until.end < time
          ? "expired on \(waiver.until)" : "does not begin until \(waiver.since)"
        found.append(
          Denial(
            .waiverExpired, "The waiver of \(waiver.item) \(words).", at: waiver.place,
            who: item.map { [subject.policy.turn(of: $0.role)] } ?? []))
      }
    }
    return found
  }

  private func dates() -> [Denial] {
    let leaf = input.subject.leaf(GovernedSubject.contractPath)
    guard let until = input.subject.contractUntil else {
      guard let leaf else { return [] }
      return [
        Denial(
          .contractExpired,
          "The end of the contract with the vendor is unknown: `valid-until` is not a date such as "
            + "2027-06-30.", at: leaf.place, who: [input.subject.policy.turn(of: "legal")])
      ]
    }
    guard until.end < input.time else { return [] }
    let place = leaf?.place
    return [
      Denial(
        .contractExpired, "The contract with the vendor expired on \(until).", at: place,
        who: [input.subject.policy.turn(of: "legal")])
    ]
  }

  /// The first moment at which something runs out that the answer rests on.
  private func validUntil(_ roles: [RoleStatus]) -> Timestamp? {
    var ends = roles.flatMap { status in
      status.approvals.filter(\.counts).map(\.validUntil)
    }
    var days = roles.flatMap { $0.conditions.map(\.condition.until) }
    days += input.subject.waivers.map(\.until)
    if let contract = input.subject.contractUntil { days.append(contract) }
    // A day counts as a whole.
    ends += days.map { $0.start.adding(days: 1) }
    return ends.min()
  }
}
