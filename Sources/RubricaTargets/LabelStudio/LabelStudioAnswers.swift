internal import RubricaModel
internal import RubricaSource

/// Turns the expected record of an example into what the editor would have stored for it.
struct LabelStudioAnswers {
  /// The answers in the editor's form.
  private(set) var results: [JSON] = []
  /// Layers that the record leaves open. While there is one, the record is not a ground truth: an
  /// annotator who answers them too would be wrong against it.
  private(set) var open: [String] = []
  /// Why the record could not be turned at all.
  private(set) var obstacle: String?
  /// What to do about the obstacle.
  private(set) var wayOut = "correct the record, or the label that it gives"

  private let plan: LabelStudioPlan
  private let example: Example
  private let size: (width: Int, height: Int)?
  /// The example's text, and where its scalars start in it and the last one ends.
  private let text: String
  private lazy var scalars: [String.Index] = Array(text.unicodeScalars.indices) + [text.endIndex]
  private var count = 0
  /// The region of each span that has an id.
  private var regions: [String: String] = [:]

  init(_ example: Example, _ plan: LabelStudioPlan) {
    self.plan = plan
    self.example = example
    var size: (width: Int, height: Int)?
    var text = ""
    switch example.input {
    case .media(let path, _): size = plan.index.media(path.value)?.size
    case .text(let input): text = input.text
    case nil: break
    }
    self.size = size
    self.text = text
    answer()
  }

  private mutating func answer() {
    if let whole = example.expected?.whole,
      plan.escapes.contains(where: { $0.id.value == whole.value })
    {
      add("choices", plan.escapesName, ("choices", [.string(whole.value)]))
      return
    }
    // Relations join marks, so the marks come first, whatever the order of the layers.
    for layer in plan.layers where layer.layer.kind.value != .relation { answer(layer) }
    for layer in plan.layers where layer.layer.kind.value == .relation { answer(layer) }
  }

  private mutating func answer(_ layer: LabelStudioPlan.LayerPlan) {
    let id = layer.layer.id.value
    let answers = example.expected?.answers.filter { $0.layer.value == id } ?? []
    var isAnswered = !answers.isEmpty || example.expected?.whole != nil
    if case .text(let text) = example.input, !text.marks.isEmpty {
      switch layer.layer.kind.value {
      case .span:
        isAnswered = true
        for mark in text.marks where isHome(of: mark, layer.layer) { add(mark, layer) }
      case .relation:
        isAnswered = true
        for relation in text.relations { add(relation, layer) }
      default: break
      }
    }
    for answer in answers { add(answer, layer) }
    let mayBeOpen = !layer.layer.kind.value.takesMarks && layer.layer.kind.value != .relation
    if layer.layer.isRequired && !layer.layer.kind.value.takesMarks {
      if answers.isEmpty { open.append(id) }
    } else if !isAnswered, !mayBeOpen {
      open.append(id)
    }
  }

  /// A mark in the author's notation belongs to the first span layer that has its label.
  private func isHome(of mark: SpanMark, _ layer: Layer) -> Bool {
    plan.index.layers(taking: mark.label.value).first { $0.kind.value == .span }?.id.value
      == layer.id.value
  }

  private mutating func add(_ answer: LayerAnswer, _ layer: LabelStudioPlan.LayerPlan) {
    switch answer.value {
    case .labels(let choices): add(choices, layer)
    case .point(let point):
      add("choices", layer.name, ("choices", [.string(String(point.value))]))
    case .regions(let regions): for region in regions { add(region, layer) }
    case .marks(let marks): for mark in marks { add(mark, layer) }
    case .relations(let relations): for relation in relations { add(relation, layer) }
    case .text(let text): add("textarea", layer.name, ("text", [.string(text.value)]))
    case .ranking(let places): add(places, layer)
    case .preference(let candidate):
      add("choices", layer.name, ("choices", [.string(candidate.value)]))
    case .nothing, .groups: break
    case .escape(let escape):
      let isAmong = layer.escapes.contains { $0.id.value == escape.value }
      add("choices", isAmong ? layer.name : layer.besidesName, ("choices", [.string(escape.value)]))
    }
  }

  // MARK: Answers for the whole item

  private mutating func add(_ choices: [LabelChoice], _ layer: LabelStudioPlan.LayerPlan) {
    var ids: [JSON] = []
    for choice in choices {
      guard let id = offeredID(choice.label, layer) else { return }
      ids.append(.string(id))
    }
    guard !ids.isEmpty else { return }
    add("choices", layer.name, ("choices", .array(ids)))
    for choice in choices {
      for (attribute, value) in values(choice.attributes, label: choice.label.value, layer) {
        add(value.type, attribute, (value.key, value.json))
      }
    }
  }

  /// The place of a label among those that are offered.
  private mutating func offered(
    _ label: Located<String>, _ layer: LabelStudioPlan.LayerPlan
  ) -> Int? {
    for place in layer.labels.indices where layer.labels[place].id.value == label.value {
      return place
    }
    guard obstacle == nil else { return nil }
    let declared = plan.index.declaredID(label.value)
    if declared == label.value {
      obstacle = "the label `\(label.value)` is not offered to annotators"
    } else {
      obstacle = "Label Studio offers `\(declared)`, but none of the texts that it stands for"
      wayOut = "keep the record; compare this answer with those of annotators by hand"
    }
    return nil
  }

  private mutating func offeredID(
    _ label: Located<String>, _ layer: LabelStudioPlan.LayerPlan
  ) -> String? {
    offered(label, layer).map { layer.labels[$0].exportID }
  }

  // MARK: Marks on a picture

  private mutating func add(_ region: Region, _ layer: LabelStudioPlan.LayerPlan) {
    guard let size, size.width > 0, size.height > 0 else {
      obstacle = obstacle ?? "the size of its picture is unknown"
      return
    }
    let escape = layer.marks.first { $0.id.value == region.label.value }
    guard let id = escape?.id.value ?? offeredID(region.label, layer) else { return }
    let across = { (x: Double) -> JSON in .number(x / Double(size.width) * 100) }
    let down = { (y: Double) -> JSON in .number(y / Double(size.height) * 100) }
    let frame: [(String, JSON)] = [
      ("original_width", .integer(size.width)), ("original_height", .integer(size.height)),
      ("image_rotation", 0),
    ]
    var geometry: [(String, JSON)] = []
    let name = nextID()
    switch region.geometry {
    case .box(let left, let top, let right, let bottom):
      geometry = [
        ("x", across(left)), ("y", down(top)), ("width", across(right - left)),
        ("height", down(bottom - top)), ("rotation", 0),
      ]
      add(
        "rectanglelabels", layer, id: name, frame, geometry + [("rectanglelabels", [.string(id)])])
    case .polygon(let points):
      geometry = [
        ("points", .array(points.map { [across($0.x), down($0.y)] })), ("closed", true),
      ]
      add("polygonlabels", layer, id: name, frame, geometry + [("polygonlabels", [.string(id)])])
    case .polyline(let points):
      geometry = [("vertices", .array(vertices(points, across, down))), ("closed", false)]
      add("vectorlabels", layer, id: name, frame, geometry + [("vectorlabels", [.string(id)])])
    case .mask(let path):
      guard let mask = plan.index.media(path.value)?.mask else {
        obstacle = obstacle ?? "its mask cannot be read"
        return
      }
      let runs = JSON.array(LabelStudioMask(mask).bytes.map { .integer(Int($0)) })
      geometry = [("format", "rle"), ("rle", runs)]
      add("brushlabels", layer, id: name, frame, geometry + [("brushlabels", [.string(id)])])
    case .cuboid, .segment, .track: return
    case .keypoints(let points):
      guard let place = offered(region.label, layer), !points.isEmpty else { return }
      let label = layer.labels[place]
      for (place, point) in points.enumerated() {
        let position: [(String, JSON)] = [
          ("x", across(point.point.x)), ("y", down(point.point.y)), ("width", 1),
        ]
        if place == 0 { geometry = position }
        var extra = frame
        if place > 0 { extra.insert(("parentID", .string(name)), at: 0) }
        if point.isHidden { extra.append(("meta", .object([("text", ["hidden"])]))) }
        add(
          "keypointlabels", layer, id: place == 0 ? name : nextID(), extra,
          position + [("keypointlabels", [.string(layer.keypointID(label, point.id.value))])])
      }
    }
    if let own = region.id?.value { regions[own] = name }
    guard escape == nil else { return }
    for (attribute, value) in values(region.attributes, label: region.label.value, layer) {
      add(value.type, attribute, id: name, frame, geometry + [(value.key, value.json)])
    }
  }

  /// Each point but the first names the one before it.
  private mutating func vertices(
    _ points: [Point], _ across: (Double) -> JSON, _ down: (Double) -> JSON
  ) -> [JSON] {
    var before: String?
    return points.map { point in
      let id = nextID()
      var members: [(String, JSON)] = [
        ("id", .string(id)), ("x", across(point.x)), ("y", down(point.y)), ("isBezier", false),
      ]
      if let before { members.append(("prevPointId", .string(before))) }
      before = id
      return .object(members)
    }
  }

  // MARK: Rankings

  private mutating func add(
    _ places: [[Located<String>]], _ layer: LabelStudioPlan.LayerPlan
  ) {
    guard let list = layer.list else { return }
    let names = LabelStudioPlan.places(of: layer.layer)
    var members: [(String, JSON)]
    if names.isEmpty {
      members = [(layer.name, .array(places.joined().map { .string($0.value) }))]
    } else {
      members = names.map { ($0, .array([])) }
      for (number, place) in places.enumerated() where number < names.count {
        members[number].1 = .array(place.map { .string($0.value) })
      }
    }
    results.append(
      .object([
        ("id", .string(nextID())), ("from_name", .string(layer.name)),
        ("to_name", .string(list.name)), ("type", "ranker"),
        ("value", ["ranker": .object(members)]),
      ]))
  }

  // MARK: Marks on a text

  private mutating func add(_ mark: SpanMark, _ layer: LabelStudioPlan.LayerPlan) {
    let escape = layer.marks.first { $0.id.value == mark.label.value }
    guard let id = escape?.id.value ?? offeredID(mark.label, layer) else { return }
    var first: (id: String, geometry: [(String, JSON)])?
    for range in mark.ranges where range.lowerBound >= 0 && range.upperBound < scalars.count {
      let slice = String(text[scalars[range.lowerBound]..<scalars[range.upperBound]])
      let geometry: [(String, JSON)] = [
        ("start", .integer(range.lowerBound)), ("end", .integer(range.upperBound)),
        ("text", .string(slice)),
      ]
      let name = nextID()
      let parent: [(String, JSON)] = first.map { [("parentID", .string($0.id))] } ?? []
      add("labels", layer, id: name, parent, geometry + [("labels", [.string(id)])])
      if first == nil { first = (name, geometry) }
    }
    guard let first else { return }
    if let own = mark.id?.value { regions[own] = first.id }
    guard escape == nil else { return }
    for (attribute, value) in values(mark.attributes, label: mark.label.value, layer) {
      add(value.type, attribute, id: first.id, [], first.geometry + [(value.key, value.json)])
    }
  }

  private mutating func add(_ mark: RelationMark, _ layer: LabelStudioPlan.LayerPlan) {
    guard let relation = layer.layer.relations.first(where: { $0.id.value == mark.relation.value }),
      let from = regions[mark.from.value], let to = regions[mark.to.value]
    else { return }
    results.append(
      .object([
        ("type", "relation"), ("from_id", .string(from)), ("to_id", .string(to)),
        ("direction", relation.isSymmetric ? "bi" : "right"),
        ("labels", [.string(relation.id.value)]),
      ]))
  }

  // MARK: Attributes

  private struct Value {
    var type: String
    var key: String
    var json: JSON
  }

  /// The values that are written, and the defaults of those that are not: they are what the editor
  /// would have stored.
  private mutating func values(
    _ given: [AttributeValue], label: String, _ layer: LabelStudioPlan.LayerPlan
  ) -> [(name: String, value: Value)] {
    var values: [(name: String, value: Value)] = []
    for plan in layer.attributes where plan.labels.contains(where: { $0.id.value == label }) {
      let attribute = plan.attribute
      let written = given.first { $0.id.value == attribute.id.value }?.value.value
      guard let text = written ?? attribute.defaultValue?.value else {
        if attribute.isAlwaysRequired {
          open.append("\(layer.layer.id.value).\(attribute.id.value)")
        }
        continue
      }
      let value: Value
      switch attribute.kind.value {
      case .enum: value = Value(type: "choices", key: "choices", json: [.string(text)])
      case .boolean:
        value = Value(type: "choices", key: "choices", json: [text == "true" ? "yes" : "no"])
      case .number:
        value = Value(type: "number", key: "number", json: .number(Double(text) ?? 0))
      case .text, .reference:
        value = Value(type: "textarea", key: "text", json: [.string(text)])
      }
      values.append((plan.name, value))
    }
    return values
  }

  // MARK: Results

  private mutating func nextID() -> String {
    count += 1
    return "r\(count)"
  }

  private mutating func add(_ type: String, _ name: String, _ value: (String, JSON)) {
    add(type, name, id: nextID(), [], [value])
  }

  private mutating func add(
    _ type: String, _ layer: LabelStudioPlan.LayerPlan, id: String, _ extra: [(String, JSON)],
    _ value: [(String, JSON)]
  ) {
    add(type, layer.name, id: id, extra, value)
  }

  private mutating func add(
    _ type: String, _ name: String, id: String, _ extra: [(String, JSON)],
    _ value: [(String, JSON)]
  ) {
    var members: [(String, JSON)] = []
    members.reserveCapacity(extra.count + 5)
    members.append(("id", .string(id)))
    members.append(("from_name", .string(name)))
    members.append(("to_name", .string(plan.item.name)))
    members.append(("type", .string(type)))
    members.append(contentsOf: extra)
    members.append(("value", .object(value)))
    results.append(.object(members))
  }
}
