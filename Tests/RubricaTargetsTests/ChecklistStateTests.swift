import RubricaModel
import RubricaTargets
import Testing

/// Which state an item gets, and what is shown for it.
struct ChecklistStateTests {
  typealias State = ChecklistResult.State

  @Test(arguments: [
    (Catalogue.Item.Kind.automatic, ["governance.data.retention"], State.passed),
    (.both, ["governance.data.retention"], .needsReview),
    (.attested, ["governance.data.retention", "sign-off"], .needsReview),
    (.automatic, ["governance.data.retention", "sign-off"], .needsReview),
    (.automatic, ["sign-off"], .notRun),
    (.attested, ["sign-off"], .notRun),
    (.automatic, ["governance.data.storage"], .failed),
    (.both, ["governance.data.storage"], .failed),
    (.attested, ["governance.data.storage", "sign-off"], .failed),
    (.automatic, ["governance.data.retention", "governance.data.storage"], .failed),
    (.automatic, ["governance.data.storage | governance.data.retention"], .passed),
    (.automatic, ["computed.no-such-thing"], .failed),
    (.automatic, ["goverance.data.retention"], .failed),
  ])
  func kindAndEvidenceDecide(kind: Catalogue.Item.Kind, evidence: [String], state: State) throws {
    var item = ChecklistFixture.item(kind: kind)
    item.evidence = evidence
    let fixture = try ChecklistFixture(governance: "data:\n  retention: 2 years\n", items: [item])
    #expect(fixture.only.state == state)
    #expect((fixture.only.action == nil) == !state.isOpen)
    #expect(fixture.report.open == (state.isOpen ? 1 : 0))
  }

  @Test(arguments: ["", "~", "TBD", "todo", "\"\"", "[]", "[ ]", "'?'", "…", "To be defined"])
  func placeholdersSayNothing(value: String) throws {
    let fixture = try ChecklistFixture(
      governance: "data:\n  retention: \(value)\n",
      items: [ChecklistFixture.item("governance.data.retention")])
    #expect(fixture.only.state == .failed)
    #expect(fixture.only.gaps.map(\.place?.text) == ["governance.yaml:2:3"])
  }

  @Test func valuesAreShownWithTheirPlace() throws {
    let fixture = try ChecklistFixture(
      governance:
        "\u{FEFF}use:\r\n  prohibited:\r\n    - scoring\r\n    - 'watching\r\n      people'\r\n",
      items: [ChecklistFixture.item("governance.use.prohibited")],
      document: "all/signs/guideline.md")
    #expect(fixture.only.evidence.map(\.path) == ["governance.use.prohibited"])
    #expect(fixture.only.evidence.map(\.place.text) == ["governance.yaml:3:5"])
    #expect(fixture.only.evidence.map(\.text) == ["scoring; watching people"])
  }

  @Test func aContactHasANameAndCanBeReached() throws {
    func state(_ contact: String) throws -> ChecklistResult {
      try ChecklistFixture(
        governance: "contacts:\n  legal: \(contact)\n",
        items: [ChecklistFixture.item("governance.contacts.legal")]
      ).only
    }
    #expect(try state("{name: Ada, phone: 1}").state == .passed)
    #expect(
      try state("{name: Ada}").gaps.map(\.text) == [
        "`contacts.legal` has no `email`, `phone` or `url`"
      ])
    #expect(
      try state("{email: a@b.example}").gaps.map(\.text) == ["`contacts.legal` has no `name`"])
  }

  @Test func eachSourceNeedsOneOfTheAlternatives() throws {
    let item = ChecklistFixture.item(
      "governance.data.sources[*].licence | governance.data.sources[*].contract")
    let both = "data:\n  sources:\n    - {id: a, licence: MIT}\n    - {contract: C-1}\n"
    let fixture = try ChecklistFixture(governance: both, items: [item])
    #expect(
      fixture.only.evidence.map(\.path) == [
        "governance.data.sources[a].licence", "governance.data.sources[2].contract",
      ])
    let lacking = try ChecklistFixture(
      governance: both + "    - {id: c, kind: public}\n", items: [item]
    ).only
    #expect(lacking.state == .failed)
    #expect(
      lacking.gaps.map(\.text) == [
        "`data.sources[c].licence` is not in governance.yaml, and "
          + "`data.sources[c].contract` is not in governance.yaml"
      ])
    #expect(lacking.gaps.first?.place?.line == 5)
    #expect(
      try ChecklistFixture(items: [item]).only.gaps.map(\.text) == [
        "`data.sources` is missing: there is no governance.yaml"
      ])
  }

  @Test func theFrontMatterCounts() throws {
    let text =
      "---\nrubrica: 1\nowner: m.silva\nwarnings:\n  - {category: gore, text: Blood.}\n---\n# S\n"
    let items = [ChecklistFixture.item("front-matter.owner", "front-matter.warnings")]
    let fixture = try ChecklistFixture(text, items: items)
    #expect(fixture.only.state == .passed)
    #expect(fixture.only.evidence.map(\.text) == ["m.silva", "gore: Blood."])
    #expect(fixture.only.evidence.map(\.place.line) == [3, 5])
    let language = try ChecklistFixture(items: [ChecklistFixture.item("front-matter.language")])
    #expect(language.only.state == .failed, "a default is not an answer")
  }

  @Test func whatFailedComesFirstAndRolesKeepTheirOrder() throws {
    let fixture = try ChecklistFixture(
      governance: "data: {gaps: none}\n",
      items: [
        ChecklistFixture.item("sign-off", id: "A", role: "owner"),
        ChecklistFixture.item("governance.data.gaps", kind: .both, id: "B", level: .warn),
        ChecklistFixture.item("governance.data.biases", id: "C"),
        ChecklistFixture.item("governance.data.gaps", id: "D"),
      ])
    let turns = fixture.report.turns.map { turn in
      (turn.name, turn.places.map { fixture.report.results[$0].item.id })
    }
    #expect(turns.map(\.0) == ["owner", "legal"])
    #expect(turns.map(\.1) == [["A"], ["C", "B"]])
    #expect(fixture.report.blocking == 2)
    #expect(fixture.report.settled.map(\.name) == ["Tests"])
  }
}
