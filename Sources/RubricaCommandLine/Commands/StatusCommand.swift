internal import ArgumentParser
internal import RubricaCompiler
internal import RubricaGovernance
internal import RubricaModel
internal import RubricaRules
internal import RubricaSignature
internal import RubricaSource
internal import RubricaTargets

struct StatusCommand: RubricaCommand {
  static let configuration = CommandConfiguration(
    commandName: "status",
    abstract:
      "Shows the status of every guideline: who has signed, what is open, what is due soon.",
    discussion:
      "Exit codes: 0 every guideline would pass the gate; 1 some would not; 2 the files could not be read."
  )

  @OptionGroup var given: PathOption

  @OptionGroup var time: TimeOption

  @Option(help: "The output format: text or json.")
  var format = TextOrJSON.text

  func execute(_ console: Console) throws -> Outcome {
    let session = try Session(path: given.path, stage: nil, templates: nil)
    Strays.Unseen(by: session.location).tell(console)
    let now = time.now()
    guard session.settings.approval != nil else { return try ungoverned(session, now, console) }
    var isPass = true
    var answers: [(id: String, version: String?, result: GateResult)] = []
    var more: [[(String, JSON)]] = []
    for document in try GovernedDocument.all(in: session) {
      let report = document.report(at: now)
      let input = document.gateInput(at: now, report)
      let result = document.judge(input)
      isPass = isPass && result.isPass
      let status = StatusText(
        name: "\(document.id) \(input.subject.version ?? "")", isReady: result.isPass,
        roles: result.roles, open: input.openItems.count,
        turns: StatusText.turns(input.openItems.flatMap { document.inTurn($0, result.roles) }),
        asked: input.checklist.count, due: report.due, denials: result.denials)
      switch format {
      case .json:
        answers.append((document.id, input.subject.version, result))
        more.append(status.members)
      case .text:
        console.output(status.lines(now, console.style).joined(separator: "\n"))
      }
    }
    if format == .json { console.output(GateDocument.json(answers, time: now, more: more).bytes) }
    return isPass ? .fine : .refused
  }

  /// What can be told where nobody is asked to sign.
  private func ungoverned(
    _ session: Session, _ now: Timestamp, _ console: Console
  ) throws(Failure) -> Outcome {
    let denial = Session.policyMissing
    var answers: [(id: String, version: String?, result: GateResult)] = []
    var more: [[(String, JSON)]] = []
    var lines: [String] = []
    for guideline in try session.ungoverned() {
      let (id, version) = (guideline.id.value, guideline.version?.value)
      answers.append((id, version, GateResult(denials: [denial])))
      let report = ChecklistReport(
        GuidelineIndex(guideline), session.settings.catalogue, nil)
      let states = GovernedDocument.states(report)
      let open = states.filter { $0.isOpen(waived: []) }
      let status = StatusText(
        name: "\(id) \(version ?? "")", isReady: false, roles: [], open: open.count,
        turns: StatusText.turns(open), asked: states.count, due: report.due, denials: [])
      more.append(status.members)
      lines += status.lines(now, console.style)
    }
    switch format {
    case .json: console.output(GateDocument.json(answers, time: now, more: more).bytes)
    case .text:
      let code = console.style.paint(denial.code.rawValue, .error)
      lines.append("\(code)  \(denial.message) See docs/format/approval.md.")
      console.output(lines.joined(separator: "\n"))
    }
    return .refused
  }
}
