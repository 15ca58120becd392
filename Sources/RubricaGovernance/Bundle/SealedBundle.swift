internal import RubricaBundle
internal import RubricaModel
internal import RubricaSignature
internal import RubricaSource
internal import RubricaSyntax
internal import RubricaTargets

/// A bundle as it lies on a disk, before anybody believes it.
package struct BundleFiles: Sendable {
  /// By paths relative to the bundle, with `/`.
  package var files: [String: [UInt8]]
  /// Names that do not count as files: links, devices, a second spelling of a name.
  package var strange: [String]

  package init(files: [String: [UInt8]], strange: [String] = []) {
    self.files = files
    self.strange = strange
  }
}

/// Judges a bundle from its files alone, with the keys that a pipeline keeps.
package enum SealedBundle {
  /// Where things are in a bundle.
  package static let manifest = "manifest.json"
  package static let signoffs = "signoffs/"
  package static let policySignoffs = "approval/signoffs/"
  package static let signers = "approval/allowed_signers"
  package static let revoked = "approval/revoked_keys"
  package static let checklist = "checklist/checklist.json"

  package struct Answer: Sendable {
    package var id: String?
    package var version: String?
    package var result: GateResult
    package var seal: Seal?
  }

  package static func judge(_ bundle: BundleFiles, _ check: SealCheck) -> Answer {
    var denials = bundle.strange.sorted().map { name in
      Denial(
        .pathUnsafe,
        "`\(name)` is a link, is not a regular file, or respells the name of another file.")
    }
    let head: ManifestHead
    do throws(SignOffProblem) {
      head = try ManifestHead(bundle.files[manifest])
    } catch {
      denials.append(Denial(.manifestUnreadable, "`\(manifest)`: \(error.message)."))
      return denied(denials)
    }
    denials += integrity(bundle, head)
    let subject: GovernedSubject
    do throws(SignOffProblem) {
      guard let file = bundle.files[ScopesDocument.file] else {
        throw SignOffProblem(
          "it does not exist: the workspace has no approval policy", code: "missing")
      }
      subject = try ScopesDocument.read(file, signers: bundle.files[signers])
    } catch {
      denials += stage(head, nil)
      denials.append(Denial(.scopesUnreadable, "`\(ScopesDocument.file)`: \(error.message)."))
      return denied(denials, head)
    }
    denials += stage(head, subject.policy)
    if subject.id != head.id || subject.version != head.version {
      denials.append(
        Denial(
          .scopesUnreadable,
          "`\(ScopesDocument.file)` is for `\(subject.id)`, but the manifest is for `\(head.id)`.")
      )
    }
    return judge(bundle, check, subject, denials)
  }

  private static func stage(_ head: ManifestHead, _ policy: ApprovalPolicy?) -> [Denial] {
    guard head.stage != "release" else { return [] }
    return [
      Denial(
        .stage, "The guideline is at stage `\(head.stage)`; only `release` may be used.",
        who: policy.map { [$0.turn(of: "owner")] } ?? [])
    ]
  }

  private static func judge(
    _ bundle: BundleFiles, _ check: SealCheck, _ subject: GovernedSubject,
    _ found: [Denial]
  ) -> Answer {
    var denials = found
    let isIntact = denials.isEmpty
    let revoked = bundle.files[revoked] ?? []
    let releaseKeys = subject.policy.releaseKeys.map(\.value)
    let chain = VerifiedPolicies(
      files: folder(policySignoffs, bundle), revoked: revoked, releaseKeys: releaseKeys
    ).at(check.time)
    let book = Result { () throws(LogProblem) in
      guard let signers = bundle.files[signers] else {
        throw LogProblem(.signersUnreadable, "There is no `\(SealedBundle.signers)`.")
      }
      return try SignerBook.make(signers, revoked: revoked)
    }
    let ledger = LedgerReader.read(
      name: subject.id, files: folder(signoffs, bundle), releaseKeys: releaseKeys
    ) { _ throws(LogProblem) in
      try book.get()
    }.at(check.time)
    let (seal, sealDenials) = check.check(
      bundle.files[Seal.file],
      SealCheck.Bundle(
        name: "\(subject.id)@\(subject.version ?? "")",
        manifest: Digest(bundle.files[manifest] ?? []), policy: subject.policy,
        policyDigest: subject.policyDigest,
        logs: [Seal.Log(ledger), Seal.Log(chain.ledger)],
        revoked: bundle.files[SealedBundle.revoked].map { Digest($0) }))
    denials += sealDenials
    var states: [ChecklistState] = []
    do throws(SignOffProblem) {
      states = try ChecklistStates.read(bundle.files[checklist], subject.id)
    } catch {
      denials.append(Denial(.checklistUnreadable, "`\(checklist)`: \(error.message)."))
    }
    var result = Gate.judge(
      GateInput(
        subject: subject, ledger: ledger, policies: chain, checklist: states, denials: denials,
        time: check.time))
    if isIntact { result.properties.append("bundle-intact") }
    if sealDenials.isEmpty { result.properties.append("sealed") }
    result.deny(check.required)
    if let end = seal?.expiresAt, result.isPass {
      result.validUntil = min(result.validUntil ?? end, end)
    }
    return Answer(id: subject.id, version: subject.version, result: result, seal: seal)
  }

  private static func denied(_ denials: [Denial], _ head: ManifestHead? = nil) -> Answer {
    Answer(
      id: head?.id, version: head?.version,
      result: GateResult(properties: [], denials: denials, roles: [], validUntil: nil), seal: nil)
  }

  /// The files right below a folder, by their names.
  private static func folder(_ prefix: String, _ bundle: BundleFiles) -> [String: [UInt8]] {
    var files: [String: [UInt8]] = [:]
    for (path, bytes) in bundle.files {
      guard let name = path.rest(behind: prefix) else { continue }
      files[String(name)] = bytes
    }
    return files
  }

  /// Whether the files are those of the manifest, byte for byte.
  private static func integrity(_ bundle: BundleFiles, _ head: ManifestHead) -> [Denial] {
    var found: [Denial] = []
    var listed: Set<String> = [manifest, Seal.file]
    var folded = listed
    for entry in head.files {
      guard PathSafety.isSafe(entry.path) else {
        found.append(
          Denial(
            .pathUnsafe, "The manifest lists `\(entry.path)`, which may lead out of the bundle."))
        continue
      }
      guard listed.insert(entry.path).inserted, folded.insert(entry.path.lowercased()).inserted
      else {
        found.append(
          Denial(.pathUnsafe, "The manifest lists `\(entry.path)` twice, or in two spellings."))
        continue
      }
      guard let bytes = bundle.files[entry.path] else {
        found.append(Denial(.fileMissing, "`\(entry.path)` does not exist."))
        continue
      }
      if bytes.count != entry.size || Digest(bytes) != entry.digest {
        found.append(
          Denial(.fileChanged, "`\(entry.path)` is not the file that the manifest describes."))
      }
    }
    for path in bundle.files.keys.sorted() where !listed.contains(path) {
      found.append(
        Denial(.fileAdded, "`\(path)` is in the bundle, but the manifest does not list it."))
    }
    return found
  }
}

/// Paths that stay inside of the folder that they are relative to, on every system.
package enum PathSafety {
  package static func isSafe(_ path: String) -> Bool {
    guard !path.isEmpty, path.utf8.count <= 1000 else { return false }
    let isPlain = path.unicodeScalars.allSatisfy { scalar in
      scalar.value >= 0x20 && scalar.value != 0x7F && scalar != "\\" && scalar != ":"
        && !scalar.properties.isBidiControl
    }
    guard isPlain else { return false }
    // By bytes, as a file system cuts it: with an accent behind it, a slash is another character.
    let slash = UInt8(ascii: "/")
    return path.utf8.split(separator: slash, omittingEmptySubsequences: false).allSatisfy { part in
      let segment = Substring(part)
      return !segment.isEmpty && segment != "." && segment != ".." && segment.last != "."
        && segment.last != " "
    }
  }
}

extension SealedBundle {
  /// The paths that a manifest lists; nil if it is none of this program.
  package static func paths(inManifest bytes: [UInt8]) -> [String]? {
    (try? ManifestHead(bytes))?.files.map(\.path)
  }
}

/// What the gate needs of `manifest.json`.
struct ManifestHead {
  struct File {
    var path: String
    var size: Int
    var digest: Digest
  }

  var id: String
  var version: String?
  var stage: String
  var files: [File] = []

  init(_ bytes: [UInt8]?) throws(SignOffProblem) {
    guard let bytes else { throw SignOffProblem("it does not exist", code: "missing") }
    do throws(JSONProblem) {
      var fields = try JSONParser.parse(bytes).fields()
      let schema = try fields.required("schema")
      guard try schema.string() == "https://rubrica.dev/schemas/manifest/v1" else {
        throw JSONProblem(
          .wrongKind(expected: "a manifest of version 1", found: "another schema"), at: schema.span)
      }
      var guideline = try fields.required("guideline").fields()
      id = try guideline.required("id").string()
      _ = try guideline.required("title").string()
      version = try guideline.optional("version")?.string()
      stage = try guideline.required("stage").string()
      _ = try guideline.required("language").string()
      _ = try guideline.required("digest").string()
      try guideline.end()
      for value in try fields.required("files").array() {
        var file = try value.fields()
        let path = try file.required("path").string()
        _ = try file.required("type").string()
        let size = try file.required("size").integer(in: 0...Int.max)
        let digest = try file.required("digest")
        try file.end()
        let text = try digest.string()
        guard text.hasPrefix("sha256:"), let known = Digest(hex: String(text.dropFirst(7))) else {
          throw JSONProblem(
            .wrongKind(expected: "`sha256:` and 64 hexadecimal digits", found: "`\(text)`"),
            at: digest.span)
        }
        files.append(File(path: path, size: size, digest: known))
      }
      try fields.end()
    } catch {
      throw SignOffProblem(error.message, code: error.code)
    }
  }
}

/// The items of `checklist.json`, as far as the gate asks.
enum ChecklistStates {
  static func read(_ bytes: [UInt8]?, _ id: String) throws(SignOffProblem) -> [ChecklistState] {
    guard let bytes else {
      throw SignOffProblem(
        "it does not exist: `checklist` is not among the targets", code: "missing")
    }
    do throws(JSONProblem) {
      let document = try JSONParser.parse(bytes)
      let members = try document.object()
      for key in ["schema", "guideline", "items"] where !members.contains(where: { $0.key == key })
      {
        throw JSONProblem(.missingField(key), at: document.span)
      }
      var states: [ChecklistState] = []
      for member in members {
        switch member.key {
        case "schema":
          guard try member.value.string() == "https://rubrica.dev/schemas/checklist/v2" else {
            throw JSONProblem(
              .wrongKind(expected: "a checklist of version 2", found: "another schema"),
              at: member.value.span)
          }
        case "guideline":
          let own = try member.value.object().first { $0.key == "id" }?.value
          guard try own?.string() == id else {
            throw JSONProblem(
              .wrongKind(expected: "the checklist of `\(id)`", found: "that of another guideline"),
              at: member.value.span)
          }
        case "items":
          for value in try member.value.array() { states.append(try state(value)) }
        default: break
        }
      }
      return states
    } catch {
      throw SignOffProblem(error.message, code: error.code)
    }
  }

  private static func state(_ value: JSONValue) throws(JSONProblem) -> ChecklistState {
    var texts: [String: String] = [:]
    var missing: [String] = []
    for member in try value.object() {
      switch member.key {
      case "id", "role", "level", "question", "state", "group":
        texts[member.key] = try member.value.string()
      case "missing":
        for gap in try member.value.array() {
          let path = try gap.object().first { $0.key == "path" }?.value.string()
          missing.append(path ?? "")
        }
      default: break
      }
    }
    guard let id = texts["id"], let state = texts["state"], let level = texts["level"] else {
      throw JSONProblem(.missingField("state"), at: value.span)
    }
    // A level that is not known blocks.
    return ChecklistState(
      id: id, question: texts["question"] ?? "", role: texts["role"] ?? "",
      isBlocking: level != "warn", state: state,
      isForGate: !missing.isEmpty && missing.allSatisfy { $0 == GateEvidence.dates.path },
      isWaivable: texts["group"].map { $0 != Catalogue.groupOfRelease } ?? false, place: nil,
      isOfConditions: missing.contains(GateEvidence.conditions.path))
  }
}
