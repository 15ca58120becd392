internal import RubricaBundle
internal import RubricaCompiler
internal import RubricaGovernance
internal import RubricaSignature
internal import RubricaSource

/// Logs, statements and signatures.
extension CorpusCase {
  /// The approval of `legal` in a bundle.
  private static let legal = "signoffs/0000-legal-approve.json"
  private static let log = "signoffs/log.txt"

  static let logs: [CorpusCase] = [
    .resealed("log-removed", "there are statements but no log", .logUnreadable) {
      $0.files[log] = nil
    },
    .resealed("log-garbled", "a line of the log is malformed", .logUnreadable) {
      $0.replace(" 0000-legal", "\t0000-legal", in: log)
    },
    .resealed("log-without-end", "the last line of the log is cut off", .logUnreadable) {
      $0.files[log]?.removeLast()
    },
    .resealed("log-truncated", "the last statement is gone from the log", .logEntryUnlisted) {
      let lines = $0.text(log).split(separator: "\n").dropLast()
      $0.files[log] = Array((lines.joined(separator: "\n") + "\n").utf8)
    },
    .resealed("log-twice", "the log has a statement twice", .logEntryTwice) {
      let first = $0.text(log).split(separator: "\n")[0]
      $0.files[log]?.append(contentsOf: Array("\(first)\n".utf8))
    },
    .resealed("log-swapped", "two statements were swapped", .logPrefix) {
      var lines = $0.text(log).split(separator: "\n")
      lines.swapAt(0, 1)
      $0.files[log] = Array((lines.joined(separator: "\n") + "\n").utf8)
    },
    .scene(
      "log-shorter-than-released", "a statement that existed at the last release is gone",
      .logCheckpoint
    ) {
      var scene = Scene.signed()
      scene.checkpoint(size: 5)
      return scene
    },
    .scene(
      "log-checkpoint-by-another", "the checkpoint was not signed with a release key",
      .logCheckpoint
    ) {
      var scene = Scene.signed()
      scene.checkpoint(size: nil, by: Scene.key("mallory"))
      return scene
    },
    .approval("log-time-back", "a statement is older than the one before it", .logTime) {
      var signOff = $0.statement("legal", "lena@parcels.example")
      signOff.signedAt = Scene.start.adding(hours: -48)
      $0.sign(signOff)
    },
    .approval("log-other-prefix", "a statement was signed for another log", .logPrefix) {
      var signOff = $0.statement("legal", "lena@parcels.example")
      signOff.after.root = Digest(Array("another log".utf8))
      $0.sign(signOff)
    },
  ]

  static let statements: [CorpusCase] = [
    .resealed(
      "statement-removed", "the approval by legal is gone, but its line in the log is not",
      .logEntryMissing
    ) {
      $0.files[legal] = nil
    },
    .resealed("statement-edited", "a date in an approval was changed", .logEntryChanged) {
      $0.replace("\"expiresAt\": null", "\"expiresAt\": \"2030-01-01T00:00:00Z\"", in: legal)
    },
    .resealed(
      "statement-edited-and-logged", "a date in an approval was changed, and the log with it",
      .signatureRefused
    ) {
      let before = Digest($0.files[legal] ?? [])
      $0.replace("\"expiresAt\": null", "\"expiresAt\": \"2030-01-01T00:00:00Z\"", in: legal)
      $0.relog(before, legal)
    },
    .resealed(
      "statement-reformatted", "an approval was reformatted without changing its meaning",
      .signatureRefused
    ) {
      let before = Digest($0.files[legal] ?? [])
      $0.replace("{\n  \"_type\"", "{ \"_type\"", in: legal)
      $0.relog(before, legal)
    },
    .resealed(
      "statement-unlisted", "an approval is in the folder but not in the log", .logEntryUnlisted
    ) {
      $0.files["signoffs/0009-legal-approve.json"] = $0.files[legal]
    },
    .approval(
      "statement-field-unknown", "a statement has an unknown field", .statementUnreadable
    ) {
      $0.signText($0.statement("legal", "lena@parcels.example")) {
        $0.replacing("\"decision\":", with: "\"silently\": true,\n    \"decision\":")
      }
    },
    .approval("statement-field-missing", "a statement lacks a field", .statementUnreadable) {
      $0.signText($0.statement("legal", "lena@parcels.example")) {
        $0.replacing("    \"expiresAt\": null,\n", with: "")
      }
    },
    .approval("statement-key-twice", "a statement has a key twice", .statementUnreadable) {
      $0.signText($0.statement("legal", "lena@parcels.example")) {
        $0.replacing(
          "\"decision\": \"approve\"",
          with: "\"decision\": \"request-changes\",\n    \"decision\": \"approve\"")
      }
    },
    .approval(
      "statement-decision-unknown", "a statement has an unknown decision",
      .statementUnreadable
    ) {
      $0.signText($0.statement("legal", "lena@parcels.example")) {
        $0.replacing("\"decision\": \"approve\"", with: "\"decision\": \"acknowledge\"")
      }
    },
    .approval("statement-type-other", "a statement is of another type", .statementUnreadable) {
      $0.signText($0.statement("legal", "lena@parcels.example")) {
        $0.replacing("predicates/sign-off/v1", with: "predicates/sign-off/v0")
      }
    },
    .approval(
      "statement-digest-weaker", "a statement contains a SHA-1 digest", .statementUnreadable
    ) {
      $0.signText($0.statement("legal", "lena@parcels.example")) {
        $0.replacing("\"sha256\"", with: "\"sha1\"")
      }
    },
    .approval(
      "statement-trailing", "there is text after the end of a statement", .statementUnreadable
    ) {
      $0.signText($0.statement("legal", "lena@parcels.example")) { $0 + "{}\n" }
    },
    .approval(
      "statement-other-guideline", "the approval is about another guideline", .statementForeign
    ) {
      var signOff = $0.statement("legal", "lena@parcels.example")
      signOff.subjects = signOff.subjects.map {
        .init(name: $0.name.replacing(SceneText.id, with: "other-notes"), digest: $0.digest)
      }
      $0.sign(signOff)
    },
    .approval(
      "statement-of-tomorrow", "the approval is dated after the time of the check",
      .statementFuture
    ) {
      var signOff = $0.statement("legal", "lena@parcels.example")
      signOff.signedAt = Scene.asked.adding(hours: 24)
      $0.sign(signOff)
    },
    .approval(
      "supersedes-unknown", "an approval replaces a statement that does not exist",
      .statementReference
    ) {
      var signOff = $0.statement("legal", "lena@parcels.example")
      signOff.supersedes = Digest(Array("no statement".utf8))
      $0.sign(signOff)
    },
    .signed(
      "withdrawal-of-another", "somebody withdraws another person's approval",
      .statementReference
    ) {
      let approval = $0.state.log().at(nil).entries[0].digest
      var signOff = $0.statement("legal", "lars@parcels.example", .withdraw)
      signOff.supersedes = approval
      signOff.comment = "I know better."
      $0.sign(signOff)
    },
  ]

  static let signatures: [CorpusCase] = [
    .resealed("signature-removed", "an approval has no signature", .signatureMissing) {
      $0.files[legal + ".sig"] = nil
    },
    .resealed("signature-empty", "the file of a signature is empty", .signatureRefused) {
      $0.files[legal + ".sig"] = []
    },
    .resealed(
      "signature-of-another-statement", "an approval has the signature of another approval",
      .signatureRefused
    ) {
      $0.files[legal + ".sig"] = $0.files["signoffs/0001-security-approve.json.sig"]
    },
    .approval(
      "signature-other-namespace", "the signature was made for another purpose", .signatureRefused
    ) {
      let signOff = $0.statement("legal", "lena@parcels.example")
      let proof = Scene.key(signOff.signer).sign(signOff.bytes, namespace: "git")
      $0.file(signOff.bytes, proof.armored, as: "legal-approve")
    },
    .approval("signature-unknown-key", "the key is not in the file of signers", .signatureRefused) {
      $0.sign($0.statement("legal", "lena@parcels.example"), with: Scene.key("mallory"))
    },
    .approval("signature-key-of-another", "the key belongs to another person", .signatureRefused) {
      $0.sign(
        $0.statement("legal", "lena@parcels.example"), with: Scene.key("lars@parcels.example"))
    },
    .approval(
      "signature-homoglyph", "a name has a look-alike letter of another script",
      .signatureRefused
    ) {
      var signOff = $0.statement("legal", "lena@parcels.example")
      signOff.signer = "len\u{0430}@parcels.example"
      $0.sign(signOff, with: Scene.key("lena@parcels.example"))
    },
    .approval("signature-certificate", "the key is a certificate", .signatureRefused) {
      $0.signWith(kind: "ssh-ed25519-cert-v01@openssh.com")
    },
    .approval(
      "signature-rsa", "the signature uses an algorithm that is not accepted", .signatureRefused
    ) {
      $0.signWith(kind: "ssh-rsa")
    },
    .approval("signature-hash-weaker", "the signature uses SHA-1", .signatureRefused) {
      let signOff = $0.statement("legal", "lena@parcels.example")
      let proof = Scene.key(signOff.signer).sign(signOff.bytes, namespace: SignOff.namespace)
      let blob = proof.blob.replacing(Array("sha512".utf8), with: Array("sha1xx".utf8))
      $0.file(signOff.bytes, SSHArmor.text(blob), as: "legal-approve")
    },
    .scene(
      "signature-nobody-present", "a hardware key signed without anybody present",
      .signatureRefused
    ) {
      var scene = Scene()
      scene.addSecurityKey(of: "lena@parcels.example")
      scene.approvePolicy()
      let signOff = scene.statement("legal", "lena@parcels.example")
      let proof = SecurityKey(of: signOff.signer).sign(
        signOff.bytes, namespace: SignOff.namespace, isPresent: false)
      scene.file(signOff.bytes, proof, as: "legal-approve")
      scene.approve("security", "sam@parcels.example")
      scene.approve("owner", "olga@parcels.example")
      scene.approve("owner", "otto@parcels.example")
      return scene
    },
    .scene("signature-key-expired", "the key was no longer valid when it signed", .signatureRefused)
    {
      var scene = Scene()
      scene.replace(
        "lena@parcels.example ssh", "lena@parcels.example valid-before=\"20261101Z\" ssh",
        in: "allowed_signers")
      return scene.signedAnew
    },
    .scene("signature-key-not-yet", "the key was not yet valid when it signed", .signatureRefused) {
      var scene = Scene()
      scene.replace(
        "lena@parcels.example ssh", "lena@parcels.example valid-after=\"20270101Z\" ssh",
        in: "allowed_signers")
      return scene.signedAnew
    },
    .scene(
      "signature-key-for-other-purpose", "the key may not be used for sign-offs", .signatureRefused
    ) {
      var scene = Scene()
      scene.replace(
        "lena@parcels.example ssh", "lena@parcels.example namespaces=\"git\" ssh",
        in: "allowed_signers")
      return scene.signedAnew
    },
    .signed("key-revoked", "the key was revoked for everything it signed", .signatureRefused) {
      $0.set("revoked_keys", "\(Scene.key("lena@parcels.example").publicKey.line) lost\n")
    },
    .signed(
      "key-used-after-revocation", "the key signed after it was revoked", .signatureRefused
    ) {
      $0.set(
        "revoked_keys",
        "\(Scene.key("otto@parcels.example").publicKey.line) from=\(SceneText.id):3 lost\n")
    },
  ]
}
