internal import RubricaDifference
internal import RubricaModel
internal import RubricaSource
internal import RubricaTargets

/// What annotators have to know of a new version: a page in the manner of the instructions, without
/// what is not for their eyes.
struct DifferencePage {
  private let difference: Difference
  private let context: TargetContext
  private let oldCards: ExampleCards
  private let newCards: ExampleCards
  /// Changes that an annotator may read of, those of one subject together.
  private let groups: [Change.Kind: [[Change]]]
  /// In which section each subject comes first.
  private let firstKinds: [Change.Subject: Change.Kind]
  private let words: ChangesPageWords
  /// The language of `words`, where it is not the page's.
  private let marks: [HTMLWriter.Attribute]

  init(_ difference: Difference) {
    self.difference = difference
    var groups: [Change.Kind: [[Change]]] = [:]
    var firstKinds: [Change.Subject: Change.Kind] = [:]
    for kind in [Change.Kind.semantic, .wording, .presentation] {
      let found = Self.groups(kind, of: difference)
      groups[kind] = found
      for group in found where firstKinds[group[0].subject] == nil {
        firstKinds[group[0].subject] = kind
      }
    }
    self.groups = groups
    self.firstKinds = firstKinds
    let language = difference.new.language.value
    words = ChangesPageWords.named(language)
    let isOwn = language.lowercased().hasPrefix(words.language)
    marks = isOwn ? [] : [.init("lang", words.language)]
    let place = Span(SourceID(0), 0, 0)
    context = TargetContext(
      settings: DataNode(.mapping([]), place), sourceDigest: "", compiler: Release.name,
      organisation: nil, catalogue: PreparedCatalogue(Catalogue(items: [])))
    oldCards = ExampleCards(difference.old, context, idPrefix: "was.")
    newCards = ExampleCards(difference.new, context)
  }

  private static func groups(_ kind: Change.Kind, of difference: Difference) -> [[Change]] {
    var groups: [[Change]] = []
    for change in difference.changes(kind) {
      guard change.audience.isForAnnotators, change.subject.part != .governance else { continue }
      if let last = groups.last?.last, last.subject == change.subject {
        groups[groups.count - 1].append(change)
      } else {
        groups.append([change])
      }
    }
    return groups
  }

  var bytes: [UInt8] {
    var html = HTMLWriter()
    html.raw("<!doctype html>\n")
    html.element("html", [.init("lang", difference.new.language.value)]) { html in
      writeHead(to: &html)
      html.element("body") { html in
        ExampleCards.writeIcons(to: &html)
        html.element("div", class: "changes") { html in writeBody(to: &html) }
      }
    }
    html.raw("\n")
    return html.bytes
  }

  private func writeHead(to html: inout HTMLWriter) {
    html.head(
      title: words.title + words.colon + difference.new.title.value, runsScript: false)
    html.raw("<style>\n")
    newCards.writeStyle(to: &html)
    html.trusted(context.templates.changesStyle)
    newCards.writeColours(to: &html)
    // The old version may give the same class to another label.
    html.raw(".was {\n")
    oldCards.writeColours(to: &html)
    html.raw("}\n</style>\n</head>\n")
  }

  private func writeBody(to html: inout HTMLWriter) {
    html.element("header", class: "masthead") { html in
      html.element("p", class: "kind") { html in
        html.element("span", marks, text: words.kind)
        let versions = [difference.old, difference.new].compactMap { $0.version?.value }
        if versions.count == 2, versions[0] != versions[1] {
          html.element("span", text: versions.joined(separator: " \u{2192} "))
        }
      }
      html.element("h1", text: difference.new.title.value)
    }
    html.element("main", marks) { html in
      let meaning = groups[.semantic, default: []]
      let wording = groups[.wording, default: []]
      if !meaning.isEmpty { section(words.meaning, meaning, to: &html) }
      if !wording.isEmpty { section(words.wording, wording, to: &html) }
      if meaning.isEmpty, wording.isEmpty {
        html.element("p", class: "lead", text: words.nothing)
      }
      let looks = groups[.presentation, default: []]
      if !looks.isEmpty {
        html.element("details") { html in
          html.element("summary", text: "\(words.looks) (\(looks.count))")
          for group in looks { write(group, to: &html) }
        }
      }
    }
  }

  private func section(_ title: String, _ groups: [[Change]], to html: inout HTMLWriter) {
    html.element("section") { html in
      html.element("h2", text: title)
      for group in groups { write(group, to: &html) }
    }
  }

  private func write(_ group: [Change], to html: inout HTMLWriter) {
    guard let first = group.first else { return }
    html.element("article", class: "change") { html in
      html.element("h3") { html in
        html.element("span", [.init("lang", difference.new.language.value)]) { html in
          Self.write(first.subject.name, to: &html)
        }
        html.raw(" ")
        let part = first.subject.part
        html.element("small", text: words.parts[part] ?? part.rawValue)
      }
      for change in group {
        writeLine(change, to: &html)
        if first.subject.part != .example || change.aspect != "the answer" {
          writeSides(change, to: &html)
        }
        if let effect = change.effect, effect.review == .look { write(effect, to: &html) }
      }
      if first.subject.part == .example { writeExamples(group, to: &html) }
    }
  }

  /// What happened, in words that stand above the text.
  private func writeLine(_ change: Change, to html: inout HTMLWriter) {
    let action = words.actions[change.action] ?? change.action.rawValue
    guard let aspect = change.aspect else {
      if change.action != .changed { html.element("p", class: "aspect", text: action) }
      return
    }
    let (fact, isOwn) = words.aspect(aspect)
    html.element("p", [.class("aspect")] + (isOwn ? [] : [.init("lang", "en")])) { html in
      Self.write(fact.capitalised, to: &html)
      if change.action != .changed { html.text(words.colon + action.uncapitalised(words)) }
    }
  }

  /// Which answers are meant: in English as they were found out, else by the names of the labels and
  /// questions.
  private func write(_ effect: Effect, to html: inout HTMLWriter) {
    html.element("p", class: "concerns") { html in
      if words.language == "en" {
        html.text(words.concerns + " ")
        Self.write(effect.words, to: &html)
        html.text(".")
        return
      }
      let guideline = difference.new
      let layers = effect.labels.isEmpty ? effect.layers : []
      let names =
        effect.labels.map { guideline.label($0)?.name.value ?? $0 }
        + layers.map { id in
          guideline.layer(id).map { $0.name?.value ?? $0.question?.value ?? id } ?? id
        }
      let said = names.isEmpty ? words.everything : names.joined(separator: ", ")
      html.text(words.concerns + words.colon + said)
    }
  }

  private func writeSides(_ change: Change, to html: inout HTMLWriter) {
    guard change.subject.part != .example || change.aspect != nil else { return }
    let language = HTMLWriter.Attribute("lang", difference.new.language.value)
    html.element("p", [.class("said"), language]) { html in
      switch (change.from, change.to) {
      case (let from?, let to?) where WordDifference.likeness(from, to) >= 0.4:
        for (place, part) in WordDifference(from: from, to: to).parts.enumerated() {
          if place > 0 { html.raw(" ") }
          switch part {
          case .same(let words): html.text(words)
          case .removed(let words): html.element("del", text: words)
          case .added(let words): html.element("ins", text: words)
          }
        }
      case (let from, let to):
        if let from { html.element("del", text: from) }
        if from != nil, to != nil { html.raw(" ") }
        if let to { html.element("ins", text: to) }
      }
    }
  }

  /// The example as it was and as it is, side by side.
  private func writeExamples(_ group: [Change], to html: inout HTMLWriter) {
    guard let change = group.first, isFirst(of: change) else { return }
    let now = difference.new.examples.firstIndex { $0.id == change.subject.id }
    var was = change.action == .added ? nil : oldPlace(of: change)
    if group.allSatisfy({ $0.kind == .presentation }) { was = nil }
    let isGone = change.action == .removed && change.aspect == nil
    let sides = [was.map { _ in 1 }, isGone ? nil : now].compactMap { $0 }.count
    html.element("div", [.class(sides == 2 ? "sides" : "sides one")]) { html in
      if let was { card(words.before, oldCards, was, className: "was", to: &html) }
      if let now, !isGone { card(words.now, newCards, now, className: "now", to: &html) }
    }
  }

  /// Whether an example has not been shown in a section before.
  private func isFirst(of change: Change) -> Bool {
    firstKinds[change.subject] == change.kind
  }

  private func card(
    _ title: String, _ cards: ExampleCards, _ place: Int, className: String,
    to html: inout HTMLWriter
  ) {
    html.element("div", [.class(className)]) { html in
      html.element("p", class: "when", text: title)
      cards.write(place, level: 4, to: &html)
    }
  }

  /// By its id, else by where it stands: the last example that starts before the change.
  private func oldPlace(of change: Change) -> Int? {
    let examples = difference.old.examples
    if let place = examples.firstIndex(where: { $0.id == change.subject.id }) { return place }
    guard let span = change.oldSpan else { return nil }
    return examples.lastIndex { $0.span.source == span.source && $0.span.start <= span.start }
  }

  /// Words of ours with ids in backticks.
  private static func write(_ words: String, to html: inout HTMLWriter) {
    for (place, part) in words.split(separator: "`", omittingEmptySubsequences: false).enumerated()
    {
      if place % 2 == 1 { html.element("code", text: String(part)) } else { html.text(part) }
    }
  }
}

extension String {
  fileprivate var capitalised: String { prefix(1).uppercased() + dropFirst() }

  /// German writes what follows a colon as it would stand alone.
  fileprivate func uncapitalised(_ words: ChangesPageWords) -> String {
    words.language == "de" ? self : prefix(1).lowercased() + dropFirst()
  }
}
