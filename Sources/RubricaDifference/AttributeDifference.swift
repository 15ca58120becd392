internal import RubricaModel
internal import RubricaSource

/// Attributes and their values.
extension DifferenceBuilder {
  mutating func compareAttributes(_ a: Layer, _ b: Layer) {
    var matching = Matching(a.attributes.count, b.attributes.count)
    matching.pair({ a.attributes[$0].id.value }, { b.attributes[$0].id.value })
    let layer = b.id.value
    for place in matching.removed {
      let attribute = a.attributes[place]
      add(
        Change(
          .init(attribute, in: layer), .removed, .semantic, isBreaking: true,
          from: attribute.definition?.value, old: attribute.span, new: b.span,
          effect: Effect(
            .convert,
            "every answer of `\(layer)`: its value of `\(attribute.id.value)` is no longer asked",
            layers: [layer])))
    }
    for (from, to) in matching.ordered { compare(a.attributes[from], b.attributes[to], in: layer) }
    for place in matching.added { addAttribute(b.attributes[place], after: a, in: layer) }
  }

  private mutating func addAttribute(_ attribute: Attribute, after: Layer, in layer: String) {
    let isMissing = attribute.isRequired && attribute.defaultValue == nil
    let standing: String
    if let value = attribute.defaultValue?.value {
      standing = "no existing label changes: blank means `\(value)`"
    } else {
      standing = "no existing label changes; answers given before have no value"
    }
    let (whose, ids) = holders(of: attribute, in: layer)
    add(
      Change(
        .init(attribute, in: layer), .added, .semantic, isBreaking: isMissing,
        to: attribute.definition?.value ?? Self.values(of: attribute), old: after.span,
        new: attribute.span,
        effect: isMissing
          ? Effect(
            .look, "\(whose): `\(attribute.id.value)` was never asked, but is required now",
            labels: ids,
            layers: [layer])
          : Effect(.none, standing, labels: ids, layers: [layer])))
  }

  private static func values(of attribute: Attribute) -> String? {
    attribute.values.isEmpty ? nil : attribute.values.map(\.id.value).joined(separator: ", ")
  }

  /// The answers that have an attribute.
  private func holders(of attribute: Attribute, in layer: String) -> (String, [String]) {
    let ids = attribute.appliesTo.map(\.value)
    return ids.isEmpty
      ? ("every answer of `\(layer)`", [])
      : ("every answer \(Self.list(ids, "or")) of `\(layer)`", ids)
  }

  private mutating func compare(_ a: Attribute, _ b: Attribute, in layer: String) {
    let id = b.id.value
    let (whose, labels) = holders(of: b, in: layer)
    let look = { (words: String) in Effect(.look, words, labels: labels, layers: [layer]) }
    let every = look("\(whose) that has a value of `\(id)`")
    compareFields(
      a, b, of: .init(b, in: layer), places: (a.span, b.span),
      skipping: ["id", "values", "isRequired", "appliesTo", "minimum", "maximum"],
      [
        "kind": .meaning("the type", every), "name": .wording("the name"),
        "definition": .meaning("the definition", isText: true, every),
        "defaultValue": .meaning(
          "the default",
          look(
            "\(whose) whose `\(id)` was left blank: blank meant \(Self.blank(a)), now \(Self.blank(b))"
          )),
        "unit": .meaning("the unit", every),
        "pattern": .meaning("what a value may look like", every),
        "requiredWhen": .meaning(
          "when it is asked for", look("\(whose) without a value of `\(id)`")),
      ], otherwise: every)
    compareRequired(a, b, whose, look, in: layer)
    compareBound("the smallest value", a.minimum, b.minimum, a, b, isLeast: true, whose, in: layer)
    compareBound("the greatest value", a.maximum, b.maximum, a, b, isLeast: false, whose, in: layer)
    compareHolders(a, b, in: layer)
    compareValues(a, b, whose, in: layer)
  }

  private static func blank(_ attribute: Attribute) -> String {
    attribute.defaultValue.map { "`\($0.value)`" } ?? "no value"
  }

  private mutating func compareRequired(
    _ a: Attribute, _ b: Attribute, _ whose: String, _ look: (String) -> Effect, in layer: String
  ) {
    guard a.isRequired != b.isRequired else { return }
    add(
      Change(
        .init(b, in: layer), aspect: "whether a value is required", .changed, .semantic,
        isBreaking: b.isRequired, from: a.isRequired ? "yes" : "no",
        to: b.isRequired ? "yes" : "no",
        old: a.span, new: b.span,
        effect: b.isRequired
          ? look("\(whose) without a value of `\(b.id.value)`")
          : Effect(.none, "no existing label changes", layers: [layer])))
  }

  private mutating func compareBound(
    _ aspect: String, _ from: Located<Double>?, _ to: Located<Double>?, _ a: Attribute,
    _ b: Attribute, isLeast: Bool, _ whose: String, in layer: String
  ) {
    guard from?.value != to?.value else { return }
    let bound = isLeast ? -Double.infinity : Double.infinity
    let (before, now) = (from?.value ?? bound, to?.value ?? bound)
    let isTighter = isLeast ? now > before : now < before
    let unit = b.unit.map { " \($0.value)" } ?? ""
    add(
      Change(
        .init(b, in: layer), aspect: aspect, from == nil ? .added : to == nil ? .removed : .changed,
        .semantic, isBreaking: isTighter, from: from.map { $0.value.written + unit },
        to: to.map { $0.value.written + unit }, old: from?.span ?? a.span,
        new: to?.span ?? b.span,
        effect: isTighter
          ? Effect(
            .look,
            "\(whose) whose `\(b.id.value)` is \(isLeast ? "below" : "above") "
              + now.written + unit, layers: [layer])
          : Effect(.none, "no existing label changes", layers: [layer])))
  }

  private mutating func compareHolders(_ a: Attribute, _ b: Attribute, in layer: String) {
    let before = a.appliesTo.map { renames[$0.value] ?? $0.value }
    let now = b.appliesTo.map(\.value)
    guard before.sorted() != now.sorted() else { return }
    let isWider = now.isEmpty || !before.isEmpty && before.allSatisfy(now.contains)
    let lost = before.filter { !now.contains($0) }
    let gained = now.filter { !before.contains($0) }
    let isAsked = b.isRequired && b.defaultValue == nil
    let effect: Effect
    if !isWider {
      effect = Effect(
        .convert,
        lost.isEmpty
          ? "answers of `\(layer)` with a label other than \(Self.list(now, "or")) lose their `\(b.id.value)`"
          : "every answer \(Self.list(lost, "or")) of `\(layer)` loses its `\(b.id.value)`",
        labels: lost, layers: [layer])
    } else if isAsked {
      let whose = gained.isEmpty ? "every answer" : "every answer \(Self.list(gained, "or"))"
      effect = Effect(
        .look, "\(whose) of `\(layer)` without a value of `\(b.id.value)`", labels: gained,
        layers: [layer])
    } else {
      effect = Effect(.none, "no existing label changes", labels: gained, layers: [layer])
    }
    add(
      Change(
        .init(b, in: layer), aspect: "the labels that have it", .changed, .semantic,
        isBreaking: effect.review != .none,
        from: before.isEmpty ? "all" : before.joined(separator: ", "),
        to: now.isEmpty ? "all" : now.joined(separator: ", "),
        old: a.appliesTo.first?.span ?? a.span, new: b.appliesTo.first?.span ?? b.span,
        effect: effect))
  }

  private mutating func compareValues(
    _ a: Attribute, _ b: Attribute, _ whose: String, in layer: String
  ) {
    var matching = Matching(a.values.count, b.values.count)
    matching.pair({ a.values[$0].id.value }, { b.values[$0].id.value })
    let id = b.id.value
    for place in matching.removed {
      let value = a.values[place]
      add(
        Change(
          .init(b, in: layer), aspect: "the value `\(value.id.value)`", .removed, .semantic,
          isBreaking: true, from: value.definition?.value, old: value.id.span, new: b.span,
          effect: Effect(
            .look, "\(whose) whose `\(id)` is `\(value.id.value)`: that value no longer exists",
            layers: [layer])))
    }
    for place in matching.added {
      let value = b.values[place]
      add(
        Change(
          .init(b, in: layer), aspect: "the value `\(value.id.value)`", .added, .semantic,
          to: value.definition?.value, old: a.span, new: value.id.span,
          effect: Effect(
            .none, "no existing value becomes invalid; some might be `\(value.id.value)` now",
            layers: [layer])))
    }
    for (from, to) in matching.ordered {
      let (x, y) = (a.values[from], b.values[to])
      let every = Effect(.look, "\(whose) whose `\(id)` is `\(y.id.value)`", layers: [layer])
      compareFields(
        x, y, of: .init(b, in: layer), places: (x.id.span, y.id.span), skipping: ["id"],
        [
          "definition": .meaning(
            "what the value `\(y.id.value)` means", isText: true, every)
        ], otherwise: every)
    }
    let order = matching.ordered
    if !Alignment.moved(order.map(\.old)).isEmpty {
      add(
        Change(
          .init(b, in: layer), aspect: "the order of the values", .moved, .presentation,
          from: Self.values(of: a), to: Self.values(of: b), old: a.span, new: b.span))
    }
  }
}
