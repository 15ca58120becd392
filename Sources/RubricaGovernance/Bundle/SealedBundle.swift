internal import RubricaBundle
internal import RubricaModel
internal import RubricaSignature
internal import RubricaSource

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
