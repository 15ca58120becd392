/// Why a key or signature in the formats of OpenSSH is not accepted.
package enum SignatureRefusal: Refusal, Equatable {
  // The form of a signature.
  case notArmored
  case notBase64
  case notASignature
  case unknownVersion(UInt32)
  case truncated(part: String)
  case trailingBytes(part: String)
  case emptyNamespace
  case unknownHash(String)
  case nonCanonicalNumber
  case numberOutOfRange
  case wrongLength(part: String, expected: Int, found: Int)
  // The kind of a key.
  case notAKeyLine
  case keyTypeDiffers(line: String, key: String)
  case rsaKey
  case dsaKey
  case otherCurve(String)
  case certificate(String)
  case unknownKeyType(String)
  case invalidPoint
  case algorithmDiffers(key: String, signature: String)
  // What a security key or browser says.
  case userNotPresent
  case webAuthnFlags
  case webAuthnOrigin
  case webAuthnClientData
  // Who has signed what.
  case wrongNamespace(found: String, expected: String)
  case notSignedByKey
  case unknownPrincipal(String)
  case unknownKey(fingerprint: String)
  case keyOfAnother(principal: String, owner: String)
  case namespaceNotAllowed(String, principal: String)
  case notYetValid(from: Timestamp, signedAt: Timestamp)
  case expired(until: Timestamp, signedAt: Timestamp)
  case revoked(fingerprint: String)
  case revokedFrom(position: Int, log: String, entry: Int)

  package var code: String {
    switch self {
    case .notArmored: "signature-not-armored"
    case .notBase64: "signature-not-base64"
    case .notASignature: "signature-not-sshsig"
    case .unknownVersion: "signature-unknown-version"
    case .truncated: "signature-truncated"
    case .trailingBytes: "signature-trailing-bytes"
    case .emptyNamespace: "signature-empty-namespace"
    case .unknownHash: "signature-unknown-hash"
    case .nonCanonicalNumber: "signature-non-canonical-number"
    case .numberOutOfRange: "signature-number-out-of-range"
    case .wrongLength: "signature-wrong-length"
    case .notAKeyLine: "key-not-a-line"
    case .keyTypeDiffers: "key-type-differs"
    case .rsaKey: "key-rsa"
    case .dsaKey: "key-dsa"
    case .otherCurve: "key-other-curve"
    case .certificate: "key-certificate"
    case .unknownKeyType: "key-unknown-type"
    case .invalidPoint: "key-invalid-point"
    case .algorithmDiffers: "signature-algorithm-differs"
    case .userNotPresent: "signature-user-not-present"
    case .webAuthnFlags: "signature-webauthn-flags"
    case .webAuthnOrigin: "signature-webauthn-origin"
    case .webAuthnClientData: "signature-webauthn-client-data"
    case .wrongNamespace: "signature-wrong-namespace"
    case .notSignedByKey: "signature-does-not-match"
    case .unknownPrincipal: "signer-unknown"
    case .unknownKey: "signer-unknown-key"
    case .keyOfAnother: "signer-key-of-another"
    case .namespaceNotAllowed: "signer-namespace-not-allowed"
    case .notYetValid: "signer-key-not-yet-valid"
    case .expired: "signer-key-expired"
    case .revoked: "signer-key-revoked"
    case .revokedFrom: "signer-key-revoked-from"
    }
  }

  package var message: String {
    switch self {
    case .notArmored:
      "this is not an SSH signature: it must begin with `\(Armor.signature.begin)` and end with "
        + "`\(Armor.signature.end)`; sign again with `ssh-keygen -Y sign`"
    case .notBase64:
      "the text between the first and the last line is not base64, so it was cut or edited: copy "
        + "it again"
    case .notASignature:
      "the bytes do not begin with `SSHSIG`, so this is another kind of file: sign again with "
        + "`ssh-keygen -Y sign`"
    case .unknownVersion(let version):
      "the signature has version \(version), but only version 1 is supported: sign again with "
        + "`ssh-keygen -Y sign`"
    case .truncated(let part): "\(part) ends too early, so it was cut off: copy it again"
    case .trailingBytes(let part):
      "there are extra bytes after \(part), which nobody signed: copy it again"
    case .emptyNamespace:
      "the signature names no purpose, so it could mean anything: sign with `-n` and the "
        + "namespace"
    case .unknownHash(let name):
      "the signature uses the hash \(name), but only sha256 and sha512 are accepted: sign again "
        + "with `-O hashalg=sha512`"
    case .nonCanonicalNumber:
      "a number in the signature is not in its standard form, so it was altered on the "
        + "way: copy it again"
    case .numberOutOfRange:
      "a number in the signature is larger than its curve allows: sign again"
    case .wrongLength(let part, let expected, let found):
      "\(part) has \(found) bytes instead of \(expected): copy it again"
    case .notAKeyLine:
      "this is not a public key: write its type and its base64, as in the `.pub` file"
    case .keyTypeDiffers(let line, let key):
      "the line declares a \(line) key, but the bytes are a \(key) key: copy the line of the `.pub` "
        + "file"
    case .rsaKey: "this is an RSA key, which is not accepted here: \(Self.keysToUse)"
    case .dsaKey: "this is a DSA key, which is too weak: \(Self.keysToUse)"
    case .otherCurve(let type): "the curve of \(type) is not accepted here: \(Self.keysToUse)"
    case .certificate(let type):
      "\(type) is a certificate, and somebody else decides who it belongs to: list the person's own "
        + "key"
    case .unknownKeyType(let type): "the key type \(type) is not supported: \(Self.keysToUse)"
    case .invalidPoint: "the key is not a point on its curve, so it was altered: copy it again"
    case .algorithmDiffers(let key, let signature):
      "the key is \(key), but the signature was made with \(signature): sign again with the right key"
    case .userNotPresent:
      "the security key reports that nobody touched it, so a program may have signed alone: sign "
        + "again and touch the key"
    case .webAuthnFlags:
      "the flags of the passkey's signature do not match the rest of it: sign again"
    case .webAuthnOrigin:
      "the address of the page that asked for the signature contains a quote, which could hide "
        + "another text: sign again"
    case .webAuthnClientData:
      "the browser did not sign this text: sign again"
    case .wrongNamespace(let found, let expected):
      "the signature was made for \(found), but \(expected) is needed: sign again with "
        + "`-n` and the needed namespace"
    case .notSignedByKey:
      "the signature does not match the text and the key, so one of them was changed: sign the text as "
        + "it is now"
    case .unknownPrincipal(let name):
      "\(name) is not among the allowed signers: add their key, or correct the name"
    case .unknownKey(let fingerprint):
      "the key \(fingerprint) is not among the allowed signers: add it to the person's line, or sign "
        + "with a key that is listed"
    case .keyOfAnother(let principal, let owner):
      "the signature is said to be by \(principal), but its key belongs to \(owner): each person "
        + "signs with their own key"
    case .namespaceNotAllowed(let namespace, let principal):
      "the key of \(principal) must not be used for \(namespace): sign with another key, or add the "
        + "namespace to its line"
    case .notYetValid(let from, let signedAt):
      "the key is valid from \(from), but the text is dated \(signedAt): sign with "
        + "a key that is valid at that time"
    case .expired(let until, let signedAt):
      "the key was valid until \(until), but the text is dated \(signedAt): sign "
        + "with a key that is valid at that time"
    case .revoked(let fingerprint):
      "the key \(fingerprint) is revoked, so nothing that it signed is valid: sign again with "
        + "another key"
    case .revokedFrom(let position, let log, let entry):
      "the key is revoked from entry \(position) of the log `\(log)` on, and this is entry \(entry): "
        + "sign again with another key"
    }
  }

  private static let keysToUse =
    "use a key made by `ssh-keygen -t ed25519`, `-t ecdsa`, `-t ed25519-sk` or `-t ecdsa-sk`"
}
