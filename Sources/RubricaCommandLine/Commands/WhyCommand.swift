internal import ArgumentParser
internal import RubricaCompiler
internal import RubricaGovernance
internal import RubricaModel
internal import RubricaSignature
internal import RubricaSource

struct WhyCommand: RubricaCommand {
  static let configuration = CommandConfiguration(
    commandName: "why",
    abstract: "Shows why a role counts as signed or not, and who can change that.",
    discussion:
      "Exit codes: 0 every named role has approved; 1 some have not; 2 the files could not be read."
  )

  @Argument(help: "The role, such as `legal`, or `all` for every role.")
  var role: String

  @OptionGroup var given: PathOption

  @OptionGroup var time: TimeOption

  func execute(_ console: Console) throws -> Outcome {
    let session = try Session(path: given.path, stage: nil, templates: nil)
    let now = time.now()
    var isSatisfied = true
    for document in try GovernedDocument.all(in: session) {
      let input = document.gateInput(at: now)
      let evaluation = RoleEvaluation(
        input.subject, input.ledger, approvedPolicies: input.policies.approved, time: now)
      let policy = input.subject.policy
      let isForAll = role == "all" && !policy.roles.isEmpty
      let asked = try isForAll ? policy.roles : [policy.role(named: role)]
      let unapproved = input.policies.fault(of: input.subject.policyDigest, policy)
      for role in asked {
        let status = evaluation.status(of: role)
        let text = WhyText(
          document: document, role: role, status: status, time: now,
          isPolicyInForce: unapproved == nil)
        console.output(text.lines(console.style).joined(separator: "\n"))
        isSatisfied = isSatisfied && status.isSatisfied
      }
      let names = Set(asked.map(\.name.value))
      let twice = RoleWords.twice(evaluation.statuses(), policy).filter { denial in
        !names.isDisjoint(with: denial.who)
      }
      let faults = twice + (unapproved.map { [$0] } ?? [])
      for denial in input.ledger.denials + input.policies.denials + faults {
        console.output(
          "  \(console.style.paint(denial.code.rawValue, .error)): \(TextStyle.visible(denial.message))"
        )
        isSatisfied = false
      }
      if let help = LogHelp.text(input.ledger.denials) { console.output("  help: \(help)") }
      if unapproved != nil, let role = policy.policyRole?.value {
        let name = TextStyle.visible(ShellWord.quoted(role))
        let path = TextStyle.visible(ShellWord.path(document.path))
        console.output("  rubrica review packet \(name) \(path) --policy")
        console.output("  rubrica sign \(path) --policy --as \(name) --decision approve --key KEY")
      }
    }
    return isSatisfied ? .fine : .refused
  }
}
