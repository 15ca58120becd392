import Crypto

@testable import RubricaSignature

/// A security key and a browser in software, to the letter of PROTOCOL.u2f of OpenSSH.
struct SecurityKey {
  enum Kind: CaseIterable {
    case ed25519
    case p256
    case webAuthn
  }

  let kind: Kind
  private let ed25519 = Curve25519.Signing.PrivateKey()
  private let p256 = P256.Signing.PrivateKey()

  var flags: UInt8 = 0x01
  var counter: UInt32 = 7
  var origin = "https://sign.example.com"
  var extensions: [UInt8] = []
  /// What the browser signs instead of the text.
  var challenge: [UInt8]?
  var signatureType: String?
  var hash = "sha512"
  var version: UInt32 = 1
  var trailing: [UInt8] = []

  init(_ kind: Kind) { self.kind = kind }

  private var application: [UInt8] {
    Array((kind == .webAuthn ? "sign.example.com" : "ssh:").utf8)
  }

  var publicKey: PublicKey {
    get throws {
      var blob: [UInt8] = []
      if kind == .ed25519 {
        blob.append(wire: "sk-ssh-ed25519@openssh.com".utf8)
        blob.append(wire: Array(ed25519.publicKey.rawRepresentation))
      } else {
        blob.append(wire: "sk-ecdsa-sha2-nistp256@openssh.com".utf8)
        blob.append(wire: "nistp256".utf8)
        blob.append(wire: Array(p256.publicKey.x963Representation))
      }
      blob.append(wire: application)
      return try PublicKey(blob: blob)
    }
  }

  func blob(_ message: [UInt8], namespace: String) throws -> [UInt8] {
    let signed = SSHSignature.signedBytes(message, namespace: namespace, hash: .sha512)
    var flagsAndCounter = [flags]
    flagsAndCounter.append(wire: counter)
    let clientData = Array(
      """
      {"type":"webauthn.get","challenge":"\(base64URL(challenge ?? signed))",\
      "origin":"\(origin)","crossOrigin":false}
      """.utf8)
    let digest = sha256(kind == .webAuthn ? clientData : signed)
    let data =
      sha256(application) + flagsAndCounter + (kind == .webAuthn ? extensions : []) + digest

    var proof: [UInt8] = []
    switch kind {
    case .ed25519:
      proof.append(wire: (signatureType ?? "sk-ssh-ed25519@openssh.com").utf8)
      proof.append(wire: Array(try ed25519.signature(for: data)))
    case .p256, .webAuthn:
      let type =
        kind == .p256
        ? "sk-ecdsa-sha2-nistp256@openssh.com" : "webauthn-sk-ecdsa-sha2-nistp256@openssh.com"
      proof.append(wire: (signatureType ?? type).utf8)
      proof.append(wire: pair(Array(try p256.signature(for: data).rawRepresentation)))
    }
    proof += flagsAndCounter
    if kind == .webAuthn {
      proof.append(wire: origin.utf8)
      proof.append(wire: clientData)
      proof.append(wire: extensions)
    }

    var blob = Array("SSHSIG".utf8)
    blob.append(wire: version)
    blob.append(wire: try publicKey.blob)
    blob.append(wire: namespace.utf8)
    blob.append(wire: [])
    blob.append(wire: hash.utf8)
    blob.append(wire: proof)
    return blob + trailing
  }

  /// The signature file.
  func sign(_ message: [UInt8], namespace: String) throws -> [UInt8] {
    Armor.signature.close(try blob(message, namespace: namespace))
  }

  private func base64URL(_ bytes: [UInt8]) -> String {
    String(
      Base64Text(bytes).compactMap { $0 == "=" ? nil : $0 == "+" ? "-" : $0 == "/" ? "_" : $0 })
  }

  private func Base64Text(_ bytes: [UInt8]) -> String {
    Armor.signature.close(bytes).split(separator: 10).dropFirst().dropLast()
      .map { String(decoding: $0, as: UTF8.self) }.joined()
  }

  /// Two numbers in the form of SSH.
  private func pair(_ numbers: [UInt8]) -> [UInt8] {
    var bytes: [UInt8] = []
    for half in [numbers.prefix(32), numbers.suffix(32)] {
      let digits = Array(half.drop { $0 == 0 })
      bytes.append(wire: digits[0] >= 0x80 ? [0] + digits : digits)
    }
    return bytes
  }
}
