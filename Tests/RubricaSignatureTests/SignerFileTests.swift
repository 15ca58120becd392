import RubricaSignature
import Testing

/// Files of allowed signers and revoked keys.
struct SignerFileTests {
  private func key(_ seed: UInt8) -> String {
    PublicKey(ed25519: Array(repeating: seed, count: 32))?.line ?? ""
  }

  private func refusal(_ text: String, revoked: String = "") -> SignerFileRefusal? {
    do throws(SignerFileRefusal) {
      _ = try SignerBook(allowedSigners: Array(text.utf8), revokedKeys: Array(revoked.utf8))
      return nil
    } catch {
      return error
    }
  }

  @Test func linesAreRead() throws {
    let text = """
      # people
        # of the project

      ada@example.com \(key(1)) at home
      "ada@example.com" namespaces="a@x,b@x",valid-after="20260101Z" \(key(2))
      \tbob_2 valid-before="20270101120000Z" \(key(3))
      """
    let book = try SignerBook(allowedSigners: Array(text.utf8))
    #expect(book.principals == ["ada@example.com", "bob_2"])
    let ada = book.signers(named: "ada@example.com")
    #expect(ada.map(\.line) == [4, 5])
    #expect(ada[1].namespaces == ["a@x", "b@x"])
    #expect(ada[1].validAfter?.description == "2026-01-01T00:00:00Z")
    #expect(ada[0].validAfter == nil && ada[0].namespaces == nil)
    #expect(book.signers(named: "bob_2")[0].validBefore?.description == "2027-01-01T12:00:00Z")
    #expect(try SignerBook(allowedSigners: []).principals == [])
  }

  @Test(arguments: [
    ("*@example.com KEY", "signers-principal-pattern"), ("!ada KEY", "signers-principal-pattern"),
    ("a?a KEY", "signers-principal-pattern"), ("ad\u{430} KEY", "signers-principal-characters"),
    ("\"a b\" KEY", "signers-principal-characters"), ("ada,, KEY", "signers-principal-characters"),
    ("\"\" KEY", "signers-principal-characters"), ("ada,bob KEY", "signers-key-of-two"),
    ("ada cert-authority KEY", "signers-certificate-authority"),
    ("ada CERT-AUTHORITY,namespaces=\"a\" KEY", "signers-certificate-authority"),
    ("ada no-touch-required KEY", "signers-unknown-option"),
    ("ada namespaces=\"a\",verify-required KEY", "signers-unknown-option"),
    ("ada namespaces=\"a\", KEY", "signers-unknown-option"),
    ("ada namespaces=a KEY", "signers-option-without-quotes"),
    ("ada namespaces KEY", "signers-option-without-quotes"),
    ("ada namespaces=\"\" KEY", "signers-empty-namespaces"),
    ("ada namespaces=\"a*\" KEY", "signers-namespace-pattern"),
    ("ada namespaces=\"!a\" KEY", "signers-namespace-pattern"),
    ("ada namespaces=\"a,\" KEY", "signers-namespace-pattern"),
    ("ada namespaces=\"a\",namespaces=\"b\" KEY", "signers-option-twice"),
    ("ada valid-after=\"20260101\" KEY", "signers-local-time"),
    ("ada valid-before=\"202601011200\" KEY", "signers-local-time"),
    ("ada valid-before=\"20260230Z\" KEY", "signers-not-a-time"),
    ("ada valid-before=\"2026-01-01T00:00:00Z\" KEY", "signers-not-a-time"),
    ("ada valid-before=\"202601012460Z\" KEY", "signers-not-a-time"),
    ("ada valid-before=\"19700101Z\" KEY", "signers-not-a-time"),
    ("ada valid-after=\"20270101Z\",valid-before=\"20260101Z\" KEY", "signers-empty-window"),
    ("ada valid-after=\"20270101Z\",valid-before=\"20270101Z\" KEY", "signers-empty-window"),
    ("ada namespaces=\"a KEY", "signers-unclosed-quote"), ("ada", "signers-no-key"),
    ("ada namespaces=\"a\"", "signers-no-key"), ("ada ssh-ed25519", "signers-no-key"),
    ("ada ssh-ed25519 AAAA", "signature-truncated"), ("ada ssh-ed25519 ?", "key-not-a-line"),
    ("ada ssh-rsa AAAAB3NzaC1yc2EAAAABAw==", "key-rsa"), ("ada\0 KEY", "signers-not-utf8"),
  ])
  func badLinesAreRefused(_ line: String, _ code: String) {
    let text = "# the people\r\nbob \(key(9))\n" + line.replacing("KEY", with: key(1)) + "\n"
    let found = refusal(text)
    #expect(found?.code == code)
    #expect(found?.line == 3)
    #expect(found?.file == .allowedSigners)
    #expect((found?.range.lowerBound ?? 0) >= text.utf8.count - line.utf8.count - 100)
  }

  @Test func onePersonCountsOnce() {
    #expect(refusal("ada \(key(1))\nbob \(key(1))\n")?.code == "signers-key-of-two")
    #expect(refusal("ada \(key(1))\nAda \(key(2))\n")?.code == "signers-principal-case")
    #expect(refusal("ada \(key(1))\nada \(key(1))\nada \(key(2))\n") == nil)
    #expect(refusal("ada \(key(1))\nbob \(key(1))\n")?.message.contains("line 1") == true)
  }

  @Test(arguments: [
    ("from=toxicity", "signers-revoked-from"), ("from=", "signers-revoked-from"),
    ("from=a:1,", "signers-revoked-from"), ("from=a:-1", "signers-revoked-from"),
    ("from=a:1,b", "signers-revoked-from"), ("from=:1", "signers-revoked-from"),
    ("from=a:99999999999999999999", "signers-revoked-from"),
    ("from=a:1,a:2", "signers-revoked-from-twice"),
  ])
  func badRevocationsAreRefused(_ comment: String, _ code: String) {
    let found = refusal("", revoked: "\n\(key(1)) \(comment) stolen\n")
    #expect(found?.code == code)
    #expect(found?.line == 2)
    #expect(found?.file == .revokedKeys)
  }

  @Test func revocationListsAreForPeople() {
    #expect(refusal("", revoked: "SSHKRL\n\0\0\0\0\u{1}")?.code == "signers-binary-revocation-list")
    #expect(refusal("", revoked: "serial: 1\n")?.code == "key-not-a-line")
    #expect(refusal("", revoked: "# none\n") == nil)
  }

  @Test func everyCutAndFlipIsAnswered() {
    let text = Array(
      "ada namespaces=\"a@x,b@x\",valid-after=\"20260101Z\" \(key(1)) c\nbob \(key(2))\n".utf8)
    let revoked = Array("\(key(1)) from=toxicity:41,other:3 stolen\n".utf8)
    for (bytes, isRevoked) in [(text, false), (revoked, true)] {
      func read(_ bytes: [UInt8]) {
        _ = try? SignerBook(
          allowedSigners: isRevoked ? [] : bytes, revokedKeys: isRevoked ? bytes : [])
      }
      for end in bytes.indices { read(Array(bytes[..<end])) }
      for index in bytes.indices {
        for bit in 0..<8 {
          var changed = bytes
          changed[index] ^= 1 << UInt8(bit)
          read(changed)
        }
      }
    }
    #expect((try? SignerBook(allowedSigners: text, revokedKeys: revoked)) != nil)
  }

  @Test func earlierEntriesAreSpared() throws {
    let key = SecurityKey(.ed25519)
    let line = try key.publicKey.line
    var question = Question(allowedSigners: "legal@example.com \(line)\n")
    question.signature = try key.sign(question.message, namespace: question.namespace)
    func refusal(_ comment: String, _ log: String, _ position: Int) throws -> String? {
      try question.with {
        $0.revokedKeys = "\(line) \(comment)\n"
        $0.log = log
        $0.position = position
      }.refusal()
    }
    let comment = "from=toxicity:41,irony:3 stolen in a train"
    #expect(try refusal(comment, "toxicity", 40) == nil)
    #expect(try refusal(comment, "toxicity", 41) == "signer-key-revoked-from")
    #expect(try refusal(comment, "irony", 2) == nil)
    #expect(try refusal(comment, "irony", 3) == "signer-key-revoked-from")
    #expect(try refusal(comment, "other", 0) == "signer-key-revoked")
    #expect(try refusal("stolen", "toxicity", 0) == "signer-key-revoked")
    #expect(try refusal("stolen from=toxicity:41", "toxicity", 0) == "signer-key-revoked")
    // Each line takes away what it says.
    #expect(try refusal("from=toxicity:9\n\(line)", "toxicity", 0) == "signer-key-revoked")
  }
}
