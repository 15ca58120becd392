import RubricaBundle
import RubricaGovernance
import RubricaModel
import RubricaSignature
import Testing

/// The log of a policy, with real signatures.
struct PolicyLog {
  var log = SignedLog(SignOff.policySubject)
  private var seconds = 0

  @discardableResult
  mutating func say(
    _ decision: SignOff.Decision, _ signer: String, _ record: PolicyRecord, under: PolicyRecord,
    naming target: Digest? = nil, as role: String = "owner",
    _ edit: (inout SignOff) -> Void = { _ in }
  ) -> Digest {
    seconds += 1
    let answers = decision == .withdraw || decision == .requestChanges
    var signOff = SignOff(
      subjects: [.init(name: SignOff.policySubject, digest: record.digest)], decision: decision,
      role: role, meaning: decision.isApproval ? "This is who signs." : "", signer: signer,
      signerName: signer, signedAt: Saying.after(seconds), policy: under.digest, compiler: "test",
      leaves: decision.coversLeaves
        ? [SignedLeaf(path: "policy", digest: record.digest, formDigest: record.digest)] : [],
      comment: answers ? "Why." : nil, supersedes: target, after: (0, Digest([])))
    edit(&signOff)
    for record in [record, under] { log.files[record.file] = record.bytes }
    return log.add(signOff)
  }

  mutating func vote(_ record: PolicyRecord, under: PolicyRecord, _ people: [String]) {
    for person in people { say(.approve, person, record, under: under) }
  }

  var chain: PolicyChain {
    VerifiedPolicies(files: log.files, revoked: [], releaseKeys: []).at(Saying.after(100))
  }
}

@Suite struct PolicyChainTests {
  private static func record(_ edits: (String, String)...) throws -> PolicyRecord {
    try SamplePolicy.record(edits, signers: SignedLog.signers)
  }

  private let first: PolicyRecord
  /// Olga has no say in this one.
  private let second: PolicyRecord
  private let third: PolicyRecord
  private var log = PolicyLog()

  init() throws {
    first = try Self.record()
    second = try Self.record(("\"ada\", \"olga\", \"otto\"", "\"ada\", \"otto\""))
    third = try Self.record(("\"maximum-age\": 30", "\"maximum-age\": 3000"))
    log.vote(first, under: first, ["olga", "otto"])
  }

  @Test func theFirstApprovesItself() {
    let chain = log.chain
    #expect(chain.denials.isEmpty)
    #expect(chain.root == first.digest && chain.last == first.digest)
    #expect(chain.approved == [first.digest])
  }

  @Test func onlyTheNewestApprovedPolicyIsInForce() {
    var log = log
    #expect(log.chain.fault(of: first.digest, first.policy) == nil)
    #expect(log.chain.fault(of: second.digest, second.policy)?.code == .policyUnapproved)
    log.vote(second, under: first, ["olga", "otto"])
    #expect(log.chain.fault(of: second.digest, second.policy) == nil)
    let older = log.chain.fault(of: first.digest, first.policy)
    #expect(older?.message.contains("was replaced") == true && older?.who == ["owner"])
  }

  /// Before there is a policy, nothing is said of one before.
  @Test func theFirstPolicyIsToldAsTheFirst() throws {
    var log = PolicyLog()
    func told(_ record: PolicyRecord) throws -> String {
      let fault = log.chain.fault(of: record.digest, record.policy)
      return try #require(fault).message
    }
    #expect(try told(first).contains("is the first one, and nobody has approved it yet."))
    log.vote(first, under: first, ["olga"])
    #expect(try told(first).contains("is the first one and not approved yet: too few"))
    #expect(try told(second).contains("nobody has approved it yet."))
    log.vote(first, under: first, ["otto"])
    #expect(try told(second).contains("was not approved under the previous policy."))
  }

  @Test func aChangeNeedsEnoughPeople() {
    var log = log
    log.vote(second, under: first, ["olga"])
    #expect(log.chain.last == first.digest)
    log.vote(second, under: first, ["olga"])
    #expect(log.chain.last == first.digest)
    log.vote(second, under: first, ["ada"])
    #expect(log.chain.last == second.digest)
    #expect(log.chain.root == first.digest)
    #expect(log.chain.approved == [first.digest, second.digest])
  }

  @Test func votesForDifferentPoliciesAreNotAdded() {
    var log = log
    log.vote(second, under: first, ["olga"])
    log.vote(third, under: first, ["otto"])
    #expect(log.chain.last == first.digest)
  }

  @Test func whoIsNotInChargeDoesNotCount() {
    var log = log
    log.vote(second, under: first, ["lena", "lars"])
    log.say(.approve, "olga", second, under: first, as: "legal")
    log.say(.approve, "otto", second, under: first) { $0.onBehalfOf = "ada" }
    log.say(.approve, "otto", second, under: first) { $0.expiresAt = Saying.after(900) }
    log.say(.approve, "ada", second, under: first)
    #expect(log.chain.denials.isEmpty)
    #expect(log.chain.last == first.digest)
  }

  @Test func aNewPolicyDoesNotApproveItself() {
    var log = log
    log.vote(third, under: third, ["olga", "otto"])
    #expect(log.chain.approved == [first.digest])
  }

  /// Who has lost a say has none under the older policy either.
  @Test func aPolicyThatWasReplacedApprovesNothing() {
    var log = log
    log.vote(second, under: first, ["olga", "otto"])
    log.vote(third, under: first, ["olga", "otto"])
    #expect(log.chain.last == second.digest)
    log.vote(third, under: second, ["ada", "otto"])
    #expect(log.chain.last == third.digest)
  }

  @Test func goingBackNeedsEnoughPeopleAgain() {
    var log = log
    log.vote(third, under: first, ["olga", "otto"])
    log.vote(first, under: third, ["olga", "otto"])
    #expect(log.chain.last == first.digest)
    log.vote(third, under: first, ["olga"])
    #expect(log.chain.last == first.digest)
  }

  @Test func aWithdrawnVoteIsNone() {
    var log = log
    let vote = log.say(.approve, "olga", second, under: first)
    log.say(.withdraw, "olga", second, under: first, naming: vote)
    log.vote(second, under: first, ["otto"])
    #expect(log.chain.last == first.digest)
  }

  @Test func anObjectionHoldsAPolicyBack() {
    var log = log
    let objection = log.say(.requestChanges, "ada", second, under: first)
    log.vote(second, under: first, ["olga", "otto"])
    #expect(log.chain.last == first.digest)
    var lifted = log
    lifted.say(.withdraw, "ada", second, under: first, naming: objection)
    #expect(lifted.chain.last == second.digest)
    var foreign = log
    foreign.say(.withdraw, "lena", second, under: first, naming: objection)
    foreign.say(.approve, "lena", second, under: first, naming: objection)
    #expect(foreign.chain.last == first.digest)
  }

  @Test func aPolicyThatIsNotKeptCannotBeJudgedBy() {
    var files = log.log.files
    files[first.file] = nil
    let chain = VerifiedPolicies(files: files, revoked: [], releaseKeys: []).at(nil)
    #expect(chain.approved.isEmpty)
    #expect(chain.denials.map(\.code) == [.policyUnapproved, .policyUnapproved])
  }

  @Test func aRecordIsThePolicyThatItsNameSays() {
    var files = log.log.files
    files[second.file] = third.bytes
    files["policy-0000000000000000.record"] = Array("{}".utf8)
    let chain = VerifiedPolicies(files: files, revoked: [], releaseKeys: []).at(nil)
    #expect(chain.denials.map(\.code) == [.policyUnreadable, .policyUnreadable])
  }

  @Test func aRevokedKeyHasApprovedNothing() {
    let revoked = Array("\(SignedLog.key("olga").publicKey.line) lost\n".utf8)
    let chain = VerifiedPolicies(files: log.log.files, revoked: revoked, releaseKeys: []).at(nil)
    #expect(chain.approved.isEmpty)
    #expect(chain.denials.map(\.code) == [.signatureRefused])
  }
}
