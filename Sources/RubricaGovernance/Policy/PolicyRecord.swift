package import RubricaBundle
package import RubricaModel
internal import RubricaSignature
internal import RubricaSource
package import RubricaSyntax

/// A policy as it was when it was signed, with the keys of its people: what a later change of it is
/// judged by. It is kept in the folder of the policy's sign-offs, under its digest.
package struct PolicyRecord: Sendable {
  package let policy: ApprovalPolicy
  /// The lines of the file of signers, in their canonical form.
  package let signers: [UInt8]

  package init(policy: ApprovalPolicy, signers: [UInt8]) {
    self.policy = policy
    self.signers = Array(PolicyDigest.lines(signers).joined(separator: [10])) + [10]
  }

  private static let schema = "https://rubrica.dev/schemas/policy-record/v1"

  package var digest: Digest { PolicyDigest.digest(policy, signers: signers) }

  /// `policy-<the first 16 digits of its digest>.record`.
  package var file: String { Self.name(of: digest) }

  package static func name(of digest: Digest) -> String { "policy-\(digest.hex.prefix(16)).record" }

  package var bytes: [UInt8] {
    JSON.object([
      ("schema", .string(Self.schema)),
      ("approval", policy.canonical),
      ("signers", .string(String(decoding: signers, as: UTF8.self))),
    ]).bytes
  }

  /// Reads a record; the caller compares its digest with the one that was signed.
  package init(_ bytes: [UInt8]) throws(JSONProblem) {
    var fields = try JSONParser.parse(bytes).fields()
    let schema = try fields.required("schema")
    guard try schema.string() == Self.schema else {
      throw JSONProblem(
        .wrongKind(expected: "`\(Self.schema)`", found: "another schema"), at: schema.span)
    }
    let approval = try fields.required("approval")
    let signers = try fields.required("signers").string()
    try fields.end()
    policy = try PolicyReader.read(approval)
    self.signers = Array(signers.utf8)
  }
}

/// From the canonical form of a policy to the policy.
enum PolicyReader {
  static func read(_ value: JSONValue) throws(JSONProblem) -> ApprovalPolicy {
    var policy = ApprovalPolicy(span: value.span)
    var fields = try value.fields()
    policy.onePersonSeveralRoles = try fields.required("one-person-several-roles").bool()
    var change = try fields.required("policy").fields()
    policy.policyRole = try change.optional("role")?.locatedString()
    try change.end()
    policy.releaseKeys = try texts(try fields.required("release-keys"))
    policy.revoked = try fields.required("revoked").locatedString()
    policy.signers = try fields.required("signers").locatedString()
    for member in try fields.required("scopes").object() {
      policy.scopes.append(
        ApprovalPolicy.Scope(
          name: Located(member.key, member.keySpan), selectors: try texts(member.value)))
    }
    for member in try fields.required("roles").object() {
      policy.roles.append(try role(Located(member.key, member.keySpan), member.value))
    }
    try fields.end()
    return policy
  }

  private static func role(
    _ name: Located<String>, _ value: JSONValue
  ) throws(JSONProblem) -> ApprovalPolicy.Role {
    var role = ApprovalPolicy.Role(name: name)
    var fields = try value.fields()
    role.answersFor = try texts(try fields.required("answers-for"))
    role.authorsMaySign = try fields.required("authors-may-sign").bool()
    role.keeps = []
    for kind in try texts(try fields.required("keeps")) {
      guard let known = ApprovalPolicy.ChangeKind(rawValue: kind.value),
        ApprovalPolicy.ChangeKind.keepable.contains(known)
      else {
        throw JSONProblem(
          .wrongKind(expected: "none, presentation or wording", found: "`\(kind.value)`"),
          at: kind.span)
      }
      role.keeps.append(known)
    }
    let age = try fields.required("maximum-age")
    role.maximumAge = Located(try age.integer(in: 1...ApprovalPolicy.Role.longestAge), age.span)
    role.meaning = try fields.optional("meaning")?.locatedString()
    role.people = try texts(try fields.required("people"))
    let quorum = try fields.required("quorum")
    role.quorum = Located(
      try quorum.integer(in: 1...ApprovalPolicy.Role.largestQuorum), quorum.span)
    role.scopes = try texts(try fields.required("scopes"))
    try fields.end()
    return role
  }

  private static func texts(_ value: JSONValue) throws(JSONProblem) -> [Located<String>] {
    var texts: [Located<String>] = []
    for value in try value.array() { texts.append(try value.locatedString()) }
    return texts
  }
}
