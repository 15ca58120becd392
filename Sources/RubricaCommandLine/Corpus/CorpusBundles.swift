internal import RubricaBundle
internal import RubricaGovernance
internal import RubricaSignature

/// Files and seals.
extension CorpusCase {
  private static let page = "instructions/index.html"

  static let bundles: [CorpusCase] = [
    .files("file-edited", "a word of the instructions is another", .fileChanged) {
      $0.replace("parcel", "letter", in: page)
    },
    .files("file-removed", "a file of the manifest is not there", .fileMissing) {
      $0.files[page] = nil
    },
    .files("file-added", "a file is there that the manifest does not know", .fileAdded) {
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
    .files("manifest-edited", "the manifest has the digest of an edited file", .sealSubject) {
      $0.replace("parcel", "letter", in: page)
      $0.remakeManifest()
    },
    .files("manifest-key-twice", "the manifest has a key twice", .manifestUnreadable) {
      $0.replace("{\n  \"schema\"", "{\n  \"files\": [],\n  \"schema\"", in: SealedBundle.manifest)
      $0.seal()
    },
    .files("manifest-field-unknown", "the manifest has a field nobody knows", .manifestUnreadable) {
      $0.replace(
        "\n  \"files\": [", "\n  \"skip\": true,\n  \"files\": [", in: SealedBundle.manifest)
      $0.seal()
    },
    .files("manifest-digest-weaker", "a digest in the manifest is an MD5", .manifestUnreadable) {
      $0.replace("\"digest\": \"sha256:", "\"digest\": \"md5:", in: SealedBundle.manifest)
      $0.seal()
    },
    .files("path-above", "the manifest names a file above the bundle", .pathUnsafe) {
      $0.replace("\"path\": \"\(page)\"", "\"path\": \"../\(page)\"", in: SealedBundle.manifest)
      $0.seal()
    },
    .files("path-absolute", "the manifest names a file by its absolute path", .pathUnsafe) {
      $0.replace("\"path\": \"\(page)\"", "\"path\": \"/\(page)\"", in: SealedBundle.manifest)
      $0.seal()
    },
    .files("path-backslash", "a name would be a path on another system", .pathUnsafe) {
      $0.replace(
        "\"path\": \"\(page)\"", "\"path\": \"..\\\\index.html\"", in: SealedBundle.manifest)
      $0.seal()
    },
    .files("path-turned-around", "a name is shown in another order than it has", .pathUnsafe) {
      $0.replace(
        "\"path\": \"\(page)\"", "\"path\": \"instructions/\\u202elmth.html\"",
        in: SealedBundle.manifest)
      $0.seal()
    },
    .files("path-twice", "the manifest names a file twice, in two spellings", .pathUnsafe) {
      $0.files["INSTRUCTIONS/index.html"] = $0.files[page]
      $0.remakeManifest()
      $0.seal()
    },
    .files("path-other-manifest", "the manifest names itself in another spelling", .pathUnsafe) {
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
    .files("seal-payload-edited", "a letter of the sealed statement is another", .sealSignature) {
      bundle in
      let text = bundle.text(Seal.file)
      guard let start = text.firstRange(of: "\"payload\": \"")?.upperBound else { return }
      let place = text.index(start, offsetBy: 40)
      let other = text[place] == "A" ? "B" : "A"
      bundle.files[Seal.file] = Array(
        (text[..<place] + other + text[text.index(after: place)...]).utf8)
    },
    .files("seal-type-other", "the seal says that it holds something else", .sealUnreadable) {
      $0.replace("application/vnd.in-toto+json", "application/json", in: Seal.file)
    },
    .files("seal-key-twice", "the seal has a field twice", .sealUnreadable) {
      $0.replace("{\n  \"payload\"", "{\n  \"payloadType\": \"x\",\n  \"payload\"", in: Seal.file)
    },
    .seal(
      "seal-other-key", "the seal is by a key that nobody has given", .sealSignature,
      keys: [Scene.key("mallory")]),
    .seal("seal-other-bundle", "the seal is that of another bundle", .sealSubject) {
      $0.manifest = Digest(Array("another manifest".utf8))
    },
    .seal("seal-other-name", "the seal is that of another guideline", .sealSubject) {
      $0.name = "other-notes@1.0.0"
    },
    .seal("seal-property-missing", "the seal does not say that everything passed", .sealProperty) {
      $0.properties.removeAll { $0 == Gate.release }
    },
    {
      var made = CorpusCase.seal(
        "seal-property-made-up", "the seal says more than was found", .sealProperty
      ) {
        $0.properties.append("role:ethics")
      }
      made.required = ["role:ethics"]
      return made
    }(),
    {
      var last = CorpusCase.seal(
        "seal-expires-now", "the seal runs out in the second that is asked about", .sealExpired
      ) {
        $0.expiresAt = Scene.asked
      }
      last.time = Scene.asked
      return last
    }(),
    .seal("seal-other-policy", "the seal was made under another policy", .sealPolicy) {
      $0.policy = Digest(Array("another policy".utf8))
    },
    .seal("seal-other-log", "the seal knows one statement more", .sealLog) { $0.logs[0].size += 1 },
    .seal("seal-other-revocations", "the seal knows a list of revoked keys", .sealRevocations) {
      $0.revoked = Digest(Array("a list".utf8))
    },
    .seal("seal-expired", "the seal has run out", .sealExpired) {
      $0.timeCreated = Scene.start
      $0.expiresAt = Scene.asked.adding(hours: -1)
    },
    .seal("seal-of-tomorrow", "the clock was set back behind the seal", .sealTime) {
      $0.timeCreated = Scene.asked.adding(hours: 24)
    },
    {
      var older = CorpusCase.seal(
        "seal-older", "release 1 is served after release 2 was seen", .sealOlder)
      older.seen = 2
      return older
    }(),
    {
      var early = CorpusCase.files(
        "clock-back", "the clock was set back behind the signatures", .statementFuture
      ) { _ in }
      early.time = Scene.start.adding(hours: -24)
      return early
    }(),
    {
      var late = CorpusCase.files("clock-forward", "a year has gone by", .roleExpired) { _ in }
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
