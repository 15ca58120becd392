internal import RubricaCompiler
internal import RubricaFiles
internal import RubricaGovernance
internal import RubricaSignature
internal import RubricaSource

/// Notes what each log is at a release, so that nothing can be taken out of it later. A release that does not come
/// to its end takes its notes back.
struct ReleaseCheckpoints {
  /// Stands in a folder while its first release has not come to its end. A kill leaves it there: the checkpoint beside
  /// it shows no release then.
  private static let mark = ".first-release"

  private var written: [(file: String, before: [UInt8]?)] = []
  private var marks: [String] = []

  /// Whether a first release has begun in a folder of sign-offs and not come to its end.
  static func isBegun(in folder: String) -> Bool { !FileStamp.isAbsent("\(folder)/\(mark)") }

  /// `last` is the last release of each document.
  mutating func write(
    _ documents: [GovernedDocument], after last: [SealRecord?], _ key: PrivateKey
  ) throws(Failure) {
    for (document, last) in zip(documents, last) {
      marks.append("\(document.folder)/\(Self.mark)")
      if last == nil { try begin(document.folder) }
      // Before the first release, one that is there is what a kill has left.
      try write(
        document.log.at(nil), document.folder, last == nil ? [:] : document.state.files, key)
    }
    guard let first = documents.first else { return }
    try write(
      first.policies.at(nil).ledger, first.session.signOffs(),
      first.session.settings.approvalFiles.policySignOffs, key)
  }

  private func begin(_ folder: String) throws(Failure) {
    let file = "\(folder)/\(Self.mark)"
    do { try FileWriter.replace(file, with: []) } catch {
      throw Failure(error, at: file, doing: "write")
    }
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

  /// They are those of a release now.
  func keep() {
    for file in marks { Folder.remove(file) }
  }

  /// Puts back what was there before.
  func undo() {
    defer { keep() }
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
