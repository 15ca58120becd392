/// Why the gate says no.
package struct Denial: Sendable, Equatable {
  package var code: DenialCode
  /// What is wrong, about this very thing, in one or two sentences.
  package var message: String
  /// Where it is written, if it is written anywhere.
  package var place: Place?
  /// Roles or people who can fix it.
  package var who: [String]
  /// The file of the statement that it is about.
  package var statement: String?

  package init(
    _ code: DenialCode, _ message: String, at place: Place? = nil, who: [String] = [],
    statement: String? = nil
  ) {
    self.code = code
    self.message = message
    self.place = place
    self.who = who
    self.statement = statement
  }

  /// A line and column of a file, from 1.
  package struct Place: Sendable, Equatable {
    package var file: String
    package var line: Int
    package var column: Int

    package init(file: String, line: Int, column: Int) {
      self.file = file
      self.line = line
      self.column = column
    }
  }
}

/// The kinds of reasons. Programs compare them, so a code is never used for something else.
package enum DenialCode: String, Sendable, CaseIterable {
  // The files of a bundle
  case pathUnsafe = "path-unsafe"
  case manifestUnreadable = "manifest-unreadable"
  case fileMissing = "file-missing"
  case fileAdded = "file-added"
  case fileChanged = "file-changed"
  // The seal
  case sealMissing = "seal-missing"
  case sealUnreadable = "seal-unreadable"
  case sealSignature = "seal-signature"
  case sealKey = "seal-key"
  case sealSubject = "seal-subject"
  case sealProperty = "seal-property"
  case sealExpired = "seal-expired"
  case sealTime = "seal-time"
  case sealOlder = "seal-older"
  case sealPolicy = "seal-policy"
  case sealLog = "seal-log"
  case sealRevocations = "seal-revocations"
  // The guideline
  case finding
  case stage
  case scopesUnreadable = "scopes-unreadable"
  // The policy
  case policyMissing = "policy-missing"
  case policyUnapproved = "policy-unapproved"
  case policyUnreadable = "policy-unreadable"
  case signersUnreadable = "signers-unreadable"
  case revocationsUnreadable = "revocations-unreadable"
  case leafInNoScope = "leaf-in-no-scope"
  // The log
  case logUnreadable = "log-unreadable"
  case logEntryMissing = "log-entry-missing"
  case logEntryUnlisted = "log-entry-unlisted"
  case logEntryChanged = "log-entry-changed"
  case logEntryTwice = "log-entry-twice"
  case logTime = "log-time"
  case logPrefix = "log-prefix"
  case logCheckpoint = "log-checkpoint"
  // Statements
  case statementUnreadable = "statement-unreadable"
  case statementForeign = "statement-foreign"
  case statementReference = "statement-reference"
  case statementFuture = "statement-future"
  case signatureMissing = "signature-missing"
  case signatureRefused = "signature-refused"
  // Roles
  case roleMissing = "role-missing"
  case roleQuorum = "role-quorum"
  case roleStale = "role-stale"
  case roleExpired = "role-expired"
  case roleNotMember = "role-not-member"
  case roleSelfApproval = "role-self-approval"
  case roleScopes = "role-scopes"
  case rolePolicy = "role-policy"
  case roleDelegation = "role-delegation"
  case roleObjection = "role-objection"
  case rolePersonTwice = "role-person-twice"
  case conditionOverdue = "condition-overdue"
  // The checklist
  case checklistUnreadable = "checklist-unreadable"
  case checklistOpen = "checklist-open"
  case waiverInvalid = "waiver-invalid"
  case waiverExpired = "waiver-expired"
  case contractExpired = "contract-expired"

  /// What it means, as a clause after "the answer is no, because".
  package var meaning: String {
    switch self {
    case .pathUnsafe: "a name in the bundle leads out of it, is a link, or exists twice"
    case .manifestUnreadable: "manifest.json is missing or is not a manifest"
    case .fileMissing: "a file in the manifest does not exist"
    case .fileAdded: "a file is not listed in the manifest"
    case .fileChanged: "the size or digest of a file differs from the manifest"
    case .sealMissing: "there is no seal.json"
    case .sealUnreadable: "seal.json is not a seal, or has unknown fields"
    case .sealSignature: "the seal is not signed with a trusted key"
    case .sealKey: "the key of the seal is not among the release keys of the policy"
    case .sealSubject: "the seal is for another bundle"
    case .sealProperty: "the seal does not list a property that is required"
    case .sealExpired: "the seal has expired"
    case .sealTime: "the seal was made after the time of the check"
    case .sealOlder: "a newer seal has already been seen"
    case .sealPolicy: "the seal was made under another policy than the one in the bundle"
    case .sealLog: "the seal was made over another log than the one in the bundle"
    case .sealRevocations: "the seal and the bundle have different revoked keys"
    case .finding: "the guideline has a finding of level error at stage release"
    case .stage: "the guideline is not at stage release"
    case .scopesUnreadable: "scopes.json is missing, unreadable or inconsistent"
    case .policyMissing: "rubrica.yaml has no approval policy"
    case .policyUnapproved:
      "the policy is not approved: the first one by too few people, or a change not under the previous policy"
    case .policyUnreadable: "the policy has errors"
    case .signersUnreadable: "allowed_signers is missing, or has a line that is refused"
    case .revocationsUnreadable: "revoked_keys has a line that is refused"
    case .leafInNoScope: "part of the guideline is in no scope that anybody signs"
    case .logUnreadable: "log.txt is missing or has a malformed line"
    case .logEntryMissing: "a statement in the log does not exist"
    case .logEntryUnlisted: "a statement is not listed in the log"
    case .logEntryChanged: "the digest of a statement differs from the log"
    case .logEntryTwice: "the log lists a statement twice"
    case .logTime: "a statement is older than the one before it in the log"
    case .logPrefix: "a statement was made for another log"
    case .logCheckpoint: "the log lacks entries that it had at the last release"
    case .statementUnreadable: "a statement has unknown, missing, duplicate or impossible fields"
    case .statementForeign: "a statement lies in the log of something else"
    case .statementReference:
      "a statement replaces one that does not exist or is another person's"
    case .statementFuture: "a statement was signed after the time of the check"
    case .signatureMissing: "a statement has no signature"
    case .signatureRefused: "the signature of a statement is refused"
    case .roleMissing: "nobody approved in a role"
    case .roleQuorum: "too few people approved in a role"
    case .roleStale: "what was approved has changed"
    case .roleExpired: "an approval has expired"
    case .roleNotMember: "the person who approved is not named for the role"
    case .roleSelfApproval: "an author approved their own work"
    case .roleScopes:
      "an approval does not cover the scopes of its role, or its digests differ from theirs"
    case .rolePolicy: "an approval was made under a policy that nobody approved"
    case .roleDelegation: "an approval on behalf of another person has no delegation in force"
    case .roleObjection: "somebody asked for changes and has not withdrawn that"
    case .rolePersonTwice: "one person approved in two roles"
    case .conditionOverdue: "a condition of an approval is past its date"
    case .checklistUnreadable: "the checklist cannot be read, or has an unknown state"
    case .checklistOpen: "a blocking item of the checklist is open"
    case .waiverInvalid:
      "a waiver is incomplete, too long, not possible, or granted by the wrong person"
    case .waiverExpired: "a waiver has expired or has not begun"
    case .contractExpired: "the contract with the vendor has expired"
    }
  }

  /// What to do about it, in one or two sentences.
  package var remedy: String {
    switch self {
    case .pathUnsafe, .manifestUnreadable, .fileMissing, .fileAdded, .fileChanged:
      "Do not use this copy. Fetch the bundle again from where it was released, or release it anew."
    case .sealMissing: "Use a bundle that `rubrica release` has made; `rubrica build` makes none."
    case .sealUnreadable, .sealSubject, .sealPolicy, .sealLog, .sealRevocations, .sealKey:
      "Do not use this copy. Fetch the bundle again, and tell whoever releases if it stays so."
    case .sealSignature:
      "Name with `--key` the public key of the machine that releases, from a place that you trust. If that is "
        + "the key, do not use this copy."
    case .sealProperty: "Release again, or require with `--require` what the seal lists."
    case .sealExpired: "Renew what has run out, and release again."
    case .sealTime: "Correct the clock of this machine, or the time given with `--time`."
    case .sealOlder: "Fetch the newest release: somebody may be offering an old one on purpose."
    case .finding:
      "Mend the guideline; `rubrica check` shows the place, and `rubrica explain ID` the rule."
    case .stage: "Set `stage: release` in the front matter once the guideline is ready to be used."
    case .scopesUnreadable: "Release again with this version of Rubrica; do not edit scopes.json."
    case .policyMissing: "State under `approval` in rubrica.yaml who signs what."
    case .policyUnapproved:
      "Read `rubrica review packet ROLE --policy`, then have the people in charge sign the policy with "
        + "`rubrica sign --policy`; or put the approved policy back."
    case .policyUnreadable: "Mend `approval` in rubrica.yaml, or put the record of the policy back."
    case .signersUnreadable:
      "Mend the file of signers at the line that the message gives: a name and a public key in each line."
    case .revocationsUnreadable: "Mend the file of revoked keys at the line that the message gives."
    case .leafInNoScope:
      "Add its path to a scope that a role signs, under `approval` in rubrica.yaml."
    case .logUnreadable, .logEntryMissing, .logEntryChanged, .logPrefix, .logCheckpoint,
      .logEntryTwice:
      "Put the folder of sign-offs back as it was, from version control. Nothing in it is ever edited."
    case .logEntryUnlisted:
      "Run `rubrica sign` again: it finishes an interrupted signing. If it says that there is none, put the folder of "
        + "sign-offs back from version control."
    case .logTime: "Correct the clock of the machine that signed, put the log back, and sign again."
    case .statementForeign:
      "Put the `id` of the guideline back if it was changed, or move the folder of sign-offs away and have everybody "
        + "sign again. Else take the statement back out with version control."
    case .statementUnreadable, .statementReference:
      "Take the statement back out with version control, and sign with `rubrica sign`, which refuses such ones."
    case .statementFuture: "Correct the clock of the machine that signed or that asks."
    case .signatureMissing:
      "Put the `.sig` file back from version control, or have the person sign again."
    case .signatureRefused:
      "The message says why and what to do; most often the person signs again with a key that is in force."
    case .roleMissing, .roleQuorum:
      "Have more people of the role read `rubrica review packet` and sign; `rubrica why ROLE` names them."
    case .roleStale:
      "Have the person read what has changed in `rubrica review packet`, and sign again."
    case .roleExpired: "Have the person sign again."
    case .roleNotMember:
      "Have somebody sign whom the policy names for the role, or change the policy and have it signed."
    case .roleSelfApproval:
      "Have somebody sign who is not an author, or allow it with `authors-may-sign` in the policy."
    case .roleScopes:
      "Have the person sign again with `rubrica sign`, which covers all scopes of the role."
    case .rolePolicy:
      "Have the policy signed with `rubrica sign --policy`, or the person sign again."
    case .roleDelegation:
      "Have the person delegate again and the delegate sign after that, or sign themselves."
    case .roleObjection:
      "Settle it with whoever asked. Then they, or another person of the role, approve with `--supersedes`, or "
        + "withdraw it."
    case .rolePersonTwice:
      "Have another person sign in one of the roles, or allow it with `one-person-several-roles`."
    case .conditionOverdue:
      "Meet the condition. Then whoever made it approves with `--supersedes` and the file of that statement, or "
        + "withdraws it if they are an author by now."
    case .checklistUnreadable:
      "Build and release again; `checklist` must be among the targets."
    case .checklistOpen:
      "Do what the checklist says under the item; `rubrica status` lists whose turn it is."
    case .waiverInvalid:
      "Mend the entry under `waivers` in governance.yaml, have it signed, or do what the item asks."
    case .waiverExpired: "Do what the item asks, or extend the waiver and have it signed."
    case .contractExpired:
      "Renew the contract, write its end in `vendor.valid-until`, and have it signed."
    }
  }
}
