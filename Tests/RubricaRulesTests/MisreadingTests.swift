internal import RubricaCompiler
internal import RubricaModel
internal import RubricaSource
internal import Testing

/// What cannot be read is told where it stands, and is neither missed elsewhere nor told again.
@Suite struct MisreadingTests {
  private func findings(_ text: String) throws -> [Diagnostic] {
    try checked(text).diagnostics.filter {
      !$0.id.hasPrefix("label-studio") && $0.id != "missing-media"
    }
  }

  private static let boxes = """
    ---
    rubrica: 1
    task:
      modality: image
      layers:
        - id: signs
          kind: box
          labels: [stop]
          minimum: 1
          attributes:
            - {id: price, type: number}
            - {id: size, type: enum, values: [small, large], default: small}
    ---

    # Signs

    ## Labels

    ### Stop
    A red octagon.

    #### Good: a sign
    ![A sign](media/a.png)

    ```yaml expected
    signs: [{label: stop, box: [10, 10, 60, 70], price: 2, size: large}]
    ```

    """

  @Test(arguments: [
    ("10, 60, 70]", "10, 60]", "found `[10, 10, 60]`"),
    ("price: 2", "price: 1,49", "found `1,49`"),
    ("price: 2", "price: [1]", "expected a single value, found `[1]`"),
    ("values: [small, large]", "values: \"small, large\"", "expected a list"),
    ("kind: box", "kind: boxes", "found `boxes`"),
    ("signs: [", "signs: [[", "is not closed"),
    ("\n```\n", "\n\n![Another](media/b.png)\n", "the block that opens here"),
    ("labels: [stop]", "labels: [halt]", "no label is called `halt`"),
    ("### Stop", "###Stop", "no label is called `stop`"),
    ("labels: [stop]", "labels: stop, go", "expected a list"),
    ("labels: [stop]", "labels: [Stop]", "no label is called `Stop`"),
    ("## Labels", "## Lables", "`Lables` is not read as the heading of the labels"),
    ("  layers:", "  Layers:", "key `Layers` has no meaning"),
    ("type: number", "type: numbr", "found `numbr`"),
    ("```yaml expected", "```yaml-expected", "not as the record"),
  ])
  func oneCauseGivesOneFinding(_ from: String, _ to: String, _ words: String) throws {
    #expect(try findings(Self.boxes).isEmpty)
    let place = try #require(Self.boxes.firstRange(of: from))
    let found = try findings(Self.boxes.replacingCharacters(place, with: to))
    #expect(found.count == 1, "\(found.map(\.message))")
    #expect(found.first?.message.contains(words) ?? false, "\(found.map(\.message))")
  }

  /// An import may leave a comment open, so that alone is no error in a draft: the label in it is.
  @Test(arguments: ["<!-- Labels", "```\n## Labels"], [Stage.draft, .pilot])
  func labelsInOpenMarkupAreMissedWhereItOpens(_ opening: String, _ stage: Stage) throws {
    let place = try #require(Self.boxes.firstRange(of: "## Labels"))
    let text = Self.boxes.replacingCharacters(place, with: opening)
    let found = try checked(text, stage: stage).diagnostics
    let open = try #require(found.first { $0.id == "unclosed-markup" })
    #expect(open.severity == (stage == .draft ? .warning : .error))
    let missed = found.filter { $0.id == "undefined-label" }
    #expect(missed.map(\.span) == (stage == .draft ? [open.span] : []))
  }

  @Test func aTimeThatIsNoNumberIsNotMissing() throws {
    let found = try findings(
      """
      ---
      rubrica: 1
      task:
        modality: audio
        layers: [{id: turns, kind: segment, labels: [{id: agent, definition: Who answers.}]}]
      ---

      # Turns

      ## Examples

      ### Good: a greeting
      [A greeting](media/a.wav)

      ```yaml expected
      turns: [{label: agent, start: 00:00:05, end: 7}]
      ```
      """)
    #expect(found.map(\.message) == ["expected a number, found `00:00:05`"])
  }

  @Test(arguments: [("Draft", true), ("PILOT", true), ("drft", false)])
  func aValueInOtherCapitalsIsSafeToMend(_ stage: String, _ isSafe: Bool) throws {
    let found = try findings("---\nrubrica: 1\nstage: \(stage)\n---\n\n# Signs\n")
    let finding = try #require(found.first { $0.id == "wrong-value" })
    #expect(finding.fixes.map(\.isSafe) == [isSafe])
  }

  @Test func helpNamesWhatIsMeant() throws {
    let boxes = Self.boxes
    let plural = try findings(boxes.replacing("kind: box", with: "kind: boxes"))
    #expect(plural.first?.help == "did you mean `box` (rectangles on a picture)?")
    for (word, help) in [
      ("bounding box", "did you mean `box` ("), ("multi-label", "did you mean `choices` ("),
      ("Multiple Choice", "write `choice` (one label for the item) or `choices` ("),
      ("checkboxes", "did you mean `choices` ("), ("ner", "did you mean `span` ("),
      ("thing", "write `choice` ("),
    ] {
      let found = try findings(boxes.replacing("kind: box", with: "kind: \(word)"))
      #expect(found.first?.help?.hasPrefix(help) ?? false, "\(word): \(found.first?.help ?? "")")
    }
    let pictures = try findings(boxes.replacing("modality: image", with: "modality: pictures"))
    #expect(
      pictures.contains { $0.help == "did you mean `image` (pictures)?" }, "\(pictures)")
    let list = try findings(boxes.replacing("[small, large]", with: "\"small, large\""))
    #expect(list.first?.help == "did you mean `[small, large]`?")
    let quoted = try findings(boxes.replacing("labels: [stop]", with: "labels: [“stop”]"))
    #expect(quoted.first?.help?.hasPrefix("typographic quotes") ?? false)
    #expect(quoted.count == 1)
  }

  /// What an author has written says nothing about what is wrong with it.
  @Test(arguments: [
    "Why a comma is missing: here", "Why it is indented deeper than: here", "*table", "!flow Signs",
  ])
  func helpIsNotChosenByTheAuthorsWords(_ title: String) throws {
    let found = try findings("---\nrubrica: 1\ntitle: \(title)\n---\n\n# Signs\n")
    let broken = found.first { $0.id == "yaml-syntax" }
    #expect(broken?.help?.hasPrefix("put quotes around") ?? false)
    #expect(broken?.fixes.isEmpty ?? false)
  }

  @Test(arguments: ["\n", "\r", "\r\n"])
  func itemsAreFoundBehindEachLineEnd(_ end: String) throws {
    let rules = "## Rules\n\n- Draw tight boxes.\n-Ignore mirrors.\n"
    let found = try findings((Self.boxes + rules).replacing("\n", with: end))
    #expect(found.map(\.id).contains("item-without-blank"))
  }
}

extension String {
  fileprivate func replacingCharacters(_ range: Range<Index>, with text: String) -> String {
    self[..<range.lowerBound] + text + self[range.upperBound...]
  }
}
