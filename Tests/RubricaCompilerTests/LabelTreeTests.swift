import RubricaCompiler
import RubricaModel
import RubricaSource
import Testing

/// Kinds of kinds, groups, wildcards, and labels that stand for many texts.
struct LabelTreeTests {
  private let tree = """
    # Traffic

    ## Labels

    ### Group: Traffic {#traffic}
    Prose about traffic.

    #### Vehicle
    Wheels.

    ##### Car {#vehicle.car}
    Up to nine.

    ###### Taxi {#vehicle.car.taxi}
    For hire.

    ##### Not a label
    Prose below vehicle.

    #### Rule: mirrors
    Draw them.

    ### Animal
    Alive.

    ## Rules

    - Every `vehicle.*` is boxed.
    - Not `animal.*`, says `img.*`.

    ## Precedence
    1. `vehicle.*`
    2. animal
    """

  private func guideline(_ layers: String = "{id: a, kind: box, labels: [traffic.*, animal]}")
    throws
    -> Guideline
  {
    try Fixture.guideline(Fixture.task(layers, modality: "image", tree))
  }

  @Test func idsMakeATreeAndHeadingsFollowIt() throws {
    let guideline = try guideline()
    let labels = guideline.labels.map(\.id.value)
    #expect(Set(labels) == ["vehicle", "vehicle.car", "vehicle.car.taxi", "animal"])
    #expect(guideline.label("vehicle.car")?.parent?.value == "vehicle")
    #expect(guideline.label("vehicle.car.taxi")?.parent?.value == "vehicle.car")
    #expect(guideline.label("vehicle")?.parent == nil)
    #expect(guideline.label("vehicle.car.taxi")?.name.value == "Taxi")
    #expect(guideline.groups.map(\.id.value) == ["traffic"])
    #expect(guideline.label("vehicle.car.taxi")?.group?.value == "traffic")
    #expect(guideline.label("animal")?.group == nil)
    // Nothing is lost: every label stands in the document once, and prose stays prose.
    guard case .section(let title)? = guideline.body.first,
      case .section(let labelSection)? = title.elements.first,
      case .section(let group)? = labelSection.elements.first
    else {
      Issue.record("no group")
      return
    }
    #expect(group.role == .labelGroup)
    #expect(group.elements.count == 3)
  }

  @Test func wildcardsMeanTheLabelsBelow() throws {
    let guideline = try guideline()
    #expect(
      guideline.layers[0].labels.map(\.value)
        == ["vehicle", "vehicle.car", "vehicle.car.taxi", "animal"])
    #expect(guideline.text(guideline.layers[0].labels[1].span) == "traffic.*")
    #expect(
      Array(try #require(guideline.precedence).expansions.values)[0] == [
        "vehicle.car", "vehicle.car.taxi",
      ])
    #expect(guideline.precedence?.entries.map(\.label) == [nil, "animal"])
    let rules = guideline.rules
    #expect(rules[0].named.map(\.value) == ["vehicle", "vehicle.car", "vehicle.car.taxi"])
    #expect(rules[1].named.map(\.value) == ["vehicle.car", "vehicle.car.taxi"])
    #expect(guideline.problemKinds == ["emptyWildcard", "emptyWildcard"])
  }

  @Test func wildcardsStandWhereverLabelsAreListed() throws {
    let guideline = try guideline(
      """
      id: a
            kind: box
            labels: [vehicle.*, animal]
            attributes:
              - {id: doors, type: number, applies-to: [vehicle.*], required-when: {label: vehicle.*}}
          - {id: b, kind: relation, over: a, relations: [{id: near, from: [vehicle.*], to: [animal]}]}
      """)
    let cars = ["vehicle.car", "vehicle.car.taxi"]
    #expect(guideline.layers[0].attributes[0].appliesTo.map(\.value) == cars)
    #expect(
      guideline.layers[0].attributes[0].requiredWhen?.tests[0].values.map(\.value) == cars)
    #expect(guideline.layers[1].relations[0].from.map(\.value) == cars)
  }

  @Test func labelsInDataAreGrouped() throws {
    let guideline = try Fixture.guideline(
      Fixture.task("{id: a, kind: choice, labels: [things.*]}", "# A\n"),
      [
        "labels.yaml": """
        groups: [{id: things, name: Things}, {id: small, group: things}]
        labels:
          - {id: pin, definition: Sharp., group: small}
          - {id: sky, definition: Blue.}
        """
      ])
    #expect(guideline.problems.isEmpty)
    #expect(guideline.layers[0].labels.map(\.value) == ["pin"])
  }

  @Test func aTextFindsTheLabelThatStandsForIt() throws {
    let guideline = try Fixture.guideline(
      Fixture.task(
        "{id: a, kind: choices, labels: [element, product]}",
        """
        # A

        ## Good: two
        > x

        ```yaml expected
        a: [12b, fizz_can]
        ```
        """),
      [
        "labels.yaml": """
        labels:
          - {id: element, pattern: "[0-9]+[a-z]"}
          - id: product
            composed:
              slots:
                - {id: brand, values: [fizz, a.b], unknown: none}
                - {id: package, values: [can], pattern: "[0-9]+l", unknown: x}
        """
      ])
    #expect(guideline.problems.isEmpty)
    let index = GuidelineIndex(guideline)
    for (text, id) in [
      ("12b", "element"), ("fizz_can", "product"), ("a.b_7l", "product"), ("none_x", "product"),
    ] { #expect(index.label(text)?.id.value == id) }
    for text in ["12", "axb_can", "fizz-can", "fizz_can_x", "fizz"] {
      #expect(index.label(text) == nil, "\(text)")
    }
    let form = try #require(index.label("product")?.form?.composition)
    #expect(form.parts(of: "a.b_7l") == ["a.b", "7l"])
    #expect(index.layer(guideline.layers[0], takes: "12b"))
  }

  @Test func precedenceOfCriteriaIsText() throws {
    func labels(_ list: String) throws -> [String?]? {
      try Fixture.guideline(
        Fixture.task(
          "{id: a, kind: choice, labels: [stop, yield]}",
          "# A\n\n## Precedence\n\(list)\n## Labels\n### Stop\nX.\n### Yield\nY.\n")
      ).precedence?.entries.map(\.label)
    }
    #expect(try labels("1. Harmless before helpful\n2. Truthful before both\n") == [nil, nil])
    #expect(try labels("1. Stop\n2. Yield: the triangle\n") == ["stop", "yield"])
    #expect(try labels("1. Stop\n2. whichever of the others is larger\n") == ["stop", nil])
    // A slip is not taken for a criterion.
    #expect(try labels("1. stpo\n2. yeild\n") == ["stpo", "yeild"])
    #expect(try labels("The most specific label wins.\n") == nil)
  }

  @Test func conditionsHaveSeveralTests() throws {
    let layer = try #require(
      try Fixture.guideline(
        Fixture.task(
          """
          id: a
                kind: choice
                labels: [{id: x}, {id: y}]
                explanation-when: {label: {not: x}}
                attributes:
                  - {id: p, type: enum, values: [one, two], explanation-when: [two]}
                  - {id: q, type: text, required-when: {p: [one, two], label: x}, applies-when: {p: {not: two}}}
          """, "# A\n")
      ).layers.first)
    #expect(layer.attributes.map(\.id.value) == ["p", "q", "explanation", "p-explanation"])
    let q = try #require(layer.attributes[1].requiredWhen)
    #expect(q.holds(label: "x") { $0 == "p" ? "two" : nil })
    #expect(!q.holds(label: "y") { _ in "one" })
    #expect(!q.holds(label: "x") { _ in nil })
    let explanation = try #require(layer.attributes[2].requiredWhen)
    #expect(explanation.holds(label: "y") { _ in nil })
    #expect(!explanation.holds(label: "x") { _ in nil })
  }
}
