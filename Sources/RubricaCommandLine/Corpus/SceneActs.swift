// Everything in the scene is our own: what cannot be made is a mistake in it, which has to stop at once.
// swift-format-ignore-file: NeverForceUnwrap, NeverUseForceTry

internal import RubricaBundle
internal import RubricaCompiler
internal import RubricaGovernance
internal import RubricaSignature
internal import RubricaSource

/// What people of the scene do, rightly or wrongly.
extension Scene {
  /// Asks for changes.
  mutating func object(_ role: String, _ person: String) {
    var signOff = statement(role, person, .requestChanges)
    signOff.comment = "The retention is too long."
    sign(signOff)
  }

  mutating func withdraw(_ role: String, _ person: String, _ target: Digest) {
    var signOff = statement(role, person, .withdraw)
    signOff.supersedes = target
    signOff.comment = "I was wrong."
    sign(signOff)
  }

  /// Says something about the policy of now; names the entry of its log with a number.
  mutating func answerPolicy(
    _ decision: SignOff.Decision, by person: String, naming entry: Int? = nil
  ) {
    let (ledger, digest) = (state.policyLog().at(nil).ledger, policyRecord.digest)
    let isAnswer = decision == .withdraw || decision == .requestChanges
    let signOff = SignOff(
      subjects: [.init(name: SignOff.policySubject, digest: digest)], decision: decision,
      role: "owner", meaning: decision.isApproval ? "This is who signs what." : "", signer: person,
      signerName: person, signedAt: now, policy: digest, compiler: "rubrica corpus",
      leaves: decision == .withdraw
        ? [] : [SignedLeaf(path: SignOff.policySubject, digest: digest, formDigest: digest)],
      comment: isAnswer ? "This is too lenient." : nil,
      supersedes: entry.map { ledger.entries[$0].digest }, after: (ledger.size, ledger.root))
    let proof = Self.key(person).sign(signOff.bytes, namespace: SignOff.namespace)
    file(
      signOff.bytes, proof.armored, as: "owner-\(decision.rawValue)", in: Self.policySignoffs)
  }

  @discardableResult
  mutating func delegate(
    _ role: String, from person: String, to other: String, hours: Int = 24 * 60
  ) -> Digest {
    var signOff = statement(role, person, .delegate)
    signOff.delegate = other
    signOff.expiresAt = signOff.signedAt.adding(hours: hours)
    return sign(signOff)
  }

  /// Waives an item of legal, and has everybody sign that.
  mutating func waive(_ rest: String) {
    let path = "\(Self.folder)/governance.yaml"
    set(path, text(path) + "waivers: [{item: SRC-03, reason: The store moves., \(rest)}]\n")
    self = signedAnew
  }

  /// Signs a statement whose text was changed before.
  mutating func signText(_ signOff: SignOff, _ edit: (String) -> String) {
    let before = String(decoding: signOff.bytes, as: UTF8.self)
    let after = edit(before)
    precondition(after != before, "the statement was not changed")
    let bytes = Array(after.utf8)
    let proof = Self.key(signOff.signer).sign(bytes, namespace: SignOff.namespace)
    file(bytes, proof.armored, as: "\(signOff.role)-\(signOff.decision.rawValue)")
  }

  /// Signs as legal with a key that says that it is of another kind.
  mutating func signWith(kind: String) {
    let signOff = statement("legal", "lena@parcels.example")
    let blob = SSHBlob.signature(
      key: [Array(kind.utf8), Array(repeating: 7, count: 32)], namespace: SignOff.namespace,
      hash: "sha512", proof: [Array(kind.utf8), Array(repeating: 9, count: 64)])
    file(signOff.bytes, SSHArmor.text(blob), as: "legal-approve")
  }

  /// Gives somebody a hardware key instead of the one they have.
  mutating func addSecurityKey(of person: String) {
    replace(
      "\(person) \(Self.key(person).publicKey.line)", "\(person) \(SecurityKey(of: person).line)",
      in: "allowed_signers")
  }

  /// What the log was at a release: as it is, or with another number of entries.
  mutating func checkpoint(size: Int?, by key: PrivateKey = releaseKey) {
    let ledger = state.log().at(nil)
    let point = try! Checkpoint(
      origin: LedgerReader.origin(ledger.name), size: size ?? ledger.size, root: ledger.root)
    files["\(Self.signoffs)/\(LedgerReader.checkpointFile)"] =
      try! point.note(signedBy: LedgerReader.witness, key)
  }
}

extension CorpusBundle {
  /// Has the log agree with a statement that was edited.
  mutating func relog(_ before: Digest, _ file: String) {
    replace(before.hex, Digest(files[file] ?? []).hex, in: "signoffs/log.txt")
  }
}

extension String {
  /// Without the blanks at the head of its lines.
  func trimmed(_ count: Int) -> String { String(dropFirst(count)) }
}

/// A hardware key in software (`sk-ssh-ed25519@openssh.com`), which says whether somebody touched it.
struct SecurityKey {
  private static let type = "sk-ssh-ed25519@openssh.com"
  private static let application = Array("ssh:".utf8)
  private let key: PrivateKey

  init(of person: String) { key = Scene.key(person, 9) }

  private var fields: [[UInt8]] {
    guard case .ed25519(let point) = key.publicKey.kind else { return [] }
    return [Array(Self.type.utf8), point, Self.application]
  }

  /// As in a file of signers.
  var line: String { "\(Self.type) \(Base64.text(SSHBlob.strings(fields)))" }

  /// An armoured signature.
  func sign(_ message: [UInt8], namespace: String, isPresent: Bool) -> [UInt8] {
    let signed = SSHSignature.signedBytes(message, namespace: namespace, hash: .sha512)
    let data: [UInt8] = [isPresent ? 1 : 0, 0, 0, 0, 1]
    let proof = key.sign(Digest(Self.application).bytes + data + Digest(signed).bytes)
    let blob = SSHBlob.signature(
      key: fields, namespace: namespace, hash: "sha512", proof: [Array(Self.type.utf8), proof],
      behind: data)
    return SSHArmor.text(blob)
  }
}

/// The form of SSH signatures, for making ones that are wrong.
enum SSHBlob {
  static func strings(_ fields: [[UInt8]]) -> [UInt8] { fields.flatMap(string) }

  private static func string(_ bytes: [UInt8]) -> [UInt8] {
    let count = UInt32(bytes.count)
    return [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: count >> $0) } + bytes
  }

  static func signature(
    key: [[UInt8]], namespace: String, hash: String, proof: [[UInt8]], behind: [UInt8] = []
  ) -> [UInt8] {
    Array("SSHSIG".utf8) + [0, 0, 0, 1] + string(strings(key)) + string(Array(namespace.utf8))
      + string([]) + string(Array(hash.utf8)) + string(strings(proof) + behind)
  }
}

enum SSHArmor {
  static func text(_ blob: [UInt8]) -> [UInt8] {
    Array("-----BEGIN SSH SIGNATURE-----\n\(Base64.text(blob))\n-----END SSH SIGNATURE-----\n".utf8)
  }
}
