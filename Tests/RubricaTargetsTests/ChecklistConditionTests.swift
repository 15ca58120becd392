import RubricaModel
import RubricaTargets
import Testing

/// When an item counts. What nobody declared never makes an item go away.
struct ChecklistConditionTests {
  enum Outcome { case counts, doesNot, undecided }

  private static let warned = "---\nrubrica: 1\nwarnings:\n  - {category: gore}\n---\n# S\n"

  @Test(arguments: [
    ("personal-data", "data: {personal: [faces]}", Outcome.counts),
    ("personal-data", "data: {personal: faces}", .counts),
    ("personal-data", "data: {personal: none}", .doesNot),
    ("personal-data", "data: {personal: []}", .undecided),
    ("personal-data", "data: {personal: TBD}", .undecided),
    ("personal-data", "data: {retention: 1 year}", .undecided),
    ("vendor", "workforce: {kind: vendor}", .counts),
    ("vendor", "vendor: {name: V}\nworkforce: {kind: internal}", .counts),
    ("vendor", "workforce: {kind: internal}", .doesNot),
    ("vendor", "workforce: {pay: hourly}", .undecided),
    ("crowd", "workforce: {kind: crowd}", .counts),
    ("crowd", "workforce: {kind: vendor}", .doesNot),
    ("crowd", "data: {}", .undecided),
    ("machine-pre-labeling", "quality: {pre-labeling: model 3}", .counts),
    ("machine-pre-labeling", "quality: {pre-labeling: none}", .doesNot),
    ("machine-pre-labeling", "quality: {deviation: 1 %}", .undecided),
    ("third-party-rights", "data: {sources: [{rights: none}, {rights: logos}]}", .counts),
    ("third-party-rights", "data: {sources: [{rights: none}, {rights: none known}]}", .doesNot),
    ("third-party-rights", "data: {sources: [{rights: none}, {id: b}]}", .undecided),
    ("third-party-rights", "data: {sources: []}", .undecided),
    ("purchased-data", "data: {sources: [{kind: public}, {kind: purchased}]}", .counts),
    ("purchased-data", "data: {sources: [{kind: public}]}", .doesNot),
    ("purchased-data", "data: {sources: [{id: a}]}", .undecided),
  ])
  func conditionsAreDecidedFromTheData(
    condition: String, governance: String, outcome: Outcome
  ) throws {
    let items = [
      ChecklistFixture.item("governance.maintenance.plan", if: condition),
      ChecklistFixture.item("governance.maintenance.plan", if: condition, id: "T-02"),
    ]
    let without = try ChecklistFixture(governance: governance, items: items).only
    let with = try ChecklistFixture(
      governance: governance + "\nmaintenance: {plan: yearly}\n", items: items
    ).only
    switch outcome {
    case .counts:
      #expect(without.state == .failed)
      #expect(with.state == .passed)
      #expect(with.because != nil)
    case .doesNot:
      #expect(without.state == .notApplicable)
      #expect(without.evidence.first?.place.file == "governance.yaml")
      #expect(without.reason != nil && without.action == nil)
    case .undecided:
      #expect(without.state == .failed)
      #expect(with.state == .needsReview)
      #expect(with.reason?.hasPrefix("It is unknown whether this item applies") == true)
      #expect(with.gaps.count == 1)
    }
  }

  @Test func harmIsWhatTheAuthorWarnsOf() throws {
    let item = ChecklistFixture.item("governance.workforce.wellbeing", if: "harmful-content")
    #expect(try ChecklistFixture(Self.warned, items: [item]).only.state == .failed)
    #expect(try ChecklistFixture(items: [item]).only.state == .notApplicable)
    let section = "# S\n\n## Content warning\n\nBlood.\n"
    #expect(try ChecklistFixture(section, items: [item]).only.state == .failed)
  }

  @Test func onlyPurchasedSourcesNeedAContract() throws {
    let fixture = try ChecklistFixture(
      governance: """
        data:
          sources:
            - {id: a, kind: purchased, contract: C-1}
            - {id: b, kind: synthetic}
        """,
      items: [ChecklistFixture.item("governance.data.sources[*].contract", if: "purchased-data")])
    #expect(fixture.only.state == .passed)
    #expect(fixture.only.evidence.map(\.path) == ["governance.data.sources[a].contract"])
  }

  @Test func aConditionThatIsNotKnownLeavesTheItemOpen() throws {
    let item = ChecklistFixture.item("governance.data.gaps", if: "full-moon")
    #expect(try ChecklistFixture(items: [item]).only.state == .notRun)
  }
}
