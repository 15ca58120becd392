internal import ArgumentParser
internal import RubricaBundle
internal import RubricaCompiler
internal import RubricaFiles
internal import RubricaGovernance
internal import RubricaModel
internal import RubricaSignature
internal import RubricaSource

struct ReleaseCommand: RubricaCommand {
  static let configuration = CommandConfiguration(
    commandName: "release",
    abstract: "Builds the bundles, asks the gate, and seals them if everything passes.",
    discussion: """
      The key is the unencrypted Ed25519 key of the releasing machine, whose public half is listed under \
      `release-keys` in the approval policy. Nothing is sealed unless every guideline passes: until then, what \
      was released before stays in the output as it is.

      Exit codes: 0 sealed, 1 denied or refused, 2 could not be evaluated.
      """)

  @OptionGroup var given: PathOption

  @Option(
    name: [.short, .long], help: "The folder for the bundles. Default: `build` in the workspace.",
    completion: .directory, transform: PathArgument.checked)
  var output: String?

  @Option(
    help: "A file, or a pipe, with the private key to seal with.", completion: .file(),
    transform: PathArgument.checked)
  var key: String

  @OptionGroup var time: TimeOption

  func execute(_ console: Console) throws -> Outcome {
    let sealer = try Self.read(key)
    if FileStamp.isOpenToOthers(key) {
      console.status(
        "warning: others than its owner may read the key `\(key)`; `chmod 600` keeps it yours")
    }
    let now = time.now()
    var session = try Session(path: given.path, stage: nil, templates: nil)
    Strays.Unseen(by: session.location).tell(console)
    // Releases are counted in these folders, and what is sealed must be what they hold.
    let held = try Self.logs(of: session).map { folder throws(Failure) in try HeldLog(folder) }
    defer { withExtendedLifetime(held) {} }
    // Another release may have ended since: what it has written is not this one's to take back.
    session = try Session(path: given.path, stage: nil, templates: nil)
    guard session.settings.approval != nil else {
      throw Failure.refusal(
        Session.policyMissing.message,
        help: "State under `approval` in rubrica.yaml who signs what; see docs/format/approval.md.")
    }
    let documents = try GovernedDocument.all(in: session)
    try Twins.refuseElsewhere(session)
    // A seal that no gate takes is not made, nor a checkpoint that would spoil the log.
    guard
      documents.allSatisfy({ document in
        document.state.subject.policy.releaseKeys.contains {
          (try? PublicKey(line: $0.value.utf8)) == sealer.publicKey
        }
      })
    else {
      throw Failure.refusal(
        "`\(key)` may not seal: the approval policy does not name it",
        help: "Add its public half to `release-keys` in rubrica.yaml, and have the policy signed.")
    }
    guard let results = judge(documents, now, console) else {
      console.status("denied: nothing was built or sealed")
      return .refused
    }
    let folder = WorkspaceLocation.trimmed(
      output ?? session.location.path("build"))
    // Whatever can be wrong is found before anything is written.
    let last = try documents.map { try ReleaseCount.last(of: $0, output: folder) }
    for document in documents {
      try BundlePlace(output: folder, bundle: document.id).refuseOthers()
    }
    var checkpoints = ReleaseCheckpoints()
    var isCounted = false
    defer { if !isCounted { checkpoints.undo() } }
    try checkpoints.write(documents, after: last, sealer)
    // The checkpoints are part of the bundles.
    session = try Session(path: given.path, stage: nil, templates: nil)
    let reporter = ReportFormat.text.reporter(console.style)
    var seals: [Sealed] = []
    let built = try Builder(session: session, output: folder, reporter: reporter).run(
      progress: { _, _ in },
      sealing: { staged throws(Failure) in
        for (index, document) in documents.enumerated() {
          seals.append(try seal(document, results[index], last[index], staged, sealer, now))
        }
        guard isPass(seals, now, console) else { return false }
        for sealed in seals { try sealed.stage(staged) }
        // The records before the bundles: a seal that nobody has counted must not exist.
        for sealed in seals { try sealed.count() }
        isCounted = true
        // Not at the end: a kill while bundles are moved would leave the release as one that never was.
        checkpoints.keep()
        return true
      })
    guard !built.findings.hasErrors else {
      console.output(reporter.document(built.findings.fragments))
      return .refused
    }
    guard isCounted else {
      console.status("denied: nothing was sealed")
      return .refused
    }
    for sealed in seals {
      let seal = sealed.seal
      console.output("sealed \(sealed.bundle): release \(seal.counter) of \(seal.name)")
      if let end = seal.expiresAt { console.output("  valid until \(end)") }
    }
    for kept in built.kept { console.status(kept.text) }
    return .fine
  }

  /// What the gate says of each document; nil if it denies one. Denials are told.
  private func judge(
    _ documents: [GovernedDocument], _ now: Timestamp, _ console: Console
  ) -> [GateResult]? {
    var isPass = true
    var results: [GateResult] = []
    for document in documents {
      let result = document.judge(document.gateInput(at: now))
      results.append(result)
      guard !result.isPass else { continue }
      isPass = false
      console.output(
        GateText(name: document.id, result: result, time: now, style: console.style).text)
    }
    return isPass ? results : nil
  }

  /// Whether the gate passes each bundle with its seal: what will be pulled is the bundle, so that is what has to
  /// pass. Denials are told.
  private func isPass(_ seals: [Sealed], _ now: Timestamp, _ console: Console) -> Bool {
    var isPass = true
    for sealed in seals where !sealed.answer.isPass {
      isPass = false
      console.output(
        GateText(name: sealed.bundle, result: sealed.answer, time: now, style: console.style).text)
    }
    return isPass
  }

  /// The folders of sign-offs of a workspace that are there: of the policy and of each guideline.
  private static func logs(of session: Session) -> [String] {
    let folders = [""] + session.location.documents.map(\.folder)
    return folders.map { session.signOffs(of: $0) }.filter { FileStamp(at: $0) != nil }
  }

  private static func read(_ path: String) throws(Failure) -> PrivateKey {
    let bytes: [UInt8]
    do { bytes = try DiskFiles.readGiven(path, limit: 1 << 20) } catch {
      throw Failure(error, at: path, doing: "read")
    }
    do { return try PrivateKey(file: bytes) } catch {
      throw Failure("`\(path)` cannot seal: \(error.message)")
    }
  }

  /// A seal for a bundle, not yet written.
  private func seal(
    _ document: GovernedDocument, _ result: GateResult, _ last: SealRecord?,
    _ staged: Builder.Staged, _ key: PrivateKey, _ now: Timestamp
  ) throws(Failure) -> Sealed {
    let bundle = staged.folder(of: document.id)
    let manifest = try SigningDesk.read("\(bundle)/\(SealedBundle.manifest)")
    let version = document.state.subject.version ?? ""
    let seal = Seal(
      name: "\(document.id)@\(version)", manifest: Digest(manifest), verifier: Release.name,
      timeCreated: now, expiresAt: result.validUntil, properties: result.properties,
      policy: document.state.subject.policyDigest,
      logs: [Seal.Log(document.log.at(nil)), Seal.Log(document.policies.at(nil).ledger)],
      revoked: document.session.settings.approvalFiles.revoked.map { Digest($0) },
      counter: (last?.counter ?? 0) + 1, previous: last?.digest)
    let envelope = seal.envelope([key])
    var files = try BundleFolder.read(bundle)
    files.files[Seal.file] = envelope
    let answer = SealedBundle.judge(
      files,
      SealCheck(keys: [key.publicKey], required: [Gate.release], seen: 0, time: now))
    let record = SealRecord(counter: seal.counter, digest: Digest(envelope), version: version)
    return Sealed(
      id: document.id, bundle: staged.place(of: document.id), seal: seal, envelope: envelope,
      answer: answer.result,
      recordFile: ReleaseCount.file(of: document),
      record: record.added(to: document.state.files[SealRecord.file]))
  }
}

/// A seal that is not yet written, and what the gate says of the bundle with it.
private struct Sealed {
  let id: String
  /// Where people find the bundle.
  let bundle: String
  let seal: Seal
  let envelope: [UInt8]
  let answer: GateResult
  let recordFile: String
  let record: [UInt8]

  func stage(_ staged: Builder.Staged) throws(Failure) {
    do { try staged.seal(id, with: envelope) } catch {
      throw Failure(error, at: bundle, doing: "seal")
    }
  }

  /// Notes the release in the list of releases.
  func count() throws(Failure) {
    do { try FileWriter.replace(recordFile, with: record) } catch {
      throw Failure(error, at: recordFile, doing: "write")
    }
  }
}
