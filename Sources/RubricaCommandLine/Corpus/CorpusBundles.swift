internal import RubricaBundle
internal import RubricaGovernance
internal import RubricaSignature

/// Files and seals.
extension CorpusCase {
  private static let page = "instructions/index.html"

  static let bundles: [CorpusCase] = [
    .files("file-edited", "a word of the instructions was changed", .fileChanged) {
      $0.replace("parcel", "letter", in: page)
    },
    .files("file-removed", "a file in the manifest does not exist", .fileMissing) {
      $0.files[page] = nil
    },
    .files("file-added", "there is a file that the manifest does not list", .fileAdded) {
      $0.files["instructions/more.html"] = Array("<p>Label everything.</p>".utf8)
    },
    .files("file-cut-short", "the last byte of a file is gone", .fileChanged) {
      $0.files[page]?.removeLast()
    },
    .files("file-linked", "a file is a link to somewhere else", .pathUnsafe) {
      $0.files[page] = nil
      $0.links[page] = "../../../../etc/hostname"
    },
    .files("manifest-removed", "there is no manifest", .manifestUnreadable) {
      $0.files[SealedBundle.manifest] = nil
    },
    .files(
      "manifest-edited", "the manifest was changed to the digest of an edited file", .sealSubject
    ) {
      $0.replace("parcel", "letter", in: page)
      $0.remakeManifest()
    },
    .files("manifest-key-twice", "the manifest has a key twice", .manifestUnreadable) {
      $0.replace("{\n  \"schema\"", "{\n  \"files\": [],\n  \"schema\"", in: SealedBundle.manifest)
      $0.seal()
    },
    .files("manifest-field-unknown", "the manifest has an unknown field", .manifestUnreadable) {
      $0.replace(
        "\n  \"files\": [", "\n  \"skip\": true,\n  \"files\": [", in: SealedBundle.manifest)
      $0.seal()
    },
    .files("manifest-digest-weaker", "a digest in the manifest is an MD5", .manifestUnreadable) {
      $0.replace("\"digest\": \"sha256:", "\"digest\": \"md5:", in: SealedBundle.manifest)
      $0.seal()
    },
    .files("path-above", "the manifest lists a file above the bundle", .pathUnsafe) {
      $0.replace("\"path\": \"\(page)\"", "\"path\": \"../\(page)\"", in: SealedBundle.manifest)
      $0.seal()
    },
    .files("path-absolute", "the manifest lists a file by its absolute path", .pathUnsafe) {
      $0.replace("\"path\": \"\(page)\"", "\"path\": \"/\(page)\"", in: SealedBundle.manifest)
      $0.seal()
    },
    .files("path-backslash", "a name would be a path on another operating system", .pathUnsafe) {
      $0.replace(
        "\"path\": \"\(page)\"", "\"path\": \"..\\\\index.html\"", in: SealedBundle.manifest)
      $0.seal()
    },
    .files(
      "path-turned-around", "a name is displayed in another order than it is stored", .pathUnsafe
    ) {
      $0.replace(
        "\"path\": \"\(page)\"", "\"path\": \"instructions/\\u202elmth.html\"",
        in: SealedBundle.manifest)
      $0.seal()
    },
    .files("path-twice", "the manifest lists a file twice, spelled differently", .pathUnsafe) {
      $0.files["INSTRUCTIONS/index.html"] = $0.files[page]
      $0.remakeManifest()
      $0.seal()
    },
    .files("path-other-manifest", "the manifest lists itself, spelled differently", .pathUnsafe) {
      $0.files["Manifest.json"] = $0.files[page]
      $0.remakeManifest()
      $0.seal()
    },
    .signed("stage-pilot", "the guideline is at stage pilot", .stage) {
      $0.replace("stage: release", "stage: pilot", in: "\(Scene.folder)/guideline.md")
      $0 = $0.signedAnew
    },
  ]

  static let seals: [CorpusCase] = [
    .files("seal-removed", "there is no seal", .sealMissing) { $0.files[Seal.file] = nil },
    .files("seal-stripped", "the seal has no signature", .sealSignature) { bundle in
      let text = bundle.text(Seal.file)
      guard let list = text.firstRange(of: "\"signatures\": [") else { return }
      bundle.files[Seal.file] = Array((text[..<list.upperBound] + "]\n}\n").utf8)
    },
    .files("seal-payload-edited", "a letter of the sealed statement was changed", .sealSignature) {
      bundle in
      let text = bundle.text(Seal.file)
      guard let start = text.firstRange(of: "\"payload\": \"")?.upperBound else { return }
      let place = text.index(start, offsetBy: 40)
      let other = text[place] == "A" ? "B" : "A"
      bundle.files[Seal.file] = Array(
        (text[..<place] + other + text[text.index(after: place)...]).utf8)
    },
    .files("seal-type-other", "the seal claims to contain something else", .sealUnreadable) {
      $0.replace("application/vnd.in-toto+json", "application/json", in: Seal.file)
    },
    .files("seal-key-twice", "the seal has a field twice", .sealUnreadable) {
      $0.replace("{\n  \"payload\"", "{\n  \"payloadType\": \"x\",\n  \"payload\"", in: Seal.file)
    },
    .seal(
      "seal-other-key", "the seal was made with a key that is not trusted", .sealSignature,
      keys: [Scene.key("mallory")]),
    .seal("seal-other-bundle", "the seal belongs to another bundle", .sealSubject) {
      $0.manifest = Digest(Array("another manifest".utf8))
    },
    .seal("seal-other-name", "the seal belongs to another guideline", .sealSubject) {
      $0.name = "other-notes@1.0.0"
    },
    .seal("seal-property-missing", "the seal does not state that everything passed", .sealProperty)
    {
      $0.properties.removeAll { $0 == Gate.release }
    },
    {
      var made = CorpusCase.seal(
        "seal-property-made-up", "the seal states more than was found", .sealProperty
      ) {
        $0.properties.append("role:ethics")
      }
      made.required = ["role:ethics"]
      return made
    }(),
    {
      var last = CorpusCase.seal(
        "seal-expires-now", "the seal expires in the very second of the check", .sealExpired
      ) {
        $0.expiresAt = Scene.asked
      }
      last.time = Scene.asked
      return last
    }(),
    .seal("seal-other-policy", "the seal was made under another policy", .sealPolicy) {
      $0.policy = Digest(Array("another policy".utf8))
    },
    .seal("seal-other-log", "the seal counts one statement too many", .sealLog) {
      $0.logs[0].size += 1
    },
    .seal("seal-other-revocations", "the seal refers to a list of revoked keys", .sealRevocations) {
      $0.revoked = Digest(Array("a list".utf8))
    },
    .seal("seal-expired", "the seal has expired", .sealExpired) {
      $0.timeCreated = Scene.start
      $0.expiresAt = Scene.asked.adding(hours: -1)
    },
    .seal("seal-of-tomorrow", "the clock was set back to before the seal", .sealTime) {
      $0.timeCreated = Scene.asked.adding(hours: 24)
    },
    {
      var older = CorpusCase.seal(
        "seal-older", "release 1 is presented after release 2 was seen", .sealOlder)
      older.seen = 2
      return older
    }(),
    {
      var early = CorpusCase.files(
        "clock-back", "the clock was set back to before the signatures", .statementFuture
      ) { _ in }
      early.time = Scene.start.adding(hours: -24)
      return early
    }(),
    {
      var late = CorpusCase.files("clock-forward", "a year has passed", .roleExpired) { _ in }
      late.time = Scene.asked.adding(hours: 24 * 400)
      return late
    }(),
    .scene("seal-key-unknown-to-policy", "the policy does not know the key of the seal", .sealKey) {
      var scene = Scene()
      scene.replace(
        Scene.releaseKey.publicKey.line, Scene.key("other machine").publicKey.line,
        in: "rubrica.yaml")
      scene.approvePolicy()
      scene.approve()
      return scene
    },
  ]
}
