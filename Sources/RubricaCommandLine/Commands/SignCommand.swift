internal import ArgumentParser
internal import RubricaBundle
internal import RubricaFiles
internal import RubricaGovernance
internal import RubricaModel
internal import RubricaSignature
internal import RubricaSource

struct SignCommand: RubricaCommand {
  static let configuration = CommandConfiguration(
    commandName: "sign",
    abstract:
      "Signs the parts of a guideline that a role covers: approve, ask for changes, withdraw.",
    discussion: """
      Writes a statement about the current content, has `ssh-keygen` sign it with your key (in a \
      file, an agent or a hardware token) and adds both to the log in `signoffs/`. Read the packet \
      first: `rubrica review packet ROLE PATH`.

      If the key is on another machine: --prepare FILE here, `ssh-keygen -Y sign -n \
      signoff@rubrica.dev -f KEY FILE` there, and --import FILE --signature FILE.sig here.

      Exit codes: 0 signed, 1 refused, 2 could not be evaluated.
      """)

  @Argument(
    help: "A guideline folder; with --policy, the workspace.",
    completion: .file(), transform: PathArgument.checked)
  var path = "."

  @Option(name: .customLong("as"), help: "The role that you decide in.")
  var role: String?

  @Option(
    help:
      "Your decision: approve, approve-with-conditions, request-changes, withdraw or delegate.")
  var decision: SignOff.Decision?

  @Option(
    help: "Your private key, or the public half of a key that an agent holds.",
    completion: .file(), transform: PathArgument.checked)
  var key: String?

  @Option(help: "Your name in the file of signers. Default: the owner of the key.")
  var id: String?

  @Option(help: "Your name as shown to people. Default: the same as --id.")
  var name: String?

  @Option(help: "The reason. Required to ask for changes and to withdraw.")
  var comment: String?

  @Option(
    name: .customLong("condition"),
    help: "A date and what must be done by then: `2026-12-31 Sign the contract`. Repeatable.")
  var conditions: [String] = []

  @Option(help: "When it stops counting: `2027-11-24T00:00:00Z`. Required to delegate.")
  var expires: Timestamp?

  @Option(help: "The statement that this one replaces: its file in `signoffs/`.")
  var supersedes: String?

  @Option(help: "The person who delegated the role to you.")
  var onBehalfOf: String?

  @Option(help: "The person who may sign instead of you.")
  var delegate: String?

  @Option(
    help:
      "The review packet that you have read, as `review packet` wrote it. Its digest becomes part of the statement.",
    completion: .file(), transform: PathArgument.checked)
  var reviewed: String?

  @Flag(help: "Sign the approval policy of the workspace, not a guideline.")
  var policy = false

  @Option(
    help: "Only write the statement to this file, to sign it elsewhere.",
    completion: .file(), transform: PathArgument.checked)
  var prepare: String?

  @Option(
    name: .customLong("import"), help: "A statement that was signed elsewhere.",
    completion: .file(), transform: PathArgument.checked)
  var imported: String?

  @Option(
    help: "The signature of the imported statement. Default: its path with `.sig` appended.",
    completion: .file(), transform: PathArgument.checked)
  var signature: String?

  @OptionGroup var time: TimeOption

  func execute(_ console: Console) throws -> Outcome {
    let now = time.now()
    let desk = try policy ? SigningDesk.policy(path) : SigningDesk.guideline(path)
    if let imported {
      let statement = try SigningDesk.read(imported)
      let proof = try SigningDesk.read(signature ?? imported + ".sig")
      let signOff = try SigningDesk.signOff(statement)
      if signOff.decision.coversLeaves, desk.tellErrors(console) { return .refused }
      try desk.refuseFutile(signOff, at: now)
      return try finish(desk, statement, proof, now, console)
    }
    if decision?.coversLeaves ?? false, desk.tellErrors(console) { return .refused }
    let signOff = try statement(desk, now)
    try desk.refuseFutile(signOff, at: now)
    let bytes = signOff.bytes
    if let prepare {
      let folder = prepare.lastSlash.map { String(prepare[..<$0]) } ?? ""
      let isFiled = !FileStamp.isAbsent(
        WorkspaceLocation.join(folder, LedgerReader.logFile))
      try GivenFile.write(bytes, to: prepare, inPlaceOf: "statement of your own") { old in
        !isFiled && (try? SignOff(old)) != nil
      }
      console.output("wrote \(prepare): sign it with this command:")
      console.output(
        "  ssh-keygen -Y sign -n \(SignOff.namespace) -f KEY \(ShellWord.path(prepare))")
      return .fine
    }
    guard let key else {
      throw Failure(
        "no key was given", help: "Name your key with --key, such as ~/.ssh/id_ed25519.")
    }
    return try finish(desk, bytes, try KeygenSigner.sign(bytes, key: key), now, console)
  }

  /// Verifies what was signed as the gate would, and only then adds it.
  private func finish(
    _ desk: SigningDesk, _ statement: [UInt8], _ proof: [UInt8], _ now: Timestamp,
    _ console: Console
  ) throws -> Outcome {
    switch try desk.add(statement, proof, at: now) {
    case .refused(let denials):
      for denial in denials { console.status("refused: \(TextStyle.visible(denial.message))") }
      console.status("nothing was added to \(desk.folder)")
      if let help = LogHelp.text(denials, isImport: imported != nil) {
        console.status("  help: \(help)")
      }
      return .refused
    case .added(let file, let signOff):
      console.output("added \(desk.folder)/\(file)")
      console.output(
        "  \(signOff.signer) \(signOff.decision.past) as \(signOff.role): "
          + signOff.subjects.map(\.name).joined(separator: ", "))
      return .fine
    }
  }

  private func statement(_ desk: SigningDesk, _ now: Timestamp) throws(Failure) -> SignOff {
    guard let role else {
      throw Failure(
        "no role was given", help: "Name your role with --as: \(desk.roleNames).")
    }
    guard let decision else {
      throw Failure(
        "no decision was given",
        help: "State your decision with --decision: "
          + SignOff.Decision.allCases.map(\.rawValue).joined(separator: ", ") + ".")
    }
    let known = try desk.role(role)
    let signer: String
    if let id { signer = id } else { signer = try desk.principal(ofKey: key) }
    let content = desk.content(known)
    let isApproval = decision.isApproval
    var earlier: Digest?
    if let supersedes { earlier = try desk.digest(of: supersedes) }
    var agreed: [SignOff.Condition] = []
    for (place, text) in conditions.enumerated() {
      guard let space = text.firstIndex(of: " "),
        let day = try? CalendarDate(String(text[..<space]))
      else {
        throw Failure(
          "`\(text)` is not a condition",
          help: "Write a date and what must be done by then, such as \"2026-12-31 Sign it\".")
      }
      let words = text[space...].drop { $0 == " " }
      agreed.append(
        SignOff.Condition(id: "c\(place + 1)", text: String(words), until: day, items: []))
    }
    var packet: SignOff.Reviewed?
    if let reviewed {
      packet = try read(packet: reviewed, of: content.subjects, known, desk)
    }
    let signOff = SignOff(
      subjects: content.subjects, decision: decision, role: role,
      meaning: !isApproval
        ? "" : policy ? PolicyPacket.meaning(known) : ReviewPacket.meaning(known),
      signer: signer, signerName: name ?? signer, onBehalfOf: onBehalfOf, signedAt: now,
      expiresAt: expires, policy: desk.policyInForce, compiler: Release.name, reviewed: packet,
      leaves: decision.coversLeaves ? content.leaves : [],
      conditions: agreed, comment: comment, supersedes: earlier, delegate: delegate,
      after: desk.head)
    // What is read back must be what was meant: a field that does not fit is told before it is signed.
    do { _ = try SignOff(signOff.bytes) } catch {
      throw Failure("this cannot be signed: \(error.message)")
    }
    return signOff
  }
}

extension SignCommand {
  /// What was read must be what is signed, and not an older page, or that of another role.
  private func read(
    packet file: String, of subjects: [Statement.Subject], _ role: ApprovalPolicy.Role,
    _ desk: SigningDesk
  ) throws(Failure) -> SignOff.Reviewed {
    let page = try SigningDesk.read(file)
    let again =
      "Make the packet again and read it: "
      + "rubrica review packet \(ShellWord.quoted(role.name.value)) \(ShellWord.path(path))"
      + (policy ? " --policy" : "")
    if let difference = ReviewPacket.difference(of: page, from: subjects, role) {
      throw Failure.refusal(
        "`\(file)` is not the packet of what would be signed: \(difference)",
        help: "Nothing was signed. \(again)")
    }
    // Its digests are the right ones; whether its words are, the page itself does not prove.
    guard desk.makes(page, for: role) else {
      throw Failure.refusal(
        "`\(file)` names the right digests, but is not the page that `rubrica review packet` makes of them",
        help:
          "Nothing was signed. Somebody has changed the file, a browser or a mail program has saved it in its "
          + "own way, it was made with --templates, or lines have moved in the source since. \(again)"
      )
    }
    return SignOff.Reviewed(mediaType: "text/html", digest: Digest(page))
  }
}

extension SignOff.Decision: ExpressibleByArgument {}
