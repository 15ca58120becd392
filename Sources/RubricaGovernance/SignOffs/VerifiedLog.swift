package import RubricaSignature

/// A log whose statements were read and verified, before anybody asks for a time. Reading is the dear part;
/// what time changes is told from it.
package struct VerifiedLog: Sendable {
  /// What came of one statement, in the order of the log.
  enum Outcome: Sendable {
    case entry(Ledger.Entry)
    /// `signedAt` if the statement was good up to there, so that lying in the future is what is wrong with it
    /// first.
    case denial(Denial, signedAt: Timestamp?)
  }

  /// Without regard to time.
  private let all: Ledger
  private let outcomes: [Outcome]
  /// What is wrong with the log as a whole.
  private let faults: [Denial]

  init(name: String, outcomes: [Outcome], faults: [Denial], tree: MerkleTree) {
    self.outcomes = outcomes
    self.faults = faults
    all = Ledger(name: name, entries: [], size: tree.size, root: tree.root, denials: [])
  }

  /// The ledger as it stands for a time; nil leaves time aside.
  package func at(_ time: Timestamp?) -> Ledger {
    var ledger = all
    for outcome in outcomes {
      switch outcome {
      case .entry(let entry):
        if let denial = Self.future(entry.file, entry.signOff.signedAt, time) {
          ledger.denials.append(denial)
        } else {
          ledger.entries.append(entry)
        }
      case .denial(let denial, let signedAt):
        ledger.denials.append(Self.future(denial.statement ?? "", signedAt, time) ?? denial)
      }
    }
    ledger.denials += faults
    return ledger
  }

  private static func future(
    _ file: String, _ signedAt: Timestamp?, _ time: Timestamp?
  ) -> Denial? {
    guard let time, let signedAt, signedAt > time else { return nil }
    return Denial(
      .statementFuture, "`\(file)` was signed at \(signedAt), after \(time).", statement: file)
  }
}
