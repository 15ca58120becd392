internal import RubricaCompiler
internal import RubricaFiles
internal import RubricaGovernance
internal import RubricaModel
internal import RubricaSignature
internal import RubricaSource

/// How often a guideline was released, by the list of releases beside its sign-offs.
enum ReleaseCount {
  private static let mostBytesOfSeal = 1 << 20

  static func file(of document: GovernedDocument) -> String {
    "\(document.folder)/\(SealRecord.file)"
  }

  /// The last release of a guideline; nil before the first. Refuses a list that cannot be read, and one that does
  /// not know of a release that something else shows: the next one would be counted as that one again.
  static func last(
    of document: GovernedDocument, output: String
  ) throws(Failure) -> SealRecord? {
    let list = document.state.files[SealRecord.file]
    let last: SealRecord?
    do throws(SealRecord.Fault) { last = try SealRecord.last(list) } catch {
      throw Failure(
        "\(file(of: document)):\(error.line):\(error.column): \(error.message)",
        help: error.isConflict
          ? "Nothing was released or changed. No release that was made may go out of the list."
          : "Nothing was released or changed. Put the list of releases back as it was, from version control; if two "
            + "branches have both released, keep the lines of both, and number them on: 1, 2, 3 …")
    }
    let known = last?.counter ?? 0
    let bundle = "\(output)/\(document.id)"
    if let counter = sealed(document, in: bundle), counter > known {
      throw lost(
        document, known, "`\(bundle)/\(Seal.file)` is the seal of release \(counter)",
        "If these are releases of another workspace, choose another folder with `--output`, or move `\(bundle)` away."
      )
    }
    if known == 0, document.state.files[LedgerReader.checkpointFile] != nil,
      !ReleaseCheckpoints.isBegun(in: document.folder)
    {
      throw lost(
        document, known,
        "`\(document.folder)/\(LedgerReader.checkpointFile)` was written by a release",
        "If none has ever come to its end, delete that file.")
    }
    return last
  }

  private static func lost(
    _ document: GovernedDocument, _ known: Int, _ evidence: String, _ help: String
  ) -> Failure {
    let list = "`\(file(of: document))`"
    let words =
      known == 0
      ? (document.state.files[SealRecord.file] == nil
        ? "\(list) does not exist" : "\(list) has no release in it")
      : "\(list) ends with release \(known)"
    return Failure(
      "\(words), but \(evidence)",
      help:
        "Nothing was released or changed: the next release would get a number that was given before. Put the list "
        + "back from version control. \(help)")
  }

  /// The counter of the seal of a bundle, if a key of the policy has made it for this guideline.
  private static func sealed(_ document: GovernedDocument, in bundle: String) -> Int? {
    let keys = document.state.subject.policy.releaseKeys.compactMap {
      try? PublicKey(line: $0.value.utf8)
    }
    guard let file = try? DiskFiles(root: bundle).read(Seal.file, limit: mostBytesOfSeal),
      let payload = try? Envelope(file).verify(keys: keys, threshold: 1).payload,
      let seal = try? Seal(payload: payload), seal.name.rest(behind: "\(document.id)@") != nil
    else { return nil }
    return seal.counter
  }
}
