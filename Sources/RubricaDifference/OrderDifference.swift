internal import RubricaModel
internal import RubricaSource

/// Which label wins, and what to do when unsure.
extension DifferenceBuilder {
  mutating func comparePrecedence() {
    let subject = Change.Subject(.precedence, id: "precedence", name: "Precedence")
    switch (old.precedence, new.precedence) {
    case (nil, nil): return
    case (nil, let now?):
      add(
        Change(
          subject, .added, .semantic, to: Self.order(now), new: now.span,
          effect: Effect(
            .none,
            "no existing label changes, unless annotators chose otherwise where several fit",
            labels: now.entries.compactMap(\.label)), audience: now.audience))
    case (let before?, nil):
      add(
        Change(
          subject, .removed, .semantic, isBreaking: true, from: Self.order(before),
          old: before.span,
          effect: Effect(
            .look,
            "every answer where several of \(Self.list(before.entries.compactMap(\.label))) fit",
            labels: before.entries.compactMap(\.label)), audience: before.audience))
    case (let before?, let now?): compare(before, now, subject)
    }
  }

  private static func order(_ precedence: Precedence) -> String {
    precedence.entries.map { $0.label ?? $0.text.plainText }.joined(separator: " > ")
  }

  private mutating func compare(
    _ before: Precedence, _ now: Precedence, _ subject: Change.Subject
  ) {
    let old = before.entries.compactMap { $0.label.map { renames[$0] ?? $0 } }
    let new = now.entries.compactMap(\.label)
    if old != new {
      let isKept = new.filter(old.contains) == old.filter(new.contains)
      let swapped = Self.swapped(old, new)
      let gone = old.filter { !new.contains($0) }
      let looked = swapped.isEmpty ? gone : swapped
      add(
        Change(
          subject, aspect: "the order", isKept ? .changed : .moved, .semantic,
          isBreaking: !isKept || !gone.isEmpty, from: Self.order(before), to: Self.order(now),
          old: before.span, new: now.span,
          effect: looked.isEmpty
            ? Effect(
              .none,
              "no existing label changes; \(Self.list(new.filter { !old.contains($0) })) "
                + "has a rank now", labels: new.filter { !old.contains($0) })
            : Effect(
              .look, "every answer \(Self.list(looked, "or")) where several of them fit",
              labels: looked), audience: now.audience))
      return
    }
    let texts = { (precedence: Precedence, renames: [String: String]) in
      precedence.entries.map { entry in
        var wording = Wording(renames: renames)
        let isID = entry.label == entry.text.plainText
        wording.add(
          isID ? [Inline(.code(entry.text.plainText), entry.text.span)] : entry.text.inlines)
        return wording
      }
    }
    let (a, b) = (texts(before, renames), texts(now, [:]))
    guard a.map(\.exact) != b.map(\.exact) else { return }
    let (rulesBefore, rulesNow) = (a.map(\.words), b.map(\.words))
    if rulesBefore.filter(rulesNow.contains) != rulesNow.filter(rulesBefore.contains) {
      // Criteria in words: which one comes first decides as much as which label does.
      add(
        Change(
          subject, aspect: "the order", .moved, .semantic, isBreaking: true,
          from: Self.order(before), to: Self.order(now), old: before.span, new: now.span,
          effect: Effect(.look, "every answer that the order decided"), audience: now.audience))
      return
    }
    add(
      Change(
        subject, aspect: "the words", .changed,
        a.map(\.words) == b.map(\.words) ? .presentation : .wording,
        from: before.entries.map(\.text.plainText).joined(separator: "\n"),
        to: now.entries.map(\.text.plainText).joined(separator: "\n"), old: before.span,
        new: now.span, audience: now.audience))
  }

  /// Labels that won over a label and lose against it now, or the other way round.
  private static func swapped(_ old: [String], _ new: [String]) -> [String] {
    let common = new.filter(old.contains)
    guard common.count <= 500 else { return common }
    let ranks = common.map { old.firstIndex(of: $0) ?? 0 }
    var found: Set<Int> = []
    for a in ranks.indices {
      for b in 0..<a where ranks[b] > ranks[a] { found.formUnion([a, b]) }
    }
    return found.sorted().map { common[$0] }
  }

  mutating func compareDoubt() {
    let subject = Change.Subject(.doubt, id: "doubt", name: "When in doubt")
    switch (old.doubt, new.doubt) {
    case (nil, nil): return
    case (nil, let now?):
      add(
        Change(
          subject, .added, .semantic, to: now.content.plainText, new: now.span,
          effect: Effect(
            .none, "no existing label changes, unless annotators decided otherwise when unsure",
            labels: [now.label?.value].compactMap { $0 })))
    case (let before?, nil):
      add(
        Change(
          subject, .removed, .semantic, isBreaking: true, from: before.content.plainText,
          old: before.span,
          effect: Effect(.look, "every answer that was given in doubt")))
    case (let before?, let now?):
      let (a, b) = (oldWording(before.content), now.content.wording())
      let label = before.label.map { renames[$0.value] ?? $0.value }
      let isDefault = label != now.label?.value
      guard isDefault || a.exact != b.exact else { return }
      let labels = [label, now.label?.value].compactMap { $0 }
      add(
        Change(
          subject, aspect: isDefault ? "the default" : "the words", .changed,
          isDefault ? .semantic : a.words == b.words ? .presentation : .wording,
          isBreaking: isDefault, from: before.content.plainText, to: now.content.plainText,
          old: before.content.first?.span ?? before.span, new: now.content.first?.span ?? now.span,
          effect: isDefault
            ? Effect(
              .look,
              labels.isEmpty
                ? "every answer that was given in doubt"
                : "every answer \(Self.list(labels, "or")) that was given in doubt", labels: labels)
            : nil))
    }
  }
}
