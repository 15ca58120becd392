/// A detached signature as `ssh-keygen -Y sign` writes it (PROTOCOL.sshsig of OpenSSH). Reading one
/// says nothing about who signed what: `verify` does, and `SignerBook.verify` besides who may.
package struct SSHSignature: Hashable, Sendable {
  package enum Hash: String, Hashable, Sendable {
    case sha256
    case sha512
  }

  package let key: PublicKey
  /// What the signature is for, byte by byte; never empty.
  package let namespace: String
  /// Signed like the rest, and without a meaning so far.
  let reserved: [UInt8]
  package let hash: Hash
  let proof: SignatureProof

  private static let magic = Array("SSHSIG".utf8)

  /// A file with the armor of `ssh-keygen`.
  package init(armored text: [UInt8]) throws(SignatureRefusal) {
    let blob: [UInt8]
    do throws(Armor.Failure) {
      blob = try Armor.signature.open(text)
    } catch {
      throw error == .lines ? .notArmored : .notBase64
    }
    try self.init(blob: blob)
  }

  package init(blob: [UInt8]) throws(SignatureRefusal) {
    guard blob.starts(with: Self.magic) else { throw .notASignature }
    var reader = WireReader(blob.dropFirst(Self.magic.count), "the signature")
    let version = try reader.uint32()
    guard version == 1 else { throw .unknownVersion(version) }
    key = try PublicKey(blob: try reader.string())
    let namespace = try reader.string()
    guard !namespace.isEmpty else { throw .emptyNamespace }
    // Repaired text could equal a namespace that it is not.
    guard let name = String(validating: namespace, as: UTF8.self) else {
      throw .wrongNamespace(found: shown(namespace), expected: "UTF-8")
    }
    self.namespace = name
    reserved = Array(try reader.string())
    let hash = try reader.string()
    guard let known = Hash(rawValue: String(decoding: hash, as: UTF8.self)) else {
      throw .unknownHash(shown(hash))
    }
    self.hash = known
    proof = try SignatureProof(try reader.string(), by: key)
    try reader.end()
  }

  /// A signature that is made here; `proof` is 64 bytes of Ed25519 over `signedBytes`.
  init(key: PublicKey, namespace: String, hash: Hash, ed25519 proof: [UInt8]) {
    self.key = key
    self.namespace = namespace
    reserved = []
    self.hash = hash
    self.proof = .ed25519(proof)
  }

  package var blob: [UInt8] {
    var bytes = Self.magic
    bytes.append(wire: 1 as UInt32)
    bytes.append(wire: key.blob)
    bytes.append(wire: namespace.utf8)
    bytes.append(wire: reserved)
    bytes.append(wire: hash.rawValue.utf8)
    bytes.append(wire: proof.blob)
    return bytes
  }

  /// The file that `ssh-keygen -Y verify` takes.
  package var armored: [UInt8] { Armor.signature.close(blob) }

  /// What is signed instead of the message itself: namespace and hash are part of it.
  package static func signedBytes(
    _ message: [UInt8], namespace: String, reserved: [UInt8] = [], hash: Hash
  ) -> [UInt8] {
    var bytes = magic
    bytes.append(wire: namespace.utf8)
    bytes.append(wire: reserved)
    bytes.append(wire: hash.rawValue.utf8)
    bytes.append(wire: hash == .sha256 ? sha256(message) : sha512(message))
    return bytes
  }

  /// Accepts the signature if its key has signed exactly these bytes for exactly this namespace, and,
  /// for a key in a security key or passkey, a person was present. It does not ask whose key it is.
  package func verify(_ message: [UInt8], namespace: String) throws(SignatureRefusal) {
    guard self.namespace.utf8.elementsEqual(namespace.utf8) else {
      throw .wrongNamespace(found: shown(self.namespace.utf8), expected: shown(namespace.utf8))
    }
    let signed = Self.signedBytes(
      message, namespace: namespace, reserved: reserved, hash: hash)
    try proof.verify(signed, by: key)
  }
}
