internal import RubricaBundle
internal import RubricaGovernance
internal import RubricaModel
internal import RubricaSignature
internal import RubricaSource

/// A bundle in memory that may be tampered with.
struct CorpusBundle: Sendable {
  var files: [String: [UInt8]]
  /// Names that become links when the bundle is written.
  var links: [String: String] = [:]

  init(files: [String: [UInt8]]) { self.files = files }

  func text(_ path: String) -> String { String(decoding: files[path] ?? [], as: UTF8.self) }

  /// Changes a text that has to be there.
  mutating func replace(_ old: String, _ new: String, in path: String) {
    let before = text(path)
    precondition(before.contains(old), "`\(old)` is not in \(path)")
    files[path] = Array(before.replacing(old, with: new).utf8)
  }

  /// Changes the line of an item of the checklist.
  mutating func editItem(_ id: String, _ edit: (String) -> String) {
    let lines = text(SealedBundle.checklist).split(
      separator: "\n", omittingEmptySubsequences: false)
    let edited = lines.map { $0.contains("\"id\":\"\(id)\"") ? edit(String($0)) : String($0) }
    precondition(edited != lines.map { String($0) }, "\(id) was not changed")
    files[SealedBundle.checklist] = Array(edited.joined(separator: "\n").utf8)
  }

  /// Writes a manifest over what is there now.
  mutating func remakeManifest() {
    let old = text(SealedBundle.manifest)
    guard let list = old.firstRange(of: "\"files\": [") else { return }
    let entries = files.keys.filter { $0 != SealedBundle.manifest && $0 != Seal.file }
      .sorted { $0.precedes($1) }
      .map { path -> JSON in
        let bytes = files[path] ?? []
        return .object([
          ("path", .string(path)), ("type", .string("application/octet-stream")),
          ("size", .integer(bytes.count)), ("digest", .string(Digest(bytes).description)),
        ])
      }
    let text = old[..<list.lowerBound] + "\"files\": "
    files[SealedBundle.manifest] =
      Array(text.utf8) + JSON.array(entries).compactBytes + Array("\n}\n".utf8)
  }

  /// Seals what is there, after an edit.
  mutating func seal(
    counter: Int = 1, keys: [PrivateKey] = [Scene.releaseKey],
    _ edit: (inout Seal) -> Void = { _ in }
  ) {
    var seal = Seal(
      name: "\(SceneText.id)@\(version)", manifest: Digest(files[SealedBundle.manifest] ?? []),
      verifier: "rubrica corpus", timeCreated: Scene.asked.adding(hours: -1),
      expiresAt: Scene.asked.adding(hours: 24 * 30),
      properties: [
        "bundle-intact", "checklist-closed", "log-consistent", "policy-approved", Gate.release,
        "sources-compile", "waivers-in-force",
      ], policy: policy, logs: [log(SceneText.id, "signoffs"), log("policy", "approval/signoffs")],
      revoked: files[SealedBundle.revoked].map { Digest($0) }, counter: counter, previous: nil)
    edit(&seal)
    files[Seal.file] = seal.envelope(keys)
  }

  private var version: String {
    let head = text(SealedBundle.manifest)
    guard let key = head.firstRange(of: "\"version\": \"") else { return "" }
    return String(head[key.upperBound...].prefix { $0 != "\"" })
  }

  /// As `scopes.json` says it.
  private var policy: Digest {
    let file = text(ScopesDocument.file)
    guard let key = file.firstRange(of: "\"policy\": {"),
      let digest = file[key.upperBound...].firstRange(of: "\"digest\": \"")
    else { return Digest([]) }
    return Digest(hex: String(file[digest.upperBound...].prefix(64))) ?? Digest([])
  }

  /// Size and root of the statements that a log of the bundle lists and that are there.
  private func log(_ name: String, _ folder: String) -> Seal.Log {
    let entries = text("\(folder)/\(LedgerReader.logFile)").split(separator: "\n").compactMap {
      files["\(folder)/\($0.dropFirst(65))"]
    }
    let tree = MerkleTree(entries)
    return Seal.Log(name: name, size: tree.size, root: tree.root)
  }
}
