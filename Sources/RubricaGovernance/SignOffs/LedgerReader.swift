package import RubricaBundle
package import RubricaSignature

/// Reads the folder of sign-offs of one log: every file in it is accounted for.
package struct LedgerReader {
  package static let logFile = "log.txt"
  package static let checkpointFile = "checkpoint.txt"
  /// Statements that one log may have.
  package static let limit = 10_000

  /// The guideline's id, or `policy`.
  package let name: String
  /// Names and bytes of the files in the folder.
  package let files: [String: [UInt8]]
  /// Who may sign under a policy; throws why it cannot be told.
  package let book: (Digest) throws(LogProblem) -> SignerBook
  /// Public keys that may sign the checkpoint of a log.
  package let releaseKeys: [String]

  private var outcomes: [VerifiedLog.Outcome] = []
  private var faults: [Denial] = []
  private var tree = MerkleTree()
  /// All statements that can be read, for those that refer to them, also if their signature is refused.
  private var known: [Digest: (position: Int, signOff: SignOff)] = [:]

  private init(
    name: String, files: [String: [UInt8]], releaseKeys: [String],
    book: @escaping (Digest) throws(LogProblem) -> SignerBook
  ) {
    self.name = name
    self.files = files
    self.releaseKeys = releaseKeys
    self.book = book
  }

  package static func read(
    name: String, files: [String: [UInt8]], releaseKeys: [String],
    book: @escaping (Digest) throws(LogProblem) -> SignerBook
  ) -> VerifiedLog {
    var reader = LedgerReader(name: name, files: files, releaseKeys: releaseKeys, book: book)
    reader.read()
    reader.checkpoint()
    return VerifiedLog(
      name: name, outcomes: reader.outcomes, faults: reader.faults, tree: reader.tree)
  }

  private mutating func read() {
    guard let log = files[Self.logFile] else {
      guard !files.isEmpty else { return }
      return deny(
        .logUnreadable,
        "There are sign-offs, but no `log.txt` that gives their order: it was removed, or the first "
          + "signing was interrupted. Put it back from version control.")
    }
    var listed: Set<String> = [Self.logFile, Self.checkpointFile, SealRecord.file]
    var last: Timestamp?
    let lines = LogLine.lines(of: log)
    guard lines.count <= Self.limit else {
      return deny(.logUnreadable, "`log.txt` has more than \(Self.limit) lines.")
    }
    for (position, line) in lines.enumerated() {
      guard let line else {
        let words = "Line \(position + 1) of `log.txt` is not a digest, a space and a file name"
        return deny(
          .logUnreadable,
          LogLine.isConflict(log, position)
            ? "\(words): it is the mark of a conflict that git has left. Keep the log of one branch whole, and bring "
              + "what the other one has in with `rubrica sign --import`." : words + ".")
      }
      let isNew = listed.insert(line.file).inserted
      listed.formUnion([line.file + ".sig", LogLine.texts(of: line.file)])
      guard let bytes = files[line.file] else {
        return deny(
          .logEntryMissing, "`log.txt` lists `\(line.file)`, but there is no such file.",
          line.file)
      }
      guard Digest(bytes) == line.digest else {
        return deny(
          .logEntryChanged, "`\(line.file)` has changed since it was logged.", line.file)
      }
      guard isNew, known[line.digest] == nil else {
        return deny(.logEntryTwice, "`log.txt` lists the same statement twice.", line.file)
      }
      tree.append(bytes)
      entry(bytes, line, position, &last)
    }
    for file in files.keys.sorted() where !listed.contains(file) {
      deny(
        .logEntryUnlisted,
        "`\(file)` is in the folder, but `log.txt` does not list it: its line was removed, or signing was "
          + "interrupted before it was written (`rubrica sign` finishes one that is noted in the folder).",
        file)
    }
  }

  private mutating func entry(
    _ bytes: [UInt8], _ line: LogLine, _ position: Int, _ last: inout Timestamp?
  ) {
    func refuse(_ code: DenialCode, _ message: String, signedAt: Timestamp? = nil) {
      outcomes.append(
        .denial(Denial(code, message, statement: line.file), signedAt: signedAt))
    }
    let signOff: SignOff
    do throws(SignOffProblem) { signOff = try SignOff(bytes) } catch {
      return refuse(.statementUnreadable, "`\(line.file)` is not a sign-off: \(error.message).")
    }
    known[line.digest] = (position, signOff)
    if let earlier = last, signOff.signedAt < earlier {
      return refuse(
        .logTime,
        "`\(line.file)` is dated \(signOff.signedAt), before the previous entry (\(earlier)): times in a log "
          + "must not go back.")
    }
    last = signOff.signedAt
    do throws(LogProblem) {
      outcomes.append(.entry(try verified(bytes, signOff, line, position)))
    } catch {
      refuse(error.code, error.message, signedAt: signOff.signedAt)
    }
  }

  private func verified(
    _ bytes: [UInt8], _ signOff: SignOff, _ line: LogLine, _ position: Int
  ) throws(LogProblem) -> Ledger.Entry {
    guard signOff.after.size <= position,
      tree.root(ofFirst: signOff.after.size) == signOff.after.root
    else {
      throw LogProblem(
        .logPrefix,
        "`\(line.file)` was signed after \(signOff.after.size) entries of a different log."
      )
    }
    if let reason = foreign(signOff) {
      throw LogProblem(.statementForeign, "`\(line.file)` \(reason).")
    }
    if let reason = reference(signOff, position) {
      throw LogProblem(.statementReference, "`\(line.file)` \(reason).")
    }
    guard let signature = files[line.file + ".sig"] else {
      throw LogProblem(
        .signatureMissing, "`\(line.file)` has no signature `\(line.file).sig`.")
    }
    let book = try book(signOff.policy)
    do throws(SignatureRefusal) {
      _ = try book.verify(
        message: bytes, signature: signature, principal: signOff.signer,
        namespace: SignOff.namespace, signedAt: signOff.signedAt, log: name, position: position)
      return Ledger.Entry(
        position: position, digest: line.digest, file: line.file, signOff: signOff,
        textFile: files[LogLine.texts(of: line.file)])
    } catch {
      throw LogProblem(
        .signatureRefused,
        "The signature of `\(line.file)` is refused (\(error.code)): \(error.message).")
    }
  }

  /// The log must still hold what it held when something was released.
  private mutating func checkpoint() {
    guard let file = files[Self.checkpointFile] else { return }
    let keys = releaseKeys.compactMap { try? PublicKey(line: $0.utf8) }
    var point: Checkpoint?
    for key in keys where point == nil {
      point = try? Checkpoint(note: file, origin: Self.origin(name), name: Self.witness, key: key)
    }
    guard let point else {
      return deny(
        .logCheckpoint,
        "`\(Self.checkpointFile)` is not signed by one of `release-keys` for the log `\(name)`.")
    }
    guard point.size <= tree.size, tree.root(ofFirst: point.size) == point.root else {
      return deny(
        .logCheckpoint,
        "The \(point.size) entries that the log had at the last release are not the first of its "
          + "\(tree.size) entries now: something was removed or changed.")
    }
  }

  /// What a checkpoint of a log is called in signed notes.
  package static func origin(_ name: String) -> String { "rubrica.dev/log/\(name)" }
  package static let witness = "rubrica.dev/release"

  /// Whether it is about what this log is about.
  private func foreign(_ signOff: SignOff) -> String? {
    let names = signOff.subjects.map(\.name)
    if name == SignOff.policySubject {
      return names == [SignOff.policySubject]
        ? nil : "is not about the policy, but this log is only for the policy"
    }
    guard let other = names.first(where: { !$0.utf8.starts(with: "\(name)#".utf8) }) else {
      return nil
    }
    return "is about `\(other)`, but this is the log of `\(name)`"
  }

  /// Whether the statement whose place it takes is there and may be taken back by it.
  private func reference(_ signOff: SignOff, _ position: Int) -> String? {
    guard let digest = signOff.supersedes else { return nil }
    guard let target = known[digest], target.position < position else {
      return "replaces a statement that is not in the log before it"
    }
    guard target.signOff.role == signOff.role else {
      return "replaces a statement of the role `\(target.signOff.role)`"
    }
    guard target.signOff.decision != .withdraw else {
      return "replaces a withdrawal, which is final"
    }
    // An objection binds the role, so anybody of the role can say that it is met.
    guard target.signOff.person == signOff.person || target.signOff.decision == .requestChanges
    else { return "replaces a statement of `\(target.signOff.signer)`" }
    return nil
  }

  private mutating func deny(_ code: DenialCode, _ message: String, _ file: String? = nil) {
    faults.append(Denial(code, message, statement: file))
  }
}
