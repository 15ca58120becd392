import RubricaSignature
import Testing

/// Keys inside of security keys and passkeys.
struct SecurityKeyTests {
  private func question(_ key: SecurityKey) throws -> Question {
    var question = Question(allowedSigners: "legal@example.com \(try key.publicKey.line)\n")
    question.signature = try key.sign(question.message, namespace: question.namespace)
    return question
  }

  private func refusal(
    _ kind: SecurityKey.Kind, _ change: (inout SecurityKey) -> Void
  ) throws -> String? {
    var key = SecurityKey(kind)
    change(&key)
    return try question(key).refusal()
  }

  /// Signed a few times, since now and then a number begins with zeros.
  @Test(arguments: SecurityKey.Kind.allCases)
  func goodOnesAreAccepted(_ kind: SecurityKey.Kind) throws {
    for counter in 0..<20 {
      #expect(try refusal(kind) { $0.counter = UInt32(counter) } == nil)
    }
    // The person was asked for a PIN or a finger besides.
    #expect(try refusal(kind) { $0.flags = 0x05 } == nil)
  }

  @Test(arguments: SecurityKey.Kind.allCases)
  func badOnesAreNamed(_ kind: SecurityKey.Kind) throws {
    #expect(try refusal(kind) { $0.flags = 0 } == "signature-user-not-present")
    #expect(try refusal(kind) { $0.flags = 0x04 } == "signature-user-not-present")
    #expect(
      try refusal(kind) { $0.hash = "sha256" } == "signature-does-not-match"
        || kind == .webAuthn)
    #expect(try refusal(kind) { $0.hash = "sha1" } == "signature-unknown-hash")
    #expect(try refusal(kind) { $0.version = 2 } == "signature-unknown-version")
    #expect(try refusal(kind) { $0.version = 0 } == "signature-unknown-version")
    #expect(try refusal(kind) { $0.trailing = [0] } == "signature-trailing-bytes")
    for type in ["ssh-ed25519", "ecdsa-sha2-nistp256", "ssh-rsa"] {
      #expect(try refusal(kind) { $0.signatureType = type } == "signature-algorithm-differs")
    }
  }

  @Test func passkeysSignWhatTheBrowserSays() throws {
    #expect(
      try refusal(.webAuthn) { $0.challenge = Array("another text".utf8) }
        == "signature-webauthn-client-data")
    #expect(try refusal(.webAuthn) { $0.origin = "https://a\"b" } == "signature-webauthn-origin")
    #expect(try refusal(.webAuthn) { $0.flags = 0x41 } == "signature-webauthn-flags")
    #expect(try refusal(.webAuthn) { $0.flags = 0x81 } == "signature-webauthn-flags")
    #expect(try refusal(.webAuthn) { $0.extensions = [0xA0] } == "signature-webauthn-flags")
    #expect(
      try refusal(.webAuthn) {
        $0.flags = 0x81
        $0.extensions = [0xA0]
      } == nil)
  }

  @Test(
    .enabled(if: SSHKeygen.isInstalled, "ssh-keygen (package openssh-client) is not installed"),
    arguments: SecurityKey.Kind.allCases)
  func stockAgrees(_ kind: SecurityKey.Kind) throws {
    let stock = try SSHKeygen()
    let good = try question(SecurityKey(kind))
    #expect(try stock.accepts(good))
    let changed = good.with { $0.message[2] ^= 1 }
    #expect(try stock.accepts(changed) == false)
    #expect(try changed.refusal() != nil)

    // The one difference: a key that nobody has touched.
    var alone = SecurityKey(kind)
    alone.flags = 0
    let untouched = try question(alone)
    #expect(try stock.accepts(untouched))
    #expect(try untouched.refusal() == "signature-user-not-present")

    if kind == .webAuthn {
      var other = SecurityKey(kind)
      other.challenge = Array("another text".utf8)
      #expect(try stock.accepts(question(other)) == false)
    }
  }
}
