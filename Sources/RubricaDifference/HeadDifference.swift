internal import RubricaModel
internal import RubricaSource

/// What stands in the front matter, but for the task.
extension DifferenceBuilder {
  /// Fields of a guideline that have a comparison of their own, or that only lead to others.
  private static let otherFields: Set<String> = [
    "entries", "sources", "document", "version", "hasFrontMatter", "layers", "escapes", "labels",
    "rules",
    "examples", "precedence", "doubt", "body", "anchors", "references", "media", "governance",
    "problems", "unread", "bases", "suppressions", "translations",
  ]

  mutating func compareHead() {
    let everything = Effect(.look, "every answer of this guideline")
    compareFields(
      old, new, of: .init(.guideline, id: new.id.value, name: new.title.value),
      places: (old.document.head, new.document.head), skipping: Self.otherFields,
      [
        "id": .administrative("the id, which names the bundle"),
        "title": .wording("the title"),
        "stage": .administrative("the stage"),
        "language": .wording("the language of the instructions").withoutLabels,
        "objectLanguages": .meaning("the language of the items", everything).withoutLabels,
        "purpose": .wording("the purpose"),
        "owner": .administrative("the owner"),
        "authors": .administrative("the authors"),
        "modality": .meaning("what an item is made of", everything),
        "warnings": .wording("the content warnings").withoutLabels,
        "groups": .wording("the groups of labels"),
        "orderDecision": .administrative("the word on the order of labels"),
      ], otherwise: everything)
  }

  /// What is extended, as a fact by itself: the parts that come from it are compared as parts.
  mutating func compareBase() {
    let name = { (guideline: Guideline) in
      guideline.bases.first.map { "\($0.id) \($0.version ?? "")" }
    }
    // Between a base and its extension this is not a change.
    guard name(old) != name(new), old.id.value == new.id.value else { return }
    add(
      Change(
        .init(.guideline, id: new.id.value, name: new.title.value), aspect: "what it extends",
        .changed, .administrative, from: name(old), to: name(new),
        old: old.bases.first?.reference ?? old.document.head,
        new: new.bases.first?.reference ?? new.document.head))
  }

  /// Other words in another language: what they should say is compared in the guideline itself.
  mutating func compareTranslations() {
    var before: [String: Translation] = [:]
    for translation in old.translations { before[translation.language.value] = translation }
    for translation in new.translations {
      let other = before.removeValue(forKey: translation.language.value)
      guard other.map({ Self.texts(of: $0, old) }) != Self.texts(of: translation, new) else {
        continue
      }
      tell(other, translation)
    }
    for language in before.keys.sorted() { tell(before[language], nil) }
  }

  private static func texts(of translation: Translation, _ guideline: Guideline) -> [String] {
    translation.entries.map { "\($0.id.value) \(guideline.sources.text($0.text))" }
  }

  private mutating func tell(_ from: Translation?, _ to: Translation?) {
    guard let language = (to ?? from)?.language.value else { return }
    add(
      Change(
        .init(.guideline, id: new.id.value, name: new.title.value),
        aspect: "the translation into `\(language)`",
        from == nil ? .added : to == nil ? .removed : .changed, .wording,
        old: from?.language.span, new: to?.language.span))
  }

  mutating func compareEscapes() {
    var matching = Matching(old.escapes.count, new.escapes.count)
    matching.pair({ old.escapes[$0].id.value }, { new.escapes[$0].id.value })
    for place in matching.removed {
      let escape = old.escapes[place]
      add(
        Change(
          subject(of: escape), .removed, .semantic, isBreaking: true,
          from: escape.definition?.value, old: escape.id.span,
          effect: Effect(
            .look, "every item answered `\(escape.id.value)`: that answer no longer exists")))
    }
    for place in matching.added {
      let escape = new.escapes[place]
      add(
        Change(
          subject(of: escape), .added, .semantic, to: escape.definition?.value,
          new: escape.id.span,
          effect: Effect(
            .none,
            "no existing label changes; what could not be labelled was answered otherwise")))
    }
    for (from, to) in matching.ordered {
      let (a, b) = (old.escapes[from], new.escapes[to])
      let every = Effect(.look, "every item answered `\(b.id.value)`")
      compareFields(
        a, b, of: subject(of: b), places: (a.id.span, b.id.span), skipping: ["id"],
        [
          "meaning": .meaning("what it means", every), "name": .wording("the name"),
          "definition": .meaning("the definition", isText: true, every),
        ], otherwise: every)
    }
    compareOrder(
      "the order of the escape answers",
      of: .init(.guideline, id: new.id.value, name: new.title.value),
      old.escapes.map(\.id.value), new.escapes.map(\.id.value),
      (old.escapes.first?.id.span, new.escapes.first?.id.span))
  }

  private func subject(of escape: Escape) -> Change.Subject {
    .init(.escape, id: escape.id.value, name: escape.name?.value ?? escape.id.value)
  }

  /// Pictures, recordings and files of data that have the same name and another content: nobody but a person can
  /// tell that two of them say the same.
  mutating func compareMedia() {
    var places: [String: Int] = [:]
    for (place, media) in old.media.enumerated() { places[media.path] = place }
    for media in new.media {
      guard let place = places[media.path], let before = old.media[place].bytes,
        let now = media.bytes, before != now
      else { continue }
      let rows = Self.rows(old.media[place], media)
      let reference = { (guideline: Guideline) in
        guideline.references.first { $0.path == media.path }?.span
      }
      add(
        Change(
          .init(.media, id: media.path, name: media.path), aspect: "what it shows", .changed,
          .semantic, isBreaking: true, from: rows.map(\.old) ?? "\(before.count) bytes",
          to: rows.map(\.new) ?? "\(now.count) bytes", old: reference(old), new: reference(new),
          effect: Effect(.look, "every answer that rests on what `\(media.path)` shows")))
    }
  }

  /// Of two data files, the rows that the other one has not: as many as a person reads.
  private static func rows(_ old: Media, _ new: Media) -> (old: String?, new: String?)? {
    guard let before = old.dataText, let now = new.dataText else { return nil }
    let difference = LineDifference(from: before, to: now)
    let shown = { (rows: [Substring]) -> String in
      let more = rows.count > 20 ? ["… and \(rows.count - 20) more rows"] : []
      return (rows.prefix(20).map { String($0.prefix(300)) } + more).joined(separator: "\n")
    }
    let sides = (
      shown(difference.changes.flatMap { difference.old[$0.old] }),
      shown(difference.changes.flatMap { difference.new[$0.new] })
    )
    return (sides.0.isEmpty ? nil : sides.0, sides.1.isEmpty ? nil : sides.1)
  }

  /// Texts that differ where no part does: blank lines, comments, another order of keys.
  mutating func compareRest() {
    let files = { (guideline: Guideline) in guideline.sources.files.dropFirst().map(\.bytes) }
    guard changes.isEmpty, old.version?.value == new.version?.value, files(old) != files(new) else {
      return
    }
    let (before, now) = (ProseUnits.changelog(old), ProseUnits.changelog(new))
    if before?.text != now?.text {
      add(
        Change(
          .init(.prose, id: "changelog", name: "Changelog"), .changed, .administrative,
          from: before?.text, to: now?.text, old: before?.span, new: now?.span))
      return
    }
    add(
      Change(
        .init(.guideline, id: new.id.value, name: new.title.value),
        aspect: "how the files are written",
        .changed, .presentation, old: old.document.head, new: new.document.head))
  }
}
