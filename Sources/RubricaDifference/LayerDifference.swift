internal import RubricaModel
internal import RubricaSource

/// The task: layers, their labels, scale points, attributes and relations.
extension DifferenceBuilder {
  mutating func compareLayers() {
    var matching = Matching(old.layers.count, new.layers.count)
    matching.pair({ old.layers[$0].id.value }, { new.layers[$0].id.value })
    // A layer that takes the same labels in the same way under another id is the same layer.
    let form = Canonical(form: .words, renames: renames)
    matching.pair(
      { Self.shape(old.layers[$0], form) },
      { Self.shape(new.layers[$0], Canonical(form: .words)) })
    for place in matching.removed {
      let layer = old.layers[place]
      add(
        Change(
          .init(layer), .removed, .semantic, isBreaking: true, from: layer.question?.value,
          old: layer.span,
          effect: Effect(
            .convert, "every answer of `\(layer.id.value)`: the layer is no longer asked",
            layers: [layer.id.value])))
    }
    for (from, to) in matching.ordered { compare(old.layers[from], new.layers[to]) }
    for place in matching.added { addLayer(new.layers[place]) }
    let order = matching.ordered
    for place in Alignment.moved(order.map(\.old)).sorted() {
      let (a, b) = (old.layers[order[place].old], new.layers[order[place].new])
      add(
        Change(
          .init(b), aspect: "its place among the layers", .moved, .presentation, old: a.span,
          new: b.span))
    }
  }

  private static func shape(_ layer: Layer, _ form: Canonical) -> String? {
    let facts = form.text(of: layer.labels) + form.text(of: layer.points)
    return facts == "[][]"
      ? nil : "\(layer.kind.value) \(facts) \(form.text(of: layer.question as Any))"
  }

  private mutating func addLayer(_ layer: Layer) {
    let id = layer.id.value
    add(
      Change(
        .init(layer), .added, .semantic, isBreaking: layer.isRequired, to: layer.question?.value,
        new: layer.span,
        effect: layer.isRequired
          ? Effect(.look, "every item: `\(id)` was never answered, but must be now", layers: [id])
          : Effect(
            .none, "no existing label changes; items labelled before have no answer for `\(id)`",
            layers: [id])))
  }

  private mutating func compare(_ a: Layer, _ b: Layer) {
    let id = b.id.value
    let subject = Change.Subject(b)
    let every = Effect(.look, "every answer of `\(id)`", layers: [id])
    if a.id.value != id {
      var change = Change(
        subject, .renamed, .semantic, isBreaking: true, from: a.id.value, to: id, old: a.id.span,
        new: b.id.span,
        effect: Effect(
          .convert, "every answer of `\(a.id.value)` is an answer of `\(id)` now", layers: [id]))
      change.isGuess = true
      add(change)
    }
    compareFields(
      a, b, of: subject, places: (a.span, b.span),
      skipping: [
        "id", "labels", "attributes", "points", "keypoints", "relations", "isRequired", "minimum",
        "maximum",
      ],
      [
        "kind": .meaning("the kind of answer", every),
        "question": .meaning("the question", isText: true, every),
        "cardinality": .meaning("how many marks are asked for", isText: true, every),
        "skeleton": .presentation("the lines between points"),
        "best": .meaning(
          "the point that is best",
          Effect(.look, "no answer of `\(id)` changes, but what counts as good does", layers: [id])),
        "over": .meaning("the layer whose marks are joined", every),
        "pattern": .meaning("what a transcript may look like", every),
        "maximumLength": .meaning("how long a transcript may be", every),
        "candidates": .meaning("the candidates", every),
        "allowsTies": .meaning("whether two may be equally good", every),
        "frame": .meaning("the frame of coordinates", isText: true, every),
        "frameRate": .meaning("the frames a second", every),
        "isAcrossItems": .meaning("whether a group may hold marks of several items", every),
        "preAnnotation": .meaning("what is done with answers that are there before", every),
        "preAnnotatedBy": .wording("what made the answers that are there before"),
      ], otherwise: every)
    compareRequired(a, b, subject)
    compareLimit("the least number of answers", a.minimum, b.minimum, a, b, isLeast: true)
    compareLimit("the greatest number of answers", a.maximum, b.maximum, a, b, isLeast: false)
    compareLabelList(a, b)
    comparePoints(a, b)
    compareKeypoints(a, b)
    compareAttributes(a, b)
    compareRelations(a, b)
  }

  private mutating func compareRequired(_ a: Layer, _ b: Layer, _ subject: Change.Subject) {
    guard a.isRequired != b.isRequired else { return }
    add(
      Change(
        subject, aspect: "whether an answer is required", .changed, .semantic,
        isBreaking: b.isRequired, from: a.isRequired ? "yes" : "no",
        to: b.isRequired ? "yes" : "no",
        old: a.span, new: b.span,
        effect: b.isRequired
          ? Effect(.look, "every item without an answer of `\(b.id.value)`", layers: [b.id.value])
          : Effect(.none, "no existing label changes", layers: [b.id.value])))
  }

  private mutating func compareLimit(
    _ aspect: String, _ from: Located<Int>?, _ to: Located<Int>?, _ a: Layer, _ b: Layer,
    isLeast: Bool
  ) {
    guard from?.value != to?.value else { return }
    let bound = isLeast ? 0 : Int.max
    let (before, now) = (from?.value ?? bound, to?.value ?? bound)
    let isTighter = isLeast ? now > before : now < before
    let id = b.id.value
    add(
      Change(
        .init(b), aspect: aspect, from == nil ? .added : to == nil ? .removed : .changed, .semantic,
        isBreaking: isTighter, from: from.map { String($0.value) }, to: to.map { String($0.value) },
        old: from?.span ?? a.span, new: to?.span ?? b.span,
        effect: isTighter
          ? Effect(
            .look, "every item with \(isLeast ? "fewer" : "more") than \(now) answers of `\(id)`",
            layers: [id])
          : Effect(.none, "no existing label changes", layers: [id])))
  }

  // MARK: Labels of a layer

  private mutating func compareLabelList(_ a: Layer, _ b: Layer) {
    let before = a.labels.map { renames[$0.value] ?? $0.value }
    let now = b.labels.map(\.value)
    let id = b.id.value
    // Labels that are new or gone altogether are told as labels.
    for (place, label) in now.enumerated() where !before.contains(label) && isOld(label) {
      add(
        Change(
          .init(b), aspect: "the labels that may be given", .added, .semantic, to: label,
          old: a.span, new: b.labels[place].span,
          effect: Effect(
            .none, "no answer of `\(id)` becomes invalid; some might be `\(label)` now",
            labels: [label], layers: [id])))
    }
    for (place, label) in before.enumerated() where !now.contains(label) && isKept(label) {
      add(
        Change(
          .init(b), aspect: "the labels that may be given", .removed, .semantic, isBreaking: true,
          from: label, old: a.labels[place].span, new: b.span,
          effect: Effect(
            .look, "every answer `\(label)` of `\(id)`: the layer no longer accepts it",
            labels: [label], layers: [id])))
    }
    compareOrder(a, b, before, now)
  }

  private func isOld(_ label: String) -> Bool {
    labels.pairs.contains { new.labels[$0.new].id.value == label }
  }

  /// `label` is an id of the old guideline as it is called now.
  private func isKept(_ label: String) -> Bool { new.labels.contains { $0.id.value == label } }

  private mutating func compareOrder(
    _ a: Layer, _ b: Layer, _ before: [String], _ now: [String]
  ) {
    let changed = Self.moved(before, now)
    guard
      orderIsIdentity
        ? !changed.isEmpty : now.filter(before.contains) != before.filter(now.contains)
    else { return }
    let id = b.id.value
    add(
      Change(
        .init(b), aspect: "the order of the labels", .moved,
        orderIsIdentity ? .semantic : .presentation, isBreaking: orderIsIdentity,
        from: before.joined(separator: ", "), to: now.joined(separator: ", "),
        old: a.labels.first?.span ?? a.span, new: b.labels.first?.span ?? b.span,
        effect: orderIsIdentity
          ? Effect(
            .convert,
            "every exported answer that refers to \(Self.list(changed)) by number in `\(id)`",
            labels: changed, layers: [id]) : nil))
  }

  /// Ids of both lists that have another place in the second. Where they are known by it, one that is new or gone
  /// before others moves them.
  private static func moved(_ before: [String], _ now: [String]) -> [String] {
    func ranks(_ ids: [String]) -> [String: Int] {
      Dictionary(zip(ids, ids.indices)) { first, _ in first }
    }
    let (old, new) = (ranks(before), ranks(now))
    return now.filter { id in old[id].map { $0 != new[id] } ?? false }
  }

  // MARK: Points

  private mutating func comparePoints(_ a: Layer, _ b: Layer) {
    var matching = Matching(a.points.count, b.points.count)
    matching.pair({ String(a.points[$0].value.value) }, { String(b.points[$0].value.value) })
    let id = b.id.value
    for place in matching.removed {
      let point = a.points[place]
      add(
        Change(
          .init(b), aspect: "the point \(point.value.value)", .removed, .semantic, isBreaking: true,
          from: point.means?.value, old: point.value.span, new: b.span,
          effect: Effect(.look, "every answer \(point.value.value) of `\(id)`", layers: [id])))
    }
    for place in matching.added {
      let point = b.points[place]
      add(
        Change(
          .init(b), aspect: "the point \(point.value.value)", .added, .semantic, isBreaking: true,
          to: point.means?.value, old: a.span, new: point.value.span,
          effect: Effect(
            .look, "every answer of `\(id)`: the scale has a new point", layers: [id])))
    }
    for (from, to) in matching.ordered {
      let (x, y) = (a.points[from], b.points[to])
      compareFields(
        x, y, of: .init(b), places: (x.value.span, y.value.span), skipping: ["value"],
        [
          "means": .meaning(
            "what point \(y.value.value) means", isText: true,
            Effect(
              .look, "every answer \(y.value.value) of `\(id)`, and its neighbours", layers: [id]))
        ], otherwise: Effect(.look, "every answer of `\(id)`", layers: [id]))
    }
    let values = { (layer: Layer) in layer.points.map { String($0.value.value) } }
    compareOrder(
      "the order of the scale points", of: .init(b), values(a), values(b),
      (a.points.first?.value.span, b.points.first?.value.span))
  }

  /// Of answers that are not labels, where a target knows them by their place.
  mutating func compareOrder(
    _ aspect: String, of subject: Change.Subject, _ before: [String], _ now: [String],
    _ places: (old: Span?, new: Span?)
  ) {
    let moved = Self.moved(before, now)
    guard orderIsIdentity, !moved.isEmpty else { return }
    add(
      Change(
        subject, aspect: aspect, .moved, .semantic, isBreaking: true,
        from: before.joined(separator: ", "), to: now.joined(separator: ", "), old: places.old,
        new: places.new,
        effect: Effect(
          .convert,
          "every exported answer that knows \(Self.list(moved)) by their number")))
  }

  private mutating func compareKeypoints(_ a: Layer, _ b: Layer) {
    let (before, now) = (a.keypoints.map(\.value), b.keypoints.map(\.value))
    guard before != now else { return }
    let id = b.id.value
    let isOrder = before.sorted() == now.sorted()
    add(
      Change(
        .init(b), aspect: isOrder ? "the order of the points" : "the points of an object",
        isOrder ? .moved : .changed, .semantic, isBreaking: true,
        from: before.joined(separator: ", "), to: now.joined(separator: ", "),
        old: a.keypoints.first?.span ?? a.span, new: b.keypoints.first?.span ?? b.span,
        effect: isOrder
          ? Effect(
            .convert, "every exported object of `\(id)`: points are identified by their position",
            layers: [id])
          : Effect(.look, "every object of `\(id)`", layers: [id])))
  }

  private mutating func compareRelations(_ a: Layer, _ b: Layer) {
    var matching = Matching(a.relations.count, b.relations.count)
    matching.pair({ a.relations[$0].id.value }, { b.relations[$0].id.value })
    let layer = b.id.value
    for place in matching.removed {
      let relation = a.relations[place]
      add(
        Change(
          .init(relation, in: layer), .removed, .semantic, isBreaking: true,
          from: relation.definition?.value, old: relation.id.span, new: b.span,
          effect: Effect(
            .look, "every relation `\(relation.id.value)` of `\(layer)`", layers: [layer])))
    }
    for place in matching.added {
      let relation = b.relations[place]
      add(
        Change(
          .init(relation, in: layer), .added, .semantic, to: relation.definition?.value,
          old: a.span,
          new: relation.id.span,
          effect: Effect(
            .none,
            "no existing relation changes; pairs that were not joined before may be joined now",
            layers: [layer])))
    }
    for (from, to) in matching.ordered {
      let (x, y) = (a.relations[from], b.relations[to])
      let every = Effect(.look, "every relation `\(y.id.value)` of `\(layer)`", layers: [layer])
      compareFields(
        x, y, of: .init(y, in: layer), places: (x.id.span, y.id.span), skipping: ["id"],
        [
          "name": .wording("the name"),
          "definition": .meaning("the definition", isText: true, every),
          "from": .meaning("where it may start", every), "to": .meaning("where it may end", every),
          "isSymmetric": .meaning("whether both directions are the same", every),
        ], otherwise: every)
    }
  }
}

extension Change.Subject {
  init(_ layer: Layer) {
    self.init(.layer, id: layer.id.value, name: layer.id.value)
  }

  init(_ relation: Relation, in layer: String) {
    self.init(.relation, id: "\(layer).\(relation.id.value)", name: relation.displayName)
  }

  init(_ attribute: Attribute, in layer: String) {
    self.init(.attribute, id: "\(layer).\(attribute.id.value)", name: attribute.displayName)
  }
}

extension DifferenceBuilder {
  /// `a`, `b` and `c`.
  static func list(_ ids: [String], _ word: String = "and") -> String {
    let quoted = ids.map { "`\($0)`" }
    guard quoted.count > 1, let last = quoted.last else { return quoted.first ?? "" }
    return quoted.dropLast().joined(separator: ", ") + " \(word) \(last)"
  }
}
