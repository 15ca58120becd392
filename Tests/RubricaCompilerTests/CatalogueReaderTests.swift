import RubricaCompiler
import RubricaModel
import RubricaSource
import RubricaTemplates
import Testing

/// A catalogue that is not understood to the letter is refused, with the place.
struct CatalogueReaderTests {
  private static let good = """
    catalogue: 1
    groups: [Data]
    items:
      - id: DAT-01
        group: Data
        question: How long?
        why: It leaks.
        how: Write `data.retention`.
        kind: both
        level: warn
        role: legal
        applies-if: personal-data
        evidence:
          - governance.data.retention | front-matter.purpose
          - computed.pilot-recorded
          - sign-off
        refs:
          - {framework: GDPR, clause: Article 5, as-of: 2026-09-01}

    """

  private func message(_ text: String) -> String {
    do throws(CatalogueError) {
      _ = try CatalogueReader.read(SourceFile(name: "c.yaml", text: text))
      return ""
    } catch { return error.description }
  }

  @Test func theBuiltInCatalogueIsClean() throws {
    let file = SourceFile(name: "catalogue.yaml", text: Templates.text("checklist/catalogue.yaml"))
    let catalogue = try CatalogueReader.read(file)
    #expect(catalogue.items.count >= 60)
    #expect(CatalogueReader.builtIn.items.map(\.id) == catalogue.items.map(\.id))
    #expect(catalogue.items.allSatisfy { !$0.clauses.isEmpty && !$0.evidence.isEmpty })
  }

  @Test func everyKeyIsRead() throws {
    let item = try #require(
      CatalogueReader.read(SourceFile(name: "c.yaml", text: "\u{FEFF}" + Self.good)).items.first)
    #expect(item.id == "DAT-01" && item.group == "Data" && item.role == "legal")
    #expect(item.kind == .both && item.level == .warn && item.appliesIf == "personal-data")
    #expect(item.evidence.count == 3)
    #expect(item.clauses.map(\.asOf) == ["2026-09-01"])
  }

  @Test func anOrganisationAddsItsOwn() throws {
    let base = try CatalogueReader.read(SourceFile(name: "c.yaml", text: Self.good))
    let own = """
      catalogue: 1
      groups: [Works council]
      raise: DAT-01
      items:
        - id: WRK-01
          group: Works council
          question: Was it asked?
          why: It must be.
          how: Ask it.
          kind: attested
          level: warn
          role: works council
          stages: [pilot, release]
          evidence: sign-off
        - {id: DAT-02, group: Data, question: a, why: b, how: c, kind: attested, level: warn, role: d, evidence: sign-off}

      """
    let both = try CatalogueReader.read(SourceFile(name: "o.yaml", text: own), extending: base)
    #expect(both.items.map(\.id) == ["DAT-01", "WRK-01", "DAT-02"])
    #expect(both.items.map(\.level) == [.block, .warn, .warn])
    #expect(both.items.map(\.stages) == [[], [.pilot, .release], []])

    func message(_ old: String, _ new: String) -> String {
      do throws(CatalogueError) {
        let text = own.replacing(old, with: new)
        _ = try CatalogueReader.read(SourceFile(name: "o.yaml", text: text), extending: base)
        return ""
      } catch { return error.description }
    }
    #expect(
      message("id: WRK-01", "id: DAT-01").contains(
        "o.yaml:5:9: item `DAT-01` is declared a second time here"))
    #expect(
      message("raise: DAT-01", "raise: DAT-10").contains(
        "o.yaml:3:8: expected an item of an earlier catalogue"))
    #expect(
      message("raise: DAT-01", "lower: DAT-01").contains("a catalogue cannot have the key `lower`"))
    #expect(message("[pilot, release]", "[pilto]").contains("found `pilto`; did you mean `pilot`?"))
    #expect(message("id: WRK-01", "id: 1st item").contains("o.yaml:5:9: expected letters, digits"))
    #expect(message("group: Data", "group: Date").contains("did you mean `Data`?"))
  }

  @Test(arguments: [
    (
      "question:", "queston:",
      "c.yaml:6:5: an item cannot have the key `queston`; did you mean `question`?"
    ),
    ("catalogue: 1", "catalogue: 2", "c.yaml:1:12: expected `1`, found `2`"),
    ("role: legal", "role: []", "c.yaml:11:11: expected text, found a list"),
    ("group: Data", "group: Date", "found `Date`; did you mean `Data`?"),
    ("kind: both", "kind: boht", "found `boht`; did you mean `both`?"),
    ("personal-data", "personal-date", "did you mean `personal-data`?"),
    ("computed.pilot-recorded", "computed.pilot-record", "did you mean `computed.pilot-recorded`?"),
    ("data.retention |", "data.retntion |", "expected keys that governance.yaml can have"),
    ("data.retention |", "data.sources.kind |", "expected keys that governance.yaml can have"),
    ("data.retention |", "data.retention[*] |", "expected keys that governance.yaml can have"),
    ("data.retention |", "data.sources[*].kind |", ""),
    ("data.retention |", "data.sources |", ""),
    ("front-matter.purpose", "front-matter.prupose", "did you mean `front-matter.purpose`?"),
    (", as-of: 2026-09-01", "", "a reference needs the key `as-of`"),
    ("    role: legal\n", "", "c.yaml:4:5: an item needs the key `role`"),
    ("    level: warn\n", "", "c.yaml:4:5: an item needs the key `level`"),
    ("    why: It leaks.\n", "    why: It leaks.\n    why: x\n", "`why` occurs a second time here"),
    ("items:", "items: [", "this is not valid YAML"),
  ])
  func mistakesHaveAPlace(old: String, new: String, expected: String) {
    let found = message(Self.good.replacing(old, with: new, maxReplacements: 1))
    #expect(expected.isEmpty ? found.isEmpty : found.contains(expected), "\(found)")
  }

  @Test func idsAreUsedOnce() {
    let items = Self.good.split(separator: "items:\n")[1]
    #expect(message(Self.good + items).contains("item `DAT-01` is declared a second time here"))
  }

  @Test(arguments: ["", "# nothing\n", "- a\n", "\u{0}"])
  func otherFilesAreRefused(text: String) { #expect(!message(text).isEmpty) }
}
