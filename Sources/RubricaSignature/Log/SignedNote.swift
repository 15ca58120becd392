internal import RubricaSource

/// A text with signatures under it (C2SP signed-note): the text, which ends with a line end, an empty
/// line, and lines of `— NAME BASE64`.
package struct SignedNote: Hashable, Sendable {
  /// With its last line end.
  package let text: String
  private var signatures: [Signature] = []

  private struct Signature: Hashable, Sendable {
    let name: String
    /// The first four bytes tell keys of one name apart.
    let bytes: [UInt8]
  }

  private static let dash = "\u{2014} "
  /// The kind of signature in the hash of a key: Ed25519.
  private static let ed25519: UInt8 = 1

  /// A note that nobody has signed so far. Nil unless the text ends with a line end and has no control
  /// characters.
  package init?(text: String) {
    guard text.utf8.last == 10, Self.isPlain(text.utf8) else { return nil }
    self.text = text
  }

  /// Reads a note with at least one signature. Who they are by is asked by `requireSignature`.
  package init(_ bytes: [UInt8]) throws(LogRefusal) {
    guard String(validating: bytes, as: UTF8.self) != nil, Self.isPlain(bytes),
      bytes.last == 10,
      let gap = bytes.indices.last(where: { $0 > 0 && bytes[$0] == 10 && bytes[$0 - 1] == 10 })
    else { throw .notANote }
    text = String(decoding: bytes[..<gap], as: UTF8.self)
    var number = text.utf8.count(where: { $0 == 10 }) + 1
    for line in bytes[(gap + 1)...].dropLast().split(
      separator: 10, omittingEmptySubsequences: false)
    {
      number += 1
      guard line.starts(with: Self.dash.utf8) else { throw .notASignatureLine(number) }
      let words = line.dropFirst(Self.dash.utf8.count).split(
        separator: UInt8(ascii: " "), omittingEmptySubsequences: false)
      guard words.count == 2, let proof = Base64.decode(words[1]), proof.count > 4 else {
        throw .notASignatureLine(number)
      }
      let name = String(decoding: words[0], as: UTF8.self)
      try Self.require(name: name)
      signatures.append(Signature(name: name, bytes: proof))
    }
  }

  package var bytes: [UInt8] {
    var output = Array(text.utf8)
    output.append(10)
    for signature in signatures {
      output.append(contentsOf: (Self.dash + signature.name + " ").utf8)
      Base64.append(signature.bytes, to: &output)
      output.append(10)
    }
    return output
  }

  /// Adds a signature by a key that goes by `name`.
  package mutating func sign(_ name: String, _ key: PrivateKey) throws(LogRefusal) {
    try Self.require(name: name)
    let id = try Self.identity(name, key.publicKey)
    signatures.append(Signature(name: name, bytes: id + key.sign(Array(text.utf8))))
  }

  /// Accepts if the key has signed the text under this name. Signatures by others are not looked at.
  package func requireSignature(_ name: String, _ key: PublicKey) throws(LogRefusal) {
    try Self.require(name: name)
    let id = try Self.identity(name, key)
    guard case .ed25519(let point) = key.kind else { throw .notEd25519(key.kind.type) }
    let own = signatures.filter {
      $0.name.utf8.elementsEqual(name.utf8) && $0.bytes.starts(with: id)
    }
    guard !own.isEmpty else { throw .notSigned(name: shown(name.utf8)) }
    let message = Array(text.utf8)
    guard own.allSatisfy({ isSigned(message, ed25519: point, Array($0.bytes.dropFirst(4))) }) else {
      throw .signatureDiffers(name: shown(name.utf8))
    }
  }

  /// The four bytes by which a signature says whose it is.
  private static func identity(_ name: String, _ key: PublicKey) throws(LogRefusal) -> [UInt8] {
    guard case .ed25519(let point) = key.kind else { throw .notEd25519(key.kind.type) }
    return Array(sha256(Array(name.utf8) + [10, ed25519] + point).prefix(4))
  }

  private static func require(name: String) throws(LogRefusal) {
    guard !name.isEmpty,
      !name.unicodeScalars.contains(where: { $0 == "+" || $0.properties.isWhitespace }),
      isPlain(name.utf8)
    else { throw .badName(shown(name.utf8)) }
  }

  /// No control characters of ASCII but line ends.
  private static func isPlain(_ text: some Sequence<UInt8>) -> Bool {
    text.allSatisfy { $0 >= 32 || $0 == 10 }
  }
}
