import Crypto
import Testing

@testable import RubricaSignature

/// No bytes crash the readers, and no signature survives a change.
struct HostileSignatureTests {
  private let message = Array("a text".utf8)
  private let namespace = "signoff@example.com"

  /// Signatures of every kind.
  private func blobs() throws -> [[UInt8]] {
    let key = Curve25519.Signing.PrivateKey()
    let signed = SSHSignature.signedBytes(message, namespace: namespace, hash: .sha512)
    let plain = SSHSignature(
      key: try #require(PublicKey(ed25519: Array(key.publicKey.rawRepresentation))),
      namespace: namespace, hash: .sha512, ed25519: Array(try key.signature(for: signed)))
    return try [plain.blob]
      + SecurityKey.Kind.allCases.map {
        try SecurityKey($0).blob(message, namespace: namespace)
      }
  }

  @Test func everyCutIsRefused() throws {
    for blob in try blobs() {
      #expect(throws: Never.self) {
        try SSHSignature(blob: blob).verify(message, namespace: namespace)
      }
      for end in blob.indices {
        #expect(throws: SignatureRefusal.self) { try SSHSignature(blob: Array(blob[..<end])) }
      }
    }
  }

  @Test func everyFlippedBitIsRefused() throws {
    for blob in try blobs() {
      for index in blob.indices {
        for bit in 0..<8 {
          var changed = blob
          changed[index] ^= 1 << UInt8(bit)
          #expect(throws: SignatureRefusal.self, "byte \(index), bit \(bit)") {
            try SSHSignature(blob: changed).verify(message, namespace: namespace)
          }
        }
      }
    }
  }

  @Test func everyCutOfTheArmorIsRefused() throws {
    let text = Armor.signature.close(try blobs()[0])
    for end in 0..<text.count - 1 {
      #expect(throws: SignatureRefusal.self) { try SSHSignature(armored: Array(text[..<end])) }
    }
    for extra in ["x", "\n-----BEGIN SSH SIGNATURE-----\n"] {
      #expect(throws: SignatureRefusal.notArmored) {
        try SSHSignature(armored: text + Array(extra.utf8))
      }
    }
    let windows = text.flatMap { $0 == 10 ? [13, 10] : [$0] }
    #expect(throws: Never.self) { try SSHSignature(armored: windows) }
  }

  @Test func numbersHaveOneForm() throws {
    func number(_ digits: [UInt8]) throws -> [UInt8] {
      var bytes: [UInt8] = []
      bytes.append(wire: digits)
      var reader = WireReader(bytes[...], "the number")
      return try reader.number()
    }
    let one = Array(repeating: 0, count: 31) + [1] as [UInt8]
    #expect(try number([1]) == one)
    #expect(try number([0, 0x80]).suffix(1) == [0x80])
    #expect(try number([0] + Array(repeating: 0xFF, count: 32)).count == 32)
    for digits in [[], [0], [0, 1], [0x80], [0xFF, 1], [0, 0, 0x80]] as [[UInt8]] {
      #expect(throws: SignatureRefusal.nonCanonicalNumber, "\(digits)") { try number(digits) }
    }
    #expect(throws: SignatureRefusal.numberOutOfRange) {
      try number(Array(repeating: 1, count: 33))
    }
  }

  @Test func keysHaveOneForm() throws {
    let point = Array(P256.Signing.PrivateKey().publicKey.x963Representation)
    func key(_ curve: String, _ point: [UInt8]) -> [UInt8] {
      var blob: [UInt8] = []
      blob.append(wire: "ecdsa-sha2-nistp256".utf8)
      blob.append(wire: curve.utf8)
      blob.append(wire: point)
      return blob
    }
    #expect(try PublicKey(blob: key("nistp256", point)).blob == key("nistp256", point))
    #expect(throws: SignatureRefusal.invalidPoint) {
      try PublicKey(blob: key("nistp256", point.dropLast() + [point[64] ^ 1]))
    }
    #expect(throws: SignatureRefusal.invalidPoint) {
      try PublicKey(blob: key("nistp256", [6] + point.dropFirst()))
    }
    #expect(throws: SignatureRefusal.otherCurve("`nistp384`")) {
      try PublicKey(blob: key("nistp384", point))
    }
    #expect(throws: SignatureRefusal.trailingBytes(part: "the public key")) {
      try PublicKey(blob: key("nistp256", point) + [0])
    }
    for (type, refusal) in [
      ("ssh-rsa", .rsaKey), ("ssh-dss", .dsaKey),
      ("ecdsa-sha2-nistp521", .otherCurve("`ecdsa-sha2-nistp521`")),
      ("ssh-ed25519-cert-v01@openssh.com", .certificate("`ssh-ed25519-cert-v01@openssh.com`")),
      ("ssh-ed448\u{1B}[2J", .unknownKeyType("`ssh-ed448?[2J`")),
    ] as [(String, SignatureRefusal)] {
      var blob: [UInt8] = []
      blob.append(wire: type.utf8)
      #expect(throws: refusal) { try PublicKey(blob: blob) }
    }
  }

  @Test func publicKeyLines() throws {
    let key = try #require(PublicKey(ed25519: Array(repeating: 3, count: 32)))
    #expect(try PublicKey(line: Array("\(key.line) a comment\r".utf8)) == key)
    #expect(PublicKey(ed25519: [3]) == nil)
    let base64 = key.line.split(separator: " ")[1]
    for line in ["", "ssh-ed25519", "ssh-ed25519 AAAA", "ssh-ed25519 \(base64.dropLast())"] {
      #expect(throws: SignatureRefusal.self) { try PublicKey(line: Array(line.utf8)) }
    }
    #expect(
      throws: SignatureRefusal.keyTypeDiffers(line: "`ecdsa-sha2-nistp256`", key: "ssh-ed25519")
    ) { try PublicKey(line: Array("ecdsa-sha2-nistp256 \(base64)".utf8)) }
  }
}
