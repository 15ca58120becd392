import Foundation
import RubricaModel
import RubricaTargets
import Testing

/// The three files of the checklist.
struct ChecklistFilesTests {
  private static let files = ["checklist.json", "checklist.md", "checklist.html"]

  @Test func theBuiltInCatalogueFillsAllThree() throws {
    let fixture = try ChecklistFixture()
    #expect(fixture.report.results.count >= 60)
    #expect(fixture.report.counts.map(\.count).reduce(0, +) == fixture.report.results.count)
    #expect(fixture["CON-01"]?.state == .failed)
    #expect(fixture["REL-01"]?.state == .notRun)
    #expect(fixture["ANN-03"]?.state == .notApplicable)
    for name in Self.files {
      let text = try fixture.file(name)
      for result in fixture.report.results { #expect(text.contains(result.item.id)) }
      #expect(try text == ChecklistFixture().file(name))
    }
  }

  @Test func jsonHasStableKeys() throws {
    let fixture = try ChecklistFixture(
      governance: "data: {retention: 1 year}\n",
      items: [
        ChecklistFixture.item("governance.data.retention", "governance.data.storage", kind: .both)
      ])
    let data = try Data(fixture.file("checklist.json").utf8)
    let json = try #require(JSONSerialization.jsonObject(with: data) as? [String: Any])
    #expect(
      json.keys.sorted() == [
        "compiler", "due", "guideline", "items", "organisation", "references", "schema", "source",
        "summary", "turns",
      ])
    #expect(json["schema"] as? String == "https://rubrica.dev/schemas/checklist/v2")
    let summary = try #require(json["summary"] as? [String: Int])
    #expect(
      summary == [
        "items": 1, "open": 1, "blocking": 1, "failed": 1, "needs-review": 0, "not-run": 0,
        "passed": 0, "waived": 0, "not-applicable": 0,
      ])
    let item = try #require((json["items"] as? [[String: Any]])?.first)
    #expect(
      item.keys.sorted() == [
        "action", "applies-because", "evidence", "group", "id", "level", "missing", "question",
        "reason", "role", "state",
      ])
    let evidence = try #require((item["evidence"] as? [[String: Any]])?.first)
    #expect(evidence["path"] as? String == "governance.data.retention")
    #expect(evidence["text"] as? String == "1 year")
    #expect(evidence["line"] as? Int == 1)
    #expect(evidence["column"] as? Int == 19)
    let references = try #require(json["references"] as? [[String: Any]])
    #expect(references.map { $0["framework"] as? String } == ["Rule <1>"])
    let clause = try #require((references.first?["clauses"] as? [[String: Any]])?.first)
    #expect(clause["clause"] as? String == "A.1")
    #expect(clause["items"] as? [String] == ["T-01"])
  }

  @Test func settledItemsAreShort() throws {
    let fixture = try ChecklistFixture(
      governance: "data: {retention: 1 year}\n",
      items: [ChecklistFixture.item("governance.data.retention")])
    #expect(fixture.only.state == .passed)
    let text = try fixture.file("checklist.md")
    #expect(text.contains("**Evidence:** `governance.yaml:1:19` `data.retention`\n"))
    let page = try fixture.file("checklist.html")
    #expect(page.contains("<p>1 year</p>"))
    for file in [text, page] {
      #expect(!file.contains("Because it is asked for."))
      #expect(file.split(separator: "A.1").count == 2, "the clause stands among the references")
    }
  }

  @Test func addressesStandBesideContactsOnly() throws {
    let fixture = try ChecklistFixture(
      "---\nrubrica: 1\nowner: owner@example.com\n---\n# Signs\n",
      governance: """
        contacts:
          legal: {name: Ada, email: ada@example.com}
        data:
          access: "Ask bo@example.com, or <cy@mail.example.org>."
        """,
      items: [
        ChecklistFixture.item("governance.contacts.legal", kind: .both),
        ChecklistFixture.item("governance.data.access", id: "T-02"),
        ChecklistFixture.item("front-matter.owner", id: "T-03"),
      ])
    #expect(
      fixture["T-02"]?.evidence.map(\.text) == [
        "Ask (e-mail address), or <(e-mail address)>."
      ])
    for name in Self.files {
      let text = try fixture.file(name)
      #expect(text.contains("ada@example.com"))
      #expect(text.split(separator: "@example").count == 2, "one address in \(name)")
      #expect(!text.contains("cy@"))
    }
  }

  @Test func authorsCannotWriteMarkup() throws {
    let fixture = try ChecklistFixture(
      "# <script>alert(1)</script> `x` *y* | # z\n",
      governance: "data:\n  access: \"</style><b>*x*</b> `a` | [l](javascript:x)\\n\\n# no\"\n",
      items: [ChecklistFixture.item("governance.data.access", kind: .both)])
    let page = try fixture.file("checklist.html")
    #expect(!page.contains("<script"))
    #expect(!page.contains("<b>*"))
    #expect(page.contains("&lt;/style&gt;&lt;b&gt;*x*&lt;/b&gt; `a` | [l](javascript:x) # no"))
    #expect(page.contains("Example &amp; Sons"))
    #expect(page.contains("Rule &lt;1&gt;, A.1"))
    let text = try fixture.file("checklist.md")
    #expect(text.contains(##"\</style\>\<b\>\*x\*\</b\> \`a\` \| \[l\](javascript:x) \# no"##))
    #expect(!text.contains("\n# no"))
  }

  @Test func thePageStandsAlone() throws {
    let page = try ChecklistFixture().file("checklist.html")
    for word in ["<script", "http://", "https://", "url(", "<img", "<link"] {
      #expect(!page.contains(word))
    }
    #expect(page.contains("default-src 'none'"))
    #expect(page.contains("--needs-review"), "the style sheet is inside")
    let ids = page.split(separator: " id=\"").dropFirst().map { $0.prefix { $0 != "\"" } }
    #expect(Set(ids).count == ids.count)
    for target in page.split(separator: "href=\"#").dropFirst().map({ $0.prefix { $0 != "\"" } }) {
      #expect(ids.contains(target))
    }
  }

  @Test func anEmptyCatalogueSaysSo() throws {
    let fixture = try ChecklistFixture(items: [ChecklistFixture.item("computed.pilot-recorded")])
    let empty = ChecklistReport(
      GuidelineIndex(fixture.guideline), PreparedCatalogue(Catalogue(items: [])), nil)
    #expect(empty.results.isEmpty && empty.open == 0 && empty.turns.isEmpty)
  }
}
