/// Why the gate says no.
package struct Denial: Sendable, Equatable {
  package var code: DenialCode
  /// What is wrong, about this very thing, in one or two sentences.
  package var message: String
  /// Where it is written, if it is written anywhere.
  package var place: Place?
  /// Roles or people who can mend it.
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
    case .pathUnsafe: "a name in the bundle leads out of it, is a link, or is there twice"
    case .manifestUnreadable: "manifest.json is not there, or is no manifest"
    case .fileMissing: "a file of the manifest is not there"
    case .fileAdded: "a file is there that the manifest does not know"
    case .fileChanged: "a file has another size or digest than the manifest says"
    case .sealMissing: "there is no seal.json"
    case .sealUnreadable: "seal.json is no seal, or has fields that are not known"
    case .sealSignature: "no given key has signed the seal"
    case .sealKey: "the key of the seal is not among the release keys of the policy"
    case .sealSubject: "the seal is about another bundle"
    case .sealProperty: "the seal does not list a property that is required"
    case .sealExpired: "the seal has run out"
    case .sealTime: "the seal was made after the time that is asked about"
    case .sealOlder: "a newer seal has been seen before"
    case .sealPolicy: "the seal was made under another policy than is in the bundle"
    case .sealLog: "the seal was made over another log than is in the bundle"
    case .sealRevocations: "the seal knows other revoked keys than the bundle"
    case .finding: "the guideline has a finding of level error at stage release"
    case .stage: "the guideline is not at stage release"
    case .scopesUnreadable: "scopes.json is not there, cannot be read, or contradicts itself"
    case .policyMissing: "rubrica.yaml has no approval policy"
    case .policyUnapproved: "the policy in force was not approved under the one before"
    case .policyUnreadable: "the policy has errors"
    case .signersUnreadable: "allowed_signers is not there, or has a line that is refused"
    case .revocationsUnreadable: "revoked_keys has a line that is refused"
    case .leafInNoScope: "part of the guideline is in no scope that anybody signs"
    case .logUnreadable: "log.txt is not there, or has a line that is none"
    case .logEntryMissing: "a statement of the log is not there"
    case .logEntryUnlisted: "a statement is there that the log does not know"
    case .logEntryChanged: "a statement has another digest than the log says"
    case .logEntryTwice: "the log has a statement twice"
    case .logTime: "a statement is older than the one before it in the log"
    case .logPrefix: "a statement was made after another log than this"
    case .logCheckpoint: "the log does not hold what it held at the last release"
    case .statementUnreadable: "a statement has unknown, missing, doubled or impossible fields"
    case .statementForeign: "a statement is about something else than its place"
    case .statementReference:
      "a statement takes the place of one that is not there, or not its signer's"
    case .statementFuture: "a statement was signed after the time that is asked about"
    case .signatureMissing: "a statement has no signature"
    case .signatureRefused: "the signature of a statement is refused"
    case .roleMissing: "nobody has approved in a role"
    case .roleQuorum: "too few people have approved in a role"
    case .roleStale: "what was approved has changed"
    case .roleExpired: "an approval has run out"
    case .roleNotMember: "who has approved is not named for the role"
    case .roleSelfApproval: "an author has approved the own work"
    case .roleScopes:
      "an approval does not cover the scopes of its role, or its digests are not theirs"
    case .rolePolicy: "an approval was made under a policy that nobody approved"
    case .roleDelegation: "an approval for somebody else lacks a delegation in force"
    case .roleObjection: "somebody asks for changes and has not withdrawn that"
    case .rolePersonTwice: "one person has approved in two roles"
    case .conditionOverdue: "a condition of an approval is past its date"
    case .checklistUnreadable: "the checklist cannot be read, or has a state that is not known"
    case .checklistOpen: "an item of the checklist that blocks is open"
    case .waiverInvalid:
      "a waiver is incomplete, too long, for what can not be waived, or by somebody else"
    case .waiverExpired: "a waiver has run out, or has not begun"
    case .contractExpired: "the contract with the vendor has run out"
    }
  }
}
