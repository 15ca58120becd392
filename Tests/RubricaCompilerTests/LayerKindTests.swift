import RubricaCompiler
import RubricaModel
import RubricaSource
import Testing

/// The rarer kinds of layers, and their answers, as they come into the model.
struct LayerKindTests {
  private func guideline(
    _ layers: [String], modality: String = "image", record: String = "", more: String = ""
  ) throws -> Guideline {
    try Fixture.guideline(
      """
      ---
      rubrica: 1
      task:
        modality: \(modality)
        layers:
      \(layers.map { "    - " + $0 }.joined(separator: "\n"))
      ---

      ## Good: one
      ![A picture](a.png)

      \(more)
      \(record.isEmpty ? "" : "```yaml expected\n\(record)\n```")

      """)
  }

  private func regions(_ guideline: Guideline) throws -> [Region] {
    guard case .regions(let regions)? = guideline.examples.first?.expected?.answers.first?.value
    else {
      Issue.record("no marks")
      return []
    }
    return regions
  }

  private static let boxes = "{id: boxes, kind: box, labels: [{id: car}]}"

  @Test func candidatesAreAListOrANumber() throws {
    let guideline = try guideline([
      "{id: order, kind: ranking, candidates: [a, {id: b, name: Reply B}], ties: true}",
      "{id: results, kind: ranking, candidates: {minimum: 2, maximum: 9}}",
      "{id: better, kind: pairwise, candidates: [a, b], points: [{value: -1}, {value: 1}]}",
    ])
    #expect(guideline.problems.isEmpty)
    let (order, results, better) = (
      guideline.layers[0], guideline.layers[1], guideline.layers[2]
    )
    #expect(order.candidates?.fixed.map(\.displayName) == ["a", "Reply B"])
    #expect(order.allowsTies && order.isRequired && order.unit == .item)
    #expect(results.candidates?.minimum?.value == 2 && results.candidates?.maximum?.value == 9)
    #expect(results.candidates?.contains("9") == true)
    #expect(results.candidates?.contains("10") == false)
    #expect(!results.allowsTies)
    #expect(better.points.map(\.value.value) == [-1, 1])
    #expect(better.unit == .pair)
  }

  @Test(arguments: [
    ("{id: order, kind: ranking}", "missingKey"),
    ("{id: order, kind: ranking, candidates: 3}", "wrongValue"),
    ("{id: better, kind: pairwise, candidates: {minimum: 2}}", "wrongValue"),
    ("{id: order, kind: ranking, candidates: [a, {name: B}]}", "missingKey"),
    ("{id: boxes, kind: box, labels: [{id: car}], candidates: [a, b]}", "unknownKey"),
    ("{id: tracks, kind: track}", "missingKey"),
    ("{id: same, kind: identity}", "missingKey"),
    ("{id: tracks, kind: track, over: tracks, labels: [car]}", "unknownKey"),
    ("{id: boxes, kind: box, labels: [{id: car}], pre-annotation: always}", "wrongValue"),
  ])
  func whatCannotBeTakenIsAProblem(layer: String, problem: String) throws {
    #expect(try guideline([layer]).problemKinds == [problem])
  }

  @Test func aRankingIsAListOfPlaces() throws {
    let guideline = try guideline(
      [
        "{id: order, kind: ranking, candidates: [a, b, c], ties: true}",
        "{id: better, kind: pairwise, candidates: [a, b]}",
        "{id: graded, kind: pairwise, candidates: [a, b], points: [{value: -1}, {value: 1}]}",
      ], record: "order: [c, [a, b]]\nbetter: b\ngraded: -1")
    #expect(guideline.problems.isEmpty)
    let values = try #require(guideline.examples.first?.expected).answers.map(\.value)
    guard case .ranking(let places) = values[0], case .preference(let better) = values[1],
      case .point(let point) = values[2]
    else {
      Issue.record("other answers: \(values)")
      return
    }
    #expect(places.map { $0.map(\.value) } == [["c"], ["a", "b"]])
    #expect(guideline.text(places[1][0].span) == "a")
    #expect(better.value == "b")
    #expect(point.value == -1)
  }

  @Test func fencesNameWhatCandidatesSay() throws {
    let layers = ["{id: better, kind: pairwise, candidates: [Model-A, b]}"]
    let more = "```text model-a\nSeven [minutes].\nNo more.\n```\n\n```text b\nIt depends.\n```\n"
    let found = try guideline(layers, record: "better: b", more: more)
    #expect(found.problems.isEmpty)
    let example = try #require(found.examples.first)
    #expect(example.candidates.map(\.candidate.value) == ["Model-A", "b"])
    #expect(example.candidates.map(\.text) == ["Seven [minutes].\nNo more.", "It depends."])
    #expect(found.text(example.candidates[1].candidate.span) == "```text b")
    let twice = try guideline(layers, more: "```text b\nOne.\n```\n\n```text b\nTwo.\n```\n")
    #expect(twice.problemKinds == ["duplicateDeclaration"])
    // Without a layer that compares, the fence is prose.
    let prose = try guideline([Self.boxes], more: "```text b\nOne.\n```\n")
    #expect(prose.examples.first?.candidates.isEmpty == true)
    #expect(prose.examples.first?.content.count == 1)
  }

  @Test func linesMasksAndSegmentsHaveTheirPlaces() throws {
    let lines = try guideline(
      ["{id: lanes, kind: polyline, labels: [{id: lane}]}"],
      record: "lanes: [{label: lane, id: l1, polyline: [[1, 2], [3.5, 4]]}]")
    #expect(lines.problems.isEmpty)
    guard case .polyline(let points)? = try regions(lines).first?.geometry else {
      Issue.record("no line")
      return
    }
    #expect(points == [Point(x: 1, y: 2), Point(x: 3.5, y: 4)])
    #expect(try regions(lines).first?.id?.value == "l1")
    #expect(try regions(lines).first?.attributes.isEmpty == true)

    let masks = try guideline(
      ["{id: areas, kind: mask, labels: [{id: road}]}"],
      record: "areas: [{label: road, mask: media/road.png}]")
    #expect(try regions(masks).first?.geometry.masks.map(\.value) == ["media/road.png"])
    #expect(masks.media.map(\.path) == ["a.png", "media/road.png"])

    let segments = try guideline(
      ["{id: calls, kind: segment, labels: [{id: call}]}"], modality: "audio",
      record: "calls: [{label: call, start: 0.5, end: 2}]")
    guard case .segment(let start, let end)? = try regions(segments).first?.geometry else {
      Issue.record("no segment")
      return
    }
    #expect(start == 0.5 && end == 2)
    #expect(segments.text(try regions(segments)[0].geometrySpan) == "0.5, end: 2")
  }

  @Test func cuboidsAreInMetresAndRadians() throws {
    let found = try guideline(
      ["{id: cars, kind: cuboid, frame: the lidar's, labels: [{id: car}]}"],
      modality: "point-cloud",
      record: "cars: [{label: car, cuboid: {centre: [1, 2, 3], size: [4, 2, 1.5], yaw: -0.5}}]")
    #expect(found.problems.isEmpty)
    #expect(found.layers.first?.frame?.value == "the lidar's")
    guard case .cuboid(let cuboid)? = try regions(found).first?.geometry else {
      Issue.record("no cuboid")
      return
    }
    #expect(
      cuboid
        == Cuboid(
          centre: .init(x: 1, y: 2, z: 3), length: 4, width: 2, height: 1.5, yaw: -0.5))
  }

  @Test(arguments: [
    ("centre: [1, 2], size: [4, 2, 1.5], yaw: 0", "wrongValue"),
    ("centre: [1, 2, 3], yaw: 0", "missingKey"),
    ("centre: [1, 2, 3], size: [4, 2, 1.5]", "missingKey"),
    ("centre: [1, 2, 3], size: [4, 2, 1.5], yaw: left", "wrongValue"),
    ("centre: [1, 2, 3], size: [4, 2, 1.5], yaw: 0, pitch: 1", "unknownKey"),
  ])
  func aCuboidThatIsNoneIsAProblem(cuboid: String, problem: String) throws {
    let found = try guideline(
      ["{id: cars, kind: cuboid, labels: [{id: car}]}"], modality: "point-cloud",
      record: "cars: [{label: car, cuboid: {\(cuboid)}}]")
    #expect(found.problemKinds == [problem])
  }

  @Test func tracksHaveTheLabelsAndPlacesOfTheirLayer() throws {
    let found = try guideline(
      ["{id: tracks, kind: track, over: boxes, frame-rate: 12.5}", Self.boxes],
      modality: "video",
      record: "tracks: [{id: t1, label: car, frames: {0: [1, 2, 3, 4], 9: hidden}, colour: red}]")
    #expect(found.problems.isEmpty)
    #expect(found.layers[0].labels.map(\.value) == ["car"])
    #expect(found.layers[0].frameRate?.value == 12.5)
    let track = try #require(try regions(found).first)
    guard case .track(let frames) = track.geometry else {
      Issue.record("no track")
      return
    }
    #expect(frames.map(\.frame.value) == [0, 9])
    #expect(frames[0].geometry?.isLike(.box(left: 1, top: 2, right: 3, bottom: 4)) == true)
    #expect(frames[1].geometry == nil)
    #expect(found.text(frames[1].span) == "9: hidden")
    #expect(track.attributes.map(\.id.value) == ["colour"])
  }

  @Test(arguments: [
    ("[[1, 2, 3, 4]]", "wrongValue"), ("{first: [1, 2, 3, 4]}", "wrongValue"),
    ("{-1: [1, 2, 3, 4]}", "wrongValue"), ("{0: [1, 2, 3]}", "wrongValue"),
  ])
  func aTrackThatIsNoneIsAProblem(frames: String, problem: String) throws {
    let found = try guideline(
      [Self.boxes, "{id: tracks, kind: track, over: boxes}"], modality: "video",
      record: "tracks: [{id: t1, label: car, frames: \(frames)}]")
    #expect(found.problemKinds == [problem])
  }

  @Test func groupsAreListsOfIDs() throws {
    let layers = [Self.boxes, "{id: same, kind: identity, over: boxes, across-items: true}"]
    let found = try guideline(layers, record: "same: [[a, b], [c]]")
    #expect(found.problems.isEmpty)
    #expect(found.layers[1].isAcrossItems)
    guard case .groups(let groups)? = found.examples.first?.expected?.answers.first?.value else {
      Issue.record("no groups")
      return
    }
    #expect(groups.map { $0.map(\.value) } == [["a", "b"], ["c"]])
    #expect(try guideline(layers, record: "same: [a, b]").problemKinds.count == 2)
  }

  @Test func preAnnotationIsOfAnyLayer() throws {
    let found = try guideline([
      "{id: boxes, kind: box, labels: [{id: car}], pre-annotation: correct, pre-annotated-by: a model}",
      "{id: note, kind: text, pre-annotation: suggest}",
    ])
    #expect(found.problems.isEmpty)
    #expect(found.layers.map(\.preAnnotation?.value) == [.correct, .suggest])
    #expect(found.layers[0].preAnnotatedBy?.value == "a model")
  }
}
