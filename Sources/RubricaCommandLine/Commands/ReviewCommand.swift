internal import ArgumentParser
internal import RubricaBundle
internal import RubricaCompiler
internal import RubricaFiles
internal import RubricaGovernance
internal import RubricaModel
internal import RubricaSource
internal import RubricaTargets

struct ReviewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "review", abstract: "Shows people what they are asked to sign.",
    subcommands: [ReviewPacketCommand.self])
}

struct ReviewPacketCommand: RubricaCommand {
  static let configuration = CommandConfiguration(
    commandName: "packet",
    abstract: "Writes a page that shows exactly what a role signs and what has changed.",
    discussion: """
      The page contains every word that goes into the digests of the role's scopes, and the questions of \
      the checklist that a signature of the role answers. What differs from the role's last sign-off is marked.

      With --policy it shows the approval policy of the workspace in words, and what differs from the policy in \
      force: for those who sign with `rubrica sign --policy`.
      """)

  @Argument(help: "The role, such as `legal`.")
  var role: String

  @Argument(
    help: "A guideline folder; with --policy, the workspace.", completion: .file(),
    transform: PathArgument.checked)
  var path = "."

  @Flag(help: "Show the approval policy of the workspace, not a guideline.")
  var policy = false

  @Option(
    name: [.short, .long],
    help: "The file for the page. Default: ID-ROLE.html, or policy-ROLE.html.",
    completion: .file(), transform: PathArgument.checked)
  var output: String?

  @Option(
    name: .customLong("for"), help: "Mark what differs from the last sign-off of this person.")
  var person: String?

  @OptionGroup var overrides: TemplatesOption

  func execute(_ console: Console) throws -> Outcome {
    if policy { return try writePolicy(console) }
    let session = try Session(path: path, stage: nil, templates: overrides.templates)
    let document = try GovernedDocument.only(in: session, path)
    let state = document.state
    let known = try state.subject.policy.role(named: role)
    if document.tellErrors(console) { return .refused }
    if let person, !known.people.contains(where: { $0.value == person }) {
      let people = known.people.map { "`\($0.value)`" }
      throw Failure(
        "the role `\(role)` has no person `\(person)`",
        help: "It has \(people.joined(separator: ", ")).")
    }
    let packet = document.packet(known, for: person)
    try write(packet.bytes, to: output ?? "\(document.id)-\(role).html", console)
    for scope in known.scopes.compactMap({ state.subject.scope($0.value) }) {
      let leaves = scope.paths.count == 1 ? "1 leaf" : "\(scope.paths.count) leaves"
      console.output("  scope \(scope.name): \(leaves), \(scope.digest.hex)")
    }
    return .fine
  }

  private func writePolicy(_ console: Console) throws -> Outcome {
    guard person == nil, overrides.templates == nil else {
      throw Failure(
        "--policy goes with neither --for nor --templates",
        help: "Changes of the policy are shown against the policy in force.")
    }
    let packet = try SigningDesk.policyPacket(path, as: role)
    try write(packet.bytes, to: output ?? "policy-\(role).html", console)
    console.output("  policy: \(packet.digest.hex)")
    return .fine
  }

  private func write(_ bytes: [UInt8], to file: String, _ console: Console) throws(Failure) {
    try GivenFile.write(bytes, to: file, inPlaceOf: "review packet") { old in
      old.starts(with: "<!doctype html>".utf8)
    }
    console.output("wrote \(file)")
    console.output("  its SHA-256 is \(Digest(bytes).hex)")
  }
}
