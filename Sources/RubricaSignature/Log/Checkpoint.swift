package import RubricaBundle
internal import RubricaSource

/// What a log was at one moment (C2SP tlog-checkpoint): its name, the count of its entries and the root
/// over them, as the text of a signed note.
package struct Checkpoint: Hashable, Sendable {
  package let origin: String
  package let size: Int
  package let root: Digest

  /// Refuses an origin that is empty or has control characters.
  package init(origin: String, size: Int, root: Digest) throws(LogRefusal) {
    guard !origin.isEmpty, origin.utf8.allSatisfy({ $0 >= 32 }) else {
      throw .badOrigin(shown(origin.utf8))
    }
    guard size >= 0 else { throw .badSize(String(size)) }
    self.origin = origin
    self.size = size
    self.root = root
  }

  /// Reads a signed checkpoint of the log `origin` and accepts it if the key has signed it under
  /// `name`.
  package init(
    note bytes: [UInt8], origin: String, name: String, key: PublicKey
  ) throws(LogRefusal) {
    let note = try SignedNote(bytes)
    try note.requireSignature(name, key)
    try self.init(text: note.text)
    guard self.origin.utf8.elementsEqual(origin.utf8) else {
      throw .wrongOrigin(found: shown(self.origin.utf8), expected: shown(origin.utf8))
    }
  }

  private init(text: String) throws(LogRefusal) {
    let lines = Array(text.utf8).split(separator: 10, omittingEmptySubsequences: false)
    guard lines.count == 4, lines[3].isEmpty else { throw .notACheckpoint }
    guard let size = lines[1].decimal, lines[1].first != UInt8(ascii: "0") || lines[1].count == 1
    else { throw .badSize(shown(lines[1])) }
    guard let bytes = Base64.decode(lines[2]), let root = Digest(bytes: bytes) else {
      throw .badRoot
    }
    try self.init(origin: String(decoding: lines[0], as: UTF8.self), size: size, root: root)
  }

  /// The text that is signed.
  package var text: String { "\(origin)\n\(size)\n\(Base64.text(root.bytes))\n" }

  /// The signed note.
  package func note(signedBy name: String, _ key: PrivateKey) throws(LogRefusal) -> [UInt8] {
    guard var note = SignedNote(text: text) else { throw .badOrigin(shown(origin.utf8)) }
    try note.sign(name, key)
    return note.bytes
  }
}
