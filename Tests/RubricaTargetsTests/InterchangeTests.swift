import Foundation
import RubricaBundle
import RubricaCompiler
import RubricaModel
import RubricaSource
import Testing

@testable import RubricaTargets

/// The files for auditors and for the public: who is named in them, and what they say where the
/// source says nothing.
@Suite struct InterchangeTests {
  private static let targets =
    "targets: {oscal: {}, cyclonedx: {}, croissant: {}, hugging-face: {}}"
  private static let open = ["croissant/croissant.json", "hugging-face/README.md"]

  private func compile(
    _ head: String = "", governance: String? = nil, workspace: String = "",
    items: [Catalogue.Item]? = nil
  ) throws -> Compilation {
    var texts = ["guideline.md": "---\nrubrica: 1\nid: signs\n\(head)---\n# Signs\n"]
    texts["governance.yaml"] = governance
    return try Compiling.compile(
      MemoryFiles(texts: texts),
      workspace: Array("rubrica: 1\n\(workspace)\(Self.targets)\n".utf8), id: "signs",
      catalogue: items.map { Catalogue(items: $0) } ?? CatalogueReader.builtIn)
  }

  private func fixture() throws -> Compilation {
    let folder = Compiling.repository.appending(path: "Tests/Fixtures/interchange")
    var files: [String: [UInt8]] = [:]
    for name in ["guideline.md", "governance.yaml", "rubrica.yaml"] {
      files[name] = [UInt8](try Data(contentsOf: folder.appending(path: name)))
    }
    return try Compiling.compile(
      MemoryFiles(files), workspace: files["rubrica.yaml"], id: "road",
      catalogue: CatalogueReader.builtIn)
  }

  // MARK: people

  @Test func nobodyIsNamed() throws {
    let compilation = try fixture()
    let people = [
      "Lindqvist", "Abara", "Vidal", "Brandt", "Remarks desk", "@example.org",
    ]
    let files = compilation.artifacts.filter {
      $0.path != "source.txt" && $0.path != "manifest.json"
    }
    #expect(files.count == 7)
    for file in files {
      let text = String(decoding: file.bytes, as: UTF8.self)
      for name in people { #expect(!text.contains(name), "\(file.path) names \(name)") }
    }
    let croissant = try #require(compilation.text("croissant/croissant.json"))
    #expect(
      croissant.contains(
        "rating single drivers, as (name withheld) explained to (e-mail address)"))
  }

  @Test func namesAreWordsHoweverTheyAreWritten() {
    let names = WithheldNames(["Ann Miller", "art", "佐藤", "max"])
    for (text, cleaned) in [
      ("by Ann Miller", "by (name withheld)"), ("by ANN MILLER.", "by (name withheld)."),
      ("Ann Millers Wahl", "(name withheld)s Wahl"), ("Joann Miller", "Joann Miller"),
      ("articles, party, maximum", "articles, party, maximum"), ("ask Art", "ask (name withheld)"),
      ("佐藤さん", "(name withheld)さん"), ("", ""),
    ] {
      #expect(names.removed(from: text) == cleaned)
    }
  }

  @Test func onlyPublicSourcesTellWhereTheyAre() throws {
    let compilation = try fixture()
    for path in Self.open {
      let text = try #require(compilation.text(path))
      #expect(!text.contains("s3://"))
    }
    let croissant = try #require(compilation.text("croissant/croissant.json"))
    #expect(croissant.contains(#""contentUrl": "https://data.example.org/remarks-2026.zip""#))
    #expect(
      croissant.contains(
        #""contentUrl": "ni:///sha-256;YDA64iuZiGG847KPM-7BvnWKITyGyTwHbb6fVYwRx1I""#))
  }

  // MARK: what nobody answered

  @Test func silenceStaysSilence() throws {
    let compilation = try compile()
    let croissant = try #require(try compilation.json("croissant/croissant.json") as? [String: Any])
    let keys = Set(croissant.keys)
    #expect(keys == ["@context", "@type", "conformsTo", "name", "inLanguage"])
    let card = try #require(compilation.text("hugging-face/README.md"))
    #expect(card.hasPrefix("---\npretty_name: \"Signs\"\ntags:\n- \"annotation-guideline\"\n---\n"))
    // Every section but the line about the guideline.
    #expect(card.components(separatedBy: "[More Information Needed]").count - 1 == 12)
    let gaps = compilation.diagnostics.filter { $0.id == "croissant-gap" }
    #expect(gaps.count == 3)
  }

  @Test func withoutADayTheEpochStands() throws {
    let silent = try compile()
    let catalog = try #require(silent.text("oscal/catalog.json"))
    #expect(catalog.contains(#""last-modified": "1970-01-01T00:00:00Z""#))
    #expect(catalog.contains("nothing: the source states no date"))
    #expect(silent.text("cyclonedx/attestation.cdx.json")?.contains("timestamp") == false)
    // The newest of all that is stated, and not the next review.
    let stated = try compile(
      governance: """
        quality: {pilot: {date: 2026-04-20}}
        approvals: [{role: legal, date: 2026-05-08}, {role: security, date: TBD}]
        maintenance: {next-review: 2027-01-01}
        """)
    let dated = try #require(stated.text("oscal/catalog.json"))
    #expect(dated.contains(#""last-modified": "2026-05-08T00:00:00Z""#))
    #expect(dated.contains("governance.yaml:2:"))
  }

  // MARK: verdicts

  @Test func verdictsFollowTheStates() throws {
    let compilation = try compile(
      governance: "data: {personal: none, retention: TBD}\nquality: {gold-share: 5 %}\n",
      items: [
        ChecklistFixture.item("governance.quality.gold-share", id: "PASS"),
        ChecklistFixture.item("governance.data.retention", id: "FAIL", role: "data owner"),
        ChecklistFixture.item("governance.quality.gold-share", kind: .both, id: "REVIEW"),
        ChecklistFixture.item("sign-off", kind: .attested, id: "SIGN"),
        ChecklistFixture.item("governance.data.lawful-basis", if: "personal-data", id: "AWAY"),
      ])
    let root = try #require(
      try compilation.json("oscal/assessment-results.json") as? [String: Any])
    let results = try #require(
      ((root["assessment-results"] as? [String: Any])?["results"] as? [[String: Any]])?.first)
    let findings = try #require(results["findings"] as? [[String: Any]])
    let verdicts = findings.compactMap { finding -> String? in
      let target = finding["target"] as? [String: Any]
      let status = target?["status"] as? [String: Any]
      return [target?["target-id"], status?["state"], status?["reason"]]
        .compactMap { $0 as? String }.joined(separator: " ")
    }
    #expect(
      verdicts == [
        "PASS_obj satisfied pass", "FAIL_obj not-satisfied fail",
        "REVIEW_obj not-satisfied other", "SIGN_obj not-satisfied other",
      ])
    #expect(findings[3]["related-observations"] == nil)
    #expect((results["observations"] as? [Any])?.count == 4)

    let plan = try #require(compilation.text("oscal/poam.json"))
    #expect(plan.contains(#""role-id": "data-owner""#) || plan.contains(#""role-id":"data-owner""#))
    #expect(plan.contains(#""value":"not stated""#))

    let bom = try #require(
      try compilation.json("cyclonedx/attestation.cdx.json") as? [String: Any])
    let declarations = try #require(bom["declarations"] as? [String: Any])
    let map = try #require(
      (declarations["attestations"] as? [[String: Any]])?.first?["map"] as? [[String: Any]])
    let scores = map.map { ($0["conformance"] as? [String: Any])?["score"] as? Double }
    #expect(scores == [1, 0, nil, nil])
    #expect(map[3]["claims"] == nil)
  }

  @Test func aWaiverIsAnOpenItemWithADay() throws {
    let files = try auditFiles(
      governance: """
        waivers:
          - {item: FAIL, reason: the store moves, by: Ada Park, since: 2026-05-01, until: 2026-12-31}
        """, [ChecklistFixture.item("governance.data.retention", id: "FAIL")])
    let plan = try #require(files["oscal/poam.json"])
    #expect(plan.contains(#""deadline": "2026-12-31T00:00:00Z""#))
    #expect(plan.contains(#""status": "deviation-approved""#))
    #expect(plan.contains("Waived from 2026-05-01 to 2026-12-31 by (name withheld)"))
    #expect(files["oscal/assessment-results.json"]?.contains("not-satisfied") == true)
    #expect(files.values.allSatisfy { !$0.contains("Park") })
  }

  /// Who has signed stands in the reasons of the checklist, and nowhere in these files.
  @Test func signersStayUnnamed() throws {
    let attestations = Attestations(
      roles: [
        .init(
          name: "legal", answersFor: [], people: ["Ada Park"], quorum: 1, objectors: [],
          until: "2027-01-01", covered: ["governance/quality/gold-share"]),
        .init(
          name: "security", answersFor: [], people: [], quorum: 1, objectors: ["Jo Brandt"],
          until: nil, covered: []),
      ], conditions: [])
    let files = try auditFiles(
      governance: "quality: {gold-share: 5 %}\n",
      [
        ChecklistFixture.item("governance.quality.gold-share", kind: .both, id: "SIGNED"),
        ChecklistFixture.item("gate.roles", kind: .attested, id: "GATE"),
      ], attestations)
    let text = files.values.joined()
    #expect(text.contains("`legal` has approved: (name withheld), until 2027-01-01."))
    #expect(text.contains("`security` has asked for changes: (name withheld)"))
    #expect(text.contains("Roles that have approved the current content: 1 of 2 (`legal`)."))
    #expect(!text.contains("Park") && !text.contains("Brandt"))
  }

  /// The files for auditors, by path, whatever the checks have to say.
  private func auditFiles(
    governance: String, _ items: [Catalogue.Item], _ attestations: Attestations? = nil
  ) throws -> [String: String] {
    let guideline = try Compiling.read(
      ["guideline.md": "# Signs\n", "governance.yaml": governance])
    let context = TargetContext(
      settings: DataNode(.mapping([]), guideline.document), sourceDigest: "sha256:0",
      compiler: "rubrica test", organisation: "Example & Sons",
      catalogue: PreparedCatalogue(Catalogue(items: items)), attestations: attestations)
    let checked = try #require(CheckedGuideline(GuidelineIndex(guideline), diagnostics: []))
    let made = OscalTarget.render(checked, context) + CycloneDXTarget.render(checked, context)
    return Dictionary(
      uniqueKeysWithValues: made.map { ($0.path, String(decoding: $0.bytes, as: UTF8.self)) })
  }

  @Test func nothingOpenNeedsNoPlan() throws {
    let compilation = try compile(
      governance: "quality: {gold-share: 5 %}\n",
      items: [ChecklistFixture.item("governance.quality.gold-share")])
    #expect(compilation.artifact("oscal/poam.json") == nil)
    #expect(compilation.artifact("oscal/catalog.json") != nil)
  }

  @Test func anEmptyCatalogueIsWritten() throws {
    let compilation = try compile(items: [])
    let root = try #require(
      try compilation.json("oscal/assessment-results.json") as? [String: Any])
    let results = (root["assessment-results"] as? [String: Any])?["results"] as? [[String: Any]]
    #expect(results?.first?["findings"] == nil)
    #expect(compilation.text("oscal/catalog.json")?.contains("[]") == false)
  }

  // MARK: names

  /// By Python: `uuid.uuid5(uuid.uuid5(uuid.NAMESPACE_URL, "https://rubrica.dev/ns/interchange"), …)`.
  @Test func identifiersAreThoseOfTheStandard() {
    #expect(NameUUID.text("signs".utf8) == "3a909b90-a7d6-5399-815e-10ae7476f3ed")
    #expect(NameUUID.text("a", "b") == NameUUID.text("1:a,1:b".utf8))
    #expect(NameUUID.text("a,1:b") != NameUUID.text("a", "b"))
  }

  @Test(arguments: [
    ("CON-01", "CON-01"), ("data owner", "data-owner"), ("1st", "_1st"), ("", "_"),
    ("Prüfung", "Prüfung"),
    ("a/b", "a-b"),
  ])
  func tokens(_ text: String, _ token: String) { #expect(Token.make(text) == token) }

  @Test func theSameSourceGivesTheSameBytes() throws {
    let (first, second) = (try fixture(), try fixture())
    #expect(first.artifacts.map(\.bytes) == second.artifacts.map(\.bytes))
  }
}
