package import RubricaBundle
package import RubricaModel
package import RubricaSignature
internal import RubricaSource
internal import RubricaSyntax

/// Which policies were approved, each under the one before it. The first one approves itself: it is the
/// root of trust, and verifiers pin it or the key of the seal.
package struct PolicyChain: Sendable {
  /// Digests of approved policies.
  package private(set) var approved: Set<Digest> = []
  /// The first of them.
  package private(set) var root: Digest?
  /// The one that was approved last.
  package private(set) var last: Digest?
  package private(set) var ledger: Ledger
  package private(set) var denials: [Denial]

  fileprivate init(_ ledger: Ledger, _ records: [Digest: PolicyRecord], denials: [Denial]) {
    self.ledger = ledger
    self.denials = denials + ledger.denials
    follow(records)
  }

  /// Why a policy is not the one in force; nil if it is. One that was in force before may have asked for less.
  package func fault(of digest: Digest, _ policy: ApprovalPolicy) -> Denial? {
    guard last != digest else { return nil }
    let name = "The approval policy (`\(digest.hex.prefix(16))…`)"
    let words: String
    if approved.contains(digest) {
      words =
        "was replaced by another one since it was approved. Returning to it is a change and needs approval"
    } else if last != nil {
      words = "was not approved under the previous policy"
    } else if ledger.entries.contains(where: { Self.isApproval($0.signOff, of: digest) }) {
      words =
        "is the first one and not approved yet: too few people in charge have signed it, or somebody has asked for "
        + "changes"
    } else {
      words = "is the first one, and nobody has approved it yet"
    }
    return Denial(
      .policyUnapproved, "\(name) \(words). `rubrica sign --policy` approves it.",
      who: policy.policyRole.map { [$0.value] } ?? [])
  }

  private static func isApproval(_ signOff: SignOff, of digest: Digest) -> Bool {
    signOff.decision.isApproval && signOff.subjects.contains { $0.digest == digest }
  }

  /// A policy is approved once enough people of the role in charge under the policy before have signed
  /// it. What was taken back or objected to since does not stand, so the chain is followed twice: first to
  /// know whose word counts, then with their word.
  private mutating func follow(_ records: [Digest: PolicyRecord]) {
    let all = Self.steps(ledger.entries, records)
    let believed = ledger.entries.filter { all.contains($0.signOff.policy) }
    var statements: [Digest: SignOff] = [:]
    for entry in believed { statements[entry.digest] = entry.signOff }
    var gone: Set<Digest> = []
    for entry in believed {
      guard let digest = entry.signOff.supersedes, let target = statements[digest] else { continue }
      let isOwn = target.signer == entry.signOff.signer
      let isMet =
        target.decision == .requestChanges && entry.signOff.decision.isApproval
        && Self.isInCharge(entry.signOff, records)
      if isMet || isOwn && entry.signOff.decision == .withdraw { gone.insert(digest) }
    }
    let standing = believed.filter { !gone.contains($0.digest) }
    let refused = Set(
      standing.filter { $0.signOff.decision == .requestChanges }.map(\.signOff.subjects[0].digest))
    let steps = Self.steps(
      standing.filter { !refused.contains($0.signOff.subjects[0].digest) }, records)
    root = steps.first
    last = steps.last
    approved = Set(steps)
  }

  /// Policies in the order in which they came into force. Only under the newest can there be a next one:
  /// who has lost a say with it has none any more.
  private static func steps(
    _ entries: [Ledger.Entry], _ records: [Digest: PolicyRecord]
  ) -> [Digest] {
    var steps: [Digest] = []
    var people: [Digest: Set<String>] = [:]
    for entry in entries where entry.signOff.decision == .approve && entry.signOff.expiresAt == nil
    {
      let signOff = entry.signOff
      let digest = signOff.subjects[0].digest
      guard signOff.policy == steps.last ?? digest, digest != steps.last,
        isInCharge(signOff, records),
        let quorum = records[signOff.policy]?.roleInCharge?.quorum.value
      else { continue }
      people[digest, default: []].insert(signOff.signer)
      if people[digest, default: []].count >= quorum {
        steps.append(digest)
        people = [:]
      }
    }
    return steps
  }

  /// Whether who has signed may change the policy that the statement names.
  private static func isInCharge(_ signOff: SignOff, _ records: [Digest: PolicyRecord]) -> Bool {
    guard let role = records[signOff.policy]?.roleInCharge else { return false }
    return signOff.role == role.name.value && signOff.onBehalfOf == nil
      && role.people.contains { $0.value == signOff.signer }
  }
}

extension PolicyRecord {
  /// The role whose sign-off a change of the policy needs.
  fileprivate var roleInCharge: ApprovalPolicy.Role? {
    policy.policyRole.flatMap { policy.role($0.value) }
  }
}

/// The log of a policy and the policies that it is about, read and verified before anybody asks for a time.
package struct VerifiedPolicies: Sendable {
  private let log: VerifiedLog
  private let records: [Digest: PolicyRecord]
  /// What is wrong with the records.
  private let denials: [Denial]

  /// - Parameters:
  ///   - files: names and bytes of the folder `signoffs` beside rubrica.yaml.
  ///   - revoked: bytes of the file of revoked keys.
  package init(files: [String: [UInt8]], revoked: [UInt8], releaseKeys: [String]) {
    var records: [Digest: PolicyRecord] = [:]
    var rest = files
    var denials: [Denial] = []
    for (name, bytes) in files.sorted(by: { $0.key < $1.key }) where name.hasSuffix(".record") {
      rest[name] = nil
      do throws(JSONProblem) {
        let record = try PolicyRecord(bytes)
        guard record.file == name else {
          denials.append(
            Denial(.policyUnreadable, "`\(name)` does not contain the policy in its name."))
          continue
        }
        records[record.digest] = record
      } catch {
        denials.append(
          Denial(.policyUnreadable, "`\(name)` is not a policy record: \(error.message)."))
      }
    }
    let books = records.mapValues { record in
      Result { () throws(LogProblem) in try SignerBook.make(record.signers, revoked: revoked) }
    }
    log = LedgerReader.read(
      name: SignOff.policySubject, files: rest, releaseKeys: releaseKeys
    ) { digest throws(LogProblem) in
      guard let book = books[digest] else {
        throw LogProblem(
          .policyUnapproved,
          "The policy `\(digest.hex.prefix(16))…` under which it was signed was not kept.")
      }
      return try book.get()
    }
    self.records = records
    self.denials = denials
  }

  /// The policies as they stand for a time; nil leaves time aside.
  package func at(_ time: Timestamp?) -> PolicyChain {
    PolicyChain(log.at(time), records, denials: denials)
  }
}

extension SignerBook {
  /// The people of a file of signers, without the revoked keys.
  package static func make(_ signers: [UInt8], revoked: [UInt8]) throws(LogProblem) -> SignerBook {
    do throws(SignerFileRefusal) {
      return try SignerBook(allowedSigners: signers, revokedKeys: revoked)
    } catch {
      let isSigners = error.file == .allowedSigners
      throw LogProblem(
        isSigners ? .signersUnreadable : .revocationsUnreadable,
        "Line \(error.line) of the file of \(isSigners ? "signers" : "revoked keys") is refused "
          + "(\(error.code)): \(error.message).")
    }
  }
}
