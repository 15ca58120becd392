internal import RubricaBundle
internal import RubricaCompiler
internal import RubricaFiles
internal import RubricaGovernance
internal import RubricaModel
internal import RubricaSignature
internal import RubricaSource
internal import RubricaTargets

/// Where a statement is made out and filed: the sign-offs of a guideline, or of the policy.
struct SigningDesk {
  /// The folder of the log.
  let folder: String
  private let files: [String: [UInt8]]
  let approval: ApprovalPolicy
  let settings: ApprovalFiles
  /// Nil for the policy.
  let document: GovernedDocument?
  /// The digest that a statement of now names as the policy it is made under.
  let policyInForce: Digest
  /// The policy of now, which is what is signed with `--policy`.
  private let policyNow: PolicyRecord
  private let templates: PageTemplates

  enum Filed {
    case added(String, SignOff)
    case refused([Denial])
  }

  static func guideline(_ path: String) throws(Failure) -> SigningDesk {
    let session = try Session(path: path, stage: nil, templates: nil)
    let document = try GovernedDocument.only(in: session, path)
    guard try SigningJournal(folder: document.folder).finish() else {
      return try SigningDesk(session, document)
    }
    return try guideline(path)
  }

  static func policy(_ path: String) throws(Failure) -> SigningDesk {
    let session = try Session(path: path, stage: nil, templates: nil)
    guard try SigningJournal(folder: session.signOffs()).finish() else {
      return try SigningDesk(session, nil)
    }
    return try policy(path)
  }

  /// The page by which a role signs the policy of now.
  static func policyPacket(
    _ path: String, as role: String
  ) throws(Failure) -> (bytes: [UInt8], digest: Digest) {
    let session = try Session(path: path, stage: nil, templates: nil)
    let desk = try SigningDesk(session, nil)
    return (desk.policyPacket(try desk.role(role)), desk.policyNow.digest)
  }

  private func policyPacket(_ role: ApprovalPolicy.Role) -> [UInt8] {
    let isFirst = settings.policyLog(approval).at(nil).last == nil
    return PolicyPacket(
      policyNow, role, before: isFirst ? nil : judge, templates: templates
    ).bytes
  }

  /// Whether a file is, byte for byte, the page by which a role signs what is there now.
  func makes(_ page: [UInt8], for role: ApprovalPolicy.Role) -> Bool {
    document?.makes(page, for: role) ?? (policyPacket(role) == page)
  }

  private init(_ session: Session, _ document: GovernedDocument?) throws(Failure) {
    guard let approval = session.settings.approval else {
      throw Failure(
        "there is no approval policy",
        help: "State under `approval` in rubrica.yaml who signs what.")
    }
    self.document = document
    self.approval = approval
    settings = session.settings.approvalFiles
    templates = session.settings.templates
    policyNow = PolicyRecord(policy: approval, signers: settings.signers ?? [])
    if let document {
      folder = document.folder
      files = document.state.files
      policyInForce = document.state.subject.policyDigest
    } else {
      folder = session.signOffs()
      files = settings.policySignOffs
      // The first policy approves itself; each later one is approved under the one before.
      policyInForce = settings.policyLog(approval).at(nil).last ?? policyNow.digest
    }
  }

  /// The policy that decides who signs.
  private var judge: PolicyRecord {
    guard document == nil, policyInForce != policyNow.digest else { return policyNow }
    let record = files[PolicyRecord.name(of: policyInForce)].flatMap { try? PolicyRecord($0) }
    return record ?? policyNow
  }

  var roleNames: String {
    let policy = judge.policy
    let names =
      document == nil ? policy.policyRole.map { [$0.value] } ?? [] : policy.roles.map(\.name.value)
    return names.map { "`\($0)`" }.joined(separator: ", ")
  }

  func role(_ name: String) throws(Failure) -> ApprovalPolicy.Role {
    let policy = judge.policy
    if document != nil { return try policy.role(named: name) }
    guard let role = policy.role(name), policy.policyRole?.value == name else {
      throw Failure(
        "the role `\(name)` does not sign changes of the policy",
        help: "The roles are: \(roleNames).")
    }
    return role
  }

  /// What a role signs.
  func content(
    _ role: ApprovalPolicy.Role
  ) -> (subjects: [Statement.Subject], leaves: [SignedLeaf]) {
    guard let state = document?.state else {
      let digest = policyNow.digest
      return (
        [.init(name: SignOff.policySubject, digest: digest)],
        [SignedLeaf(path: SignOff.policySubject, digest: digest, formDigest: digest)]
      )
    }
    let scopes = role.scopes.compactMap { state.subject.scope($0.value) }
    return (
      scopes.map { .init(name: state.subject.name(ofScope: $0.name), digest: $0.digest) },
      state.subject.leaves(of: scopes.map(\.name))
    )
  }

  /// Size and root of the log as it is.
  var head: (size: Int, root: Digest) {
    let ledger = document?.log.at(nil) ?? settings.policyLog(approval).at(nil).ledger
    return (ledger.size, ledger.root)
  }

  func principal(ofKey key: String?) throws(Failure) -> String {
    guard let key else {
      throw Failure(
        "no key was given", help: "Name your key with --key, or give your name with --id.")
    }
    let file = key.hasSuffix(".pub") ? key : key + ".pub"
    let keys = try PublicKeyFile.read(file)
    guard let principal = try book().principal(of: keys[0]) else {
      throw Failure.refusal(
        "the key `\(file)` is not listed in `\(approval.signers.value)`",
        help:
          "Add a line with your name and the key to that file, then have the policy signed again."
      )
    }
    return principal
  }

  /// The digest of a statement by the name of its file.
  func digest(of file: String) throws(Failure) -> Digest {
    let name = file.fileName ?? file
    guard let bytes = files[name], name.hasSuffix(".json") else {
      throw Failure("there is no statement `\(name)` in `\(folder)`")
    }
    return Digest(bytes)
  }

  static func signOff(_ statement: [UInt8]) throws(Failure) -> SignOff {
    do { return try SignOff(statement) } catch {
      throw Failure("this is not a sign-off: \(error.message)")
    }
  }

  static func read(_ path: String) throws(Failure) -> [UInt8] {
    do { return try DiskFiles(root: "").read(path, limit: 64 << 20) } catch {
      throw Failure(error, at: path, doing: "read")
    }
  }

  /// Whether the guideline has errors, which are told.
  func tellErrors(_ console: Console) -> Bool { document?.tellErrors(console) ?? false }

  /// Who can sign, by the policy that decides.
  func book() throws(Failure) -> SignerBook {
    do throws(LogProblem) {
      return try ApprovalFiles(
        signers: judge.signers, revoked: settings.revoked, policySignOffs: [:]
      ).book()
    } catch { throw Failure(error.message) }
  }

  // MARK: filing

  /// Adds a signed statement to the log, if the gate would take it.
  func add(_ statement: [UInt8], _ proof: [UInt8], at time: Timestamp) throws(Failure) -> Filed {
    let signOff = try Self.signOff(statement)
    let isNew = FileStamp(at: folder) == nil
    do { try Folder.make(folder) } catch {
      throw Failure(error, at: folder, doing: "create the folder")
    }
    let held = try HeldLog(folder)
    defer { withExtendedLifetime(held) {} }
    // People take their time to sign: others may have filed something since.
    let files: [String: [UInt8]]
    do { files = try SignOffFiles.read(folder, DiskFiles(root: "")) } catch {
      throw Failure(error, at: folder, doing: "read")
    }
    let before = ledger(files, at: time)
    let file = LogLine.file(before.size, "\(signOff.role)-\(signOff.decision.rawValue)")
    var added: [(name: String, bytes: [UInt8])] = [(file, statement), (file + ".sig", proof)]
    if let texts = texts(signOff) { added.append((LogLine.texts(of: file), texts)) }
    if document == nil { added.append((policyNow.file, policyNow.bytes)) }
    let log =
      (files[LedgerReader.logFile] ?? [])
      + Array(LogLine(digest: Digest(statement), file: file).text.utf8)
    added.append((LedgerReader.logFile, log))
    var after = files
    for (name, bytes) in added { after[name] = bytes }
    let result = ledger(after, at: time)
    let news = result.denials.filter { denial in !before.denials.contains(denial) }
    guard news.isEmpty, before.denials.isEmpty else {
      if isNew { Folder.removeIfEmpty(folder) }
      // What was wrong before is the reason; what would be wrong then follows from it.
      return .refused(before.denials.isEmpty ? news : before.denials)
    }
    try SigningJournal(folder: folder).file(added, among: files)
    return .added(file, signOff)
  }

  /// What the leaves say, for those that were signed as they are now, with the data files among them.
  private func texts(_ signOff: SignOff) -> [UInt8]? {
    guard let document, !signOff.leaves.isEmpty else { return nil }
    var now: [String: (text: String, digest: Digest)] = [:]
    for leaf in document.state.governed.leaves { now[leaf.path] = (leaf.text, leaf.digest) }
    let texts = signOff.leaves.compactMap { leaf -> (path: String, text: String)? in
      guard let known = now[leaf.path], known.digest == leaf.digest else { return nil }
      return (leaf.path, known.text)
    }
    let covered = Set(texts.map(\.path))
    let media = document.compilation.guideline.media
    return SignedTexts.bytes(texts + SignedTexts.contents(of: media, in: covered))
  }

  private func ledger(_ files: [String: [UInt8]], at time: Timestamp) -> Ledger {
    guard let document else { return settings.policyLog(approval, files).at(time).ledger }
    return settings.log(of: document.id, files, approval).at(time)
  }
}
