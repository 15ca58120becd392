internal import RubricaSource

/// An Ed25519 key that can sign, from the unencrypted file of `ssh-keygen -t ed25519 -N ''`.
package struct PrivateKey: Sendable {
  package let publicKey: PublicKey
  package let comment: String
  private let seed: [UInt8]

  private static let magic = Array("openssh-key-v1\0".utf8)

  /// Reads a file such as `id_ed25519`.
  package init(file: [UInt8]) throws(PrivateKeyRefusal) {
    let bytes: [UInt8]
    do throws(Armor.Failure) {
      bytes = try Armor.privateKey.open(file)
    } catch {
      throw error == .lines ? .notAPrivateKey : .notBase64
    }
    guard bytes.starts(with: Self.magic) else { throw .notAPrivateKey }
    let outer = try Self.reading { () throws(SignatureRefusal) in
      try Outer(bytes.dropFirst(Self.magic.count))
    }
    guard !outer.isEncrypted else { throw .encrypted }
    guard outer.count == 1 else { throw .severalKeys }
    let key = try Self.reading { () throws(SignatureRefusal) in
      try PublicKey(blob: outer.publicBlob)
    }
    guard case .ed25519(let point) = key.kind else { throw .notEd25519(key.kind.type) }
    let inner = try Self.reading { () throws(SignatureRefusal) in try Inner(outer.secret) }
    let seed = Array(inner.pair.prefix(32))
    // The public key stands in the file three times. A wrong one would give the seed away with two
    // signatures.
    guard inner.checks.0 == inner.checks.1, inner.type.elementsEqual(key.kind.type.utf8),
      inner.point.elementsEqual(point), inner.pair.count == 64,
      inner.pair.suffix(32).elementsEqual(point), ed25519PublicKey(seed: seed) == point,
      inner.hasGoodPadding
    else { throw .damaged }
    publicKey = key
    comment = String(decoding: inner.comment, as: UTF8.self)
    self.seed = seed
  }

  /// The key of a seed of 32 bytes, for keys that are made rather than kept.
  package init?(seed: [UInt8]) {
    guard let point = ed25519PublicKey(seed: seed), let key = PublicKey(ed25519: point) else {
      return nil
    }
    publicKey = key
    comment = ""
    self.seed = seed
  }

  /// 64 bytes of Ed25519, always the same for the same message.
  package func sign(_ message: [UInt8]) -> [UInt8] {
    guard let signature = ed25519Signature(seed: seed, message) else {
      preconditionFailure("the seed has made a key when it was read")
    }
    return signature
  }

  /// A signature that `ssh-keygen -Y verify` takes.
  package func sign(
    _ message: [UInt8], namespace: String, hash: SSHSignature.Hash = .sha512
  ) -> SSHSignature {
    let signed = SSHSignature.signedBytes(message, namespace: namespace, hash: hash)
    return SSHSignature(key: publicKey, namespace: namespace, hash: hash, ed25519: sign(signed))
  }

  private static func reading<T>(
    _ body: () throws(SignatureRefusal) -> T
  ) throws(PrivateKeyRefusal) -> T {
    do throws(SignatureRefusal) {
      return try body()
    } catch {
      throw .key(error)
    }
  }

  /// The part of the file that is never encrypted.
  private struct Outer {
    let isEncrypted: Bool
    let count: UInt32
    let publicBlob: ArraySlice<UInt8>
    let secret: ArraySlice<UInt8>

    init(_ bytes: ArraySlice<UInt8>) throws(SignatureRefusal) {
      var reader = WireReader(bytes, "the private key")
      let cipher = try reader.string()
      let derivation = try reader.string()
      _ = try reader.string()
      isEncrypted =
        !cipher.elementsEqual("none".utf8) || !derivation.elementsEqual("none".utf8)
      count = try reader.uint32()
      publicBlob = try reader.string()
      secret = try reader.string()
      try reader.end()
    }
  }

  private struct Inner {
    let checks: (UInt32, UInt32)
    let type: ArraySlice<UInt8>
    let point: ArraySlice<UInt8>
    let pair: ArraySlice<UInt8>
    let comment: ArraySlice<UInt8>
    let padding: ArraySlice<UInt8>

    init(_ bytes: ArraySlice<UInt8>) throws(SignatureRefusal) {
      var reader = WireReader(bytes, "the private key")
      checks = (try reader.uint32(), try reader.uint32())
      type = try reader.string()
      point = try reader.string()
      pair = try reader.string()
      comment = try reader.string()
      padding = reader.remainder()
    }

    /// 1, 2, 3 and so on, up to a multiple of eight bytes.
    var hasGoodPadding: Bool {
      padding.count < 8 && padding.elementsEqual((0..<padding.count).map { UInt8($0 + 1) })
    }
  }
}
