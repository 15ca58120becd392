import Foundation
import RubricaBundle
import RubricaGovernance
import RubricaModel
import RubricaSignature
import RubricaSource
import Testing

/// What stands between a guideline and a yes.
@Suite struct GateTests {
  private static let time = Saying.after(100)
  private static let item = ChecklistState(
    id: "SRC-01", question: "Is it?", role: "legal", isBlocking: true, state: "passed",
    isForGate: false, isWaivable: true, place: nil)

  /// Signed by everybody; the policy is in force.
  private static func input(_ edits: (String, String)...) throws -> GateInput {
    var saying = try Saying()
    if !edits.isEmpty {
      saying.subject.policy = try SamplePolicy.record(edits, signers: "").policy
    }
    saying.say(.approve, "lena")
    saying.say(.approve, "olga", as: "owner")
    saying.say(.approve, "otto", as: "owner")
    let record = PolicyRecord(policy: saying.subject.policy, signers: Array(SignedLog.signers.utf8))
    saying.subject.policyDigest = record.digest
    for place in saying.entries.indices { saying.entries[place].signOff.policy = record.digest }
    var log = PolicyLog()
    log.vote(record, under: record, ["olga", "otto"])
    return GateInput(
      subject: saying.subject, ledger: saying.ledger, policies: log.chain, checklist: [item],
      denials: [], time: time)
  }

  private static func codes(_ input: GateInput) -> [DenialCode] {
    Gate.judge(input).denials.map(\.code)
  }

  @Test func everythingGoodIsAPass() throws {
    let result = Gate.judge(try Self.input())
    #expect(result.denials.isEmpty)
    #expect(
      result.properties == [
        "sources-compile", "policy-approved", "log-consistent", "role:legal", "role:owner",
        "checklist-closed", "waivers-in-force", "release",
      ])
    // Thirty days after the first approval.
    #expect(result.validUntil == Saying.after(30 * 86_400))
  }

  /// Each reason takes its property away, and the one that all others are.
  @Test(arguments: [
    "sources-compile", "policy-approved", "log-consistent", "role:legal", "checklist-closed",
    "waivers-in-force",
  ])
  func aReasonTakesItsPropertyAway(property: String) throws {
    var input = try Self.input()
    switch property {
    case "sources-compile": input.denials = [Denial(.finding, "An error.")]
    case "policy-approved": input.subject.policyDigest = Digest([])
    case "log-consistent": input.ledger.denials = [Denial(.logTime, "A clock.")]
    case "role:legal": input.ledger.entries.removeAll { $0.signOff.role == "legal" }
    case "checklist-closed": input.checklist[0].state = "failed"
    default:
      let day = try CalendarDate("2020-01-01")
      input.subject.waivers = [
        .init(item: "SRC-01", by: "lena", since: day, until: day, place: nil)
      ]
    }
    let result = Gate.judge(input)
    #expect(!result.isPass)
    #expect(!result.properties.contains(property))
    #expect(!result.properties.contains(Gate.release))
    #expect(result.validUntil == nil)
  }

  @Test func aPolicyWithoutRolesIsNone() throws {
    var input = try Self.input()
    input.subject.policy.roles = []
    let codes = Self.codes(input)
    #expect(codes.contains(.policyMissing))
    #expect(codes.contains(.leafInNoScope))
  }

  @Test func aLeafThatNobodySignsIsToldOf() throws {
    var input = try Self.input()
    input.subject.policy.scopes[0].selectors.removeLast()
    #expect(Self.codes(input) == [.leafInNoScope])
    let denial = try #require(Gate.judge(input).denials.first)
    let root = try #require(input.subject.leaves.last { denial.message.contains($0.path) }?.path)
      .prefix { $0 != "/" }
    #expect(denial.message.contains("Add `\(root)` to a scope"))
    #expect(denial.who == ["owner"])
  }

  @Test func oneRoleIsOnePersonsUnlessThePolicySaysOtherwise() throws {
    let lena = ("\"ada\", \"olga\", \"otto\"", "\"lena\", \"olga\", \"otto\"")
    var input = try Self.input(lena)
    let entry = try #require(input.ledger.entries.last)
    input.ledger.entries[2].signOff = {
      var signOff = entry.signOff
      signOff.signer = "lena"
      return signOff
    }()
    #expect(Self.codes(input) == [.rolePersonTwice])
    input.subject.policy.onePersonSeveralRoles = true
    #expect(Self.codes(input) == [])
  }

  @Test(
    arguments: [
      ("passed", false, []), ("not-applicable", false, []), ("failed", false, [.checklistOpen]),
      ("needs-review", false, [.checklistOpen]), ("not-run", false, [.checklistOpen]),
      ("not-run", true, []), ("failed", true, [.checklistOpen]),
      ("Passed", false, [.checklistOpen]),
      ("", true, [.checklistOpen]), ("waived", false, [.checklistOpen]),
    ] as [(String, Bool, [DenialCode])])
  func onlyKnownStatesCloseAnItem(state: String, isForGate: Bool, codes: [DenialCode]) throws {
    var input = try Self.input()
    input.checklist[0].state = state
    input.checklist[0].isForGate = isForGate
    #expect(Self.codes(input) == codes)
    input.checklist[0].isBlocking = false
    #expect(Self.codes(input) == [])
  }

  @Test func aChecklistWithoutItemsHasAskedNothing() throws {
    var input = try Self.input()
    input.checklist = []
    #expect(Self.codes(input) == [.checklistUnreadable])
  }

  /// Days from that of the question, who, and whether the item may be waived.
  @Test(
    arguments: [
      (-1, 1, "lena", true, []), (0, 0, "lena", true, []), (-2, -1, "lena", true, [.waiverExpired]),
      (1, 2, "lena", true, [.waiverExpired]), (-1, 1, "otto", true, [.waiverInvalid]),
      (-1, 365, "lena", true, [.waiverInvalid]), (-1, 364, "lena", true, []),
      (-1, 1, "lena", false, [.checklistOpen, .waiverInvalid]),
    ] as [(Int, Int, String, Bool, [DenialCode])])
  func aWaiverHasItsTimeAndItsPerson(
    since: Int, until: Int, by: String, isWaivable: Bool, codes: [DenialCode]
  ) throws {
    var input = try Self.input()
    let today = Self.time.date.daysSince1970
    input.checklist[0].state = "waived"
    input.checklist[0].isWaivable = isWaivable
    input.subject.waivers = [
      .init(
        item: "SRC-01", by: by, since: try #require(CalendarDate(daysSince1970: today + since)),
        until: try #require(CalendarDate(daysSince1970: today + until)), place: nil)
    ]
    #expect(Self.codes(input) == codes)
  }

  @Test func aDayCountsAsAWhole() throws {
    var input = try Self.input()
    let path = "governance/vendor/valid-until"
    let day = input.time.date
    input.subject.contractUntil = day
    let result = Gate.judge(input)
    let end = day.start.adding(days: 1)
    #expect(result.isPass)
    #expect(result.validUntil == end)
    input.time = end
    #expect(Self.codes(input) == [.contractExpired])
    // An end that is no day cannot be held against a clock.
    let leaf = GovernedSubject.Leaf(
      SignedLeaf(path: path, digest: Digest([]), formDigest: Digest([])), at: nil)
    let subject = input.subject
    let leaves = (subject.leaves + [leaf]).sorted { $0.path < $1.path }
    input.subject = GovernedSubject(
      id: subject.id, version: subject.version, authors: subject.authors, policy: subject.policy,
      policyDigest: subject.policyDigest, leaves: leaves, scopes: subject.scopes,
      waivers: [], contractUntil: nil)
    #expect(Self.codes(input) == [.contractExpired])
  }

  /// `docs/formats/gate.md` has a row for each reason, in their order.
  @Test func everyReasonIsInTheDocument() throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../..")
    let text = try String(contentsOf: root.appending(path: "docs/formats/gate.md"), encoding: .utf8)
    let rows = DenialCode.allCases.map { "| `\($0.rawValue)` | \($0.meaning) | \($0.remedy) |\n" }
      .joined()
    #expect(text.contains("|---|---|---|\n\(rows)"), "the table of reasons has to be:\n\(rows)")
  }
}
