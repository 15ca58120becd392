import Foundation
import RubricaCompiler
import RubricaModel
import RubricaSource
import RubricaTargets
import Testing

/// Configuration, project and tasks for Label Studio.
@Suite struct LabelStudioTests {
  private func compile(
    _ header: String, _ body: String, modality: String = "text", files: [String: String] = [:]
  ) throws -> Compilation {
    let text = """
      ---
      rubrica: 1
      id: messages
      version: 1.0.0
      owner: Private Person
      task:
        modality: \(modality)
        layers:
      \(header)
      ---

      # Messages

      ## Labels

      ### Sport
      Games and matches. Not only of teams.

      ### Money
      Prices and wages.

      \(body)
      """
    let workspace = "rubrica: 1\ntargets:\n  label-studio: {}\n"
    return try Compiling.compile(
      files.merging(["guideline.md": text, "rubrica.yaml": workspace]) { $1 })
  }

  private static let topic = "    - {id: topic, kind: choice, labels: [sport, money]}"

  private func tasks(_ compilation: Compilation) throws -> [[String: Any]] {
    try #require(
      try compilation.json("label-studio/tasks.json") as? [[String: Any]],
      "\(compilation.diagnostics.map(\.message))")
  }

  private func results(_ task: [String: Any], in key: String = "annotations") -> [[String: Any]] {
    let holders = task[key] as? [[String: Any]]
    return holders?.first?["result"] as? [[String: Any]] ?? []
  }

  @Test func configurationStandsInTheProjectToo() throws {
    let compilation = try compile(Self.topic, "")
    let project = try #require(
      try compilation.json("label-studio/project.json") as? [String: Any])
    #expect(project["label_config"] as? String == compilation.text("label-studio/config.xml"))
    #expect(project["title"] as? String == "Messages")
    #expect((project["description"] as? String)?.contains(compilation.sourceDigest) == true)
  }

  @Test func toolTipIsTheFirstSentence() throws {
    let text = try #require(try compile(Self.topic, "").text("label-studio/config.xml"))
    #expect(text.contains("hint=\"Games and matches.\""))
  }

  @Test(arguments: [
    "Transport, long (e.g. Sprinter. Transit too).", "A van, i.e. Commercial cargo.",
    "Large truck (cf. Iveco).", "Boats vs. Ships, approx. 4 metres.",
    "See Fig. 3 of the U.S. Army.",
    "Große Lkw, bzw. Busse, z. B. Iveco.", "Transporte (p. ej. Combi) del Sr. García.",
    "Camion (par ex. Sprinter), voir M. Dupont.",
  ])
  func toolTipDoesNotEndAtAnAbbreviation(_ sentence: String) throws {
    let compilation = try compile(
      "    - {id: topic, kind: choice, labels: [sport, joy]}",
      "### Joy\n\(sentence) Not otherwise.")
    let text = try #require(compilation.text("label-studio/config.xml"))
    #expect(text.contains("hint=\"\(sentence)\""), "\(text)")
  }

  @Test func toolTipKeepsPlaceholders() throws {
    let compilation = try compile(
      "    - {id: topic, kind: choice, labels: [sport, joy]}",
      "### Joy\nThe author replaces <name> with *joy*. Not otherwise.")
    let text = try #require(compilation.text("label-studio/config.xml"))
    #expect(text.contains("hint=\"The author replaces &lt;name"), "\(text)")
  }

  @Test func questionsAreInPlainWordsEverywhere() throws {
    let header = """
          - {id: day, kind: text, question: "Which day, such as `2026-01-31`?", required: true}
          - {id: order, kind: ranking, question: "Where does `a` stand?", candidates: [a, b]}
      """
    let text = try #require(try compile(header, "").text("label-studio/config.xml"))
    #expect(text.contains("requiredMessage=\"Please answer: Which day, such as 2026-01-31?\""))
    #expect(text.contains("title=\"Where does a stand?\""))
    #expect(!text.contains("`"))
  }

  @Test func labelsOfOneNameAreCalledWithTheirBranch() throws {
    let compilation = try compile(
      "    - {id: topic, kind: choice, labels: [food.*, tools.*, sport]}",
      """
      ### Food
      Something to eat.

      #### Bread {#food.bread}
      It was baked.

      #### Other {#food.other}
      Any other food.

      ### Tools
      Something to work with.

      #### Other {#tools.other}
      Any other tool.

      ## Good: a roll
      > A roll.

      ```yaml expected
      topic: food.other
      ```
      """)
    let text = try #require(
      compilation.text("label-studio/config.xml"), "\(compilation.diagnostics.map(\.message))")
    let names = text.matches(of: /<Choice value="([^"]*)"/).map { String($0.output.1) }
    #expect(names == ["Bread", "Food: Other", "Tools: Other", "Sport"])
    #expect(text.contains("value=\"Food: Other\" alias=\"food.other\""))
    let project = try #require(
      try compilation.json("label-studio/project.json") as? [String: Any])
    let instructions = try #require(project["expert_instruction"] as? String)
    #expect(instructions.contains("Food: Other"))
  }

  @Test func branchesOfOneNameAreCalledWithWhatTheyStandUnder() throws {
    let compilation = try compile(
      "    - {id: topic, kind: choice, labels: [spoon, rake, sport]}",
      """
      ### Group: Kitchen

      #### Group: Tools {#kitchen-tools}

      ##### Other {#spoon}
      Any other thing to cook with.

      ### Group: Garden

      #### Group: Tools {#garden-tools}

      ##### Other {#rake}
      Any other thing to dig with.
      """)
    let text = try #require(
      compilation.text("label-studio/config.xml"), "\(compilation.diagnostics.map(\.message))")
    let names = text.matches(of: /<Choice value="([^"]*)"/).map { String($0.output.1) }
    #expect(names == ["Kitchen: Tools: Other", "Garden: Tools: Other", "Sport"])
  }

  @Test func spansCountScalarsAndPartsHaveAParent() throws {
    let header = """
          - {id: topic, kind: span, labels: [sport, money]}
          - {id: links, kind: relation, over: topic, relations: [{id: pays-for, from: [money], to: [sport]}]}
      """
    let compilation = try compile(
      header,
      """
      ## Good: two marks
      > 😀 [Ten euros]{money #m} for the [big]{sport #g} and loud [match]{sport #g}.
      >
      > #m -pays-for-> #g
      """)
    let task = try #require(try tasks(compilation).first)
    let results = results(task)
    let values = results.compactMap { $0["value"] as? [String: Any] }
    #expect(values.first?["start"] as? Int == 2)
    #expect(values.first?["text"] as? String == "Ten euros")
    #expect(results.count == 4)
    #expect(results[2]["parentID"] as? String == results[1]["id"] as? String)
    #expect(results[3]["type"] as? String == "relation")
    #expect(results[3]["from_id"] as? String == results[0]["id"] as? String)
    #expect(results[3]["to_id"] as? String == results[1]["id"] as? String)
  }

  @Test func aTextAboutAMarkHasTheKeyOfItsWordsOnce() throws {
    let header = """
          - id: topic
            kind: span
            labels: [sport, money]
            attributes: [{id: full, type: text}, {id: sure, type: boolean}]
      """
    let compilation = try compile(
      header, "## Good: one mark\n> [Ten]{money full=\"10 euros\" sure} for the match.\n")
    let results = results(try #require(try tasks(compilation).first))
    let values = results.compactMap { $0["value"] as? [String: Any] }
    #expect(values.map { $0["end"] as? Int } == [3, 3, 3])
    #expect(values.map { $0["text"] as? String } == ["Ten", nil, "Ten"])
    #expect(values[1]["text"] as? [String] == ["10 euros"])
    let written = try #require(compilation.text("label-studio/tasks.json"))
    #expect(written.matches(of: /"text": "Ten"/).count == 2)
  }

  @Test func onlyGoodAndCompleteExamplesAreGroundTruths() throws {
    let header = """
          - {id: topic, kind: choice, labels: [sport, money]}
          - {id: marks, kind: span, labels: [sport, money]}
      """
    let entry = { (title: String, record: String) in
      "## \(title)\n> Two goals.\n\n```yaml expected\n\(record)\n```\n\n"
    }
    let compilation = try compile(
      header,
      entry("Good: complete", "topic: sport\nmarks: none") + entry("Good: open", "topic: sport")
        + entry("Bad: wrong", "topic: money\nmarks: none")
        + entry("Borderline: hard", "topic: sport\nmarks: none"))
    let tasks = try tasks(compilation)
    #expect(
      tasks.map { ($0["meta"] as? [String: Any])?["role"] as? String } == [
        "good", "good", "borderline",
      ])
    #expect(tasks.map { $0["annotations"] != nil } == [true, false, false])
    #expect(tasks.map { $0["predictions"] != nil } == [false, true, false])
    #expect(compilation.diagnostics.contains { $0.id == "label-studio-open-example" })
  }

  @Test func defaultsAreStoredOnlyWhereTheyAreAsked() throws {
    let header = """
          - id: topic
            kind: choice
            labels: [sport, money]
            attributes:
              - {id: live, type: boolean, applies-to: [sport], required: true}
              - {id: pace, type: enum, values: [slow, fast], default: slow, applies-when: {live: true}}
              - {id: mood, type: enum, values: [calm, loud], default: calm, applies-when: {pace: slow}}
      """
    let entry = { (title: String, record: String) in
      "## Good: \(title)\n> Two goals.\n\n```yaml expected\ntopic: \(record)\n```\n\n"
    }
    let compilation = try compile(
      header,
      entry("no", "{label: sport, live: false}") + entry("other", "money")
        + entry("yes", "{label: sport, live: true}")
        + entry("fast", "{label: sport, live: true, pace: fast}"))
    let names = try tasks(compilation).map { task in
      results(task).compactMap { $0["from_name"] as? String }
    }
    #expect(
      names == [
        ["topic", "topic.live"], ["topic"],
        ["topic", "topic.live", "topic.pace", "topic.mood"],
        ["topic", "topic.live", "topic.pace"],
      ])
  }

  @Test func whatIsRequiredOnlySometimesCanAlwaysBeGiven() throws {
    let header = """
          - id: topic
            kind: span
            labels: [sport, money]
            attributes:
              - {id: level, type: number}
              - {id: far, type: number, required-when: {label: sport}}
              - {id: why, type: text, required-when: {level: 2}}
      """
    let compilation = try compile(header, "")
    let config = try #require(compilation.text("label-studio/config.xml"))
    let views = config.matches(of: /<View visibleWhen="region-selected"[^>]*>/)
    #expect(views.count == 3, "one a control")
    #expect(views.allSatisfy { $0.output.contains("whenLabelValue=\"sport,money\"") })
    #expect(config.contains("far, required when label is sport"))
    #expect(!compilation.diagnostics.contains { $0.id == "label-studio-condition" })
    #expect(compilation.diagnostics.filter { $0.id == "label-studio-not-enforced" }.count == 2)
  }

  @Test func theHeadingOfAKeypointSaysForWhichLabelAnAttributeIsRequired() throws {
    let header = """
          - id: joints
            kind: keypoints
            labels: [sport, money]
            points: [left, right]
            attributes: [{id: sure, type: boolean, applies-when: {label: sport}, required: true}]
      """
    let compilation = try compile(header, "", modality: "image")
    let config = try #require(
      compilation.text("label-studio/config.xml"), "\(compilation.diagnostics.map(\.message))")
    #expect(config.contains("sure, required when label is sport"))
    let unenforced = compilation.diagnostics.filter {
      $0.id == "label-studio-not-enforced" && $0.message.contains("`sure` is required")
    }
    #expect(unenforced.count == 1)
  }

  @Test func anAttributeIsAskedOnlyForLabelsThatCanHaveIt() throws {
    let header = """
          - id: topics
            kind: choices
            labels: [sport, money]
            attributes:
              - {id: team, type: text, applies-when: {label: sport}, required: true}
              - {id: sum, type: enum, values: [small, large], applies-to: [money]}
              - {id: payer, type: text, applies-when: {sum: large}}
              - {id: why, type: text, required-when: {label: sport}}
      """
    let compilation = try compile(header, "")
    let config = try #require(compilation.text("label-studio/config.xml"))
    let names = config.matches(of: /<(?:TextArea|Choices) name="([^"]*)"/).map {
      String($0.output.1)
    }
    #expect(
      names == [
        "topics", "topics.sport.team", "topics.money.sum", "topics.money.payer",
        "topics.sport.why", "topics.money.why",
      ])
    #expect(config.matches(of: /why, required when label is sport/).count == 1)
    #expect(config.matches(of: /required="true"/).count == 1, "the team, for `sport` alone")
    let unenforced = compilation.diagnostics.filter { $0.id == "label-studio-not-enforced" }
    #expect(unenforced.count == 1)
  }

  @Test func headingsSayWhatNoControlEnforces() throws {
    let header = """
          - id: names
            kind: span
            labels: [sport]
            attributes:
              - {id: wiki, type: reference, scheme: Wikidata, pattern: "Q[0-9]+", blank-means: not there}
              - {id: same, type: reference, to: names}
              - {id: sure, type: boolean}
              - {id: why, type: text, applies-when: {sure: false}, required: true}
          - {id: code, kind: text, question: Which code?, pattern: "[A-Z]{2}[0-9]{3}"}
          - {id: order, kind: ranking, question: Which order?, candidates: [a, b]}
      """
    let compilation = try compile(
      header,
      """
      ## Good: a name
      > [Ana]{sport wiki=Q42} sings.

      ```yaml expected
      code: AB123
      order: [a, b]
      ```
      """)
    let config = try #require(compilation.text("label-studio/config.xml"))
    for words in [
      "wiki", "an id of Wikidata, form: for example Q42", "Left out: not there",
      "the id of a mark of Names", "why, required when sure is no", "form: for example AB123",
      "Always answer",
    ] {
      #expect(config.contains("<Header value=\"\(words)\""), "\(config)")
    }
  }

  @Test func escapeForTheWholeItemIsTheOnlyAnswer() throws {
    let compilation = try compile(
      Self.topic + "\nescape: [{id: unreadable, means: skip-item}]",
      """
      ## Good: noise
      > xxxx

      ```yaml expected
      unreadable
      ```
      """)
    let task = try #require(try tasks(compilation).first)
    let results = results(task)
    #expect(results.count == 1)
    #expect(results.first?["from_name"] as? String == "escape")
  }

  @Test func controlsNeverShareAName() throws {
    let header = """
          - {id: text, kind: choice, labels: [sport, money]}
          - {id: escape, kind: choices, labels: [sport, money]}
      """
    let compilation = try compile(header + "\nescape: [{id: unclear, means: skip-item}]", "")
    let text = try #require(compilation.text("label-studio/config.xml"))
    let names = text.matches(of: /[< ]name="([^"]*)"/).map { String($0.output.1) }
    #expect(names.sorted() == ["escape", "escape-2", "text", "text-2"])
    #expect(text.contains("toName=\"text-2\""))
  }

  @Test func dollarsAndBooleansAreKeptFromTheEditor() throws {
    let header = """
          - id: topic
            kind: choice
            labels:
              - {id: "true", name: "costs US$5", definition: "true"}
              - {id: plain, name: "$price", definition: "A price in $ or €."}
      """
    let text = try #require(try compile(header, "").text("label-studio/config.xml"))
    #expect(text.contains("value=\"$\u{2060}price\" alias=\"plain\""))
    #expect(text.contains("<Choice value=\"true\" hotkey=\"1\" hint=\"true.\"/>"))
  }

  @Test func privateWordsStayOut() throws {
    let compilation = try compile(
      Self.topic,
      """
      ## For reviewers {audience=reviewer}

      Secret of the reviewers.

      ### Good: secret example
      > Two goals.

      ```yaml expected
      topic: sport
      ```
      """,
      files: ["governance.yaml": "contacts:\n  legal: {name: Secret Lawyer, email: a@b.example}\n"])
    let artifacts = compilation.artifacts.filter { $0.path.hasPrefix("label-studio/") }
    try #require(artifacts.contains { $0.path.hasSuffix("tasks.json") })
    for artifact in artifacts {
      let text = String(decoding: artifact.bytes, as: UTF8.self)
      #expect(!text.localizedCaseInsensitiveContains("secret"), "\(artifact.path)")
      #expect(!text.contains("Private Person"), "\(artifact.path)")
    }
  }

  @Test func instructionsHaveNothingThatTheServerWouldTakeAway() throws {
    for fixture in ["hostile-labels", "hostile-pictures"] {
      let compilation = try Compiling.compile(folder: "Tests/Fixtures/\(fixture)")
      let project = try #require(
        try compilation.json("label-studio/project.json") as? [String: Any])
      let html = try #require(project["expert_instruction"] as? String)
      #expect(html.firstMatch(of: /<[^>]*\s(id|style|target|on\w+)=/) == nil)
      #expect(html.firstMatch(of: /href="#/) == nil)
      #expect(html.firstMatch(of: /<(script|style|img)/) == nil)
    }
  }

  @Test func marksArePercentOfThePicture() throws {
    let compilation = try Compiling.compile(folder: "Tests/Fixtures/hostile-pictures")
    let task = try #require(try tasks(compilation).first)
    let boxes = results(task).filter { $0["type"] as? String == "rectanglelabels" }
    let value = try #require(boxes.first?["value"] as? [String: Any])
    #expect(value["x"] as? Double == 4.0 / 64 * 100)
    #expect(value["height"] as? Double == 16.0 / 48 * 100)
    let hidden = results(task).filter { $0["meta"] != nil }
    #expect(hidden.count == 1)
    #expect(hidden.first?["parentID"] != nil)
  }

  @Test func linesAndMasksAreStoredAsTheEditorWould() throws {
    let compilation = try Compiling.compile(folder: "Tests/Fixtures/kinds-road")
    let task = try #require(try tasks(compilation).first)
    let lines = results(task).filter { $0["type"] as? String == "vectorlabels" }
    let line = try #require(lines.first?["value"] as? [String: Any])
    let vertices = try #require(line["vertices"] as? [[String: Any]])
    #expect(vertices.map { $0["x"] as? Double } == [50, 50, 121.0 / 240 * 100])
    #expect(vertices.map { $0["prevPointId"] as? String } == [nil, "r2", "r3"])
    #expect(line["closed"] as? Bool == false)
    let masks = results(task).filter { $0["type"] as? String == "brushlabels" }
    #expect(masks.count == 2)
    // The sky is the upper 60 rows: 57,600 bytes of 255, then 86,400 of 0 in two runs.
    let sky = try #require((masks.last?["value"] as? [String: Any])?["rle"] as? [Int])
    let bits = sky.map { byte in
      let digits = String(byte, radix: 2)
      return String(repeating: "0", count: 8 - digits.count) + digits
    }.joined()
    #expect(bits.prefix(53) == "00000000000000100011001010000000" + "00111" + "0010001101111111")
    let run = "111" + "1110000011111111" + "11111111"
    #expect(bits.dropFirst(53).prefix(27) == run)
    // The boxes have ids, so relations find them.
    #expect(results(task).contains { $0["type"] as? String == "relation" })
  }

  @Test func rankingsAreOrdersOrPlaces() throws {
    let compilation = try Compiling.compile(folder: "Tests/Fixtures/kinds-replies")
    let task = try #require(try tasks(compilation).first)
    let data = try #require(task["data"] as? [String: Any])
    let items = try #require(data["candidates"] as? [[String: String]])
    #expect(items.map { $0["id"] } == ["model-a", "model-b", "model-c"])
    #expect(items.map { $0["title"] } == ["Reply A", "Reply B", "Reply C"])
    #expect(items[2]["body"] == "Ask a hen.")
    #expect((data["candidates2"] as? [[String: String]])?.map { $0["id"] } == ["1", "2", "3"])
    let orders = results(task).filter { $0["type"] as? String == "ranker" }
    let values = orders.compactMap {
      ($0["value"] as? [String: Any])?["ranker"] as? [String: [String]]
    }
    #expect(
      values == [
        ["place-1": ["model-a"], "place-2": ["model-b", "model-c"], "place-3": []],
        ["results": ["2", "3", "1"]],
      ])
    #expect(orders.first?["to_name"] as? String == "order.candidates")
    let choices = results(task).filter { $0["type"] as? String == "choices" }
    #expect(
      choices.compactMap { ($0["value"] as? [String: Any])?["choices"] as? [String] }
        == [["model-a"], ["0"]])
  }

  @Test func tracksTakeThePlaceOfTheirBoxes() throws {
    let compilation = try Compiling.compile(folder: "Tests/Fixtures/kinds-drive")
    let config = try #require(compilation.text("label-studio/config.xml"))
    #expect(config.contains("<VideoRectangle name=\"tracks.box\" toName=\"video\"/>"))
    #expect(config.contains("frameRate=\"25\""))
    #expect(!config.contains("RectangleLabels"))
    let layers = compilation.diagnostics.filter { $0.id == "label-studio-layer" }
    #expect(layers.count == 1, "the identity alone cannot be asked")
  }

  @Test func aLayerWhoseLabelsAreNotDeclaredIsToldOnce() throws {
    func findings(_ labels: String) throws -> [String] {
      let guideline = """
        ---
        rubrica: 1
        stage: draft
        task:
          modality: text
          layers:
            - {id: kind, kind: choice, question: Which?, labels: [\(labels)]}
        ---

        # Kinds
        """
      return try Compiling.compile([
        "guideline.md": guideline, "rubrica.yaml": "targets: [label-studio]\n",
      ]).diagnostics.filter { $0.id == "label-studio-layer" || $0.id == "undefined-label" }.map(
        \.id)
    }
    #expect(try findings("PER") == ["undefined-label"])
    #expect(try findings("").contains("label-studio-layer"))
  }

  /// A picture of more than 5 MB is told once, however many examples show it.
  @Test(arguments: [(5_000_000, 0), (5_000_001, 1)])
  func largePicturesAreToldOnce(size: Int, count: Int) throws {
    let text = """
      ---
      rubrica: 1
      task:
        modality: image
        layers: [{id: signs, kind: box, labels: [{id: stop, definition: An octagon.}]}]
      ---

      # Signs

      ## Examples

      ### Good: one
      ![A sign](stop.png)

      ```yaml expected
      signs: [{label: stop, box: [1, 1, 9, 9]}]
      ```

      ### Good: two
      ![A sign](stop.png)

      ```yaml expected
      signs: [{label: stop, box: [2, 2, 9, 9]}]
      ```
      """
    let head: [UInt8] =
      [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13] + Array("IHDR".utf8)
      + [0, 0, 0, 200, 0, 0, 0, 100, 8, 2, 0, 0, 0]
    let compilation = try Compiling.compile(bytes: [
      "guideline.md": Array(text.utf8),
      "rubrica.yaml": Array("rubrica: 1\ntargets:\n  label-studio: {}\n".utf8),
      "stop.png": head + [UInt8](repeating: 0, count: size - head.count),
    ])
    let found = compilation.diagnostics.filter { $0.id == "label-studio-picture" }
    #expect(found.count == count)
  }
}
