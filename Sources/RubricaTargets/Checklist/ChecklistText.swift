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
      ChecklistResult.State.allCases.map { state in
        [
          [.plain("\(ChecklistWords.sign(state)) \(ChecklistWords.state(state))")],
          [.plain(String(report.count(state)))],
        ]
      })
    let turns = report.turns
    if !turns.isEmpty {
      writer.heading(2, [.plain("Whose turn it is")])
      writer.table(
        ["Role", "Open", "Items"],
        turns.map { turn in
          [
            [.plain(ChecklistWords.capitalized(turn.role))], [.plain(String(turn.results.count))],
            [.plain(turn.results.map(\.item.id).joined(separator: ", "))],
          ]
        })
    }
    writer.paragraph([.plain(ChecklistWords.limits)])
  }

  private mutating func open(_ report: ChecklistReport) {
    guard !report.open.isEmpty else { return }
    writer.heading(2, [.plain("Open items")])
    for turn in report.turns {
      writer.heading(3, [.plain(ChecklistWords.capitalized(turn.role))])
      for result in turn.results {
        item(result, tag: ChecklistWords.level(result.item.level))
        field("What to do", result.action)
        field("Why it matters", result.item.why)
        field("It counts because", result.because)
        proof(result)
      }
    }
  }

  private mutating func settled(_ report: ChecklistReport) {
    let groups = report.settled
    guard !groups.isEmpty else { return }
    writer.heading(2, [.plain("Settled items")])
    for group in groups {
      writer.heading(3, [.plain(group.group)])
      for result in group.results {
        item(result, tag: nil)
        proof(result)
      }
    }
  }

  private mutating func item(_ result: ChecklistResult, tag: String?) {
    let state = "\(ChecklistWords.sign(result.state)) \(ChecklistWords.state(result.state))"
    writer.item([
      .strong("\(result.item.id) "), .plain("\(result.item.question) "),
      .strong(tag.map { "\(state), \($0)" } ?? state),
    ])
    if let reason = result.tellingReason { writer.item(depth: 1, PhrasePart.parts(reason)) }
  }

  private mutating func field(_ name: String, _ text: String?) {
    guard let text else { return }
    writer.item(depth: 1, [.strong("\(name): ")] + PhrasePart.parts(text))
  }

  private mutating func proof(_ result: ChecklistResult) {
    for evidence in result.evidence {
      let path = ChecklistWords.path(evidence.path).map { [PhrasePart.plain(" "), .code($0)] } ?? []
      writer.item(
        depth: 1,
        [.strong("Evidence: "), .code(evidence.place.text)] + path + [.plain(": \(evidence.text)")])
    }
    guard !result.item.clauses.isEmpty else { return }
    let clauses = result.item.clauses.map { "\($0.framework), \($0.clause) (\($0.asOf))" }
    writer.item(depth: 1, [.strong("References: "), .plain(clauses.joined(separator: "; "))])
  }
}
