internal import RubricaModel

/// `approval:` of rubrica.yaml: who must agree to what.
extension Keys {
  static let approval = Keys(
    "policy", owner: "`approval`",
    [
      Key(
        "signers", .text,
        "The file next to rubrica.yaml with the public keys of the signers, in the format of "
          + "OpenSSH's allowed_signers. Default: allowed_signers."),
      Key(
        "revoked", .text,
        "The file with revoked keys. It may be missing. Default: revoked_keys."),
      Key(
        "scopes", .named(.oneOrMore(.text), atMost: nil), required: true,
        "Parts that are signed as a whole: a name and the paths of leaves; `*` stands for one segment."
      ),
      Key(
        "roles", .named(.mapping(approvalRole), atMost: nil), required: true,
        "Who signs which scopes."),
      Key(
        "policy", .mapping(approvalPolicy), required: true, "Who approves changes of this policy."),
      Key(
        "one-person-several-roles", .boolean,
        "Whether one person may count in several roles. Default: false."),
      Key(
        "release-keys", .oneOrMore(.text),
        "Public keys (`ssh-ed25519 …`) that may seal a release."),
    ])

  static let approvalRole = Keys(
    "policy-role", owner: "a role",
    [
      Key("scopes", .oneOrMore(.text), required: true, "The scopes that the role signs."),
      Key(
        "people", .oneOrMore(.text), required: true,
        "The people who have the role, by their names in the file of signers."),
      Key("quorum", .integer, "How many distinct people must sign. Default: 1."),
      Key("maximum-age", .integer, "For how many days a sign-off counts. Default: 365."),
      Key(
        "keeps", .oneOrMore(.oneOf(ApprovalPolicy.ChangeKind.keepable.map(\.rawValue))),
        "Kinds of change that do not invalidate a sign-off. Default: none, presentation."),
      Key(
        "authors-may-sign", .boolean,
        "Whether authors of the guideline may sign. Default: false."),
      Key("meaning", .text, "What a signature means, in one sentence."),
      Key(
        "answers-for", .oneOrMore(.text),
        "Checklist roles that this role also signs for."),
    ])

  static let approvalPolicy = Keys(
    "policy-owner", owner: "`policy`",
    [Key("role", .text, required: true, "The role that must sign off a change of the policy.")])
}
