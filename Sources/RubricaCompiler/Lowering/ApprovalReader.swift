internal import RubricaGovernance
internal import RubricaModel
internal import RubricaSource

/// `approval:` of rubrica.yaml to a policy. What cannot be taken becomes a problem, and the rest goes
/// on.
enum ApprovalReader {
  static func read(_ node: DataNode, problems: inout [Problem]) -> ApprovalPolicy {
    var fields = FieldReader(node, .approval)
    var policy = ApprovalPolicy(span: node.span)
    if let signers = fields.text("signers") { policy.signers = signers }
    if let revoked = fields.text("revoked") { policy.revoked = revoked }
    for field in named("scopes", &fields) {
      policy.scopes.append(
        ApprovalPolicy.Scope(
          name: field.key, selectors: texts(field.value, "a path of leaves", &fields)))
    }
    for field in named("roles", &fields) {
      policy.roles.append(role(field, &problems))
    }
    if let node = fields.node("policy") {
      var inner = FieldReader(node, .approvalPolicy)
      policy.policyRole = inner.required("role")
      inner.finish(&problems)
    } else {
      fields.report(Problem(.missingKey("policy", owner: "`approval`"), at: node.span.head))
    }
    if let flag = fields.boolean("one-person-several-roles") {
      policy.onePersonSeveralRoles = flag.value
    }
    policy.releaseKeys = fields.texts("release-keys")
    fields.finish(&problems)
    problems += PolicyProblems.of(policy)
    return policy
  }

  /// The entries of a mapping whose keys are names of the author's own.
  private static func named(_ key: String, _ fields: inout FieldReader) -> [DataNode.Field] {
    guard let node = fields.node(key) else {
      fields.report(Problem(.missingKey(key, owner: fields.owner), at: fields.span.head))
      return []
    }
    guard case .mapping(let entries) = node.kind, !entries.isEmpty else {
      fields.report(.wrong(node, expected: "names and their values"))
      return []
    }
    return entries
  }

  private static func role(
    _ field: DataNode.Field, _ problems: inout [Problem]
  ) -> ApprovalPolicy.Role {
    var fields = FieldReader(field.value, .approvalRole)
    var role = ApprovalPolicy.Role(name: field.key)
    role.scopes = required("scopes", "a scope", &fields)
    role.people = required("people", "a person", &fields)
    if let quorum = count("quorum", atMost: ApprovalPolicy.Role.largestQuorum, &fields) {
      role.quorum = quorum
    }
    if let age = count("maximum-age", atMost: ApprovalPolicy.Role.longestAge, &fields) {
      role.maximumAge = age
    }
    if let node = fields.node("keeps") { role.keeps = kinds(node, &fields) }
    if let flag = fields.boolean("authors-may-sign") { role.authorsMaySign = flag.value }
    role.meaning = fields.text("meaning")
    role.answersFor = fields.texts("answers-for")
    fields.finish(&problems)
    return role
  }

  private static func required(
    _ key: String, _ what: String, _ fields: inout FieldReader
  ) -> [Located<String>] {
    guard let node = fields.node(key) else {
      fields.report(Problem(.missingKey(key, owner: fields.owner), at: fields.span))
      return []
    }
    return texts(node, what, &fields)
  }

  /// One or more texts, none of them twice.
  private static func texts(
    _ node: DataNode, _ what: String, _ fields: inout FieldReader
  ) -> [Located<String>] {
    if let text = node.text { return [text] }
    guard case .list(let items) = node.kind, !items.isEmpty else {
      fields.report(.wrong(node, expected: "\(what), or a list of them"))
      return []
    }
    var found: [Located<String>] = []
    for item in items {
      guard let text = item.text else {
        fields.report(.wrong(item, expected: what))
        continue
      }
      if let first = found.first(where: { $0.value == text.value }) {
        fields.report(
          Problem(
            .duplicateDeclaration(what: "`\(text.value)`", first: first.span), at: text.span))
        continue
      }
      found.append(text)
    }
    return found
  }

  private static func count(
    _ key: String, atMost most: Int, _ fields: inout FieldReader
  ) -> Located<Int>? {
    guard let number = fields.integer(key) else { return nil }
    guard (1...most).contains(number.value) else {
      fields.report(
        Problem(
          .wrongValue(
            expected: "a number from 1 to \(most)", found: "`\(number.value)`", suggestion: nil),
          at: number.span))
      return nil
    }
    return number
  }

  private static func kinds(
    _ node: DataNode, _ fields: inout FieldReader
  ) -> [ApprovalPolicy.ChangeKind] {
    let words = ApprovalPolicy.ChangeKind.keepable.map(\.rawValue)
    return texts(node, "a kind of change", &fields).compactMap { text in
      if let kind = ApprovalPolicy.ChangeKind(rawValue: text.value), kind != .semantic {
        return kind
      }
      fields.report(
        Problem(
          .wrongValue(
            expected: Problem.oneOf(words) + "; a change of meaning always needs a new sign-off",
            found: "`\(text.value)`",
            suggestion: Suggestion.nearest(to: text.value, among: words)), at: text.span))
      return nil
    }
  }
}
