internal import Crypto

// Everything that is asked of the cryptographic library, over bytes.

func sha256(_ bytes: some Collection<UInt8>) -> [UInt8] {
  Array(SHA256.hash(data: Array(bytes)))
}

func sha512(_ bytes: [UInt8]) -> [UInt8] { Array(SHA512.hash(data: bytes)) }

func isSigned(_ message: [UInt8], ed25519 key: [UInt8], _ signature: [UInt8]) -> Bool {
  guard let key = try? Curve25519.Signing.PublicKey(rawRepresentation: key) else { return false }
  return key.isValidSignature(signature, for: message)
}

/// `point` has 65 bytes, the signature the 32 bytes of r and the 32 of s.
func isSigned(_ message: [UInt8], p256 point: [UInt8], _ signature: [UInt8]) -> Bool {
  guard let key = try? P256.Signing.PublicKey(x963Representation: point),
    let signature = try? P256.Signing.ECDSASignature(rawRepresentation: signature)
  else { return false }
  return key.isValidSignature(signature, for: message)
}

func isPointOfP256(_ point: [UInt8]) -> Bool {
  point.first == 4 && (try? P256.Signing.PublicKey(x963Representation: point)) != nil
}

/// The public key of a seed of 32 bytes; nil for another number of bytes.
func ed25519PublicKey(seed: [UInt8]) -> [UInt8]? {
  (try? Curve25519.Signing.PrivateKey(rawRepresentation: seed)).map {
    Array($0.publicKey.rawRepresentation)
  }
}

/// 64 bytes, the same for the same message; nil if the seed has not 32 bytes.
func ed25519Signature(seed: [UInt8], _ message: [UInt8]) -> [UInt8]? {
  (try? Curve25519.Signing.PrivateKey(rawRepresentation: seed).signature(for: message)).map {
    Array($0)
  }
}
