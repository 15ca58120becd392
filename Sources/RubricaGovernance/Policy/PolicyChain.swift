internal import RubricaSource
package import RubricaBundle
internal import RubricaModel
package import RubricaSignature
internal import RubricaSyntax

/// Which policies were approved, each under the one before it. The first one approves itself: it is the
/// root of trust, and whoever verifies pins it or the key of the seal.
package struct PolicyChain: Sendable {
  /// Digests of approved policies.
  package private(set) var approved: Set<Digest> = []
  /// The first of them.
  package private(set) var root: Digest?
  /// The one that was approved last.
  package private(set) var last: Digest?
  package private(set) var ledger: Ledger
  package private(set) var denials: [Denial]

  /// - Parameters:
  ///   - files: names and bytes of the folder `signoffs` beside rubrica.yaml.
  ///   - revoked: bytes of the file of revoked keys.
  ///   - time: what is asked about; nil leaves time aside.
  package init(
    files: [String: [UInt8]], revoked: [UInt8], releaseKeys: [String], time: Timestamp?
  ) {
    var records: [Digest: PolicyRecord] = [:]
    var rest = files
    var denials: [Denial] = []
    for (name, bytes) in files.sorted(by: { $0.key < $1.key }) where name.hasSuffix(".record") {
      rest[name] = nil
      do throws(JSONProblem) {
        let record = try PolicyRecord(bytes)
        guard record.file == name else {
          denials.append(
            Denial(.policyUnreadable, "`\(name)` is not the policy that its name says."))
          continue
        }
        records[record.digest] = record
      } catch {
        denials.append(
          Denial(.policyUnreadable, "`\(name)` is no policy record: \(error.message)."))
      }
    }
    let found = records
    let ledger = LedgerReader.read(
      name: SignOff.policySubject, files: rest, releaseKeys: releaseKeys, time: time
    ) {
      digest throws(BookProblem) in
      guard let record = found[digest] else {
        throw BookProblem(
          .policyUnapproved,
          "The policy `\(digest.hex.prefix(16))…` under which it was signed is not kept.")
      }
      return try SignerBook.make(record.signers, revoked: revoked)
    }
    self.ledger = ledger
    self.denials = denials + ledger.denials
    follow(records)
  }

  /// Grants in the order of the log: a policy is approved once enough people of the role in charge under
  /// the policy before have signed it.
  private mutating func follow(_ records: [Digest: PolicyRecord]) {
    struct Step: Hashable { var from, to: Digest }
    var people: [Step: Set<String>] = [:]
    for entry in ledger.entries where entry.signOff.decision.isApproval {
      let signOff = entry.signOff
      let step = Step(from: signOff.policy, to: signOff.subjects[0].digest)
      let isRoot = step.from == step.to && (root ?? step.from) == step.from
      guard isRoot || approved.contains(step.from),
        let policy = records[step.from]?.policy, let name = policy.policyRole?.value,
        let role = policy.role(name), signOff.role == name, signOff.onBehalfOf == nil,
        role.people.contains(where: { $0.value == signOff.signer })
      else { continue }
      if isRoot { root = step.from }
      people[step, default: []].insert(signOff.signer)
      if people[step, default: []].count >= role.quorum.value {
        approved.insert(step.to)
        last = step.to
      }
    }
  }
}

extension SignerBook {
  /// The people of a file of signers, without the revoked keys.
  package static func make(_ signers: [UInt8], revoked: [UInt8]) throws(BookProblem) -> SignerBook {
    do throws(SignerFileRefusal) {
      return try SignerBook(allowedSigners: signers, revokedKeys: revoked)
    } catch {
      let isSigners = error.file == .allowedSigners
      throw BookProblem(
        isSigners ? .signersUnreadable : .revocationsUnreadable,
        "Line \(error.line) of the file of \(isSigners ? "signers" : "revoked keys") is refused "
          + "(\(error.code)): \(error.message).")
    }
  }
}
