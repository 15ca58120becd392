internal import RubricaModel
internal import RubricaSource

/// Rules and edge cases.
extension DifferenceBuilder {
  mutating func compareRules() {
    let (before, now) = (old.rules, new.rules)
    let (oldWords, newWords) = (
      before.map { oldWording($0.content).words }, now.map { $0.content.wording().words }
    )
    var matching = Matching(before.count, now.count)
    let title = { (rule: Rule) in rule.title.map { Wording.normal($0.plainText) } }
    matching.pair({ explicitAnchor(before[$0], old) }, { explicitAnchor(now[$0], new) })
    matching.pair(
      { place in title(before[place]).map { "\($0) \(before[place].label ?? "")" } },
      { place in title(now[place]).map { "\($0) \(now[place].label ?? "")" } })
    matching.pair({ oldWords[$0] }, { newWords[$0] })
    matching.pair({ title(before[$0]) }, { title(now[$0]) })
    matching.pair(alike: oldWords, newWords, atLeast: 0.5)
    matching.pair(inPlaceOf: oldWords, newWords, atLeast: 0.25)
    for place in matching.removed { removeRule(before[place]) }
    for (from, to) in matching.ordered {
      compare(
        before[from], now[to], oldWords[from], newWords[to], isGuess: matching.guesses.contains(to))
      let rule = now[to]
      tellPlace(
        headings.old.rules[from], headings.new.rules[to], .init(rule),
        Effect(.look, cases(of: rule, new), labels: labels(of: rule)),
        (before[from].span, rule.span),
        rule.audience)
    }
    for place in matching.added { addRule(now[place]) }
    let order = matching.ordered
    for place in Alignment.moved(order.map(\.old)).sorted() {
      let (a, b) = (before[order[place].old], now[order[place].new])
      add(
        Change(
          .init(b), aspect: "its place among the rules", .moved, .presentation, from: a.number,
          to: b.number, old: a.span, new: b.span, audience: b.audience))
    }
  }

  /// An id that the author gave.
  private func explicitAnchor(_ rule: Rule, _ guideline: Guideline) -> String? {
    guard let anchor = rule.anchor else { return nil }
    return guideline.anchors.contains { $0.isExplicit && $0.id.value == anchor } ? anchor : nil
  }

  private mutating func removeRule(_ rule: Rule) {
    add(
      Change(
        .init(rule), .removed, .semantic, isBreaking: true, from: rule.content.plainText,
        old: rule.span, effect: Effect(.look, cases(of: rule, old), labels: labels(of: rule)),
        audience: rule.audience))
  }

  private mutating func addRule(_ rule: Rule) {
    add(
      Change(
        .init(rule), .added, .semantic, to: rule.content.plainText, new: rule.span,
        effect: Effect(
          .look, cases(of: rule, new) + ", if it was decided otherwise", labels: labels(of: rule)),
        audience: rule.audience))
  }

  private func labels(of rule: Rule) -> [String] { [rule.label].compactMap { $0 } }

  /// The answers that a rule is about.
  private func cases(of rule: Rule, _ guideline: Guideline) -> String {
    if let threshold = rule.thresholds.first, rule.thresholds.count == 1 {
      return
        "every \(ThresholdDifference.marks(rule.label, in: guideline)) whose \(threshold.condition)"
    }
    if let condition = rule.condition?.plainText, !condition.isEmpty {
      return "every answer where \(condition)"
    }
    if let label = rule.label { return "every answer `\(label)`, and where it was left out" }
    return "every answer that the rule is about"
  }

  private mutating func compare(
    _ a: Rule, _ b: Rule, _ oldWords: String, _ newWords: String, isGuess: Bool
  ) {
    let start = changes.count
    let subject = Change.Subject(b)
    let labels = labels(of: b)
    let every = Effect(.look, cases(of: b, new), labels: labels)
    compareThresholds(a, b)
    let (x, y) = (Parts(a, renames), Parts(b, [:]))
    for (place, aspect) in Parts.aspects.enumerated() {
      let (from, to) = (x.meaning[place], y.meaning[place])
      guard from.exact != to.exact else { continue }
      let isSame = from.words == to.words
      addPart(
        a, b, aspect, isSame ? .presentation : .semantic, from.shown, to.shown,
        (from.span, to.span), isSame ? nil : every)
    }
    if x.reason.exact != y.reason.exact {
      addPart(
        a, b, "the reason", x.reason.words == y.reason.words ? .presentation : .wording,
        x.reason.shown, y.reason.shown, (x.reason.span, y.reason.span), nil)
    }
    if x.title.exact != y.title.exact {
      addPart(
        a, b, "the title", x.title.words == y.title.words ? .presentation : .wording,
        x.title.shown, y.title.shown, (x.title.span, y.title.span), nil)
    }
    if a.label.map({ renames[$0] ?? $0 }) != b.label {
      add(
        Change(
          subject, aspect: "the label it belongs to", .changed, .semantic, isBreaking: true,
          from: a.label ?? "every label", to: b.label ?? "every label", old: a.span, new: b.span,
          effect: Effect(
            .look, "every answer " + Self.list([a.label, b.label].compactMap { $0 }, "or"),
            labels: [a.label, b.label].compactMap { $0 }), audience: b.audience))
    }
    if a.audience != b.audience {
      addPart(
        a, b, "who may read it", .semantic, a.audience.rawValue, b.audience.rawValue, (nil, nil),
        every)
    }
    // Lists and further paragraphs of a rule are rules as well.
    if changes.count == start,
      a.content.wording(renames: renames).exact != b.content.wording().exact
    {
      let isSame = oldWords == newWords
      addPart(
        a, b, "the text", isSame ? .presentation : .semantic, a.content.plainText,
        b.content.plainText, (nil, nil), isSame ? nil : every)
    }
    if isGuess { for place in start..<changes.count { changes[place].isGuess = true } }
  }

  private mutating func addPart(
    _ a: Rule, _ b: Rule, _ aspect: String, _ kind: Change.Kind, _ from: String, _ to: String,
    _ spans: (old: Span?, new: Span?), _ effect: Effect?
  ) {
    add(
      Change(
        .init(b), aspect: aspect, from.isEmpty ? .added : to.isEmpty ? .removed : .changed, kind,
        isBreaking: kind == .semantic, from: from.isEmpty ? nil : from, to: to.isEmpty ? nil : to,
        old: spans.old ?? a.span, new: spans.new ?? b.span, effect: effect, audience: b.audience))
  }
}

/// The parts of a rule's text, without its thresholds.
private struct Parts {
  struct Part {
    var exact = ""
    var words = ""
    var shown = ""
    var span: Span?
  }

  static let aspects = [
    "the condition", "the action", "the exceptions", "what to do otherwise",
  ]

  var meaning: [Part]
  var reason: Part
  var title: Part

  init(_ rule: Rule, _ renames: [String: String]) {
    let part = { (texts: [Prose]) in
      var wording = Wording(renames: renames, thresholds: rule.thresholds)
      for text in texts {
        wording.add(text.inlines)
        wording.add([Inline(.softBreak, text.span)])
      }
      return Part(
        exact: wording.exact, words: wording.words,
        shown: texts.map(\.plainText).joined(separator: " · "), span: texts.first?.span)
    }
    meaning = [
      part([rule.condition].compactMap { $0 }), part([rule.action].compactMap { $0 }),
      part(rule.exceptions), part(rule.alternatives),
    ]
    reason = part(rule.reasons)
    title = part([rule.title].compactMap { $0 })
  }
}

extension Change.Subject {
  init(_ rule: Rule) {
    let title = rule.title?.plainText.trimmingEnd(of: ".:") ?? ""
    self.init(
      .rule, id: rule.anchor ?? rule.number,
      name: title.isEmpty ? rule.content.plainText.shortened(to: 60) : title)
  }
}

extension String {
  func trimmingEnd(of characters: String) -> String {
    var text = self[...]
    while let last = text.last, characters.contains(last) || last == " " { text.removeLast() }
    return String(text)
  }

  /// The first words, with an ellipsis if there are more.
  func shortened(to count: Int) -> String {
    guard self.count > count else { return self }
    let head = prefix(count)
    let end = head.lastIndex(of: " ") ?? head.endIndex
    return head[..<end] + "…"
  }
}
