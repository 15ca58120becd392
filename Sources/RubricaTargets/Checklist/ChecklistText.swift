internal import RubricaModel
internal import RubricaSource

/// `checklist.md`: the checklist as it is read beside the source, on a code host.
struct ChecklistText {
  private var writer = MarkdownWriter()

  static func bytes(
    _ guideline: Guideline, _ report: ChecklistReport, _ context: TargetContext
  ) -> [UInt8] {
    var text = ChecklistText()
    text.head(guideline, report, context)
    text.open(report)
    text.settled(report)
    return text.writer.bytes
  }

  private mutating func head(
    _ guideline: Guideline, _ report: ChecklistReport, _ context: TargetContext
  ) {
    writer.heading(1, [.plain("Compliance checklist: \(guideline.title.value)")])
    for fact in ChecklistWords.facts(guideline, context) {
      writer.item([.plain("\(fact.name): "), .code(fact.value)])
    }
    writer.paragraph([.strong(ChecklistWords.summary(report))])
    writer.table(
      ["State", "Items"],
      report.counts.map { entry in
        [
          [.plain("\(ChecklistWords.sign(entry.state)) \(ChecklistWords.state(entry.state))")],
          [.plain(String(entry.count))],
        ]
      })
    if report.open > 0 {
      writer.heading(2, [.plain("Whose turn it is")])
      writer.table(
        ["Role", "Open", "Items"],
        report.turns.map { turn in
          let ids = turn.places.map { report.results[$0].prepared.item.id }
          return [
            [.plain(ChecklistWords.capitalized(turn.name))], [.plain(String(ids.count))],
            [.plain(ids.joined(separator: ", "))],
          ]
        })
    }
    writer.paragraph([.plain(ChecklistWords.limits)])
  }

  private mutating func open(_ report: ChecklistReport) {
    guard report.open > 0 else { return }
    writer.heading(2, [.plain("Open items")])
    for turn in report.turns {
      writer.heading(3, [.plain(ChecklistWords.capitalized(turn.name))])
      for place in turn.places {
        let result = report.results[place]
        item(result)
        if let action = result.action { write(action, of: result.prepared) }
        writer.lines(result.prepared.text.why)
        if let because = result.because { line("It counts because", PhrasePart.parts(because)) }
        proof(result)
      }
    }
  }

  private mutating func settled(_ report: ChecklistReport) {
    guard !report.settled.isEmpty else { return }
    writer.heading(2, [.plain("Settled items")])
    for group in report.settled {
      writer.heading(3, [.plain(group.name)])
      for place in group.places {
        item(report.results[place])
        proof(report.results[place])
      }
    }
  }

  private mutating func item(_ result: ChecklistResult) {
    let state = "\(ChecklistWords.sign(result.state)) \(ChecklistWords.state(result.state))"
    let level = ChecklistWords.level(result.prepared.item.level)
    writer.item(
      result.prepared.text.question,
      [.strong(result.state.isOpen ? "\(state), \(level)" : state)])
    if let reason = result.tellingReason { writer.item(depth: 1, PhrasePart.parts(reason)) }
  }

  /// What to do is often the very words of the catalogue.
  private mutating func write(_ action: String, of prepared: PreparedItem) {
    if action == prepared.item.how {
      writer.lines(prepared.text.how)
    } else {
      line("What to do", PhrasePart.parts(action))
    }
  }

  private mutating func line(_ name: String, _ parts: [PhrasePart]) {
    writer.item(depth: 1, [.strong("\(name): ")] + parts)
  }

  private mutating func proof(_ result: ChecklistResult) {
    for gap in result.gaps {
      let place = gap.place.map { [PhrasePart.code($0.text), .plain(" ")] } ?? []
      line("Missing", place + PhrasePart.parts(gap.text))
    }
    for evidence in result.evidence {
      let path =
        ChecklistWords.path(evidence.path).map { [PhrasePart.plain(" "), .code($0)] } ?? []
      line("Evidence", [.code(evidence.place.text)] + path + [.plain(": \(evidence.text)")])
    }
    writer.lines(result.prepared.text.references)
  }
}
