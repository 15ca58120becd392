internal import RubricaCompiler
internal import ArgumentParser
internal import RubricaBundle
internal import RubricaFiles
internal import RubricaGovernance
internal import RubricaModel
internal import RubricaSource

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
      The page contains every word that goes into the digests of the role's scopes. What differs from \
      the role's last sign-off is marked.
      """)

  @Argument(help: "The role, such as `legal`.")
  var role: String

  @Argument(help: "A guideline folder.", completion: .file(), transform: PathArgument.checked)
  var path = "."

  @Option(
    name: [.short, .long], help: "The file for the page. Default: ID-ROLE.html.",
    completion: .file(), transform: PathArgument.checked)
  var output: String?

  @Option(
    name: .customLong("for"), help: "Mark what differs from the last sign-off of this person.")
  var person: String?

  @Option(
    help: "A folder whose files override the built-in templates.",
    completion: .directory, transform: PathArgument.checked)
  var templates: String?

  func execute(_ console: Console) throws -> Outcome {
    let session = try Session(path: path, stage: nil, templates: templates)
    let document = try GovernedDocument.only(in: session, path)
    let state = document.state
    guard let known = state.subject.policy.role(role) else {
      let names = state.subject.policy.roles.map { "`\($0.name.value)`" }
      throw Failure(
        "the approval policy has no role `\(role)`",
        help: "Its roles are \(names.joined(separator: ", ")).")
    }
    if document.tellErrors(console) { return .refused }
    let spoken = RoleEvaluation(
      state.subject, document.log.at(nil),
      approvedPolicies: document.policies.at(nil).approved, time: nil
    ).spoken(as: known)
    if let person, !known.people.contains(where: { $0.value == person }) {
      let people = known.people.map { "`\($0.value)`" }
      throw Failure(
        "the role `\(role)` has no person `\(person)`",
        help: "It has \(people.joined(separator: ", ")).")
    }
    let last = spoken.last { entry in person.map { $0 == entry.signOff.person } ?? true }
    let packet = ReviewPacket(
      state.governed, known, last: last, media: document.compilation.guideline.media,
      templates: session.settings.templates
    ) { leaf in
      state.subject.leaf(leaf.path)?.place ?? Denial.Place(file: "", line: 0, column: 0)
    }
    let bytes = packet.bytes
    let file = output ?? "\(document.id)-\(role).html"
    try GivenFile.write(bytes, to: file, inPlaceOf: "review packet") { old in
      old.starts(with: "<!doctype html>".utf8)
    }
    console.output("wrote \(file)")
    console.output("  its SHA-256 is \(Digest(bytes).hex)")
    for scope in known.scopes.compactMap({ state.subject.scope($0.value) }) {
      console.output("  scope \(scope.name): \(scope.paths.count) leaves, \(scope.digest.hex)")
    }
    return .fine
  }
}
