import RubricaCompiler
import RubricaModel
import RubricaSource
import Testing

struct HeaderTests {
  @Test func aDocumentWithoutFrontMatterIsADraft() throws {
    let guideline = try Fixture.guideline("# Street signs\n\nDraw boxes.\n")
    #expect(guideline.id.value == "fixture")
    #expect(guideline.title.value == "Street signs")
    #expect(guideline.stage.value == .draft)
    #expect(guideline.problems.isEmpty)
  }

  @Test func frontMatterIsRead() throws {
    let guideline = try Fixture.guideline(
      """
      ---
      rubrica: 1
      id: signs
      title: Signs
      version: 1.2.0
      stage: pilot
      language: fr
      purpose: p
      owner: o
      authors: [a, b]
      warnings: [{category: violence, text: t}]
      escape: [{id: unreadable, means: ignore-region}]
      ---
      """)
    #expect(guideline.problems.isEmpty)
    #expect(guideline.id.value == "signs")
    #expect(guideline.version?.value == "1.2.0")
    #expect(guideline.stage.value == .pilot)
    #expect(guideline.language.value == "fr")
    #expect(guideline.authors.map(\.value) == ["a", "b"])
    #expect(guideline.warnings.map(\.category.value) == ["violence"])
    #expect(guideline.escapes.map(\.meaning?.value) == [.ignoreRegion])
  }

  @Test func everySlipIsAProblemAtItsPlace() throws {
    let guideline = try Fixture.guideline(
      """
      ---
      rubrica: 2
      titel: x
      version: 1.2
      stage: finished
      escape: [{id: a, means: skip}]
      ---
      """)
    let places = guideline.problems.map { guideline.text($0.span) }
    #expect(places.contains("2"))
    #expect(places.contains("titel"))
    #expect(places.contains("1.2"))
    #expect(places.contains("finished"))
    #expect(places.contains("skip"))
  }

  @Test func layersOfEveryKindAreRead() throws {
    let guideline = try Fixture.guideline(
      """
      ---
      rubrica: 1
      task:
        modality: image
        layers:
          - {id: a, kind: choice, labels: [x]}
          - {id: b, kind: choices, labels: [x], minimum: 1, maximum: 2}
          - {id: c, kind: scale, points: [{value: 1, means: low}, 2], best: 1}
          - {id: d, kind: box, labels: [x], attributes: [{id: o, type: enum, values: [p, {id: q, definition: r}]}]}
          - {id: e, kind: polygon, labels: [x]}
          - {id: f, kind: keypoints, labels: [x], points: [n, m], skeleton: [[n, m]]}
          - {id: g, kind: span, labels: [x]}
          - {id: h, kind: relation, over: g, relations: [{id: r, from: [x], to: [x], symmetric: true}]}
          - {id: i, kind: text, pattern: "[a-z]+", maximum-length: 9}
          - {id: j, kind: ranking, candidates: [y, z]}
          - {id: k, kind: pairwise, candidates: [y, z]}
          - {id: l, kind: polyline, labels: [x]}
          - {id: m, kind: mask, labels: [x]}
          - {id: n, kind: cuboid, labels: [x], frame: the sensor's}
          - {id: o, kind: track, over: d, frame-rate: 10}
          - {id: p, kind: identity, over: o}
          - {id: q, kind: segment, labels: [x], minimum: 1, required: false}
      ---
      """)
    #expect(guideline.problems.isEmpty)
    let required = guideline.layers.filter { $0.isRequired }.map(\.id.value)
    #expect(required == ["a", "b", "c", "j", "k"], "a minimum is of every item, unless it is said")
    #expect(Set(guideline.layers.map(\.kind.value)) == Set(LayerKind.allCases))
    #expect(guideline.layers.count == LayerKind.allCases.count)
    #expect(guideline.layers[2].points.map(\.value.value) == [1, 2])
    #expect(guideline.layers[3].attributes[0].values.map(\.id.value) == ["p", "q"])
    #expect(guideline.layers[5].skeleton.count == 1)
    #expect(guideline.layers[7].relations[0].isSymmetric)
  }

  @Test func aLayerWithoutAListTakesTheLabelsThatNoOtherLayerNames() throws {
    let guideline = try Fixture.guideline(
      """
      ---
      rubrica: 1
      task:
        modality: text
        layers:
          - {id: a, kind: choice, labels: [{id: day, definition: light}]}
          - {id: b, kind: span}
      ---
      ## Labels
      ### Person {#PER}
      A person.
      ### Place
      A place.
      """)
    #expect(guideline.layers[1].labels.map(\.value) == ["PER", "place"])
    #expect(guideline.labels.map(\.id.value) == ["day", "PER", "place"])
  }
}
