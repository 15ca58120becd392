import RubricaCompiler
import RubricaModel
import RubricaSource
import Testing

struct DocumentTests {
  private let signs = """
    # Signs

    Before.

    ## Labels

    Prose about labels.

    ### Stop sign {#stop}
    A red octagon.
    It orders to stop.

    **Includes** held by workers · seen from behind
    **Excludes**
    - painted on the road
    - on a T-shirt
    **Not** [Yield](#yield): a triangle.

    ```yaml label
    colour: "#C0392B"
    shortcut: s
    code: 1
    ```

    #### Good: the whole octagon
    ![rim](media/a.png)

    ```yaml expected
    signs: [{label: stop, box: [1, 2, 3, 4]}]
    ```
    Because of the rim.

    ### Yield
    A triangle.

    ## Rules

    - **Smallest sign.** `height < 10 px` -> do not label.
    - A mirror image counts, **because** the detector sees it.
    - Label it, **unless** covered: then skip.

    ## When in doubt
    Prefer `yield`.

    ## Precedence
    1. stop
    2. [Yield](#yield): second

    ## For reviewers {audience=reviewer}
    Secret.
    """

  private func guideline() throws -> Guideline {
    try Fixture.guideline(Fixture.task("{id: signs, kind: box}", modality: "image", signs))
  }

  @Test func labelsAreTakenApart() throws {
    let guideline = try guideline()
    #expect(guideline.problems.isEmpty)
    let stop = try #require(guideline.label("stop"))
    #expect(stop.name.value == "Stop sign")
    #expect(stop.definition.plainText == "A red octagon. It orders to stop.")
    #expect(stop.includes.map(\.plainText) == ["held by workers", "seen from behind"])
    #expect(stop.excludes.map(\.plainText) == ["painted on the road", "on a T-shirt"])
    #expect(stop.contrasts.map(\.label.value) == ["yield"])
    #expect(stop.contrasts.map(\.text.plainText) == ["a triangle."])
    #expect(stop.colour?.value.hex == "#c0392b")
    #expect(stop.shortcut?.value == "s")
    #expect(stop.code?.value == 1)
  }

  @Test func examplesBelongToTheirLabel() throws {
    let guideline = try guideline()
    let example = try #require(guideline.examples.first)
    #expect(example.label == "stop")
    #expect(example.role == .good)
    #expect(example.title?.plainText == "the whole octagon")
    #expect(example.reason?.plainText == "of the rim.")
    guard case .media(let path, let alternative)? = example.input else {
      Issue.record("no picture")
      return
    }
    #expect(path.value == "media/a.png")
    #expect(alternative == "rim")
    guard case .regions(let regions)? = example.expected?.answers.first?.value,
      case .box(1, 2, 3, 4)? = regions.first?.geometry
    else {
      Issue.record("no box")
      return
    }
  }

  @Test func recordsInFencesHavePlacesInTheFile() throws {
    let guideline = try guideline()
    guard case .regions(let regions)? = guideline.examples[0].expected?.answers.first?.value else {
      Issue.record("no regions")
      return
    }
    #expect(guideline.text(regions[0].label.span) == "stop")
    #expect(guideline.text(regions[0].geometrySpan) == "[1, 2, 3, 4]")
  }

  @Test func rulesAreTakenApart() throws {
    let guideline = try guideline()
    #expect(guideline.rules.map(\.number) == ["R1", "R2", "R3"])
    #expect(guideline.rules[0].title?.plainText == "Smallest sign.")
    let threshold = try #require(guideline.rules[0].thresholds.first)
    #expect(threshold.quantity.value == "height")
    #expect(threshold.comparator == .less)
    #expect(threshold.value == 10)
    #expect(threshold.unit?.value == "px")
    #expect(threshold.consequence?.value == .doNotLabel)
    #expect(guideline.rules[1].reasons.map(\.plainText) == ["the detector sees it."])
    #expect(guideline.rules[2].exceptions.map(\.plainText) == ["covered: then skip."])
  }

  @Test func doubtAndPrecedenceNameLabels() throws {
    let guideline = try guideline()
    #expect(guideline.doubt?.label?.value == "yield")
    #expect(guideline.precedence?.entries.map(\.label) == ["stop", "yield"])
  }

  @Test func audiencesReachDown() throws {
    let guideline = try guideline()
    guard case .section(let title) = guideline.body[0],
      case .section(let last)? = title.elements.last
    else {
      Issue.record("no section")
      return
    }
    #expect(last.audience == .reviewer)
    #expect(last.heading.plainText == "For reviewers")
  }

  @Test func labelsDeclaredAsDataStandBehindTheOthers() throws {
    let guideline = try Fixture.guideline(
      Fixture.task("{id: a, kind: choice, labels: [{id: day}, night]}", "# T\n\nText.\n"),
      ["labels.yaml": "labels:\n  - {id: night, definition: dark, colour: \"#000000\"}\n"])
    #expect(guideline.problems.isEmpty)
    guard case .section(let title) = guideline.body[0],
      case .section(let labels)? = title.elements.last
    else {
      Issue.record("no section")
      return
    }
    #expect(labels.role == .labels)
    #expect(labels.elements.count == 2)
  }

  @Test func aFactSaidTwiceIsAProblemAtBothPlaces() throws {
    let guideline = try Fixture.guideline(
      Fixture.task("{id: a, kind: choice, labels: [x]}", "## Labels\n### x\nOne.\n"),
      ["labels.yaml": "labels:\n  - {id: x, definition: two}\n"])
    #expect(guideline.problemKinds == ["duplicateDeclaration"])
  }

  @Test func headingsGetTheAnchorsThatCodeHostsGive() throws {
    let guideline = try Fixture.guideline("# A b\n\n## A b\n\n## C & D\n\n## Ünï\n")
    #expect(guideline.anchors.map(\.id.value) == ["a-b", "a-b-1", "c--d", "ünï"])
  }

  @Test func equalHeadingsAreNumberedPastIDsThatAreTaken() throws {
    let guideline = try Fixture.guideline(
      "# A\n\n## H\n\n## H\n\n## X {#h-2}\n\n## H\n\n## H-1\n\n## H\n\n## H-1\n")
    #expect(
      guideline.anchors.map(\.id.value) == ["a", "h", "h-1", "h-2", "h-3", "h-1-1", "h-4", "h-1-2"])
  }

  @Test func aReservedWordMayBePartlyInItalics() throws {
    let guideline = try Fixture.guideline("# A\n\n## Ed*ge* case: a reflection\n\nSkip it.\n")
    #expect(guideline.rules.map { $0.kind } == [.edgeCase])
    #expect(guideline.rules.first?.title?.plainText == "a reflection")
  }

  @Test func structureInTheWrongPlaceIsNamed() throws {
    let guideline = try Fixture.guideline(
      "# A\n\n```yaml expected\nnone\n```\n\n```yaml label\ncode: 1\n```\n\n## Precedence\n\n- `a`\n- `b`\n"
    )
    #expect(guideline.problemKinds == ["misplaced", "misplaced", "misplaced"])
  }

  @Test func windowsLineEndsAndAByteOrderMarkChangeNothing() throws {
    let text = Fixture.task("{id: signs, kind: box}", modality: "image", signs)
    let plain = try Fixture.guideline(text)
    let windows = try Fixture.guideline("\u{FEFF}" + text.replacing("\n", with: "\r\n"))
    #expect(windows.problems.isEmpty)
    #expect(windows.labels.map(\.definition.plainText) == plain.labels.map(\.definition.plainText))
    guard case .regions(let regions)? = windows.examples[0].expected?.answers.first?.value else {
      Issue.record("no regions")
      return
    }
    #expect(windows.text(regions[0].geometrySpan) == "[1, 2, 3, 4]")
  }

  @Test func aCommentAroundTheNameOfALabelLeavesNoBlank() throws {
    let labels = """
      ## Labels

      ### <!-- ID: 0 --> Road
      A road.

      ### Sky <!-- ID: 1 -->
      The sky.
      """
    let guideline = try Fixture.guideline(
      Fixture.task("{id: parts, kind: choice}", modality: "image", labels))
    #expect(guideline.labels.map(\.name.value) == ["Road", "Sky"])
    #expect(guideline.labels.map(\.id.value) == ["road", "sky"])
  }

  /// A number may have a sign, a colour has six digits.
  @Test func coloursAreSixDigits() {
    #expect(Colour(hex: "#C0392b")?.hex == "#c0392b")
    for text in ["", "#", "c0392b", "#c0392", "#c0392bb", "#+12345", "#-00000", "#12345g"] {
      #expect(Colour(hex: text) == nil)
    }
  }
}
