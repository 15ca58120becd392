internal import RubricaModel
internal import RubricaSource

/// Everything between the parts: paragraphs, items of lists, rows of tables.
extension DifferenceBuilder {
  mutating func compareProse() {
    let before = ProseUnits(old, renames: renames).units
    let now = ProseUnits(new, renames: [:]).units
    let common = Alignment.common(before.map(\.key), now.map(\.key))
    var (i, j) = (0, 0)
    var removed: [ProseUnits.Unit] = []
    var added: [ProseUnits.Unit] = []
    for pair in common + [(before.count, now.count)] {
      pairUp(Array(before[i..<pair.old]), Array(now[j..<pair.new]), &removed, &added)
      (i, j) = (pair.old + 1, pair.new + 1)
      if pair.old < before.count { format(before[pair.old], now[pair.new]) }
    }
    // The same words in another place have moved.
    var matching = Matching(removed.count, added.count)
    matching.pair({ removed[$0].words }, { added[$0].words })
    for (from, to) in matching.ordered where !tellPlace(removed[from], added[to]) {
      tell(removed[from], added[to], .moved, .presentation)
    }
    for place in matching.removed { tell(removed[place], nil, .removed, nil) }
    for place in matching.added { tell(nil, added[place], .added, nil) }
  }

  /// Neighbours that are alike are one text that was changed.
  private mutating func pairUp(
    _ before: [ProseUnits.Unit], _ now: [ProseUnits.Unit], _ removed: inout [ProseUnits.Unit],
    _ added: inout [ProseUnits.Unit]
  ) {
    var matching = Matching(before.count, now.count)
    matching.pair(atLeast: 0.35) { a, b in
      before[a].isHeading == now[b].isHeading
        ? Alignment.likeness(before[a].words, now[b].words) : 0
    }
    for (from, to) in matching.ordered { tell(before[from], now[to], .changed, nil) }
    removed += matching.removed.map { before[$0] }
    added += matching.added.map { now[$0] }
  }

  private mutating func format(_ a: ProseUnits.Unit, _ b: ProseUnits.Unit) {
    if a.audience != b.audience {
      add(
        Change(
          b.subject, aspect: "who may read it", .changed, .semantic, from: a.audience.rawValue,
          to: b.audience.rawValue, old: a.span, new: b.span, audience: b.audience))
    }
    if tellPlace(a, b) { return }
    if a.exact != b.exact { tell(a, b, .changed, .presentation) }
  }

  /// Whether the same words stand under another heading, which is told: "Never do this" turns round what is below.
  private mutating func tellPlace(_ a: ProseUnits.Unit, _ b: ProseUnits.Unit) -> Bool {
    tellPlace(
      a.under, b.under, b.subject, Effect(.look, "every answer that rests on this text"),
      (a.span, b.span), b.audience)
  }

  /// Whether a part has come under another heading, which is told.
  @discardableResult
  mutating func tellPlace(
    _ before: OwnHeadings.Heading?, _ now: OwnHeadings.Heading?, _ subject: Change.Subject,
    _ effect: Effect, _ spans: (old: Span, new: Span), _ audience: Audience
  ) -> Bool {
    guard OwnHeadings.isMove(from: before, headings.old, to: now, headings.new) else {
      return false
    }
    add(
      Change(
        subject, aspect: "the heading it stands under", .moved, .semantic, isBreaking: true,
        from: before?.shown, to: now?.shown, old: spans.old, new: spans.new, effect: effect,
        audience: audience))
    return true
  }

  private mutating func tell(
    _ a: ProseUnits.Unit?, _ b: ProseUnits.Unit?, _ action: Change.Action, _ kind: Change.Kind?
  ) {
    guard let unit = b ?? a else { return }
    let answers = unit.isHeading ? nil : Self.answers(dependingOn: unit.role)
    let own: Change.Kind = kind ?? (answers == nil ? .wording : .semantic)
    add(
      Change(
        unit.subject, aspect: unit.isHeading ? "a heading" : nil, action, own,
        isBreaking: own == .semantic && action != .added, from: a?.shown, to: b?.shown,
        old: a?.span, new: b?.span,
        effect: own == .semantic ? answers.map { Self.effect(action, $0) } : nil,
        audience: unit.audience))
  }

  private static func effect(_ action: Change.Action, _ answers: String) -> Effect {
    action == .added ? Effect(.none, "no existing label changes") : Effect(.look, answers)
  }

  /// Which answers may be others once an entry of such a section reads otherwise; nil for prose that
  /// says nothing of how to answer.
  private static func answers(dependingOn role: SectionRole) -> String? {
    switch role {
    case .glossary: "every answer that depends on this glossary term"
    case .steps: "every answer that was given in this step"
    case .selfCheck: "every answer that was checked like this"
    case .questions: "every answer that rests on this reply"
    default: nil
    }
  }
}

/// The prose of a guideline as a list of small pieces, in order.
struct ProseUnits {
  struct Unit {
    var subject: Change.Subject
    var role: SectionRole
    var audience: Audience
    var isHeading: Bool
    var words: String
    var exact: String
    var shown: String
    var span: Span
    var under: OwnHeadings.Heading?

    /// What two pieces share that are the same text: pieces without words are known by their form.
    var key: String { words.isEmpty ? exact : words }
  }

  private(set) var units: [Unit] = []
  private let guideline: Guideline
  private let renames: [String: String]

  private struct Context {
    var subject: Change.Subject
    var role: SectionRole
    var audience: Audience
    var under: OwnHeadings.Heading?
  }

  init(_ guideline: Guideline, renames: [String: String]) {
    self.guideline = guideline
    self.renames = renames
    let subject = Change.Subject(.prose, id: "", name: guideline.title.value)
    walk(guideline.body, Context(subject: subject, role: .prose, audience: .annotator))
  }

  /// The words of the section that tells of changes.
  static func changelog(_ guideline: Guideline) -> (text: String, span: Span)? {
    guard let section = guideline.body.firstSection(.changelog) else { return nil }
    let blocks = section.elements.flatMap { element -> [Block] in
      switch element {
      case .prose(let block): [block]
      case .entry(let place): guideline.entries[place].blocks
      default: []
      }
    }
    return (blocks.plainText, section.span)
  }

  private mutating func walk(_ elements: [Element], _ context: Context) {
    for element in elements {
      switch element {
      case .prose(let block): add(block, context)
      case .section(let section):
        guard section.role != .changelog else { continue }
        let subject = Change.Subject(
          .prose, id: section.anchor, name: section.heading.plainText)
        var inner = Context(
          subject: subject, role: section.role, audience: section.audience, under: context.under)
        // The title of the document is a field of the guideline.
        if section.level > 1 { addHeading(section, inner) }
        inner.under = OwnHeadings.heading(of: section, renames) ?? context.under
        walk(section.elements, inner)
      case .label(let place):
        let label = guideline.labels[place]
        walk(
          label.elements,
          Context(subject: .init(label), role: .prose, audience: label.audience))
      case .entry(let place):
        let entry = guideline.entries[place]
        var inner = context
        inner.audience = entry.audience
        add(entry.blocks, entry.span, inner, mark: entry.kind == .step ? "1." : "-")
      default: break
      }
    }
  }

  private mutating func addHeading(_ section: Section, _ context: Context) {
    var wording = Wording(renames: renames)
    wording.add(section.heading.inlines)
    units.append(
      Unit(
        subject: context.subject, role: section.role, audience: section.audience, isHeading: true,
        words: "# " + wording.words, exact: "\(section.level) \(wording.exact)",
        shown: section.heading.plainText, span: section.span, under: context.under))
  }

  private mutating func add(_ block: Block, _ context: Context) {
    if block.isComment { return }
    switch block.kind {
    case .list(let start, _, let items):
      for item in items { add(item.blocks, item.span, context, mark: start == nil ? "-" : "1.") }
    case .table(let table):
      for row in [table.header] + table.rows {
        let inlines = Array(row.joined(separator: [Inline(.text(" | "), block.span)]))
        let span = inlines.first.flatMap { first in inlines.last.map { first.span.union($0.span) } }
        add([Block(.paragraph(inlines), span ?? block.span)], span ?? block.span, context)
      }
    default: add([block], block.span, context)
    }
  }

  private mutating func add(
    _ blocks: [Block], _ span: Span, _ context: Context, mark: String = ""
  ) {
    let wording = blocks.wording(renames: renames)
    units.append(
      Unit(
        subject: context.subject, role: context.role, audience: context.audience,
        isHeading: false, words: wording.words, exact: mark + wording.exact,
        shown: blocks.plainText, span: span, under: context.under))
  }
}

extension Entry {
  /// The title and the text behind it.
  fileprivate var blocks: [Block] {
    (self.title.map { [Block(.paragraph($0.inlines), $0.span)] } ?? []) + self.content
  }
}
