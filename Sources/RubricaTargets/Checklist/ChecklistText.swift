internal import RubricaModel
internal import RubricaSource

/// `checklist.md`: the checklist as it is read beside the source, on a code host. Open items show what
/// the source says; settled ones, which nobody has to act on, only where it says so.
struct ChecklistText: ~Copyable {
  private static let limits = MarkdownWriter.bytes {
    $0.paragraph(PhrasePart.parts(ChecklistWords.limits))
  }

  private var writer: MarkdownWriter

  static func bytes(
    _ guideline: Guideline, _ report: ChecklistReport, _ context: TargetContext,
    _ catalogue: WrittenCatalogue
  ) -> [UInt8] {
    MarkdownWriter.bytes(reserving: 500 * report.results.count + 4_000) { writer in
      var text = ChecklistText(writer: writer)
      text.summary(guideline, report, context, catalogue)
      text.open(report, catalogue)
      text.forGate(report)
      text.settled(report, catalogue)
      text.references(catalogue.references)
      writer = text.writer
    }
  }

  private mutating func summary(
    _ guideline: Guideline, _ report: ChecklistReport, _ context: TargetContext,
    _ catalogue: WrittenCatalogue
  ) {
    writer.heading(1, [.plain("Compliance checklist: \(guideline.title.value)")])
    for fact in ChecklistWords.facts(guideline, context) {
      writer.item { line in
        line.plain(fact.name)
        line.markup(": ")
        line.code(fact.value)
      }
    }
    writer.paragraph([.strong(ChecklistWords.summary(report))])
    writer.blankLine()
    writer.markup("| State | Items |\n|---|---|\n")
    for entry in report.counts {
      writer.markup("| ")
      writer.plain(ChecklistWords.sign(entry.state))
      writer.markup(" ")
      writer.plain(ChecklistWords.state(entry.state))
      writer.markup(" | ")
      writer.number(report.shownCount(of: entry))
      writer.markup(" |\n")
    }
    if report.open > 0 {
      writer.heading(2, [.plain("Who must act")])
      for turn in report.turns {
        writer.item { line in
          line.strong(turn.part.title)
          line.markup(" (")
          line.number(turn.places.count)
          line.markup("):")
          for place in turn.places { catalogue.write(catalogue.items[place].text.link, to: &line) }
        }
      }
    }
    if !report.due.isEmpty {
      writer.heading(2, [.plain("Due dates")])
      for due in report.due {
        writer.item { line in
          line.strong(due.date)
          line.markup(" ")
          line.phrase(due.what)
        }
      }
    }
    writer.blankLine()
    writer.written(Self.limits)
  }

  private mutating func open(_ report: ChecklistReport, _ catalogue: WrittenCatalogue) {
    guard report.open > 0 else { return }
    writer.heading(2, [.plain("Open items")])
    for turn in report.turns {
      writer.blankLine()
      writer.written(turn.part.text)
      for place in turn.places { open(report.results[place], place, catalogue) }
    }
  }

  private mutating func open(
    _ result: ChecklistResult, _ place: Int, _ catalogue: WrittenCatalogue
  ) {
    let text = catalogue.items[place].text
    catalogue.write(text.heads[result.state], to: &writer)
    if let reason = result.reason { writer.item(depth: 1) { $0.phrase(reason) } }
    if let action = result.ownAction {
      Self.fact(&writer, ChecklistWords.whatToDo, action)
    } else {
      catalogue.write(text.actions[result.state], to: &writer)
    }
    catalogue.write(text.why, to: &writer)
    if let because = result.because { Self.fact(&writer, "Why it applies", because) }
    for gap in result.gaps {
      writer.item(depth: 1) { line in
        line.markup("**Missing:** ")
        if let place = gap.place {
          line.place(place.file, line: place.line, column: place.column)
          line.markup(" ")
        }
        line.phrase(gap.text)
      }
    }
    for place in result.evidence.indices {
      writer.item(depth: 1) { line in
        line.markup("**Evidence:** ")
        Self.place(&line, result.evidence[place])
        line.markup(": ")
        line.plain(result.evidence[place].text)
      }
    }
    catalogue.write(text.references, to: &writer)
  }

  private mutating func forGate(_ report: ChecklistReport) {
    guard !report.forGate.isEmpty else { return }
    writer.heading(2, [.plain("Decided by the gate")])
    for place in report.forGate {
      let result = report.results[place]
      writer.item([
        .strong("\(result.item.id) "), .plain("\(result.item.question) "),
        .strong(ChecklistWords.gateDecides),
      ])
      if let reason = result.reason { writer.item(depth: 1) { $0.phrase(reason) } }
    }
  }

  private mutating func settled(_ report: ChecklistReport, _ catalogue: WrittenCatalogue) {
    guard !report.settled.isEmpty else { return }
    writer.heading(2, [.plain("Settled items")])
    for group in report.settled {
      writer.blankLine()
      writer.written(group.part.text)
      for place in group.places { settled(report.results[place], place, catalogue) }
    }
  }

  private mutating func settled(
    _ result: ChecklistResult, _ place: Int, _ catalogue: WrittenCatalogue
  ) {
    let text = catalogue.items[place].text
    catalogue.write(text.heads[result.state], to: &writer)
    if let reason = result.reason { writer.item(depth: 1) { $0.phrase(reason) } }
    guard !result.evidence.isEmpty else { return }
    writer.item(depth: 1) { line in
      line.markup("**Evidence:** ")
      for place in result.evidence.indices {
        if place > 0 { line.markup(", ") }
        Self.place(&line, result.evidence[place])
      }
    }
  }

  private static func place(_ line: inout MarkdownWriter, _ evidence: ChecklistEvidence) {
    let place = evidence.place
    line.place(place.file, line: place.line, column: place.column)
    if let key = evidence.name.key {
      line.markup(" ")
      line.code(key)
    }
  }

  private mutating func references(_ references: ChecklistReferences) {
    guard !references.text.isEmpty else { return }
    writer.blankLine()
    writer.written(references.text)
  }

  // MARK: written once a run

  static func head(
    _ writer: inout MarkdownWriter, _ item: Catalogue.Item, _ state: ChecklistResult.State
  ) {
    writer.item([
      .strong("\(item.id) "), .plain("\(item.question) "),
      .strong(ChecklistWords.line(state, item.level)),
    ])
  }

  /// What such a state always asks for, unless the page says so for all of them.
  static func action(
    _ writer: inout MarkdownWriter, _ item: Catalogue.Item, _ state: ChecklistResult.State
  ) {
    guard state != .needsReview, let action = ChecklistWords.action(for: item, state) else {
      return
    }
    fact(&writer, ChecklistWords.whatToDo, action)
  }

  static func fact(_ writer: inout MarkdownWriter, _ name: String, _ text: String) {
    writer.item(depth: 1) { line in
      line.strong("\(name): ")
      line.phrase(text)
    }
  }

  static func references(_ writer: inout MarkdownWriter, _ item: Catalogue.Item) {
    guard !item.clauses.isEmpty else { return }
    writer.item(depth: 1, [.strong("References: "), .plain(ChecklistWords.clauses(item))])
  }
}
