internal import RubricaModel
internal import RubricaSource

/// Labels: what they mean, what they are called, how they look.
extension DifferenceBuilder {
  /// By id; then a label that is gone and one that is new with the same definition or, where neither
  /// has one, the same name, are one label that was renamed.
  static func matchLabels(_ old: Guideline, _ new: Guideline) -> Matching {
    var matching = Matching(old.labels.count, new.labels.count)
    matching.pair({ old.labels[$0].id.value }, { new.labels[$0].id.value })
    guard !matching.removed.isEmpty, !matching.added.isEmpty else { return matching }
    let (before, now) = (old.labels.map(Self.meaning), new.labels.map(Self.meaning))
    matching.pair(atLeast: 1, certain: 2) { a, b in
      let isSame =
        before[a].isEmpty && now[b].isEmpty
        ? Wording.normal(old.labels[a].name.value) == Wording.normal(new.labels[b].name.value)
        : before[a] == now[b]
      return isSame ? 1 : 0
    }
    return matching
  }

  private static func meaning(_ label: Label) -> String { label.definition.wording().words }

  mutating func compareLabels() {
    for place in labels.removed {
      let label = old.labels[place]
      add(
        Change(
          .init(label), .removed, .semantic, isBreaking: true, from: label.definition.plainText,
          old: label.span,
          effect: Effect(
            .look, "every \(answer(label, in: old)): that label no longer exists",
            labels: [label.id.value], layers: layers(taking: label.id.value, in: old)),
          audience: label.audience))
    }
    for (from, to) in labels.ordered {
      compare(old.labels[from], new.labels[to], isGuess: labels.guesses.contains(to))
    }
    for place in labels.added { addLabel(new.labels[place]) }
  }

  private mutating func addLabel(_ label: Label) {
    let id = label.id.value
    let layers = layers(taking: id, in: new)
    let near = label.contrasts.map(\.label.value).filter { other in
      other != id && labels.pairs.contains { new.labels[$0.new].id.value == other }
    }
    let place =
      layers.isEmpty ? "" : " of " + Self.list(layers)
    add(
      Change(
        .init(label), .added, .semantic, to: label.definition.plainText, new: label.span,
        effect: Effect(
          .none,
          near.isEmpty
            ? "no answer\(place) becomes invalid; some might be `\(id)` now"
            : "no answer\(place) becomes invalid; some \(Self.list(near, "or")) might be `\(id)` now",
          labels: near + [id], layers: layers), audience: label.audience))
  }

  private mutating func compare(_ a: Label, _ b: Label, isGuess: Bool) {
    let id = b.id.value
    let subject = Change.Subject(b)
    let layers = layers(taking: id, in: new)
    let look = { (words: String) in Effect(.look, words, labels: [id], layers: layers) }
    let mark = answer(b, in: new)
    let every = look("every \(mark), and every place that got no `\(id)` under the old words")
    if isGuess {
      var change = Change(
        subject, .renamed, .semantic, isBreaking: true, from: a.id.value, to: id, old: a.id.span,
        new: b.id.span,
        effect: Effect(
          .convert, "every `\(a.id.value)` is `\(id)` now", labels: [a.id.value, id], layers: layers
        ),
        audience: b.audience)
      change.isGuess = true
      add(change)
    }
    let convert = { (what: String) in
      Effect(
        .convert, "every exported \(mark) carries another \(what)", labels: [id], layers: layers)
    }
    compareFields(
      a, b, of: subject, places: (a.span, b.span), audience: b.audience,
      skipping: ["id", "includes", "excludes", "contrasts", "elements", "status"],
      [
        "name": .wording("the name"), "definition": .meaning("the definition", isText: true, every),
        "colour": .presentation("the colour"), "shortcut": .presentation("the shortcut"),
        "code": .meaning("the code", convert("number")),
        "export": .meaning("the id in exported data", convert("id")),
        "parent": .meaning(
          "the parent",
          look("no \(mark) changes, but what counts as its parent does")),
        "group": .presentation("the group"),
        "bindings": .administrative("the terms of other vocabularies"),
        "form": .meaning("what its text looks like", every),
        "audience": .meaning("who may read it", every),
      ], otherwise: every)
    comparePhrases(a.includes, b.includes, a, b, isIncluded: true)
    comparePhrases(a.excludes, b.excludes, a, b, isIncluded: false)
    compareContrasts(a, b)
    compareStatus(a, b, layers)
  }

  private mutating func compareStatus(_ a: Label, _ b: Label, _ layers: [String]) {
    let (before, now) = (a.status?.value ?? .active, b.status?.value ?? .active)
    guard before != now else { return }
    add(
      Change(
        .init(b), aspect: "the status", .changed, .semantic, from: before.rawValue,
        to: now.rawValue,
        old: a.status?.span ?? a.span, new: b.status?.span ?? b.span,
        effect: Effect(
          .none,
          now == .deprecated
            ? "no existing label changes; `\(b.id.value)` is no longer given"
            : "no existing label changes; `\(b.id.value)` may be given again",
          labels: [b.id.value], layers: layers), audience: b.audience))
  }

  // MARK: Includes, excludes, contrasts

  private mutating func comparePhrases(
    _ before: [Prose], _ now: [Prose], _ a: Label, _ b: Label, isIncluded: Bool
  ) {
    let aspect = isIncluded ? "what it includes" : "what it excludes"
    let id = b.id.value
    let mark = answer(b, in: new)
    let layers = layers(taking: id, in: new)
    var matching = Matching(before.count, now.count)
    let (oldWords, newWords) = (before.map { words($0, renames) }, now.map { words($0) })
    matching.pair({ oldWords[$0] }, { newWords[$0] })
    matching.pair(atLeast: 0.5) { Alignment.likeness(oldWords[$0], newWords[$1]) }
    // What is taken in was left out before, and the other way round.
    let given = { (phrase: Prose) in
      Effect(
        .look, "every \(mark) that is “\(phrase.plainText)”", labels: [id], layers: layers)
    }
    let missed = { (phrase: Prose) in
      Effect(
        .look, "every “\(phrase.plainText)” that was given an answer other than `\(id)`, or none",
        labels: [id], layers: layers)
    }
    for place in matching.removed {
      add(
        Change(
          .init(b), aspect: aspect, .removed, .semantic, isBreaking: true,
          from: before[place].plainText, old: before[place].span, new: b.span,
          effect: isIncluded ? given(before[place]) : missed(before[place]), audience: b.audience))
    }
    for place in matching.added {
      add(
        Change(
          .init(b), aspect: aspect, .added, .semantic, isBreaking: true, to: now[place].plainText,
          old: a.span, new: now[place].span,
          effect: isIncluded ? missed(now[place]) : given(now[place]), audience: b.audience))
    }
    for (from, to) in matching.ordered {
      let (x, y) = (before[from], now[to])
      guard exact(x, renames) != exact(y) else { continue }
      let isSame = oldWords[from] == newWords[to]
      add(
        Change(
          .init(b), aspect: aspect, .changed, isSame ? .presentation : .semantic,
          isBreaking: !isSame, from: x.plainText, to: y.plainText, old: x.span, new: y.span,
          effect: isSame
            ? nil
            : Effect(
              .look,
              "every \(mark) that is “\(x.plainText)” or “\(y.plainText)”, and those left out",
              labels: [id], layers: layers), audience: b.audience))
    }
  }

  private mutating func compareContrasts(_ a: Label, _ b: Label) {
    var matching = Matching(a.contrasts.count, b.contrasts.count)
    let before = a.contrasts.map { renames[$0.name] ?? $0.name }
    let now = b.contrasts.map(\.name)
    // Where two are about the same label, those with the same words belong together.
    matching.pair(
      { "\(before[$0]) \(words(a.contrasts[$0].text, renames))" },
      { "\(now[$0]) \(words(b.contrasts[$0].text))" })
    matching.pair({ before[$0] }, { now[$0] })
    let layers = layers(taking: b.id.value, in: new)
    let both = { (contrast: Contrast) in
      let ids = contrast.isLinked ? [b.id.value, contrast.label.value] : [b.id.value]
      return Effect(
        .look, "every answer \(Self.list(ids, "or"))", labels: ids, layers: layers)
    }
    for place in matching.removed {
      let contrast = a.contrasts[place]
      let isGone =
        contrast.isLinked && !new.labels.contains { $0.id.value == contrast.label.value }
      add(
        Change(
          .init(b), aspect: "the contrast with `\(contrast.name)`", .removed, .semantic,
          isBreaking: !isGone, from: contrast.text.plainText, old: contrast.label.span, new: b.span,
          effect: isGone
            ? Effect(.none, "no existing label changes: `\(contrast.label.value)` was removed")
            : both(contrast), audience: b.audience))
    }
    for place in matching.added {
      let contrast = b.contrasts[place]
      let isNew = labels.added.contains { new.labels[$0].id.value == contrast.label.value }
      add(
        Change(
          .init(b), aspect: "the contrast with `\(contrast.name)`", .added, .semantic,
          isBreaking: !isNew, to: contrast.text.plainText, old: a.span, new: contrast.label.span,
          effect: isNew
            ? Effect(
              .none,
              "no answer becomes invalid; some `\(b.id.value)` might be `\(contrast.label.value)`",
              labels: [b.id.value, contrast.label.value])
            : both(contrast), audience: b.audience))
    }
    for (from, to) in matching.ordered {
      let (x, y) = (a.contrasts[from], b.contrasts[to])
      compareFields(
        x, y, of: .init(b), places: (x.label.span, y.label.span), audience: b.audience,
        skipping: ["label"],
        [
          "text": .meaning("the contrast with `\(y.name)`", isText: true, both(y))
        ], otherwise: both(y))
    }
  }

  // MARK: Words

  func words(_ prose: Prose, _ renames: [String: String] = [:]) -> String {
    var wording = Wording(renames: renames)
    wording.add(prose.inlines)
    return wording.words
  }

  func exact(_ prose: Prose, _ renames: [String: String] = [:]) -> String {
    var wording = Wording(renames: renames)
    wording.add(prose.inlines)
    return wording.exact
  }

  func layers(taking label: String, in guideline: Guideline) -> [String] {
    guideline.layers.filter { $0.labels.contains { $0.value == label } }.map { $0.id.value }
  }

  /// ``box labelled `stop` ``.
  func answer(_ label: Label, in guideline: Guideline) -> String {
    let id = label.id.value
    let layers = guideline.layers.filter { $0.labels.contains { $0.value == id } }
    guard let first = layers.first, layers.allSatisfy({ $0.mark == first.mark }) else {
      return "answer `\(id)`"
    }
    return "\(first.mark) labelled `\(id)`"
  }
}

extension Layer {
  /// What one answer is put on.
  var mark: String {
    switch self.kind.value {
    case .choice, .choices, .scale, .text, .ranking, .pairwise: "item"
    case .identity: "group"
    case .box, .polygon, .polyline, .keypoints, .mask, .cuboid, .track, .span, .segment, .relation:
      self.kind.value.rawValue
    }
  }
}

extension Contrast {
  fileprivate var isLinked: Bool { !label.value.isEmpty }

  /// The id of the other label; where no link says it, the words before the colon.
  fileprivate var name: String {
    if isLinked { return label.value }
    var words = text.plainText.prefix { $0 != ":" && $0 != "：" }
    while let last = words.last, last.isWhitespace { words.removeLast() }
    return String(words)
  }
}

extension Change.Subject {
  init(_ label: Label) {
    self.init(.label, id: label.id.value, name: label.name.value)
  }
}
