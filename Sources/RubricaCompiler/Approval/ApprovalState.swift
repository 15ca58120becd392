internal import RubricaBundle
package import RubricaGovernance
package import RubricaModel
package import RubricaSignature
package import RubricaSource
internal import RubricaSyntax
internal import RubricaTargets

/// Files of sign-offs, read beside the sources: a folder `signoffs` for each log.
package enum SignOffFiles {
  package static let folder = "signoffs"
  private static let limit = 8 << 20

  /// Names and bytes of a folder; empty if there is none. Hidden files are of those who keep folders, and
  /// never statements.
  package static func read(_ folder: String, _ files: any FileReader) throws(FileProblem)
    -> [String: [UInt8]]
  {
    let names: [String]
    do { names = try files.names(in: folder) } catch {
      guard error == .missing else { throw error }
      return [:]
    }
    var read: [String: [UInt8]] = [:]
    for name in names where !name.hasPrefix(".") && !name.hasSuffix(".tmp") {
      do { read[name] = try files.read("\(folder)/\(name)", limit: limit) } catch {
        throw .within(name: "\(SignOffFiles.folder)/\(name)", reason: error.reason)
      }
    }
    return read
  }

  /// What of them goes into a bundle: what a gate asks for, and no texts.
  static func artifacts(_ files: [String: [UInt8]], in folder: String) -> [Artifact] {
    files.sorted { $0.key < $1.key }.compactMap { name, bytes in
      if name.hasSuffix(".leaves.json") || name == SealRecord.file { return nil }
      let type: MediaType =
        name.hasSuffix(".json") || name.hasSuffix(".record") ? .json : .plainText
      return Artifact(path: "\(folder)/\(name)", type: type, bytes: bytes)
    }
  }
}

/// Everything that is signed about one guideline, and everything that people have said about it.
package struct ApprovalState: Sendable {
  package let governed: GovernedGuideline
  package let subject: GovernedSubject
  /// Names and bytes of the folder of sign-offs.
  package let files: [String: [UInt8]]
  let settings: ApprovalFiles

  /// Nil without a policy.
  static func read(
    _ leaves: GuidelineLeaves?, _ guideline: Guideline, _ input: CompileInput
  ) throws(FileProblem) -> ApprovalState? {
    guard let leaves, let governed = input.settings.govern(guideline, leaves) else { return nil }
    return ApprovalState(
      governed: governed,
      subject: GovernedSubject(
        governed, guideline, LeafPlaces(guideline.sources, input.folder, input.display)),
      files: try SignOffFiles.read(input.folder + SignOffFiles.folder, input.files),
      settings: input.settings.approvalFiles)
  }

  /// The sign-offs, each verified.
  package func log() -> VerifiedLog { settings.log(of: subject.id, files, subject.policy) }

  package func policyLog() -> VerifiedPolicies { settings.policyLog(subject.policy) }

  /// What the checklist may count as signed, at a time; nil leaves time aside.
  package func attestations(
    _ log: VerifiedLog, _ policies: VerifiedPolicies, at time: Timestamp?
  ) -> Attestations {
    let chain = policies.at(time)
    var attestations = RoleEvaluation(
      subject, log.at(time), approvedPolicies: chain.approved, time: time
    ).attestations
    if chain.fault(of: subject.policyDigest, subject.policy) != nil {
      attestations.faults.append(
        "the approval policy in rubrica.yaml is not the one that was approved last")
    }
    return attestations
  }

  /// Copies for those who have the bundle alone.
  var artifacts: [Artifact] {
    var artifacts = SignOffFiles.artifacts(files, in: "signoffs")
    artifacts += SignOffFiles.artifacts(settings.policySignOffs, in: "approval/signoffs")
    if let signers = settings.signers {
      artifacts.append(Artifact(path: SealedBundle.signers, type: .plainText, bytes: signers))
    }
    if let revoked = settings.revoked {
      artifacts.append(Artifact(path: SealedBundle.revoked, type: .plainText, bytes: revoked))
    }
    artifacts.append(
      Artifact(
        path: ScopesDocument.file, type: .json, bytes: ScopesDocument.bytes(subject)))
    return artifacts
  }
}

/// What a policy leans on beside rubrica.yaml.
package struct ApprovalFiles: Sendable {
  package var signers: [UInt8]?
  package var revoked: [UInt8]?
  /// Names and bytes of the folder of the policy's own sign-offs.
  package var policySignOffs: [String: [UInt8]]

  package init(
    signers: [UInt8]? = nil, revoked: [UInt8]? = nil, policySignOffs: [String: [UInt8]]
  ) {
    self.signers = signers
    self.revoked = revoked
    self.policySignOffs = policySignOffs
  }

  /// Empty without a policy, or without files.
  static func read(
    _ policy: ApprovalPolicy?, _ files: (any FileReader)?, _ problems: inout [Problem]
  ) -> ApprovalFiles {
    var read = ApprovalFiles(policySignOffs: [:])
    guard let policy, let files else { return read }
    read.signers = Self.read(policy.signers, files, &problems)
    read.revoked = Self.read(policy.revoked, files, &problems)
    do { read.policySignOffs = try SignOffFiles.read(SignOffFiles.folder, files) } catch {
      problems.append(
        Problem(
          .unreadableFile("the sign-offs of the policy cannot be read: \(error.reason)"),
          at: policy.span.head))
    }
    return read
  }

  private static func read(
    _ name: Located<String>, _ files: any FileReader, _ problems: inout [Problem]
  ) -> [UInt8]? {
    do { return try files.read(name.value, limit: Limits.yamlBytes) } catch .missing {
      return nil
    } catch {
      problems.append(
        Problem(.unreadableFile("`\(name.value)` cannot be read: \(error.reason)"), at: name.span))
      return nil
    }
  }

  package func book() throws(LogProblem) -> SignerBook {
    guard let signers else {
      throw LogProblem(.signersUnreadable, "There is no file of signers next to rubrica.yaml.")
    }
    return try SignerBook.make(signers, revoked: revoked ?? [])
  }

  /// The sign-offs of a guideline.
  package func log(
    of id: String, _ files: [String: [UInt8]], _ policy: ApprovalPolicy
  ) -> VerifiedLog {
    let book = Result { () throws(LogProblem) in try self.book() }
    return LedgerReader.read(
      name: id, files: files, releaseKeys: policy.releaseKeys.map(\.value)
    ) { _ throws(LogProblem) in
      try book.get()
    }
  }

  /// The sign-offs of the policy: those that were read, or others in their place.
  package func policyLog(_ policy: ApprovalPolicy, _ files: [String: [UInt8]]? = nil)
    -> VerifiedPolicies
  {
    VerifiedPolicies(
      files: files ?? policySignOffs, revoked: revoked ?? [],
      releaseKeys: policy.releaseKeys.map(\.value))
  }
}
