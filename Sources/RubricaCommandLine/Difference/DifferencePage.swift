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

  init(_ difference: Difference) {
    self.difference = difference
    let place = Span(SourceID(0), 0, 0)
    context = TargetContext(
      settings: DataNode(.mapping([]), place), sourceDigest: "", compiler: Release.name,
      organisation: nil, catalogue: PreparedCatalogue(Catalogue(items: [])))
    oldCards = ExampleCards(difference.old, context, idPrefix: "was.")
    newCards = ExampleCards(difference.new, context)
  }

  /// Changes that an annotator may read of, those of one subject together.
  private func groups(_ kind: Change.Kind) -> [[Change]] {
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
        html.element("div", [.class("changes")]) { html in writeBody(to: &html) }
      }
    }
    html.raw("\n")
    return html.bytes
  }

  private func writeHead(to html: inout HTMLWriter) {
    html.head(title: "Changes: " + difference.new.title.value, runsScript: false)
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
    html.element("header", [.class("masthead")]) { html in
      html.element("p", [.class("kind")]) { html in
        html.element("span", [.init("lang", "en")], text: "Changes for annotators")
        let versions = [difference.old, difference.new].compactMap { $0.version?.value }
        if versions.count == 2, versions[0] != versions[1] {
          html.element("span", text: versions.joined(separator: " \u{2192} "))
        }
      }
      html.element("h1", text: difference.new.title.value)
    }
    html.element("main", [.init("lang", "en")]) { html in
      let meaning = groups(.semantic)
      if meaning.isEmpty {
        html.element("p", [.class("lead")], text: "Nothing that you do changes.")
      } else {
        section("Do this differently from now on", meaning, to: &html)
      }
      let wording = groups(.wording)
      if !wording.isEmpty {
        section("Said in other words, with the same meaning", wording, to: &html)
      }
      let looks = groups(.presentation)
      if !looks.isEmpty {
        html.element("details") { html in
          html.element("summary", text: "Looks different (\(looks.count))")
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
    html.element("article", [.class("change")]) { html in
      html.element("h3") { html in
        html.element(
          "span", [.init("lang", difference.new.language.value)], text: first.subject.name)
        html.raw(" ")
        html.element("small", text: first.subject.part.spoken)
      }
      for change in group {
        if let line = Self.line(change) { html.element("p", [.class("aspect")], text: line) }
        if first.subject.part != .example || change.aspect != "the answer" {
          writeSides(change, to: &html)
        }
        if let effect = change.effect, effect.review == .look {
          html.element("p", [.class("concerns")]) { html in
            html.text("This concerns ")
            Self.write(effect.words, to: &html)
            html.text(".")
          }
        }
      }
      if first.subject.part == .example { writeExamples(group, to: &html) }
    }
  }

  /// What happened, in words that stand above the text.
  private static func line(_ change: Change) -> String? {
    switch (change.aspect, change.action) {
    case (let aspect?, .changed): aspect.capitalised
    case (let aspect?, let action): "\(aspect.capitalised), \(action.rawValue)"
    case (nil, .changed): nil
    case (nil, let action): action.rawValue.capitalised
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
    guard let change = group.first else { return }
    let now = difference.new.examples.firstIndex { $0.id == change.subject.id }
    var was = change.action == .added ? nil : oldPlace(of: change)
    if group.allSatisfy({ $0.kind == .presentation }) { was = nil }
    let isGone = change.action == .removed && change.aspect == nil
    let sides = [was.map { _ in 1 }, isGone ? nil : now].compactMap { $0 }.count
    html.element("div", [.class(sides == 2 ? "sides" : "sides one")]) { html in
      if let was { card("Before", oldCards, was, className: "was", to: &html) }
      if let now, !isGone { card("Now", newCards, now, className: "now", to: &html) }
    }
  }

  private func card(
    _ title: String, _ cards: ExampleCards, _ place: Int, className: String,
    to html: inout HTMLWriter
  ) {
    html.element("div", [.class(className)]) { html in
      html.element("p", [.class("side")], text: title)
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
}

extension Change.Part {
  fileprivate var spoken: String {
    switch self {
    case .guideline: "the whole guideline"
    case .layer: "question"
    case .escape: "answer when you cannot label"
    case .precedence: "which label wins"
    case .doubt: "when you are unsure"
    case .prose: "text"
    case .media: "picture or recording"
    default: rawValue
    }
  }
}
