// Everything in the scene is our own: what cannot be made is a mistake in it, which has to stop at once.
// swift-format-ignore-file: NeverForceUnwrap, NeverUseForceTry

internal import RubricaBundle
internal import RubricaCompiler
internal import RubricaGovernance
internal import RubricaModel
internal import RubricaSignature
internal import RubricaSource

/// A workspace in memory with people and keys, for making bundles of which exactly one thing is wrong.
/// The keys are made from their names: nothing is secret about them, and every run gives the same bytes.
struct Scene: Sendable {
  static let folder = "guidelines/\(SceneText.id)"
  static let signoffs = "\(folder)/signoffs"
  static let policySignoffs = "signoffs"
  /// When the people sign, and when a pipeline asks.
  static let start = try! Timestamp("2026-11-02T09:00:00Z")
  static let asked = try! Timestamp("2026-11-24T10:00:00Z")
  static let people = [
    "ada@parcels.example", "lena@parcels.example", "lars@parcels.example", "olga@parcels.example",
    "otto@parcels.example", "sam@parcels.example",
  ]

  var files: [String: [UInt8]] = [:]
  /// Moves by an hour with each signature.
  private(set) var now = start
  /// Key that seals.
  static let releaseKey = key("release")

  /// The key of a person; another one of theirs with another number.
  static func key(_ person: String, _ number: Int = 1) -> PrivateKey {
    // A digest has as many bytes as a seed.
    PrivateKey(seed: Digest(Array("rubrica corpus \(person) \(number)".utf8)).bytes)!
  }

  /// A workspace that nobody has signed yet.
  init() {
    set("\(Self.folder)/guideline.md", SceneText.guideline)
    set("\(Self.folder)/governance.yaml", SceneText.governance)
    set("rubrica.yaml", SceneText.settings(releaseKey: Self.releaseKey.publicKey.line))
    set(
      "allowed_signers",
      Self.people.map { "\($0) \(Self.key($0).publicKey.line)\n" }.joined())
  }

  /// Everything signed that has to be.
  static func signed() -> Scene {
    var scene = Scene()
    scene.approvePolicy()
    scene.approve()
    return scene
  }

  /// The bundle of which nothing is wrong.
  static let good = signed().sealed

  /// The same content, signed from the beginning.
  var signedAnew: Scene {
    var scene = self
    for path in files.keys
    where path.hasPrefix(Self.signoffs) || path.hasPrefix(Self.policySignoffs) {
      scene.files[path] = nil
    }
    scene.now = Self.start
    scene.approvePolicy()
    scene.approve()
    return scene
  }

  mutating func set(_ path: String, _ text: String) { files[path] = Array(text.utf8) }

  func text(_ path: String) -> String { String(decoding: files[path] ?? [], as: UTF8.self) }

  /// Changes a text that has to be there, so that a case cannot turn into nothing unnoticed.
  mutating func replace(_ old: String, _ new: String, in path: String) {
    let before = text(path)
    precondition(before.contains(old), "`\(old)` is not in \(path)")
    set(path, before.replacing(old, with: new))
  }

  // MARK: what is there

  var state: ApprovalState { compile().approval! }

  func compile() -> Compilation {
    let reader = MemoryFiles(files)
    let settings = WorkspaceSettings(
      file: SourceFile(name: "rubrica.yaml", bytes: files["rubrica.yaml"] ?? []),
      catalogue: CatalogueReader.builtIn, compiler: "rubrica corpus", files: reader)
    // Files in memory can be read.
    return try! Compiler.compile(
      CompileInput(
        document: "\(Self.folder)/guideline.md", defaultID: SceneText.id, files: reader,
        settings: settings))
  }

  var policyRecord: PolicyRecord {
    PolicyRecord(policy: state.subject.policy, signers: files["allowed_signers"] ?? [])
  }

  // MARK: signing

  /// A statement of now, for changing before it is signed.
  func statement(
    _ role: String, _ person: String, _ decision: SignOff.Decision = .approve
  ) -> SignOff {
    let state = state
    let known = state.subject.policy.role(role)!
    let scopes = known.scopes.compactMap { state.subject.scope($0.value) }
    let ledger = state.log().at(nil)
    return SignOff(
      subjects: scopes.map {
        .init(name: state.subject.name(ofScope: $0.name), digest: $0.digest)
      }, decision: decision, role: role, meaning: decision.isApproval ? "Read and approved." : "",
      signer: person, signerName: person, signedAt: now, policy: state.subject.policyDigest,
      compiler: "rubrica corpus",
      leaves: decision.coversLeaves
        ? state.subject.leaves(of: scopes.map(\.name)) : [],
      after: (ledger.size, ledger.root))
  }

  /// Signs a statement and logs it. Returns its file and digest.
  @discardableResult
  mutating func file(
    _ statement: [UInt8], _ signature: [UInt8], as name: String, in folder: String = signoffs
  ) -> Digest {
    let log = "\(folder)/\(LedgerReader.logFile)"
    let number = text(log).split(separator: "\n").count
    let file = LogLine.file(number, name)
    files["\(folder)/\(file)"] = statement
    files["\(folder)/\(file).sig"] = signature
    let digest = Digest(statement)
    set(log, text(log) + LogLine(digest: digest, file: file).text)
    now = now.adding(hours: 1)
    return digest
  }

  @discardableResult
  mutating func sign(_ signOff: SignOff, with key: PrivateKey? = nil) -> Digest {
    let bytes = signOff.bytes
    let signature = (key ?? Self.key(signOff.signer)).sign(bytes, namespace: SignOff.namespace)
    return file(
      bytes, signature.armored, as: "\(signOff.role)-\(signOff.decision.rawValue)")
  }

  mutating func approve(_ role: String, _ person: String) { sign(statement(role, person)) }

  /// Every role, each by enough people.
  mutating func approve() {
    approve("legal", "lena@parcels.example")
    approve("security", "sam@parcels.example")
    approve("owner", "olga@parcels.example")
    approve("owner", "otto@parcels.example")
  }

  /// The policy of now, under the one that is named; the first one under itself.
  mutating func approvePolicy(under: Digest? = nil, by people: [String]? = nil) {
    let record = policyRecord
    for person in people ?? ["olga@parcels.example", "otto@parcels.example"] {
      let tree = MerkleTree(logged(Self.policySignoffs))
      let digest = record.digest
      let signOff = SignOff(
        subjects: [.init(name: SignOff.policySubject, digest: digest)], decision: .approve,
        role: "owner", meaning: "This is who signs what.", signer: person, signerName: person,
        signedAt: now, policy: under ?? digest, compiler: "rubrica corpus",
        leaves: [SignedLeaf(path: SignOff.policySubject, digest: digest, formDigest: digest)],
        after: (tree.size, tree.root))
      let bytes = signOff.bytes
      let signature = Self.key(person).sign(bytes, namespace: SignOff.namespace)
      file(bytes, signature.armored, as: "owner-approve", in: Self.policySignoffs)
    }
    files["\(Self.policySignoffs)/\(record.file)"] = record.bytes
  }

  private func logged(_ folder: String) -> [[UInt8]] {
    text("\(folder)/\(LedgerReader.logFile)").split(separator: "\n").compactMap { line in
      files["\(folder)/\(line.dropFirst(65))"]
    }
  }

  // MARK: bundles

  /// The bundle as `build` writes it.
  var bundle: CorpusBundle {
    var files: [String: [UInt8]] = [:]
    for artifact in compile().artifacts { files[artifact.path] = artifact.bytes }
    return CorpusBundle(files: files)
  }

  /// The bundle with a seal over whatever it holds, as a machine would make that seals without asking
  /// the gate.
  var sealed: CorpusBundle {
    var bundle = bundle
    bundle.seal()
    return bundle
  }
}

extension Timestamp {
  func adding(hours: Int) -> Timestamp {
    Timestamp(secondsSince1970: secondsSince1970 + hours * 3600) ?? self
  }
}
