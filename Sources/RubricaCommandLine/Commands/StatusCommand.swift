internal import ArgumentParser
internal import RubricaGovernance
internal import RubricaSignature
internal import RubricaSource
internal import RubricaTargets

struct StatusCommand: RubricaCommand {
  static let configuration = CommandConfiguration(
    commandName: "status",
    abstract:
      "Says how it stands with every guideline: who has signed, what is open, what is coming due.",
    discussion:
      "Exit codes: 0 every guideline would pass the gate, 1 some would not, 2 could not look.")

  @Argument(
    help: "A Markdown file, the folder of a guideline, or a workspace.",
    transform: PathArgument.checked)
  var path = "."

  @OptionGroup var time: TimeOption

  @Option(help: "How the answer is written: text or json.")
  var format = GateFormat.text

  func execute(_ console: Console) throws -> Outcome {
    let session = try Session(path: path, stage: nil, templates: nil)
    let now = time.now()
    var isPass = true
    var answers: [(id: String, version: String?, result: GateResult)] = []
    for document in try GovernedDocument.all(in: session) {
      let report = document.report
      let input = document.gateInput(at: now, report)
      let result = document.judge(input)
      isPass = isPass && result.isPass
      switch format {
      case .json: answers.append((document.id, input.subject.version, result))
      case .text:
        console.output(
          lines(report.due, input, result, now, console.style).joined(separator: "\n"))
      }
    }
    if format == .json { console.output(GateDocument.json(answers, time: now).bytes) }
    return isPass ? .fine : .refused
  }

  private func lines(
    _ due: [ChecklistDue], _ input: GateInput, _ result: GateResult, _ now: Timestamp,
    _ style: TextStyle
  ) -> [String] {
    let open = input.openItems
    let head = result.isPass ? style.paint("ready", .good) : style.paint("not ready", .error)
    var lines = [
      "\(style.paint("\(input.subject.id) \(input.subject.version ?? "")", .strong)) \(head)"
    ]
    lines.append(
      "  roles      "
        + result.roles.map { status in
          let mark = status.isSatisfied ? "✓" : status.objections.isEmpty ? "·" : "✗"
          return "\(mark) \(status.role) \(status.people.count)/\(status.quorum)"
        }.joined(separator: "   "))
    var turns: [(role: String, items: [String])] = []
    for item in open {
      if let place = turns.firstIndex(where: { $0.role == item.role }) {
        turns[place].items.append(item.id)
      } else {
        turns.append((item.role, [item.id]))
      }
    }
    lines.append("  checklist  \(open.count) blocking open of \(input.checklist.count)")
    for turn in turns {
      lines.append("    \(turn.role): \(turn.items.joined(separator: " "))")
    }
    for due in due.prefix(4) {
      let isPast = (try? CalendarDate(due.date)).map { $0.end < now } ?? false
      lines.append(
        "  \(isPast ? "overdue" : "due    ")    \(due.date) \(TextStyle.visible(due.what))")
    }
    let others = result.denials.filter { denial in
      denial.code != .checklistOpen && !denial.code.rawValue.hasPrefix("role-")
    }
    for denial in others.prefix(8) {
      lines.append(
        "  \(style.paint(denial.code.rawValue, .error))  \(TextStyle.visible(denial.message))")
    }
    if others.count > 8 { lines.append("  and \(others.count - 8) more; see rubrica gate") }
    return lines
  }
}
