// swift-format-ignore-file: NeverForceUnwrap

import RubricaBundle
import RubricaModel
import RubricaSignature
import RubricaSource
@testable import RubricaGovernance

/// A policy in its canonical form, with three people who change it and two of them at once.
enum SamplePolicy {
  static let text = """
    {"one-person-several-roles": false, "policy": {"role": "owner"}, "release-keys": [],
     "revoked": "revoked_keys", "roles": {
      "legal": {"answers-for": [], "authors-may-sign": false, "keeps": ["none", "presentation"],
        "maximum-age": 30, "meaning": null, "people": ["lars", "lena"], "quorum": 1, "scopes": ["data"]},
      "owner": {"answers-for": [], "authors-may-sign": false, "keeps": ["none"],
        "maximum-age": 30, "meaning": null, "people": ["ada", "olga", "otto"], "quorum": 2, "scopes": ["data"]}},
     "scopes": {"data": ["governance", "labels"]}, "signers": "allowed_signers"}
    """

  static func policy(_ edits: (String, String)...) throws -> ApprovalPolicy {
    try record(edits, signers: "").policy
  }

  /// As it is kept beside its sign-offs.
  static func record(_ edits: [(String, String)] = [], signers: String) throws -> PolicyRecord {
    var approval = text
    for (old, new) in edits { approval = approval.replacing(old, with: new) }
    let file = """
      {"schema": "https://rubrica.dev/schemas/policy-record/v1", "approval": \(approval), "signers": ""}
      """
    return PolicyRecord(
      policy: try PolicyRecord(Array(file.utf8)).policy, signers: Array(signers.utf8))
  }
}

/// A guideline of two leaves, and what people say about it: without files and signatures.
struct Saying {
  static let start = Timestamp(secondsSince1970: 1_800_000_000)!
  static let policy = Digest(Array("policy".utf8))

  var subject: GovernedSubject
  var entries: [Ledger.Entry] = []
  var approved: Set<Digest> = [policy]

  init(_ edits: (String, String)...) throws {
    var approval = try SamplePolicy.policy()
    if !edits.isEmpty {
      approval = try SamplePolicy.record(edits, signers: "").policy
    }
    subject = Self.subject(approval, "internal", "Damage")
  }

  /// The same guideline with other words in it.
  static func subject(
    _ policy: ApprovalPolicy, _ access: String, _ name: String, form: String? = nil,
    more: [String: String] = [:]
  ) -> GovernedSubject {
    let texts = [
      "governance/data/access": access, "labels/damage/name": name,
    ].merging(more) { _, new in new }.sorted { $0.key < $1.key }
    let leaves = texts.map { path, text in
      GovernedSubject.Leaf(
        SignedLeaf(
          path: path, digest: Leaf.digest(path: path, text: text),
          formDigest: Digest(Array((form ?? text).utf8))),
        at: Denial.Place(file: "guideline.md", line: 3, column: 1))
    }
    let digest = GovernedScope.digest("notes", "data", leaves.map { ($0.path, $0.digest) })
    return GovernedSubject(
      id: "notes", version: "1.0.0", authors: ["ada"], policy: policy, policyDigest: Self.policy,
      leaves: leaves,
      scopes: [.init(name: "data", digest: digest, paths: leaves.map(\.path))], waivers: [],
      contractUntil: nil)
  }

  func statement(
    _ decision: SignOff.Decision, _ signer: String, for person: String? = nil,
    as role: String = "legal",
    at seconds: Int
  ) -> SignOff {
    let answers = decision == .withdraw || decision == .requestChanges
    return SignOff(
      subjects: [.init(name: "notes#data", digest: subject.scopes[0].digest)], decision: decision,
      role: role, meaning: decision.isApproval ? "Read." : "", signer: signer, signerName: signer,
      onBehalfOf: person, signedAt: Self.after(seconds), policy: Self.policy, compiler: "test",
      leaves: decision.isApproval ? subject.leaves.map(\.signed) : [],
      comment: answers ? "Why." : nil, after: (0, Digest([])))
  }

  /// Says something, a second after what was said before.
  @discardableResult
  mutating func say(
    _ decision: SignOff.Decision, _ signer: String, for person: String? = nil,
    as role: String = "legal",
    naming target: Digest? = nil, _ edit: (inout SignOff) -> Void = { _ in }
  ) -> Digest {
    var signOff = statement(decision, signer, for: person, as: role, at: entries.count)
    signOff.supersedes = target
    if decision == .delegate { signOff.expiresAt = Self.after(1000) }
    edit(&signOff)
    let digest = Digest(signOff.bytes)
    entries.append(
      Ledger.Entry(
        position: entries.count, digest: digest, file: "\(entries.count).json", signOff: signOff))
    return digest
  }

  @discardableResult
  mutating func delegate(_ person: String, to other: String, as role: String = "legal") -> Digest {
    say(.delegate, person, as: role) { $0.delegate = other }
  }

  /// Approves on the condition `c1`.
  @discardableResult
  mutating func agree(
    _ signer: String, for person: String? = nil, _ edit: (inout SignOff) -> Void = { _ in }
  ) throws -> Digest {
    let day = try CalendarDate("2027-02-01")
    return say(.approveWithConditions, signer, for: person) {
      $0.conditions = [.init(id: "c1", text: "Sign it.", until: day, items: [])]
      edit(&$0)
    }
  }

  /// The ids of the conditions that are open.
  func openConditions(at time: Timestamp? = after(100)) -> [String] {
    status(at: time).conditions.map(\.condition.id)
  }

  static func after(_ seconds: Int) -> Timestamp {
    Timestamp(secondsSince1970: start.secondsSince1970 + seconds)!
  }

  var ledger: Ledger {
    Ledger(name: "notes", entries: entries, size: entries.count, root: Digest([]), denials: [])
  }

  func status(_ role: String = "legal", at time: Timestamp? = after(100)) -> RoleStatus {
    RoleEvaluation(subject, ledger, approvedPolicies: approved, time: time)
      .status(of: subject.policy.role(role)!)
  }

  /// Who has said something that a reader is shown changes against, as `legal`.
  var spoken: [String] {
    RoleEvaluation(subject, ledger, approvedPolicies: approved, time: nil)
      .spoken(as: subject.policy.role("legal")!).map(\.signOff.person)
  }

  /// Why an approval could never count that somebody is about to give.
  func prospect(
    _ signer: String, for person: String? = nil, as role: String = "legal"
  ) -> [DenialCode] {
    let signOff = statement(.approve, signer, for: person, as: role, at: entries.count)
    return RoleEvaluation(subject, ledger, approvedPolicies: approved, time: Self.after(100))
      .prospect(of: signOff, as: subject.policy.role(role)!).map(\.code)
  }

  func faults(_ role: String = "legal", at time: Timestamp? = after(100)) -> [DenialCode] {
    status(role, at: time).approvals.flatMap(\.faults).map(\.code)
  }
}

/// A folder of sign-offs with real signatures.
struct SignedLog {
  let name: String
  var files: [String: [UInt8]] = [:]
  private var entries: [[UInt8]] = []

  init(_ name: String) { self.name = name }

  static func key(_ person: String) -> PrivateKey {
    PrivateKey(seed: Digest(Array("test \(person)".utf8)).bytes)!
  }

  static let signers = ["ada", "lars", "lena", "olga", "otto"].map {
    "\($0) \(key($0).publicKey.line)\n"
  }.joined()

  @discardableResult
  mutating func add(_ signOff: SignOff, after: Int? = nil, key: PrivateKey? = nil) -> Digest {
    var signOff = signOff
    let tree = MerkleTree(Array(entries.prefix(after ?? entries.count)))
    signOff.after = (tree.size, tree.root)
    return add(signOff.bytes, key ?? Self.key(signOff.signer))
  }

  @discardableResult
  mutating func add(_ bytes: [UInt8], _ key: PrivateKey) -> Digest {
    let file = "\(entries.count)-statement.json"
    files[file] = bytes
    files[file + ".sig"] = key.sign(bytes, namespace: SignOff.namespace).armored
    let line = LogLine(digest: Digest(bytes), file: file).text
    files[LedgerReader.logFile, default: []] += Array(line.utf8)
    entries.append(bytes)
    return Digest(bytes)
  }

  func ledger(at time: Timestamp? = Saying.after(1000), releaseKeys: [String] = []) -> Ledger {
    LedgerReader.read(name: name, files: files, releaseKeys: releaseKeys) {
      _ throws(LogProblem) in try SignerBook.make(Array(Self.signers.utf8), revoked: [])
    }.at(time)
  }

  var codes: [DenialCode] { ledger().denials.map(\.code) }
}
