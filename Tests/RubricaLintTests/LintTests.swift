import Foundation
import RubricaSource
import Testing

@testable import RubricaLint

/// The documents that Rubrica writes are clean, and each broken copy has the finding that is there
/// for it, at the place that was broken.
@Suite struct LintTests {
  private static let golden = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Golden")
  private static let audit = [
    "oscal/catalog.json", "oscal/component-definition.json", "oscal/assessment-results.json",
    "oscal/poam.json", "cyclonedx/attestation.cdx.json", "croissant/croissant.json",
  ]

  private static func text(_ path: String) throws -> String {
    try String(contentsOf: golden.appending(path: path), encoding: .utf8)
  }

  private static func lint(_ texts: [(name: String, text: String)]) -> Linter.Outcome {
    Linter.lint(Sources(texts.map { SourceFile(name: $0.name, text: $0.text) }))
  }

  /// The ids of the findings, each with the text it stands at.
  private static func found(_ texts: [(name: String, text: String)]) -> [String] {
    let sources = Sources(texts.map { SourceFile(name: $0.name, text: $0.text) })
    return Linter.lint(sources).findings.map { "\($0.id) \(sources.text($0.span))" }
  }

  // MARK: what is ours

  @Test func whatRubricaWritesIsClean() throws {
    let texts = try Self.audit.map { ($0, try Self.text("interchange/\($0)")) }
    let outcome = Self.lint(texts)
    #expect(outcome.findings.map(\.message) == [])
    #expect(outcome.unknown == [])
    // Each alone, too.
    for text in texts { #expect(Self.lint([text]).findings.map(\.message) == []) }
  }

  @Test(arguments: [
    "answer-preferences", "chat-harassment", "chest-reports", "clinic-letters", "cow-gait",
    "hotline-calls", "shelf-products", "street-scans",
  ])
  func theDataSetsOfTheExamplesAreClean(_ id: String) throws {
    let text = try Self.text("\(id)/croissant/croissant.json")
    #expect(Self.lint([("croissant.json", text)]).findings.map(\.message) == [])
  }

  // MARK: what is broken

  struct Mutation: Sendable {
    let what: String
    let file: String
    let old: String
    let new: String
    /// The finding, and the text where it stands.
    let finding: String
  }

  /// compliance-trestle takes all of these but the last, as long as what takes the place of an id is
  /// well formed.
  static let oscal = [
    Mutation(
      what: "party that does not exist", file: "oscal/catalog.json",
      old: "\"party-uuids\": [\n            \"", new: "\"party-uuids\": [\n            \"0",
      finding: "interchange-reference"),
    Mutation(
      what: "action of a type of one's own", file: "oscal/catalog.json",
      old: #""oscal-version": "1.2.1","#,
      new:
        #""oscal-version": "1.2.1", "actions": [{"uuid": "a21c5b4e-6b0f-4e0e-9d3b-3a8f2e6c1b70", "type": "blessed", "system": "http://csrc.nist.gov/ns/oscal"}],"#,
      finding: #"interchange-value "blessed""#),
    Mutation(
      what: "control id twice", file: "oscal/catalog.json", old: #""id": "CON-02","#,
      new: #""id": "CON-01","#, finding: #"interchange-duplicate "CON-01""#),
    Mutation(
      what: "link to a resource that is missing", file: "oscal/catalog.json",
      old: "{\"href\":\"#", new: "{\"href\":\"#0", finding: "interchange-reference"),
    Mutation(
      what: "digest of another length", file: "oscal/assessment-results.json",
      old: #""algorithm": "SHA-256","#, new: #""algorithm": "SHA-512","#,
      finding: "interchange-value"),
    Mutation(
      what: "finding about no control", file: "oscal/assessment-results.json",
      old: #""target-id":"CON-02_obj""#, new: #""target-id":"CON-77_obj""#,
      finding: #"interchange-reference "CON-77_obj""#),
    Mutation(
      what: "finding that cites no observation", file: "oscal/assessment-results.json",
      old: #""observation-uuid": ""#, new: #""observation-uuid": "0"#,
      finding: "interchange-reference"),
    Mutation(
      what: "state maybe", file: "oscal/assessment-results.json",
      old: #""state":"satisfied""#, new: #""state":"maybe""#,
      finding: #"interchange-value "maybe""#),
  ]

  static let others = [
    Mutation(
      what: "control that no catalogue has", file: "oscal/component-definition.json",
      old: #""control-id": "CON-01""#, new: #""control-id": "CON-77""#,
      finding: #"interchange-reference "CON-77""#),
    Mutation(
      what: "role that nobody declared", file: "oscal/component-definition.json",
      old: #""role-id":"legal""#, new: #""role-id":"lawyers""#,
      finding: #"interchange-reference "lawyers""#),
    Mutation(
      what: "UUID of version 1", file: "oscal/poam.json", old: #""uuid": ""#,
      new: #""uuid": "11111111-1111-1111-8111-111111111111", "remarks": ""#,
      finding: #"interchange-value "11111111-1111-1111-8111-111111111111""#),
    Mutation(
      what: "risk that is not there", file: "oscal/poam.json", old: #""risk-uuid": ""#,
      new: #""risk-uuid": "0"#, finding: "interchange-reference"),
    Mutation(
      what: "requirement that is not there", file: "cyclonedx/attestation.cdx.json",
      old: #"{"requirement":"requirement-CON-01""#, new: #"{"requirement":"requirement-CON-77""#,
      finding: #"interchange-reference "requirement-CON-77""#),
    Mutation(
      what: "claim that is not there", file: "cyclonedx/attestation.cdx.json",
      old: #""claims":["claim-CON-01"]"#, new: #""claims":["claim-CON-77"]"#,
      finding: #"interchange-reference "claim-CON-77""#),
    Mutation(
      what: "claim given as evidence", file: "cyclonedx/attestation.cdx.json",
      old: #""evidence":["evidence-CON-01-1"]"#, new: #""evidence":["claim-CON-01"]"#,
      finding: #"interchange-reference "claim-CON-01""#),
    Mutation(
      what: "reference twice", file: "cyclonedx/attestation.cdx.json",
      old: #""bom-ref":"claim-CON-02""#, new: #""bom-ref":"claim-CON-01""#,
      finding: #"interchange-duplicate "claim-CON-01""#),
    Mutation(
      what: "misspelt property", file: "croissant/croissant.json", old: #""rai:dataBiases""#,
      new: #""rai:dataBias""#, finding: #"interchange-property "rai:dataBias""#),
    Mutation(
      what: "no name", file: "croissant/croissant.json",
      old: #""name": "What drivers say about a road","#, new: "", finding: "interchange-missing {"),
    Mutation(
      what: "no licence", file: "croissant/croissant.json", old: #""license": ["#,
      new: #""keywords": ["#, finding: "interchange-missing {"),
    Mutation(
      what: "no hash", file: "croissant/croissant.json", old: #""sha256": ""#,
      new: #""contentSize": ""#, finding: "interchange-missing {"),
    Mutation(
      what: "hash of other letters", file: "croissant/croissant.json", old: #""sha256": "9f"#,
      new: #""sha256": "xy"#, finding: "interchange-value"),
    Mutation(
      what: "source of a field that is not there", file: "croissant/croissant.json",
      old: #""@id":"labels/id","#,
      new: #""@id":"labels/id","references":{"field":{"@id":"labels/ids"}},"#,
      finding: #"interchange-reference "labels/ids""#),
    Mutation(
      what: "id twice", file: "croissant/croissant.json", old: #""@id": "source/radio-calls""#,
      new: #""@id": "source/open%20remarks""#,
      finding: #"interchange-duplicate "source/open%20remarks""#),
    Mutation(
      what: "key twice", file: "croissant/croissant.json", old: #""@type": "sc:Dataset","#,
      new: #""@type": "sc:Dataset", "@type": "sc:Dataset","#,
      finding: #"interchange-document "@type""#),
  ]

  @Test(arguments: oscal + others) func brokenCopiesAreFound(_ mutation: Mutation) throws {
    var count = 0
    let texts = try Self.audit.map { path -> (name: String, text: String) in
      let text = try Self.text("interchange/\(path)")
      guard path == mutation.file, let range = text.range(of: mutation.old) else {
        return (path, text)
      }
      count += 1
      return (path, text.replacingCharacters(in: range, with: mutation.new))
    }
    #expect(count == 1, "the change changes nothing")
    let found = Self.found(texts)
    #expect(found.contains { $0.hasPrefix(mutation.finding) }, "\(found)")
  }

  /// The verdicts alone tell which controls were reviewed.
  @Test func aVerdictAloneIsAboutAReviewedControl() throws {
    let text = try Self.text("interchange/oscal/assessment-results.json")
      .replacing("\"CON-02_obj\"", with: "\"CON-77_obj\"")
    #expect(Self.found([("a.json", text)]) == [#"interchange-reference "CON-77_obj""#])
    // What no document tells is not a finding.
    let component = try Self.text("interchange/oscal/component-definition.json")
      .replacing("\"CON-02\"", with: "\"CON-77\"")
    #expect(Self.found([("a.json", component)]) == [])
  }

  // MARK: what is somebody else's

  @Test func whatIsNoneOfOursIsLeftAlone() {
    let foreign = #"""
      {"@context": {"@vocab": "https://schema.org/"}, "@type": ["Thing", "https://schema.org/Dataset"],
       "name": "Signs", "license": "MIT", "prov:wasDerivedFrom": {"@id": "urn:x"}, "funder": "nobody",
       "distribution": [{"@type": "cr:FileSet", "@id": "all", "includes": "*.png"}],
       "recordSet": [{"@type": "cr:RecordSet", "@id": "r", "data": [{"r/colour": "red", "source": {"@id": "no"}}]}]}
      """#
    #expect(Self.found([("a.json", foreign)]) == [])
    let other = #"{"hello": "world"}"#
    #expect(Self.lint([("a.json", other)]).unknown == ["a.json"])
    let elsewhere = #"""
      {"bomFormat": "CycloneDX", "dependencies": [{"ref": "urn:cdx:f08a6ccd-4dce-4759-bd84-c626675d60a7/1#x"}]}
      """#
    #expect(Self.found([("a.json", elsewhere)]) == [])
    let action = #"""
      {"catalog": {"uuid": "a21c5b4e-6b0f-4e0e-9d3b-3a8f2e6c1b70", "metadata":
       {"actions": [{"type": "blessed", "system": "https://example.com/ns"}]}}}
      """#
    #expect(Self.found([("a.json", action)]) == [])
  }

  @Test(arguments: LintChecks.all.map(\.id)) func examplesOfCheck(_ id: String) throws {
    let check = try #require(LintChecks.all.first { $0.id == id })
    #expect(!check.bad.isEmpty && !check.good.isEmpty)
    for example in check.bad {
      let parts = example.text.split(separator: "⟪", omittingEmptySubsequences: false)
      let marked = parts.dropFirst().compactMap { $0.split(separator: "⟫").first.map(String.init) }
      let plain = example.text.replacing("⟪", with: "").replacing("⟫", with: "")
      #expect(Self.found([("a.json", plain)]) == marked.map { "\(id) \($0)" })
    }
    for example in check.good { #expect(Self.found([("a.json", example.text)]) == []) }
  }
}
