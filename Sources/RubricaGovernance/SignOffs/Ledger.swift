package import RubricaBundle

/// The sign-offs of one guideline, or of the policy, in the order of their log; each verified.
package struct Ledger: Sendable {
  /// A statement whose signature holds.
  package struct Entry: Sendable {
    /// In the log, from 0.
    package var position: Int
    /// Of the statement's bytes.
    package var digest: Digest
    /// The name of its file in the folder of sign-offs.
    package var file: String
    package var signOff: SignOff
    /// The bytes of its `….leaves.json`; nil if there is none.
    var textFile: [UInt8]?

    /// The texts of the leaves as they were signed, by path; only those whose digests agree. Read again each
    /// time.
    package var texts: [String: String] { SignedTexts.read(textFile, signOff.leaves) }

    /// What the data file said whose digest a leaf is. Read again each time.
    func content(_ leaf: SignedLeaf) -> String? { SignedTexts.content(of: leaf, textFile) }
  }

  /// The guideline's id, or `policy`.
  package var name: String
  package var entries: [Entry]
  /// How many statements the log has, with those that are refused.
  package var size: Int
  /// Merkle tree hash of the whole log.
  package var root: Digest
  /// What is wrong with the log, its statements and signatures.
  package var denials: [Denial]
}
