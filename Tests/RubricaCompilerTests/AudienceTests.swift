import RubricaCompiler
import RubricaModel
import RubricaSource
import Testing

/// What is for reviewers, in the words that people write, and what annotators read all the same.
struct AudienceTests {
  private func shown(_ body: String, language: String = "en") throws -> String {
    let guideline = try Fixture.guideline(
      "---\nrubrica: 1\nlanguage: \(language)\n---\n\n# A\n\n" + body)
    return Self.text(guideline.body)
  }

  private static func text(_ elements: [Element]) -> String {
    elements.map { element in
      switch element {
      case .prose(let block): block.plainText
      case .section(let section):
        section.audience.isForAnnotators
          ? section.heading.plainText + "\n" + text(section.elements) : ""
      default: ""
      }
    }.joined(separator: "\n")
  }

  @Test(arguments: [
    ("## For reviewers\n\nSecret.\n", "en"),
    ("## Reviewers only\n\nSecret.\n", "en"),
    ("## For reviewers: audits\n\nSecret.\n", "en"),
    ("**For Reviewers only:** Secret.\n", "en"),
    ("**For the reviewer:** Secret.\n", "en"),
    ("*For reviewers:* Secret.\n", "en"),
    ("***For reviewers:*** Secret.\n", "en"),
    ("**Nur für Prüfer:** Secret.\n", "de"),
    ("**Für Prüferinnen und Prüfer:** Secret.\n", "de"),
    ("**Für Prüfer:innen:** Secret.\n", "de"),
    ("## Für Prüfende\n\nSecret.\n", "de"),
    ("**Pour les relectrices et relecteurs\u{A0}:** Secret.\n", "fr"),
    ("**Réservé aux relecteurs\u{A0}:** Secret.\n", "fr"),
    ("## Quality {audience = reviewer}\n\nSecret.\n", "en"),
    ("## Quality {#q audience: reviewer}\n\nSecret.\n", "en"),
  ])
  func wordsKeepAPartFromAnnotators(_ body: String, _ language: String) throws {
    let text = try shown(body + "\n## Other\n\nOpen.\n", language: language)
    #expect(!text.contains("Secret") && text.contains("Open"), "\(text)")
  }

  @Test func aHeadingForOthersIsNoLabel() throws {
    let guideline = try Fixture.guideline(
      "# A\n\n## Labels\n\n### One\nD.\n\n### For reviewers\nSecret.\n\n### Two\nD.\n")
    #expect(guideline.labels.map { $0.id.value } == ["one", "two"])
  }

  @Test func aHeadingForOthersInAnEntryIsLeftOut() throws {
    let guideline = try Fixture.guideline(
      """
      # A

      ## Rules

      ### Small signs
      Skip them.

      #### Audit {audience=reviewer}
      Secret.

      #### More
      Look twice.
      """)
    let words = guideline.rules.map { $0.content.plainText }.joined()
    #expect(words.contains("Look twice") && !words.contains("Secret"))
    #expect(guideline.problemKinds == ["misplaced"])
  }

  // MARK: Items of examples

  private func item(_ quote: String) throws -> String? {
    let guideline = try Fixture.guideline(
      Fixture.task("{id: topic, kind: choice, labels: [a]}", "# A\n\n### Good: one\n\(quote)\n"))
    guard case .text(let text)? = guideline.examples.first?.input else { return nil }
    return text.text
  }

  @Test(arguments: [
    ("> **User:** hi\n> **Bot:** hey", "User: hi\nBot: hey"),
    ("> **User**: hi\n> there\n> *Bot*: hey", "User: hi there\nBot: hey"),
    ("> User: hi\n> Bot: hey", "User: hi\nBot: hey"),
    ("> It came late:\n> two days", "It came late: two days"),
    ("> I **like:** it\n> Bot: hey", "I like: it Bot: hey"),
    ("> See http://a.b\n> http://c.d", "See http://a.b http://c.d"),
  ])
  func turnsStayLines(_ quote: String, _ text: String) throws {
    #expect(try item(quote) == text)
  }

  // MARK: Lead-ins of labels

  @Test(arguments: ["- **Includes** thanks", "**Not [B](#b)**: other"])
  func aLeadInThatIsNotReadIsAProblem(_ line: String) throws {
    let guideline = try Fixture.guideline(
      "# A\n\n## Labels\n\n### A\nD.\n\n\(line)\n\n### B\nD.\n")
    #expect(guideline.problemKinds == ["misplaced"])
  }

  @Test(arguments: ["\u{A0}", "\u{202F}", " "])
  func aNoBreakSpaceBeforeAColonIsABlank(_ blank: String) throws {
    let guideline = try Fixture.guideline(
      "# A\n\n## Glossary\n\n- **Ton**\(blank): definition\n- Voix\(blank): other\n")
    #expect(guideline.entries.map { $0.title?.plainText } == ["Ton", "Voix"])
    #expect(guideline.entries.map(\.content.plainText) == ["definition", "other"])
  }
}
