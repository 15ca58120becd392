package import RubricaModel
package import RubricaSource

/// What an approval policy says, fact by fact, in words: who may approve what, and with which keys.
package struct PolicyFacts: Sendable {
  package struct Fact: Sendable, Equatable {
    /// The same for the same fact of another policy: `roles.legal.people`.
    package let id: String
    /// ``who may sign as `legal` ``.
    package let title: String
    /// Lines, sorted where their order says nothing.
    package let text: String
    /// In rubrica.yaml; nil for what is in another file.
    package let span: Span?
  }

  /// A fact that is not what it was; nil on a side that has no such fact.
  package struct Change: Sendable, Equatable {
    package let old: Fact?
    package let new: Fact?

    package var id: String { (new ?? old)?.id ?? "" }
    package var title: String { (new ?? old)?.title ?? "" }
  }

  package private(set) var all: [Fact] = []

  /// - Parameters:
  ///   - signers: bytes of the file of signers.
  ///   - revoked: bytes of the file of revoked keys, which the digest of a policy does not cover; nil to leave
  ///     them aside.
  package init(_ policy: ApprovalPolicy, signers: [UInt8]?, revoked: [UInt8]? = nil) {
    for role in policy.roles.sorted(by: { $0.name.value < $1.name.value }) { add(role) }
    for scope in policy.scopes.sorted(by: { $0.name.value < $1.name.value }) {
      add(
        "scopes.\(scope.name.value)", "what the scope `\(scope.name.value)` covers",
        Self.list(scope.selectors), scope.name.span)
    }
    add(
      "policy.role", "the role that must approve a change of the policy",
      policy.policyRole?.value ?? "none", policy.policyRole?.span ?? policy.span.head)
    add(
      "one-person-several-roles", "whether one person counts in several roles",
      policy.onePersonSeveralRoles ? "yes" : "no", policy.span.head)
    add(
      "release-keys", "the keys that may seal a release",
      policy.releaseKeys.isEmpty
        ? "none"
        : policy.releaseKeys.map { ApprovalPolicy.key($0.value) }.sorted().joined(separator: "\n"),
      policy.releaseKeys.first?.span ?? policy.span.head)
    add("signers", "the file of signers", policy.signers.value, policy.signers.span)
    add("revoked", "the file of revoked keys", policy.revoked.value, policy.revoked.span)
    addKeys(signers ?? [])
    if let revoked, !revoked.isEmpty {
      add(
        "revoked-keys", "the keys that are revoked",
        PolicyDigest.lines(ofRevoked: revoked).joined(separator: "\n"), nil)
    }
  }

  private mutating func add(_ id: String, _ title: String, _ text: String, _ span: Span?) {
    all.append(Fact(id: id, title: title, text: text, span: span))
  }

  private mutating func add(_ role: ApprovalPolicy.Role) {
    let name = role.name.value
    let add = { (facts: inout PolicyFacts, id: String, title: String, text: String, span: Span) in
      facts.add("roles.\(name).\(id)", title, text, span)
    }
    let place = role.name.span
    add(
      &self, "people", "who may sign as `\(name)`", Self.list(role.people),
      role.people.first?.span ?? place)
    add(
      &self, "quorum", "how many of them must sign as `\(name)`", String(role.quorum.value),
      role.quorum.span)
    add(
      &self, "scopes", "the scopes that `\(name)` signs", Self.list(role.scopes),
      role.scopes.first?.span ?? place)
    add(
      &self, "maximum-age", "how many days a signature as `\(name)` counts",
      String(role.maximumAge.value), role.maximumAge.span)
    add(
      &self, "keeps", "the kinds of change that a signature as `\(name)` outlasts",
      role.keeps.sorted().map(\.rawValue).joined(separator: ", "), place)
    add(
      &self, "authors-may-sign", "whether authors of a guideline may sign as `\(name)`",
      role.authorsMaySign ? "yes" : "no", place)
    add(
      &self, "answers-for", "whose questions of the checklist `\(name)` answers besides its own",
      role.answersFor.isEmpty ? "nobody's" : Self.list(role.answersFor),
      role.answersFor.first?.span ?? place)
    add(
      &self, "meaning", "what a signature as `\(name)` says",
      role.meaning?.value ?? "that its scopes were read and are approved",
      role.meaning?.span ?? place)
  }

  /// A fact for each person: their lines without their names.
  private mutating func addKeys(_ signers: [UInt8]) {
    var keys: [String: [String]] = [:]
    for line in PolicyDigest.lines(signers) {
      let text = String(decoding: line, as: UTF8.self)
      let end = text.firstIndex(of: " ") ?? text.endIndex
      keys[String(text[..<end]), default: []].append(String(text[end...].drop { $0 == " " }))
    }
    for (person, lines) in keys.sorted(by: { $0.key < $1.key }) {
      add(
        "keys.\(person)", "the keys of `\(person)`", lines.sorted().joined(separator: "\n"), nil)
    }
  }

  private static func list(_ texts: [Located<String>]) -> String {
    texts.isEmpty ? "nobody" : texts.map(\.value).sorted().joined(separator: ", ")
  }

  /// In the order of the facts that there are now, and then those that are gone.
  package static func changes(from old: PolicyFacts?, to new: PolicyFacts?) -> [Change] {
    var before: [String: Fact] = [:]
    for fact in old?.all ?? [] { before[fact.id] = fact }
    var changes: [Change] = []
    for fact in new?.all ?? [] {
      let other = before.removeValue(forKey: fact.id)
      if other?.text != fact.text { changes.append(Change(old: other, new: fact)) }
    }
    for fact in old?.all ?? [] where before[fact.id] != nil {
      changes.append(Change(old: fact, new: nil))
    }
    return changes
  }
}
