internal import RubricaDifference
internal import RubricaModel
internal import RubricaSource
internal import Testing

/// What each kind of edit is told as.
@Suite struct DifferTests {
  @Test func nothingChangedIsNothing() throws {
    #expect(try Compared([]).lines == [])
  }

  @Test func theChangelogIsToldWhereNothingElseChanged() throws {
    #expect(
      try Compared("the first.", "the very first.").lines
        == ["administrative changed prose changelog"])
    #expect(
      try Compared([("the first.", "the very first."), ("km/h", "mph")]).lines
        == ["semantic! changed attribute signs.limit: the unit"])
  }

  @Test func onlyTheFilesDiffer() throws {
    #expect(
      try Compared("## Steps\n", "## Steps\n\n").lines
        == ["presentation changed guideline street-signs: how the files are written"])
  }

  @Test(arguments: [
    ("orders the driver", "Orders the driver,", "presentation"),
    ("orders the driver", "*orders* the driver", "presentation"),
    ("orders the driver", "orders the  driver", "presentation"),
    ("orders the driver", "~~orders~~ the driver", "semantic!"),
    ("orders the driver", "asks the driver", "semantic!"),
    ("A red octagon", "A 1.5 m octagon", "semantic!"),
  ])
  func definitionsChangeMeaningUnlessOnlyTheirLooksDo(_ from: String, _ to: String, _ kind: String)
    throws
  {
    let expected = kind.isEmpty ? [] : ["\(kind) changed label stop: the definition"]
    let compared = try Compared(from, to)
    #expect(compared.lines.filter { !$0.contains("how the files") } == expected)
  }

  @Test(arguments: [
    ("#c0392b", "#c0392c", "presentation changed label stop: the colour"),
    ("shortcut: s", "shortcut: t", "presentation changed label stop: the shortcut"),
    ("code: 1", "code: 4", "semantic! changed label stop: the code"),
    ("### Stop sign {", "### Stop plate {", "wording changed label stop: the name"),
    ("### Stop sign {", "### STOP sign {", "presentation changed label stop: the name"),
    (" · signs seen from behind", "", "semantic! removed label stop: what it includes"),
    (
      "painted \"STOP\" on the road", "painted \"STOP\" on a road",
      "semantic! changed label stop: what it excludes"
    ),
    (
      "[Yield](#yield): a triangle.", "[Yield](#yield): a flat triangle.",
      "semantic! changed label stop: the contrast with `yield`"
    ),
    ("code: 1", "code: 1\nstatus: deprecated", "semantic changed label stop: the status"),
    ("code: 1", "code: 1\nparent: other", "semantic! added label stop: the parent"),
  ])
  func factsOfLabels(_ from: String, _ to: String, _ line: String) throws {
    #expect(try Compared(from, to).lines == [line])
  }

  @Test(arguments: [
    ("maximum: 20", "maximum: 10", "semantic! changed layer signs: the greatest number of answers"),
    ("maximum: 20", "maximum: 30", "semantic changed layer signs: the greatest number of answers"),
    ("kind: box", "kind: polygon", "semantic! changed layer signs: the kind of answer"),
    (
      "one box per sign", "one box per post",
      "semantic! changed layer signs: how many marks are asked for"
    ),
    ("How light is it?", "How light is it", "presentation changed layer light: the question"),
    ("How light is it?", "How dark is it?", "semantic! changed layer light: the question"),
    ("means: sharp", "means: very sharp", "semantic! changed layer quality: what point 1 means"),
    (", {value: 2, means: soft}", "", "semantic! removed layer quality: the point 2"),
    ("part, most]", "part]", "semantic! removed attribute signs.occluded: the value `most`"),
    ("part, most]", "part, most, all]", "semantic added attribute signs.occluded: the value `all`"),
    (
      "[none, part, most]", "[none, most, part]",
      "presentation moved attribute signs.occluded: the order of the values"
    ),
    ("default: none}", "default: part}", "semantic! changed attribute signs.occluded: the default"),
    ("minimum: 5", "minimum: 10", "semantic! changed attribute signs.limit: the smallest value"),
    ("minimum: 5", "minimum: 1", "semantic changed attribute signs.limit: the smallest value"),
    ("unit: km/h", "unit: mph", "semantic! changed attribute signs.limit: the unit"),
    (
      "applies-to: [other]", "applies-to: [other, stop]",
      "semantic changed attribute signs.limit: the labels that have it"
    ),
    (
      "applies-to: [other]", "applies-to: [stop]",
      "semantic! changed attribute signs.limit: the labels that have it"
    ),
    (
      "applies-to: [other]", "applies-to: [other], required: true",
      "semantic! changed attribute signs.limit: whether a value is required"
    ),
    (
      "means: ignore-region", "means: skip-item",
      "semantic! changed escape-answer unreadable: what it means"
    ),
    (
      "labels: [stop, yield, other]", "labels: [yield, stop, other]",
      "presentation moved layer signs: the order of the labels"
    ),
  ])
  func factsOfTheTask(_ from: String, _ to: String, _ line: String) throws {
    #expect(try Compared(from, to).lines == [line])
  }

  @Test func criteriaInAnotherOrderAreAnotherMeaning() throws {
    let order = { (rules: String) in
      ["guideline.md": "# T\n\n## Precedence\n\n\(rules)\n"]
    }
    let found = try Compared(
      order("1. Harmless before helpful.\n2. Short before long."),
      order("1. Short before long.\n2. Harmless before helpful."))
    #expect(found.lines == ["semantic! moved precedence precedence: the order"])
    let words = try Compared(
      order("1. Harmless before helpful.\n2. Short before long."),
      order("1. Harmless before helpful.\n2. Short before very long."))
    #expect(words.lines == ["wording changed precedence precedence: the words"])
  }

  @Test(arguments: [
    ("height < 10 px", "height < 12 px", "semantic! changed rule R1: the threshold on height"),
    (
      "`height < 10 px` -> do not label.", "`height < 10 px` → do not label",
      "presentation changed rule R1: the action"
    ),
    ("is a sign too", "is no sign", "semantic! changed rule R2: the action"),
    ("the detector sees it", "the detector finds it", "wording changed rule R2: the reason"),
    ("half hidden", "mostly hidden", "semantic! changed rule R3: the condition"),
    ("behind a tree", "behind a bush", "semantic! changed rule R3: the exceptions"),
    ("**Smallest sign.**", "**Small signs.**", "wording changed rule R1: the title"),
    ("Prefer `other`", "Choose `other`", "wording changed doubt doubt: the words"),
    ("Prefer `other`", "Prefer `yield`", "semantic! changed doubt doubt: the default"),
    ("1. stop\n2. yield", "1. yield\n2. stop", "semantic! moved precedence precedence: the order"),
    ("the metal part", "the painted part", "semantic! changed prose glossary"),
    ("Look at the picture.", "Look at the picture twice.", "semantic! changed prose steps"),
    (
      "Train a detector.", "Train two detectors.",
      "wording changed guideline street-signs: the purpose"
    ),
    (
      "owner: m.silva", "owner: j.brandt",
      "administrative changed guideline street-signs: the owner"
    ),
  ])
  func rulesAndProse(_ from: String, _ to: String, _ line: String) throws {
    let found = try Compared(from, to).lines.filter { !$0.contains("how the files") }
    #expect(found == (line.isEmpty ? [] : [line]))
  }

  @Test(arguments: [
    (
      "[40, 30, 100, 90]", "[40, 30, 100, 95]",
      "semantic! changed example the-whole-octagon: the answer"
    ),
    (
      "{label: stop, box: [40, 30, 100, 90], occluded: none}",
      "{label: stop, occluded: none, box: [40, 30, 100, 90]}", ""
    ),
    (
      "#### Good: the", "#### Bad: the",
      "semantic! changed example the-whole-octagon: what it is an example of"
    ),
    (
      "![A box that", "![One box that",
      "presentation changed example the-whole-octagon: the words that stand for the picture"
    ),
    (
      "belongs to the sign", "is part of the sign",
      "wording changed example the-whole-octagon: the reason"
    ),
  ])
  func examples(_ from: String, _ to: String, _ line: String) throws {
    let found = try Compared(from, to).lines.filter { !$0.contains("how the files") }
    #expect(found == (line.isEmpty ? [] : [line]))
  }

  @Test func aMovedThresholdNamesTheAnswersBetween() throws {
    #expect(
      try Compared("height < 10 px", "height < 12 px").effects == [
        "look: every box whose height is from 10 to 12 px: they were labelled, and no longer are"
      ])
    #expect(
      try Compared("height < 10 px", "height < 8 px").effects == [
        "look: every box whose height is from 8 to 10 px: they were left out, but are labelled now"
      ])
    #expect(
      try Compared("height < 10 px", "height <= 10 px").effects == [
        "look: every box whose height is exactly 10 px: they were labelled, and no longer are"
      ])
  }

  @Test func aRenamedLabelIsGuessedAndFollowed() throws {
    let compared = try Compared([
      ("labels: [stop, yield, other]", "labels: [stop, give-way, other]"),
      ("### Yield\n", "### Give way\n"), ("[Yield](#yield)", "[Give way](#give-way)"),
      ("2. yield", "2. give-way"),
    ])
    #expect(
      compared.lines == [
        "semantic! renamed label give-way ?", "wording changed label give-way: the name",
      ])
    #expect(compared.effects == ["convert: every `yield` is `give-way` now"])
  }

  @Test func aWarningIsNoLabel() throws {
    let text = """
      ---
      rubrica: 1
      warnings:
        - {category: hate, text: You will read hateful comments.}
      task:
        modality: text
        layers:
          - {id: kind, kind: choice, labels: [hate, fine]}
      ---
      # Comments

      ## Labels

      ### Hate
      An attack on a group of people.

      ### Fine
      All else.

      ## Examples

      ### Good: one {warning=hate}
      > They are rats.

      ```yaml expected
      kind: hate
      ```

      """
    let renamed = text.replacing("[hate,", with: "[hate-speech,")
      .replacing("### Hate", with: "### Hate {#hate-speech}")
      .replacing("kind: hate", with: "kind: hate-speech")
    let compared = try Compared(["guideline.md": text], ["guideline.md": renamed])
    #expect(compared.lines == ["semantic! renamed label hate-speech ?"])
    let other = try Compared(
      ["guideline.md": text],
      ["guideline.md": text.replacing("hate, text", with: "abuse, text")])
    #expect(other.lines.contains("wording changed guideline test: the content warnings"))
  }

  @Test func labelsComeAndGo() throws {
    let gone = try Compared([
      ("[stop, yield, other]", "[stop, other]"),
      ("### Yield\nA triangle that stands on its tip.\n", ""),
      ("**Not** [Yield](#yield): a triangle.\n", ""), ("2. yield\n", ""),
    ])
    #expect(
      gone.lines == [
        "semantic! removed label yield",
        "semantic removed label stop: the contrast with `yield`",
        "semantic! changed precedence precedence: the order",
      ])
    #expect(gone.effects.first == "look: every box labelled `yield`: that label no longer exists")
    let new = try Compared([
      ("[stop, yield, other]", "[stop, yield, other, arrow]"),
      ("### Other\n", "### Arrow\nA white arrow on blue.\n\n### Other\n"),
    ])
    #expect(new.lines == ["semantic added label arrow"])
  }

  @Test func orderIsToldWhereItIsIdentity() throws {
    let swapped = ("labels: [stop, yield, other]", "labels: [yield, stop, other]")
    let compared = try Compared(swapped.0, swapped.1, orderIsIdentity: true)
    #expect(compared.lines == ["semantic! moved layer signs: the order of the labels"])
    #expect(
      compared.effects == [
        "convert: every exported answer that refers to `yield` and `stop` by number in `signs`"
      ])
  }

  @Test func placesAreThoseOfTheFactInBothFiles() throws {
    let compared = try Compared([("height < 10 px", "height < 12 px"), ("km/h", "mph")])
    #expect(
      compared.places == [
        "km/h => mph",
        "`height < 10 px` -> do not label. => `height < 12 px` -> do not label.",
      ])
  }

  @Test func theVersionFollowsTheChanges() throws {
    let step = { (from: String, to: String) in
      SuggestedVersion(try Compared(from, to).difference)
    }
    #expect(try step("km/h", "mph").version == "3.0.0")
    #expect(try step("part, most]", "part, most, all]").version == "2.2.0")
    #expect(try step("#c0392b", "#c0392c").version == "2.1.1")
    #expect(try step("#c0392b", "#c0392b").step == .none)
    #expect(try step("#c0392b", "#c0392c").isReached == false)
    let raised = try Compared([("km/h", "mph"), ("version: 2.1.0", "version: 3.0.0")])
    #expect(SuggestedVersion(raised.difference).isReached == true)
  }

  @Test func governanceIsAdministration() throws {
    let old = "quality:\n  annotators-per-item: 3\n  metrics:\n    - {metric: iou, at-least: 0.8}\n"
    let files = { (text: String) in
      ["guideline.md": Compared.signs, "governance.yaml": text]
    }
    let compared = try Compared(
      files(old), files(old.replacing("3", with: "5").replacing("0.8", with: "0.9")))
    #expect(
      compared.lines == [
        "administrative changed governance quality.annotators-per-item",
        "administrative changed governance quality.metrics[iou].at-least",
      ])
  }

  @Test func proseThatMovedIsNotNew() throws {
    let compared = try Compared([
      ("Draw one box around every sign.\n", ""),
      ("## Steps\n", "## Steps\n\nDraw one box around every sign.\n"),
    ])
    #expect(compared.lines == ["presentation moved prose steps"])
  }
}

@Suite struct VersionNumberTests {
  @Test func earlyVersionsComeFirst() throws {
    #expect(try #require(VersionNumber("1.0.0-rc.1")) < #require(VersionNumber("1.0.0")))
    #expect(VersionNumber("1.0") == nil)
    // The next one would be too large for the processor.
    #expect(VersionNumber("9223372036854775807.0.0") == nil)
  }
}

@Suite struct WordDifferenceTests {
  @Test func wordsAreMarked() {
    #expect(
      WordDifference(from: "one box per sign", to: "one box per sign post").parts
        == [.same("one box per sign"), .added("post")])
    #expect(
      WordDifference(from: "a b c", to: "a x c").parts
        == [.same("a"), .removed("b"), .added("x"), .same("c")])
  }

  @Test func anotherHeadingAboveIsAnotherMeaning() throws {
    let parts = "\n## Never\n\n### Guessing\nGuess it.\n\n## Always\n\n### Reading\nRead it.\n"
    let moved = parts.replacing("Never", with: "0").replacing("Always", with: "Never")
      .replacing("0", with: "Always")
    let signs = Compared.signs
    let compared = try Compared(
      ["guideline.md": signs + parts], ["guideline.md": signs + moved])
    let told = compared.lines.filter { $0.hasPrefix("semantic") }
    #expect(
      told == [
        "semantic! moved prose guessing: the heading it stands under",
        "semantic! moved prose reading: the heading it stands under",
      ])
    // A heading in other words moves nothing.
    let renamed = try Compared(
      ["guideline.md": signs + parts],
      ["guideline.md": signs + parts.replacing("Never", with: "At no time")])
    #expect(renamed.lines.filter { $0.contains("stands under") } == [])
  }

  @Test func aCommentChangesNothing() throws {
    let signs = Compared.signs
    let compared = try Compared(
      ["guideline.md": signs],
      ["guideline.md": signs.replacing("\n## ", with: "\n<!-- ask again -->\n\n## ")])
    #expect(compared.lines.filter { !$0.hasPrefix("presentation") } == [])
  }

  @Test func orderOfOtherAnswersIsIdentityToo() throws {
    let points = "{value: 1, means: sharp}, {value: 2, means: soft}"
    let swapped = "{value: 2, means: soft}, {value: 1, means: sharp}"
    #expect(try Compared(points, swapped).lines.filter { $0.hasPrefix("semantic") } == [])
    let compared = try Compared(points, swapped, orderIsIdentity: true)
    #expect(compared.lines == ["semantic! moved layer quality: the order of the scale points"])
  }

  @Test func aFileThatIsReplacedIsAChangeOfMeaning() throws {
    let signs = Compared.signs + "\n## More\n\nSee [the abbreviations](short.csv).\n"
    let compared = try Compared(
      ["guideline.md": signs, "short.csv": "AF,problem\n"],
      ["guideline.md": signs, "short.csv": "AF,test\n"])
    #expect(compared.lines == ["semantic! changed media short.csv: what it shows"])
    #expect(compared.effects == ["look: every answer that rests on what `short.csv` shows"])
  }

  @Test func anExampleOfAnotherPictureIsAChangeOfMeaning() throws {
    let (from, to) = ("](media/stop.png)", "](media/halt.png)")
    #expect(
      try Compared(from, to).lines == [
        "semantic! changed example the-whole-octagon: the item it shows"
      ])
    // The same one under another name.
    let signs = Compared.signs
    let renamed = try Compared(
      ["guideline.md": signs, "media/stop.png": "x"],
      ["guideline.md": signs.replacing(from, with: to), "media/halt.png": "x"])
    #expect(renamed.lines == ["wording changed example the-whole-octagon: the item it shows"])
  }

  @Test func whereALinkLeadsIsPartOfTheText() throws {
    let signs = Compared.signs + "\n## More\n\nSee [the portal](https://a.example/x).\n"
    let compared = try Compared(
      ["guideline.md": signs],
      ["guideline.md": signs.replacing("a.example", with: "b.example")])
    #expect(compared.lines.allSatisfy { $0.hasPrefix("wording") } && !compared.lines.isEmpty)
  }

  @Test(arguments: [false, true])
  func whatIsThereTwiceDoesNotDifferFromItself(_ orderIsIdentity: Bool) throws {
    let files = ["guideline.md": Self.doubles]
    #expect(try Compared(files, files, orderIsIdentity: orderIsIdentity).lines == [])
  }

  @Test func aContrastWithoutALinkIsCalledByItsWords() throws {
    let signs = Compared.signs.replacing("[Yield](#yield): a", with: "Give way: a")
    let compared = try Compared(
      ["guideline.md": signs],
      ["guideline.md": signs.replacing("Give way: a", with: "Give way: a flat")])
    #expect(compared.lines == ["semantic! changed label stop: the contrast with `Give way`"])
  }

  @Test func oneOfTwoContrastsIsRemoved() throws {
    let without = Self.doubles.replacing(
      "**Not** [Place](#place): it does not move.\n", with: "")
    let compared = try Compared(["guideline.md": Self.doubles], ["guideline.md": without])
    #expect(
      compared.lines.filter { $0.hasPrefix("semantic") }
        == ["semantic! removed label person: the contrast with `place`"])
  }

  private static let doubles = #"""
    ---
    rubrica: 1
    id: doubles
    title: Doubles
    version: 1.0.0
    stage: draft
    task:
      modality: text
      layers:
        - id: names
          kind: span
          labels: [person, place, place]
          attributes:
            - {id: sure, type: enum, values: [low, high, low, {id: low, definition: Not at all.}]}
            - {id: sure, type: enum, values: [low, high]}
        - id: quality
          kind: scale
          points: [{value: 1, means: bad}, {value: 2, means: good}, {value: 2, means: better}]
        - id: links
          kind: relation
          over: names
          relations:
            - {id: lives-in, from: [person], to: [place]}
            - {id: lives-in, from: [place], to: [person]}
    escape:
      - {id: unreadable, means: skip-item, definition: It is noise.}
      - {id: unreadable, means: skip-item, definition: It is blank.}
    ---

    # Names

    Mark all names.

    Mark all names.

    ## Labels

    ### Person
    A human being.

    **Includes** gods · gods
    **Excludes** ships · ships
    **Not** [Place](#place): it does not move.
    **Not** [Place](#place): it has no mind.
    **Not** Animal: it has no name.
    **Not** Animal: it has no passport.
    **Not** a robot

    #### Good: a name
    > [Ada]{person} slept.

    #### Good: a name
    > [Ada]{person} slept.

    ### Place
    Where one can be.

    ### Place
    Where one can stay.

    ## Rules

    - **Length.** `length < 3 letters` -> review; `length < 3 letters` -> review;
      `length < 2 letters` -> ignore
    - **Length.** `length < 3 letters` -> review
    - **Length.** Look at the length.
    - Look at the length.
    - Look at the length.

    ## Steps

    1. Read.
    2. Read.

    ## Precedence

    1. person
    2. person
    3. place

    ## Glossary

    - **Name**: a word.
    - **Name**: a word.
    - **Name**: a term.

    """#
}
