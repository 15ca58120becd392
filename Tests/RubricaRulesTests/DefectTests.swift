internal import RubricaCompiler
internal import RubricaModel
internal import RubricaSource
internal import Testing

/// Mistakes of a kind that published guidelines have: each is found, at its place.
@Suite struct DefectTests {
  private func findings(_ text: String, stage: Stage = .pilot) throws -> [String] {
    let compilation = try checked(text, stage: stage)
    return compilation.diagnostics.map { finding in
      let words = compilation.sources.text(finding.span)
      return "\(finding.id): \(words.split { $0.isWhitespace }.joined(separator: " "))"
    }
  }

  private static let moderation = """
    ---
    rubrica: 1
    task:
      modality: text
      layers:
        - {id: verdict, kind: choice, question: What is it?, labels: [threat, self-injury, private-data, spam]}
    ---

    # What to do with a post

    ## Precedence
    1. threat
    2. self-injury
    3. private-data
    4. spam

    ## How to decide
    1. Does it announce violence? [Threat](#threat).
    2. Does it sell something? [Spam](#spam).
    3. Does it tell where somebody lives? [Private data](#private-data).

    ## Labels

    ### Threat
    It announces violence.

    ### Self-injury

    ### Private data
    It tells where somebody lives or works. [Private data](#private-data) takes precedence over [Threat](#threat).

    **Not** [Spam](#spam): Private data takes precedence over everything.

    #### Edge case: scars in a drawing
    Choose [Self-injury](#self-injury).

    ### Spam
    It sells something.

    ## Rules

    - [Private data](#private-data) takes precedence over [Threat](#threat).
    """

  @Test func aRankWithoutASection() throws {
    #expect(try findings(Self.moderation).contains("label-without-definition: Self-injury"))
  }

  @Test func anEdgeCaseInAnotherSection() throws {
    #expect(
      try findings(Self.moderation).contains("entry-under-other-label: scars in a drawing"))
  }

  @Test func aDrawingInAnotherOrder() throws {
    let found = try findings(Self.moderation)
    #expect(found.contains("contradictory-order: [Private data](#private-data)"))
  }

  @Test func aClaimAgainstTheLadder() throws {
    let found = try findings(Self.moderation)
    #expect(
      found.contains(
        "contradictory-order: [Private data](#private-data) takes precedence over [Threat](#threat)"
      ))
  }

  @Test func aShortListWithAnotherName() throws {
    let found = try findings(
      """
      ---
      rubrica: 1
      task:
        modality: point-cloud
        layers:
          - {id: v, kind: box, labels: [car, bus, lorry, semi-front, cycle]}
      ---

      # Vehicles

      - **Car**: for people
      - **Bus**: for many people
      - **Lorry**: for goods
      - **Tractor unit**: pulls a trailer
      - **Cycle**: has two wheels

      See [towing](#towing).

      **Towing**

      A trailer is a part of what pulls it.

      ## Labels

      ### Car
      For people.

      ### Bus
      For many people.

      ### Lorry
      For goods.

      ### Semi front
      Pulls a trailer.

      ### Cycle
      Has two wheels.
      """)
    #expect(found.contains("different-label-lists: Tractor unit"))
    #expect(found.contains("dangling-reference: [towing](#towing)"))
  }

  @Test func aRecordThatDoesNotFitItsSentence() throws {
    let found = try findings(
      """
      # Notes

      The record for the text “My neighbour has had a cough since Monday.” looks like this:

      ```json
      {
        "marks": [{"start": 24, "end": 29, "kind": "problem"}],
        "text": "My neighbour has had a bad cough since Monday."
        }
      }
      ```
      """, stage: .draft)
    #expect(found.contains("broken-json: }"))
    #expect(
      found.contains(#"record-of-other-text: "My neighbour has had a bad cough since Monday.""#))
  }

  @Test func anExampleThatIsNone() throws {
    let found = try findings(
      """
      # Certainty

      ## Labels

      ### Rather unlikely
      There are first signs of it, and no more. For example: "The swelling goes down." In this example
      it is not gone, and so it cannot be called rather unlikely.
      """, stage: .draft)
    #expect(found.contains("denied-example: cannot be called rather unlikely"))
  }

  @Test func hiddenPointsInTwoWays() throws {
    let found = try findings(
      """
      # Joints

      ## Rules

      - **Hidden joints.** Never annotate hidden joints. Mark hidden joints with the field `hidden`.
      """, stage: .draft)
    #expect(found.contains("contradictory-marking: Mark hidden joints"))
  }

  @Test func aPageThatIsStillToBeWritten() throws {
    #expect(
      try findings("# Bridges\n\n## Labels\n\n### Arch\n\nTODO\n", stage: .draft)
        .contains("leftover-todo: TODO"))
  }

  @Test func whatIsNotMeantForEverybody() throws {
    let found = try findings(
      """
      # Lanes

      Log in as user name: `walzer7`, on anno3.traffic.internal. The list is in `/home/walzer/lanes.csv`.
      Questions: eva.walzer@example.org, or see [the board](http://board.lanes.internal/7).
      """, stage: .draft)
    #expect(found.contains("login-in-text: walzer7"))
    #expect(found.contains("private-address: anno3.traffic.internal"))
    #expect(found.contains("home-path: /home/walzer"))
    #expect(found.contains("personal-contact: eva.walzer@example.org"))
    #expect(found.contains("private-host: [the board](http://board.lanes.internal/7)"))
  }
}
