internal import RubricaModel
internal import RubricaSource

/// `checklist.md`: the checklist as it is read beside the source, on a code host.
struct ChecklistText {
  private static let missing = MarkdownWriter.bytes { $0.strong("Missing: ") }
  private static let evidence = MarkdownWriter.bytes { $0.strong("Evidence: ") }

  private var writer = MarkdownWriter()

  static func bytes(
    _ guideline: Guideline, _ report: ChecklistReport, _ context: TargetContext
  ) -> [UInt8] {
    var text = ChecklistText()
    text.writer.reserve(700 * report.results.count + 4_000)
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
        writer.written(result.prepared.text.why)
        if let because = result.because {
          writer.item(depth: 1) { line in
            line.strong("It counts because: ")
            line.phrase(because)
          }
        }
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
    writer.item { line in
      line.written(result.prepared.text.question)
      line.written(result.prepared.text.states[result.state.rank])
    }
    if let reason = result.tellingReason { writer.item(depth: 1, PhrasePart.parts(reason)) }
  }

  /// What to do is often the very words of the catalogue.
  private mutating func write(_ action: String, of prepared: PreparedItem) {
    if action == prepared.item.how {
      writer.written(prepared.text.how)
    } else {
      writer.item(depth: 1) { line in
        line.strong("What to do: ")
        line.phrase(action)
      }
    }
  }

  private mutating func proof(_ result: ChecklistResult) {
    for gap in result.gaps {
      writer.item(depth: 1) { line in
        line.written(Self.missing)
        if let place = gap.place {
          line.code(place.text)
          line.plain(" ")
        }
        line.phrase(gap.text)
      }
    }
    for evidence in result.evidence {
      writer.item(depth: 1) { line in
        line.written(Self.evidence)
        line.code(evidence.place.text)
        if let path = ChecklistWords.path(evidence.path) {
          line.plain(" ")
          line.code(path)
        }
        line.plain(": ")
        line.plain(evidence.text)
      }
    }
    writer.written(result.prepared.text.references)
  }
}
