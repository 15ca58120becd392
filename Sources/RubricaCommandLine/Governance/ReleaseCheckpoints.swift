internal import RubricaCompiler
internal import RubricaFiles
internal import RubricaGovernance
internal import RubricaSignature
internal import RubricaSource

/// Notes what each log is at a release, so that nothing can be taken out of it later. A release that does not come
/// to its end takes its notes back.
struct ReleaseCheckpoints {
  private var written: [(file: String, before: [UInt8]?)] = []

  mutating func write(_ documents: [GovernedDocument], _ key: PrivateKey) throws(Failure) {
    for document in documents {
      try write(document.log.at(nil), document.folder, document.state.files, key)
    }
    guard let first = documents.first else { return }
    try write(
      first.policies.at(nil).ledger, first.session.signOffs(),
      first.session.settings.approvalFiles.policySignOffs, key)
  }

  private mutating func write(
    _ ledger: Ledger, _ folder: String, _ files: [String: [UInt8]], _ key: PrivateKey
  ) throws(Failure) {
    let file = "\(folder)/\(LedgerReader.checkpointFile)"
    do {
      let note = try Checkpoint(
        origin: LedgerReader.origin(ledger.name), size: ledger.size, root: ledger.root
      ).note(signedBy: LedgerReader.witness, key)
      try FileWriter.replace(file, with: note)
    } catch let problem as FileProblem {
      throw Failure(problem, at: file, doing: "write")
    } catch {
      throw Failure("the log of `\(ledger.name)` cannot be recorded: \(error)")
    }
    written.append((file, files[LedgerReader.checkpointFile]))
  }

  /// Puts back what was there before.
  func undo() {
    for (file, before) in written {
      guard let before else {
        Folder.remove(file)
        continue
      }
      // What is there holds as well: it is of a log that only grows.
      try? FileWriter.replace(file, with: before)
    }
  }
}
