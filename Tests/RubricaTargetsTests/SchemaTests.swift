import Foundation
import RubricaCompiler
import RubricaModel
import RubricaSource
import RubricaTargets
import Testing

/// The record schema. That it takes each good example and refuses broken ones is proven against two
/// validators in `Tests/Oracles/schema_check.py`; here is what it says.
struct SchemaTests {
  typealias Object = [String: Any]

  private func schema(_ front: String, body: String = "") throws -> Object {
    let text = """
      ---
      rubrica: 1
      id: signs
      \(front)
      ---

      # Signs

      \(body)
      """
    let guideline = try Compiling.read(["guideline.md": text])
    #expect(guideline.problems.isEmpty)
    // Findings are not the matter here.
    let checked = try #require(CheckedGuideline(GuidelineIndex(guideline), diagnostics: []))
    let context = TargetContext(
      settings: DataNode(.mapping([]), guideline.document), sourceDigest: "sha256:0",
      compiler: "rubrica test", organisation: nil,
      catalogue: PreparedCatalogue(Catalogue(items: [])))
    let artifacts = SchemaTarget.render(checked, context)
    #expect(artifacts.map(\.path) == ["schema/record.schema.json"])
    return try #require(
      JSONSerialization.jsonObject(with: Data(artifacts[0].bytes)) as? Object)
  }

  private func object(_ schema: Object, _ path: String...) throws -> Object {
    try path.reduce(schema) { try #require($0[$1] as? Object) }
  }

  @Test func theRecordHasAKeyForEachLayer() throws {
    let schema = try schema(
      """
      version: 2.1.0
      title: Street signs
      escape:
        - {id: broken, means: skip-item, name: Broken, definition: No picture.}
      task:
        modality: image
        layers:
          - {id: light, kind: choice, labels: [day, night]}
          - {id: signs, kind: box, labels: [day], minimum: 1, maximum: 3, cardinality: one a sign}
          - {id: note, kind: text, pattern: "[A-Z]+", maximum-length: 9}
      """)
    #expect(schema["$schema"] as? String == "https://json-schema.org/draft/2020-12/schema")
    #expect(schema["$id"] as? String == "urn:rubrica:signs:2.1.0")
    #expect(schema["title"] as? String == "Street signs")
    #expect(schema["required"] as? [String] == ["light", "signs"])
    #expect(schema["additionalProperties"] as? Bool == false)
    #expect(try object(schema, "properties").keys.sorted() == ["light", "note", "signs"])
    let words = try #require(try object(schema, "then")["oneOf"] as? [Object])
    #expect(
      words.map { $0["const"] as? String } == ["broken"], "`none` cannot be, light is required")
    #expect(words.first?["description"] as? String == "No picture.")
    let signs = try object(schema, "properties", "signs")
    #expect(signs["minItems"] as? Int == 1)
    #expect(signs["maxItems"] as? Int == 3)
    #expect(signs["description"] as? String == "one a sign")
    let note = try #require(try object(schema, "properties", "note")["anyOf"] as? [Object])
    #expect(note.first?["pattern"] as? String == "^(?:[A-Z]+)$")
    #expect(note.first?["maxLength"] as? Int == 9)
    #expect(note.map { $0["const"] as? String } == [nil, "none", "broken"])
  }

  @Test func comparisonsSayWhatIsCompared() throws {
    let schema = try schema(
      """
      task:
        modality: text
        layers:
          - {id: order, kind: ranking, candidates: [a, {id: b, name: Reply B}, c]}
          - {id: results, kind: ranking, candidates: {minimum: 2, maximum: 9}, ties: true}
          - {id: better, kind: pairwise, candidates: [a, b], ties: true}
          - {id: graded, kind: pairwise, candidates: [a, b], points: [{value: -1, means: A}, {value: 1}]}
      """)
    #expect(schema["required"] as? [String] == ["order", "results", "better", "graded"])
    let order = try object(schema, "properties", "order")
    #expect(order["minItems"] as? Int == 3 && order["maxItems"] as? Int == 3)
    #expect(order["uniqueItems"] as? Bool == true)
    let names = try #require(try object(schema, "$defs", "order/candidate")["oneOf"] as? [Object])
    #expect(names.map { $0["const"] as? String } == ["a", "b", "c"])
    #expect(names[1]["title"] as? String == "Reply B")
    let results = try object(schema, "properties", "results")
    #expect(results["minItems"] as? Int == 1, "two that are equally good have one place")
    #expect(try object(schema, "$defs", "results/candidate")["maximum"] as? Int == 9)
    let better = try #require(try object(schema, "properties", "better")["oneOf"] as? [Object])
    #expect(better.map { $0["const"] as? String } == ["a", "b", "tie"])
    let graded = try #require(try object(schema, "properties", "graded")["oneOf"] as? [Object])
    #expect(graded.map { $0["const"] as? Int } == [-1, 1])
  }

  @Test func escapeAnswersOfALayerStandInAComparisonToo() throws {
    let schema = try schema(
      """
      escape: [{id: unclear, means: not-applicable, layers: [better, order, graded]}]
      task:
        modality: text
        layers:
          - {id: better, kind: pairwise, candidates: [a, b]}
          - {id: order, kind: ranking, candidates: [a, b]}
          - {id: graded, kind: pairwise, candidates: [a, b], points: [{value: -1}, {value: 1}]}
          - {id: again, kind: ranking, candidates: [a, b]}
      """)
    let better = try #require(try object(schema, "properties", "better")["oneOf"] as? [Object])
    #expect(better.map { $0["const"] as? String } == ["a", "b", "unclear"])
    let graded = try #require(try object(schema, "properties", "graded")["oneOf"] as? [Object])
    #expect(graded.last?["const"] as? String == "unclear")
    let order = try object(schema, "properties", "order", "then")
    #expect((order["oneOf"] as? [Object])?.map { $0["const"] as? String } == ["unclear"])
    #expect(try object(schema, "properties", "again")["type"] as? String == "array")
  }

  @Test func whatIsNotToBeUsedIsAMarkWithoutAttributes() throws {
    let schema = try schema(
      """
      escape:
        - {id: crowd, means: ignore-region, definition: Too many to draw.}
      task:
        modality: image
        layers:
          - id: signs
            kind: box
            labels: [day]
            attributes: [{id: size, type: number, required: true}]
          - {id: lanes, kind: polyline, labels: [day]}
      """, body: "## Labels\n\n### Day\nA.\n")
    let answer = try object(schema, "$defs", "signs/answer")
    #expect(try object(answer, "then", "properties").keys.sorted() == ["box", "label"])
    #expect(try object(answer, "else")["required"] as? [String] == ["label", "box", "size"])
    #expect(try object(schema, "$defs", "lanes/answer")["if"] == nil)
  }

  @Test func marksInSpaceAndTimeHaveTheirKeys() throws {
    let schema = try schema(
      """
      task:
        modality: video
        layers:
          - {id: cars, kind: cuboid, frame: the lidar's, labels: [car]}
          - {id: tracks, kind: track, over: cars}
          - {id: same, kind: identity, over: tracks}
          - {id: calls, kind: segment, labels: [call]}
          - {id: areas, kind: mask, labels: [road]}
          - {id: lanes, kind: polyline, labels: [lane]}
      """, body: "## Labels\n\n### Car\nA.\n\n### Call\nB.\n\n### Road\nC.\n\n### Lane\nD.\n")
    let track = try object(schema, "$defs", "tracks/answer")
    #expect(track["required"] as? [String] == ["label", "frames", "id"])
    let frames = try object(schema, "$defs", "tracks/geometry", "patternProperties")
    let frame = try #require(frames.values.first as? Object)
    let forms = try #require(frame["anyOf"] as? [Object])
    #expect(try object(forms[0], "properties").keys.sorted() == ["centre", "size", "yaw"])
    #expect(forms[1]["const"] as? String == "hidden")
    #expect(
      try object(schema, "$defs", "cars/answer", "properties").keys.sorted()
        == ["cuboid", "id", "label"], "a track can name it")
    #expect(
      try object(schema, "$defs", "calls/answer")["required"] as? [String]
        == ["label", "start", "end"])
    #expect(
      try object(schema, "$defs", "areas/answer", "properties").keys.sorted() == ["label", "mask"])
    #expect(try object(schema, "$defs", "lanes/geometry")["minItems"] as? Int == 2)
    #expect(try object(schema, "$defs", "same/answer")["uniqueItems"] as? Bool == true)
  }

  @Test func aMarkThatAnAttributePointsToHasAnID() throws {
    let schema = try schema(
      """
      task:
        modality: image
        layers:
          - {id: signs, kind: box, labels: [stop]}
          - id: plates
            kind: box
            labels: [plate]
            attributes: [{id: below, type: reference, to: signs}]
      """,
      body: """
        ## Labels

        ### Stop
        A.

        ### Plate
        B.

        ## Good: a plate below a sign
        ![A sign](a.png)

        ```yaml expected
        signs: [{id: first, label: stop, box: [1, 2, 30, 40]}]
        plates: [{label: plate, box: [1, 42, 30, 50], below: first}]
        ```
        """)
    func keys(_ layer: String) throws -> [String] {
      try object(schema, "$defs", "\(layer)/answer", "properties").keys.sorted()
    }
    #expect(try keys("signs") == ["box", "id", "label"])
    #expect(try keys("plates") == ["below", "box", "label"])
    let record = try #require((schema["examples"] as? [Object])?.first)
    let signs = try #require(record["signs"] as? [Object])
    let plates = try #require(record["plates"] as? [Object])
    #expect(signs.first?["id"] as? String == "first")
    #expect(plates.first?["below"] as? String == "first")
  }

  @Test func aVersionMayBeMissing() throws {
    let schema = try schema("task: {modality: text, layers: [{id: a, kind: text}]}")
    #expect(schema["$id"] as? String == "urn:rubrica:signs:0")
    #expect(schema["required"] as? [String] == [])
  }

  @Test func labelsCarryTheirMeaning() throws {
    let schema = try schema(
      "task: {modality: image, layers: [{id: signs, kind: box, labels: [stop, old]}]}",
      body: """
        ## Labels

        ### Stop sign {#stop}
        A red **octagon**.

        ### Old
        Gone.

        ```yaml label
        status: deprecated
        ```
        """)
    let labels = try #require(try object(schema, "$defs", "signs/label")["oneOf"] as? [Object])
    #expect(labels.map { $0["title"] as? String } == ["Stop sign", "Old"])
    #expect(labels.first?["description"] as? String == "A red octagon.")
    #expect(labels.map { $0["deprecated"] as? Bool } == [nil, true])
  }

  @Test func labelsOfOneNameAreCalledWithTheirBranch() throws {
    let schema = try schema(
      "task: {modality: text, layers: [{id: things, kind: choice, labels: [food.*, tools.*]}]}",
      body: """
        ## Labels

        ### Food
        Something to eat.

        #### Other {#food.other}
        Any other food.

        ### Tools
        Something to work with.

        #### Saw {#tools.saw}
        It cuts.

        #### Other {#tools.other}
        Any other tool.
        """)
    let labels = try #require(try object(schema, "$defs", "things/answer")["oneOf"] as? [Object])
    #expect(labels.map { $0["title"] as? String } == ["Food: Other", "Saw", "Tools: Other"])
    #expect(
      labels.map { $0["const"] as? String } == ["food.other", "tools.saw", "tools.other"])
  }

  @Test func placeholdersStayInDefinitions() throws {
    let schema = try schema(
      "task: {modality: text, layers: [{id: moods, kind: choice, labels: [joy]}]}",
      body: """
        ## Labels

        ### Joy
        The author writes *<their name>* <b>gladly</b>. <!-- Or not. -->
        """)
    let labels = try #require(try object(schema, "$defs", "moods/answer")["oneOf"] as? [Object])
    let words = try #require(labels.first?["description"] as? String)
    #expect(words.hasPrefix("The author writes <their name> gladly."))
    #expect(!words.contains("Or not"))
  }

  @Test func attributesFollowTheirLabelsAndEachOther() throws {
    let schema = try schema(
      """
      task:
        modality: image
        layers:
          - id: signs
            kind: box
            labels: [stop, limit]
            attributes:
              - {id: dirty, type: boolean, required: true}
              - {id: value, type: number, unit: km/h, minimum: 5, maximum: 130, applies-to: [limit], required: true}
              - {id: covered, type: enum, values: [no, part, most], default: part, required: true}
              - {id: why, type: text, pattern: "[a-z]+", required-when: {covered: most}}
              - {id: how-much, type: number, required-when: {covered: part}}
      """)
    let mark = try object(schema, "$defs", "signs/answer")
    #expect(mark["required"] as? [String] == ["label", "box", "dirty"])
    #expect(mark["additionalProperties"] as? Bool == false)
    let value = try object(mark, "properties", "value")
    #expect(value["minimum"] as? Int == 5 && value["maximum"] as? Int == 130)
    #expect(try object(mark, "properties", "covered")["default"] as? String == "part")
    let rules = try #require(mark["allOf"] as? [Object])
    #expect(rules.count == 3)
    #expect(try object(rules[0], "then")["required"] as? [String] == ["value"])
    #expect(try object(rules[0], "else", "properties")["value"] as? Bool == false)
    #expect(try object(rules[1], "if")["required"] as? [String] == ["covered"])
    #expect(try object(rules[1], "then")["required"] as? [String] == ["why"])
    #expect(try object(rules[2], "if")["required"] == nil, "an absent `covered` is `part`")
  }

  @Test func choicesWithAttributesAreObjects() throws {
    let schema = try schema(
      """
      task:
        modality: text
        layers:
          - id: verdict
            kind: choices
            labels: [fine, rude]
            attributes:
              - {id: aim, type: enum, values: [one, many], applies-to: [rude], required: true}
      """)
    let answer = try object(schema, "$defs", "verdict/answer")
    #expect(try object(answer, "else")["enum"] as? [String] == ["fine"])
    let verdict = try object(schema, "properties", "verdict")
    #expect(verdict["uniqueItems"] as? Bool == true)
    // Two answers that differ in their attributes are not equal.
    let limits = try #require(verdict["allOf"] as? [Object])
    #expect(limits.map { $0["maxContains"] as? Int } == [1, 1])
    #expect(limits.map { $0["minContains"] as? Int } == [0, 0])
    let counted = try limits.map { try object($0, "contains")["anyOf"] as? [Object] }
    #expect(counted.map { $0?.first?["const"] as? String } == ["fine", "rude"])
  }

  @Test func nothingIsNoAnswerToARequiredQuestion() throws {
    func answer(_ keys: String) throws -> Object {
      let schema = try schema(
        """
        task:
          modality: text
          layers:
            - {id: topics, kind: choices, labels: [fine, rude]\(keys)}
        """)
      return try object(schema, "properties", "topics")
    }
    #expect(try answer(", required: true")["type"] as? String == "array")
    #expect(try answer("")["type"] as? [String] == ["array", "string"])
  }

  @Test func whatDoesNotApplyHasNoDefault() throws {
    let schema = try schema(
      """
      task:
        modality: text
        layers:
          - id: verdict
            kind: choice
            labels: [keep, hide]
            attributes:
              - {id: shown, type: boolean, default: false, applies-to: [keep]}
              - {id: why, type: text, applies-when: {shown: false}, required: true}
      """)
    let answer = try object(schema, "$defs", "verdict/answer")
    #expect(try object(answer, "else")["enum"] as? [String] == ["hide"])
    let conditions = try #require(try object(answer, "then")["allOf"] as? [Object])
    let last = try #require(conditions.last)
    let tests = try #require(try object(last, "if")["allOf"] as? [Object])
    #expect(tests.count == 2, "the value of `shown`, and the label that has it")
  }

  @Test func whatDefaultsWaitForIsWrittenOnce() throws {
    let schema = try schema(
      """
      task:
        modality: text
        layers:
          - id: verdict
            kind: choice
            labels: [keep, hide]
            attributes:
              - {id: a, type: boolean, default: true}
              - {id: b, type: boolean, default: true}
              - {id: c, type: boolean, default: true, applies-when: {a: true, b: true}}
              - {id: d, type: boolean, default: true, applies-when: {a: true, b: true}}
              - {id: why, type: text, applies-to: [keep], applies-when: {c: true, d: true}, required: true}
      """)
    let answer = try object(schema, "$defs", "verdict/answer")
    let conditions = try #require(try object(answer, "then")["allOf"] as? [Object])
    let last = try #require(conditions.last)
    let tests = try #require(try object(last, "if")["allOf"] as? [Object])
    let defaults = try #require(tests.last)
    let waitedFor = try #require(defaults["allOf"] as? [Object])
    #expect(waitedFor.count == 4, "`c` and `d`, and once what both wait for")
    #expect(waitedFor.allSatisfy { $0["properties"] != nil })
  }

  @Test func aBareLabelIsEnoughWhereNothingElseIsAsked() throws {
    func bare(_ attributes: String) throws -> Object {
      let schema = try schema(
        """
        task:
          modality: text
          layers:
            - id: verdict
              kind: choice
              labels: [keep, hide, escalate]
              attributes: [\(attributes)]
        """)
      return try object(schema, "$defs", "verdict/answer", "else")
    }
    let asked = try bare(
      "{id: to, type: text, applies-when: {label: escalate}, required: true}")
    #expect(asked["enum"] as? [String] == ["keep", "hide"])
    let required = try bare("{id: why, type: text, required-when: {label: {not: keep}}}")
    #expect(required["enum"] as? [String] == ["keep"])
    let usual = try bare(
      "{id: sure, type: boolean, default: false}, "
        + "{id: why, type: text, required: true, applies-when: {sure: false}}")
    #expect(usual["type"] as? String == "object", "an absent `sure` is false, so `why` is asked")
    let optional = try bare(
      "{id: sure, type: boolean}, {id: why, type: text, required: true, applies-when: {sure: true}}"
    )
    #expect(optional["$ref"] != nil)
    let needed = try bare("{id: why, type: text, required: true}")
    #expect(needed["type"] as? String == "object")
  }

  @Test func scalesAndKeypointsAndRelations() throws {
    let schema = try schema(
      """
      task:
        modality: image
        layers:
          - {id: bad, kind: scale, points: [{value: 1, means: mild}, {value: 2, means: grave}]}
          - {id: face, kind: keypoints, labels: [face], points: [nose, left-eye]}
          - {id: links, kind: relation, over: face, relations: [{id: knows, definition: They met.}]}
      """)
    let points = try #require(try object(schema, "properties", "bad")["oneOf"] as? [Object])
    #expect(points.map { $0["const"] as? Int } == [1, 2])
    #expect(points.map { $0["title"] as? String } == ["mild", "grave"])
    #expect(
      try object(schema, "$defs", "face/geometry", "properties").keys.sorted() == [
        "left-eye", "nose",
      ])
    #expect(try object(schema, "$defs", "face/answer", "properties")["id"] != nil)
    let link = try object(schema, "$defs", "links/answer")
    #expect(link["required"] as? [String] == ["relation", "from", "to"])
  }

  @Test func statementsInALineEndWithAStop() throws {
    let schema = try schema(
      """
      task:
        modality: text
        layers:
          - id: people
            kind: span
            labels: [per]
            attributes: [{id: age, type: number, unit: years, definition: how old}]
          - id: links
            kind: relation
            over: people
            relations: [{id: knows, definition: has met, scope: sentence}, {id: is, definition: is}]
      """)
    let age = try object(schema, "$defs", "people/answer", "properties", "age")
    #expect(age["description"] as? String == "how old. Unit: years.")
    let kind = try object(schema, "$defs", "links/answer", "properties", "relation")
    let relations = try #require(kind["oneOf"] as? [Object])
    #expect(
      relations.map { $0["description"] as? String } == ["has met. Within a sentence.", "is"])
  }

  @Test func examplesAreWholeRecords() throws {
    let schema = try schema(
      """
      escape: [{id: unclear, means: unsure-flag}]
      task:
        modality: text
        layers:
          - {id: topic, kind: choice, labels: [a, b]}
          - {id: people, kind: span, labels: [per], attributes: [{id: sure, type: boolean}, {id: n, type: number}]}
          - {id: links, kind: relation, over: people, relations: [{id: knows}]}
      """,
      body: """
        ## Labels

        ### A
        A.

        ### B
        B.

        ### Per
        P.

        ## Good examples

        ### Two
        > 😀 [Ada]{per #x sure n=2} met [Bo]{per #y} and [Cy]{per #x}
        >
        > #x -knows-> #y

        ```yaml expected
        topic: {label: a}
        ```

        ### Nobody
        > Rain

        ```yaml expected
        topic: b
        people: none
        ```

        ### Unclear
        > Hm

        ```yaml expected
        unclear
        ```

        ## Bad examples

        ### Wrong
        > Rain

        ```yaml expected
        topic: a
        people: none
        ```
        """)
    let examples = try #require(schema["examples"] as? [Any])
    #expect(examples.count == 3)
    let two = try #require(examples[0] as? Object)
    #expect(two["topic"] as? String == "a")
    let people = try #require(two["people"] as? [Object])
    #expect(people.map { $0["text"] as? String } == ["Ada", "Cy", "Bo"])
    #expect(people.map { $0["start"] as? Int } == [2, 17, 10])
    #expect(people.map { $0["end"] as? Int } == [5, 19, 12])
    #expect(people.map { $0["id"] as? String } == ["x", "x", "y"])
    #expect(people[0]["sure"] as? Bool == true && people[0]["n"] as? Int == 2)
    #expect(
      (two["links"] as? [[String: String]]) == [["relation": "knows", "from": "x", "to": "y"]])
    #expect((examples[1] as? Object)?["people"] as? String == "none")
    #expect(examples[2] as? String == "unclear")
  }
}
