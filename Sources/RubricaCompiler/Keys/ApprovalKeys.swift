internal import RubricaModel

/// `approval:` of rubrica.yaml: who must agree to what.
extension Keys {
  static let approval = Keys(
    "policy", owner: "`approval`",
    [
      Key(
        "signers", .text,
        "The file beside rubrica.yaml with the public keys of those who sign, in the form of "
          + "OpenSSH's allowed_signers. Default: allowed_signers."),
      Key(
        "revoked", .text,
        "The file with keys that count no more; it need not be there. Default: revoked_keys."),
      Key(
        "scopes", .named(.oneOrMore(.text), atMost: nil), required: true,
        "Parts that are signed as a whole: a name, and the paths of leaves; `*` is one segment."),
      Key(
        "roles", .named(.mapping(approvalRole), atMost: nil), required: true,
        "Who signs which scopes."),
      Key(
        "policy", .mapping(approvalPolicy), required: true, "Who agrees to changes of this policy."),
      Key(
        "one-person-several-roles", .boolean,
        "Whether one person counts in each role that they have. Default: false."),
      Key(
        "release-keys", .oneOrMore(.text),
        "Public keys (`ssh-ed25519 …`) of those who may seal a release."),
    ])

  static let approvalRole = Keys(
    "policy-role", owner: "a role",
    [
      Key("scopes", .oneOrMore(.text), required: true, "The scopes that the role signs."),
      Key(
        "people", .oneOrMore(.text), required: true,
        "Who has the role, as they are called in the file of signers."),
      Key("quorum", .integer, "How many distinct people must sign. Default: 1."),
      Key("maximum-age", .integer, "How many days a sign-off counts. Default: 365."),
      Key(
        "keeps", .oneOrMore(.oneOf(ApprovalPolicy.ChangeKind.keepable.map(\.rawValue))),
        "Kinds of change that leave a sign-off standing. Default: none, presentation."),
      Key(
        "authors-may-sign", .boolean,
        "Whether authors of the guideline count as signers. Default: false."),
      Key("meaning", .text, "What a signature says, in a sentence."),
      Key(
        "answers-for", .oneOrMore(.text),
        "Roles of the checklist for which this one signs, besides its own."),
    ])

  static let approvalPolicy = Keys(
    "policy-owner", owner: "`policy`",
    [Key("role", .text, required: true, "The role whose sign-off a change of the policy needs.")])
}
