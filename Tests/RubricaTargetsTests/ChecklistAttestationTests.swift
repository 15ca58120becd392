import RubricaModel
import RubricaTargets
import Testing

/// What sign-offs and waivers make of the items of a checklist.
struct ChecklistAttestationTests {
  private static let item = ChecklistFixture.item("governance.data.retention", kind: .both)
  private static let governance = "data: {retention: 24 months}\n"

  private func role(
    _ people: [String], quorum: Int = 1, objectors: [String] = [],
    covered: Set<String> = ["governance/data/retention"], answersFor: [String] = [],
    name: String = "legal"
  ) -> Attestations {
    Attestations(
      roles: [
        .init(
          name: name, answersFor: answersFor, people: people, quorum: quorum,
          objectors: objectors, until: "2027-11-24", covered: covered)
      ], conditions: [])
  }

  private func result(
    _ attestations: Attestations?, governance: String = governance, item: Catalogue.Item = item
  ) throws -> ChecklistResult {
    try ChecklistFixture(governance: governance, items: [item], attestations: attestations).only
  }

  @Test func anApprovalOfTheRoleSettlesWhatSomebodyHasToVouchFor() throws {
    let result = try result(role(["Ada Park"]))
    #expect(result.state == .passed)
    #expect(result.reason == "`legal` has approved: Ada Park, until 2027-11-24.")
  }

  @Test func nothingElseDoes() throws {
    #expect(try result(nil).state == .needsReview)
    #expect(try result(role([])).state == .needsReview)
    #expect(try result(role(["Ada Park"], quorum: 2)).state == .needsReview)
    #expect(try result(role(["Ada Park"], objectors: ["Jo Brandt"])).state == .needsReview)
    #expect(try result(role(["Ada Park"], name: "security")).state == .needsReview)
    let elsewhere = try result(role(["Ada Park"], covered: ["governance/data/storage"]))
    #expect(elsewhere.state == .needsReview)
    #expect(
      elsewhere.reason?.contains("none of its scopes covers `governance.data.retention`") == true)
    // What is missing is missing, whoever has signed.
    #expect(try result(role(["Ada Park"]), governance: "data: {storage: eu}\n").state == .failed)
  }

  /// The paths of sign-offs escape what the paths of the checklist show.
  @Test(arguments: [
    ("set-1.0", "set-1.0"), ("a[b]", "a[b]"), ("two words", "two%20words"), ("50%", "50%25"),
  ]) func anApprovalCoversEntriesWhateverTheirIds(id: String, segment: String) throws {
    let result = try result(
      role(["Ada Park"], covered: ["governance/data/sources/\(segment)/licence"]),
      governance: "data: {sources: [{id: \"\(id)\", licence: CC0}]}\n",
      item: ChecklistFixture.item("governance.data.sources[*].licence", kind: .both))
    #expect(result.state == .passed, "\(result.reason ?? "")")
  }

  @Test func anApprovalCoversEntriesWithoutANameOfTheirOwn() throws {
    let item = ChecklistFixture.item("governance.data.sources[*].licence", kind: .both)
    for (governance, segment) in [
      ("data: {sources: [{licence: CC0}]}\n", "~0123456789ab"),
      ("data: {sources: [{id: a, licence: CC0}, {id: a, licence: MIT}]}\n", "a~0123456789ab"),
    ] {
      let covered = role(["Ada Park"], covered: ["governance/data/sources/\(segment)/licence"])
      #expect(try result(covered, governance: governance, item: item).state == .passed)
      let other = role(["Ada Park"], covered: ["governance/data/sources/\(segment)/kind"])
      #expect(try result(other, governance: governance, item: item).state == .needsReview)
    }
  }

  @Test func aRoleMayAnswerForAnother() throws {
    #expect(try result(role(["Jo"], answersFor: ["legal"], name: "security")).state == .passed)
  }

  @Test func aWaiverNeedsAllItsKeys() throws {
    let complete = """
      waivers: [{item: T-01, reason: Store moves, by: ada@example.com, since: 2026-11-01, until: 2026-12-31}]

      """
    let waived = try result(nil, governance: complete)
    #expect(waived.state == .waived && !waived.state.isOpen)
    #expect(waived.reason?.contains("Store moves") == true)
    #expect(waived.reason?.contains("ada@example.com") == false)
    for key in ["reason: Store moves, ", "by: ada@example.com, ", "since: 2026-11-01, "] {
      let lacking = complete.replacing(key, with: "")
      #expect(try result(nil, governance: lacking).state == .failed, "without \(key)")
    }
    let endless = complete.replacing(", until: 2026-12-31", with: "")
    #expect(try result(nil, governance: endless).state == .failed)
  }

  @Test func whetherPeopleHaveSignedIsDecidedBySignaturesAlone() throws {
    let roles = ChecklistFixture.item("gate.roles")
    #expect(try result(nil, item: roles).state == .notRun)
    #expect(try result(role([]), item: roles).state == .failed)
    #expect(try result(role(["Ada Park"]), item: roles).state == .passed)
    let dates = try result(role(["Ada Park"]), item: ChecklistFixture.item("gate.dates"))
    #expect(dates.state == .notRun && dates.gaps.map(\.path) == ["gate.dates"])
    var outside = role(["Ada Park"])
    outside.faults = ["the policy is another one"]
    let unapproved = try result(outside, item: roles)
    #expect(unapproved.state == .failed)
    #expect(unapproved.gaps.map(\.text) == ["the policy is another one"])
    var agreed = role(["Ada Park"])
    let conditions = ChecklistFixture.item("gate.conditions")
    #expect(try result(agreed, item: conditions).state == .passed)
    agreed.conditions = [.init(id: "c1", text: "Sign it", role: "legal", until: "2026-12-31")]
    let open = try result(agreed, item: conditions)
    #expect(open.state == .needsReview && open.gaps.first?.text.contains("Sign it") == true)
  }

  /// A page that is part of a sealed bundle must not say that somebody has yet to act.
  @Test func whatOnlyTheGateCanTellIsNobodysTurn() throws {
    let fixture = try ChecklistFixture(
      governance: Self.governance, items: [ChecklistFixture.item("gate.dates")],
      attestations: role(["Ada Park"]))
    #expect(
      fixture.report.open == 0 && fixture.report.blocking == 0 && fixture.report.turns.isEmpty)
    #expect(fixture.report.forGate == [0])
    let result = fixture.only
    #expect(result.isForGate && result.reason?.contains("`seal.json`") == true)
    // Without a policy nobody is asked, and nothing can be released.
    let nobody = try self.result(nil, item: ChecklistFixture.item("gate.dates"))
    #expect(!nobody.isForGate && nobody.reason?.contains("no approval policy") == true)
  }

  @Test func thePagesSayWhoDecides() throws {
    let fixture = try ChecklistFixture(
      governance: Self.governance, items: [ChecklistFixture.item("gate.dates")],
      attestations: role(["Ada Park"]))
    for name in ["checklist.md", "checklist.html"] {
      let text = try fixture.file(name)
      #expect(text.contains("decided by the gate"), "\(name)")
      #expect(!text.contains("\\`rubrica gate"), "\(name)")
    }
  }
}
