internal import RubricaModel
internal import RubricaSource

/// Turns the expected record of an example into what the editor would have stored for it.
struct LabelStudioAnswers: ~Copyable {
  /// The answers in the editor's form: a list, as deep as it stands in a task.
  private var json = JSONWriter(depth: 4)
  /// Whether somebody wants to have it: a finding only needs to know whether it can be written.
  private let isWritten: Bool
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
  private let text: String
  private var count = 0
  /// The region of each span that has an id.
  private var regions: [String: String] = [:]

  init(_ example: Example, _ plan: LabelStudioPlan, isWritten: Bool = true) {
    self.isWritten = isWritten
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
    json.startArray()
    answer()
    json.endArray()
  }

  var results: [UInt8] { json.bytes }

  private mutating func answer() {
    if let whole = example.expected?.whole,
      plan.escapes.contains(where: { $0.id.value == whole.value })
    {
      add("choices", plan.escapesName, "choices", [whole.value])
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
    plan.index.spanLayerPlace(ofMark: mark.label.value).map {
      plan.index.guideline.layers[$0].id.value
    } == layer.id.value
  }

  private mutating func add(_ answer: LayerAnswer, _ layer: LabelStudioPlan.LayerPlan) {
    switch answer.value {
    case .labels(let choices): add(choices, layer)
    case .point(let point): add("choices", layer.name, "choices", [String(point.value)])
    case .regions(let regions): for region in regions { add(region, layer) }
    case .marks(let marks): for mark in marks { add(mark, layer) }
    case .relations(let relations): for relation in relations { add(relation, layer) }
    case .text(let text): add("textarea", layer.name, "text", [text.value])
    case .ranking(let places): add(places, layer)
    case .preference(let candidate): add("choices", layer.name, "choices", [candidate.value])
    case .nothing, .groups: break
    case .escape(let escape):
      let isAmong = layer.escapes.contains { $0.id.value == escape.value }
      add("choices", isAmong ? layer.name : layer.besidesName, "choices", [escape.value])
    }
  }

  // MARK: Answers for the whole item

  private mutating func add(_ choices: [LabelChoice], _ layer: LabelStudioPlan.LayerPlan) {
    var ids: [String] = []
    for choice in choices {
      guard let id = offeredID(choice.label, layer) else { return }
      ids.append(id)
    }
    guard !ids.isEmpty else { return }
    add("choices", layer.name, "choices", ids)
    for choice in choices {
      for value in values(choice.attributes, label: choice.label.value, layer) {
        add(value.type, value.name, id: nextID()) { value.write(to: &$0) }
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
    let name = nextID()
    var drawing = LabelStudioDrawing(region.geometry, size)
    let type: String
    switch region.geometry {
    case .box: type = "rectanglelabels"
    case .polygon: type = "polygonlabels"
    case .polyline(let points):
      type = "vectorlabels"
      drawing.firstVertex = count + 1
      count += points.count
    case .mask(let path):
      guard let mask = plan.index.media(path.value)?.mask else {
        obstacle = obstacle ?? "its mask cannot be read"
        return
      }
      type = "brushlabels"
      drawing.mask = mask
    case .keypoints(let points):
      guard let place = offered(region.label, layer), !points.isEmpty else { return }
      add(points, of: layer.labels[place], layer, id: name, drawing)
      type = ""
    case .cuboid, .segment, .track: return
    }
    if !type.isEmpty {
      add(type, layer.name, id: name, drawing.writeFrame) { value in
        drawing.write(to: &value)
        value.member(named: type, list: { $0.item(id) })
      }
    }
    if let own = region.id?.value { regions[own] = name }
    guard escape == nil else { return }
    for value in values(region.attributes, label: region.label.value, layer) {
      add(value.type, value.name, id: name, drawing.writeFrame) { json in
        drawing.write(to: &json)
        value.write(to: &json)
      }
    }
  }

  /// Each point is a mark of its own; all but the first name that.
  private mutating func add(
    _ points: [Region.Keypoint], of label: Label, _ layer: LabelStudioPlan.LayerPlan, id: String,
    _ drawing: LabelStudioDrawing
  ) {
    for (place, point) in points.enumerated() {
      let keypoint = layer.keypointID(label, point.id.value)
      add(
        "keypointlabels", layer.name, id: place == 0 ? id : nextID(),
        { extra in
          if place > 0 { extra.member("parentID", id) }
          drawing.writeFrame(to: &extra)
          guard point.isHidden else { return }
          extra.member("meta", object: { $0.member("text", list: { $0.item("hidden") }) })
        },
        { value in
          drawing.write(point.point, to: &value)
          value.member("keypointlabels", list: { $0.item(keypoint) })
        })
    }
  }

  // MARK: Rankings

  private mutating func add(
    _ places: [[Located<String>]], _ layer: LabelStudioPlan.LayerPlan
  ) {
    guard let list = layer.list else { return }
    let names = LabelStudioPlan.places(of: layer.layer)
    let (id, name) = (nextID(), layer.name)
    guard isWritten else { return }
    json.object { result in
      result.member("id", id)
      result.member("from_name", name)
      result.member("to_name", list.name)
      result.member("type", "ranker")
      result.member(
        "value",
        object: { value in
          value.member(
            "ranker",
            object: { ranker in
              if names.isEmpty {
                ranker.member(
                  named: name,
                  list: { list in
                    for candidate in places.joined() { list.item(candidate.value) }
                  })
              }
              for number in names.indices {
                ranker.member(
                  named: names[number],
                  list: { list in
                    guard number < places.count else { return }
                    for candidate in places[number] { list.item(candidate.value) }
                  })
              }
            })
        })
    }
  }

  // MARK: Marks on a text

  private mutating func add(_ mark: SpanMark, _ layer: LabelStudioPlan.LayerPlan) {
    let escape = layer.marks.first { $0.id.value == mark.label.value }
    guard let id = escape?.id.value ?? offeredID(mark.label, layer) else { return }
    var first: (id: String, words: LabelStudioWords)?
    let size = text.unicodeScalars.count
    for range in mark.ranges where range.lowerBound >= 0 && range.upperBound <= size {
      let words = LabelStudioWords(range: range, text: text.scalars(range))
      let name = nextID()
      let parent = first?.id
      add(
        "labels", layer.name, id: name, { if let parent { $0.member("parentID", parent) } },
        { value in
          words.write(to: &value)
          value.member("labels", list: { $0.item(id) })
        })
      if first == nil { first = (name, words) }
    }
    guard let first else { return }
    if let own = mark.id?.value { regions[own] = first.id }
    guard escape == nil else { return }
    for value in values(mark.attributes, label: mark.label.value, layer) {
      add(value.type, value.name, id: first.id) { first.words.write(besides: value, to: &$0) }
    }
  }

  private mutating func add(_ mark: RelationMark, _ layer: LabelStudioPlan.LayerPlan) {
    guard let relation = layer.layer.relations.first(where: { $0.id.value == mark.relation.value }),
      let from = regions[mark.from.value], let to = regions[mark.to.value]
    else { return }
    guard isWritten else { return }
    json.object { result in
      result.member("type", "relation")
      result.member("from_id", from)
      result.member("to_id", to)
      result.member("direction", relation.isSymmetric ? "bi" : "right")
      result.member("labels", list: { $0.item(relation.id.value) })
    }
  }

  // MARK: Attributes

  /// The values that are written, and the defaults of others whose controls are shown: they are what
  /// the editor would have stored.
  private mutating func values(
    _ given: [AttributeValue], label: String, _ layer: LabelStudioPlan.LayerPlan
  ) -> [LabelStudioValue] {
    let plans = layer.attributes.filter { plan in plan.labels.contains { $0.id.value == label } }
    guard !plans.isEmpty else { return [] }
    let stored = Self.stored(given, plans, layer.layer)
    var values: [LabelStudioValue] = []
    for plan in plans {
      let attribute = plan.attribute
      guard let text = stored[attribute.id.value] else {
        if attribute.isAlwaysRequired {
          open.append("\(layer.layer.id.value).\(attribute.id.value)")
        }
        continue
      }
      let (type, content): (String, LabelStudioValue.Content) =
        switch attribute.kind.value {
        case .enum: ("choices", .text("choices", text))
        case .boolean: ("choices", .text("choices", text == "true" ? "yes" : "no"))
        case .number: ("number", .number(Double(text) ?? 0))
        case .text, .reference: ("textarea", .text("text", text))
        }
      values.append(LabelStudioValue(name: plan.name, type: type, content: content))
    }
    return values
  }

  /// The values of an answer's attributes, by their ids. A default can be what another one waits
  /// for, so they are added until no more come.
  private static func stored(
    _ given: [AttributeValue], _ plans: [LabelStudioPlan.AttributePlan], _ layer: Layer
  ) -> [String: String] {
    var stored: [String: String] = [:]
    for value in given where stored[value.id.value] == nil {
      stored[value.id.value] = value.value.value
    }
    var isComplete = false
    while !isComplete {
      isComplete = true
      for plan in plans where stored[plan.attribute.id.value] == nil {
        guard let preset = plan.attribute.defaultValue?.value,
          isShown(plan.attribute, stored, layer)
        else { continue }
        stored[plan.attribute.id.value] = preset
        isComplete = false
      }
    }
    return stored
  }

  /// Whether the page asks for an attribute; one that waits for what the editor cannot wait for is
  /// always asked.
  private static func isShown(
    _ attribute: Attribute, _ stored: [String: String], _ layer: Layer
  ) -> Bool {
    guard let condition = attribute.appliesWhen else { return true }
    return condition.tests.allSatisfy { test in
      guard let other = layer.attributes.first(where: { $0.id.value == test.attribute.value }),
        other.chosenValues(test) != nil
      else { return true }
      return test.holds(stored[test.attribute.value])
    }
  }

  // MARK: Results

  private mutating func nextID() -> String {
    count += 1
    return "r\(count)"
  }

  /// An answer for the whole item, made of texts.
  private mutating func add(
    _ type: String, _ name: String, _ key: StaticString, _ texts: [String]
  ) {
    add(type, name, id: nextID()) { value in
      value.member(key, list: { list in for text in texts { list.item(text) } })
    }
  }

  /// - Parameter extra: what stands between the type and the value.
  private mutating func add(
    _ type: String, _ name: String, id: String, _ extra: (inout JSONWriter) -> Void = { _ in },
    _ value: (inout JSONWriter) -> Void
  ) {
    guard isWritten else { return }
    let item = plan.item.name
    json.object { result in
      result.member("id", id)
      result.member("from_name", name)
      result.member("to_name", item)
      result.member("type", type)
      extra(&result)
      result.member("value", object: value)
    }
  }
}
