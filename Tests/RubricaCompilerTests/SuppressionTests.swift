import RubricaCompiler
import RubricaModel
import RubricaSource
import Testing

/// Comments that let findings stand, and what a workspace asks of single checks.
struct SuppressionTests {
  private func check(
    _ text: String, _ files: [String: String] = [:], stage: Stage? = nil
  ) throws -> Compilation {
    try Fixture.check(text, files, id: "x", stage: stage)
  }

  private func allowed(_ compilation: Compilation) -> [String] {
    compilation.diagnostics.filter { $0.allowance != nil }.map {
      "\($0.id): \($0.allowance?.reason ?? "")"
    }
  }

  private func comments(_ compilation: Compilation) -> [String] {
    compilation.diagnostics.filter { $0.id.contains("suppression") }
      .map { "\($0.id) \(compilation.sources.text($0.span))" }
  }

  @Test func aCommentCoversTheNextBlockOnly() throws {
    let text = """
      # Signs

      <!-- rubrica: allow leftover-todo because legal
           answers in May -->
      First: TODO.

      Second: TODO.

      """
    let found = try check(text)
    #expect(allowed(found) == ["leftover-todo: legal answers in May"])
    let open = found.diagnostics.filter { $0.id == "leftover-todo" && $0.allowance == nil }
    #expect(open.map { Int($0.span.start) } == [text.utf8.count - 6])
    #expect(comments(found) == [])
  }

  @Test func aCommentBeforeAnEntryCoversAllOfIt() throws {
    let found = try check(
      """
      # Signs

      ## Rules

      <!-- rubrica: allow leftover-todo because one -->

      ### Small signs
      TODO

      TODO

      ### Large signs
      TODO

      <!-- rubrica: allow leftover-todo because two -->

      ## Background
      TODO
      """)
    #expect(allowed(found) == ["leftover-todo: one", "leftover-todo: one"])
    #expect(comments(found) == ["unused-suppression leftover-todo"])
  }

  @Test func aCommentInAListCoversItsItem() throws {
    for ending in ["\n", "\r\n"] {
      let lines = [
        "# Signs", "", "## Rules", "", "- <!-- rubrica: allow leftover-todo because one -->",
        "  **Small.** TODO", "- **Large.** TODO", "",
      ]
      let found = try check(lines.joined(separator: ending))
      #expect(allowed(found) == ["leftover-todo: one"])
      #expect(found.guideline.rules.map { $0.title?.plainText } == ["Small.", "Large."])
    }
  }

  @Test func theCommentIsNoPartOfTheDocument() throws {
    let found = try check(
      """
      ## Labels

      ### Stop
      <!-- rubrica: allow leftover-todo because one -->
      A red octagon, TODO.

      **Includes** a · b
      """)
    let label = try #require(found.guideline.labels.first)
    #expect(label.definition.plainText == "A red octagon, TODO.")
    #expect(label.includes.count == 2)
    #expect(allowed(found) == ["leftover-todo: one"])
  }

  @Test func entriesOfYAMLAreCovered() throws {
    let header = """
      ---
      rubrica: 1
      task:
        modality: text
        layers:
          # rubrica: allow layer-without-question because one
          - id: mood
            kind: choice
            labels: [good, bad]
          - id: tone  # rubrica: allow layer-without-question because two
            kind: choice
            labels: [good, bad]
      # rubrica: allow no-doubt-default because three
      title: Mood
      ---

      """
    let found = try check(header, stage: .pilot)
    #expect(
      Set(allowed(found)) == [
        "layer-without-question: one", "layer-without-question: two", "no-doubt-default: three",
      ])
    #expect(comments(found) == [])
  }

  @Test func otherFilesHaveCommentsToo() throws {
    let found = try check(
      "# Signs\n",
      [
        "governance.yaml": """
        contacts:
          # rubrica: allow missing-contact because the desk opens in May
          questions: {name: Desk}

        """
      ], stage: .pilot)
    #expect(allowed(found) == ["missing-contact: the desk opens in May"])
  }

  @Test func whatDoesNotReadIsAFinding() throws {
    let found = try check(
      """
      # Signs

      <!-- rubrica: alow leftover-todo because one -->

      TODO

      Some words <!-- rubrica: allow leftover-todo because one --> TODO

      <!-- rubrica: allow leftover-todo because one --> TODO

      <!-- rubrica: allow leftover-todo -->

      `<!-- rubrica: allow x -->` is how a comment looks.
      """)
    let ids = found.diagnostics.map(\.id).filter {
      $0 != "leftover-todo" && $0.hasPrefix("missing") == false
    }
    #expect(
      ids.sorted() == [
        "misplaced-structure", "misplaced-structure", "suppression-without-reason", "wrong-value",
      ])
    #expect(allowed(found) == [])
  }

  @Test func nothingFollows() throws {
    let found = try check("# Signs\n\nA.\n\n<!-- rubrica: allow leftover-todo because one -->\n")
    #expect(comments(found) == ["unused-suppression leftover-todo"])
  }

  // MARK: rubrica.yaml

  @Test func levelsAreSetForAllStagesOrForEach() throws {
    let yaml =
      "rubrica: 1\nchecks: {leftover-todo: {level: {draft: warning}}, no-doubt-default: off}\n"
    let text = "# Signs\n\nTODO\n"
    let draft = try check(text, ["rubrica.yaml": yaml])
    #expect(draft.diagnostics.filter { $0.id == "leftover-todo" }.map(\.severity) == [.warning])
    let pilot = try check(text, ["rubrica.yaml": yaml], stage: .pilot)
    #expect(pilot.diagnostics.filter { $0.id == "leftover-todo" }.map(\.severity) == [.warning])
    #expect(!draft.diagnostics.contains { $0.span.source == SourceID(0) })
  }

  @Test(arguments: [
    ("leftover-tod: off", "unknown-key", "leftover-tod"),
    ("undefined-label: off", "wrong-value", "off"),
    ("undefined-label: {level: warning}", "wrong-value", "warning"),
    ("leftover-todo: {level: {release: note}}", "wrong-value", "note"),
    ("leftover-todo: {level: loud}", "wrong-value", "loud"),
    ("leftover-todo: {limit: 3}", "unknown-key", "limit"),
    ("leftover-todo: {level: {final: off}}", "unknown-key", "final"),
  ])
  func wrongSettingsAreFindings(entry: String, id: String, place: String) throws {
    let found = try check("# S\n", ["rubrica.yaml": "rubrica: 1\nchecks: {\(entry)}\n"])
    let own = found.diagnostics.filter { $0.span.source == SourceID(0) }
    #expect(own.map(\.id) == [id])
    #expect(own.map { found.sources.text($0.span) } == [place])
  }

  @Test func commentsDoNotReachIntoTheSettings() throws {
    let yaml = "rubrica: 1\n# rubrica: allow unknown-key because why not\norganisation: {name: X}\n"
    let found = try check("# S\n", ["rubrica.yaml": yaml])
    #expect(
      found.diagnostics.filter { $0.span.source == SourceID(0) }.map(\.id)
        == ["misplaced-structure"])
  }
}
