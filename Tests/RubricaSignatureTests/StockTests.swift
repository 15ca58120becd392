import RubricaSignature
import Testing

/// What is accepted here `ssh-keygen -Y verify` accepts, and what is refused it refuses.
@Suite(.enabled(if: SSHKeygen.isInstalled, "ssh-keygen (package openssh-client) is not installed"))
struct StockTests {
  private static let types = [["ed25519"], ["ecdsa", "-b", "256"]]

  private func expect(
    _ question: Question, refused code: String?, _ stock: SSHKeygen, stockRefuses: Bool? = nil,
    _ where_: SourceLocation = #_sourceLocation
  ) throws {
    #expect(try question.refusal() == code, sourceLocation: where_)
    let isRefused = stockRefuses ?? (code != nil)
    #expect(try stock.accepts(question) == !isRefused, sourceLocation: where_)
  }

  @Test(arguments: types)
  func agreesOnSignaturesOfStock(_ type: [String]) throws {
    let stock = try SSHKeygen()
    let key = try stock.makeKey("own", type)
    let other = try stock.makeKey("other", type)
    var question = Question(
      allowedSigners: "# people\n\nlegal@example.com \(key) a comment\nboss@example.com \(other)\n")
    question.signature = try stock.sign(
      question.message, key: "own", namespace: question.namespace)
    try expect(question, refused: nil, stock)

    try expect(
      question.with { $0.namespace = "policy@example.com" }, refused: "signature-wrong-namespace",
      stock)
    try expect(
      question.with { $0.message[2] ^= 1 }, refused: "signature-does-not-match", stock)
    try expect(question.with { $0.message = [] }, refused: "signature-does-not-match", stock)
    try expect(
      question.with { $0.principal = "boss@example.com" }, refused: "signer-key-of-another", stock)
    try expect(
      question.with { $0.principal = "nobody@example.com" }, refused: "signer-unknown", stock)
    try expect(
      question.with { $0.allowedSigners = "legal@example.com \(other)\n" },
      refused: "signer-unknown-key", stock)
    try expect(question.with { $0.revokedKeys = key + "\n" }, refused: "signer-key-revoked", stock)
    try expect(question.with { $0.revokedKeys = other + "\n" }, refused: nil, stock)

    let sha256 = try stock.sign(
      question.message, key: "own", namespace: question.namespace,
      options: ["-O", "hashalg=sha256"])
    try expect(question.with { $0.signature = sha256 }, refused: nil, stock)
    for message in [[], Array(repeating: 0, count: 100_000)] as [[UInt8]] {
      let signature = try stock.sign(message, key: "own", namespace: question.namespace)
      try expect(
        question.with {
          $0.message = message
          $0.signature = signature
        }, refused: nil, stock)
    }
  }

  @Test(arguments: types)
  func agreesOnTheLinesOfSigners(_ type: [String]) throws {
    let stock = try SSHKeygen()
    let key = try stock.makeKey("own", type)
    var question = Question()
    question.signature = try stock.sign(
      question.message, key: "own", namespace: question.namespace)
    func options(_ options: String, at time: String, refused code: String?) throws {
      let changed = question.with {
        $0.allowedSigners = "legal@example.com \(options) \(key)\n"
        $0.signedAt = time
      }
      try expect(changed, refused: code, stock)
    }
    let noon = "2026-11-24T12:00:00Z"
    try options("namespaces=\"signoff@example.com\"", at: noon, refused: nil)
    try options("namespaces=\"git,signoff@example.com\"", at: noon, refused: nil)
    try options("namespaces=\"git\"", at: noon, refused: "signer-namespace-not-allowed")
    try options("NAMESPACES=\"git\"", at: noon, refused: "signer-namespace-not-allowed")
    let window = "valid-after=\"20261101Z\",valid-before=\"202612010800Z\""
    try options(window, at: noon, refused: nil)
    try options(window, at: "2026-10-31T23:59:59Z", refused: "signer-key-not-yet-valid")
    try options(window, at: "2026-11-01T00:00:00Z", refused: nil)
    try options(window, at: "2026-12-01T08:00:00Z", refused: nil)
    try options(window, at: "2026-12-01T08:00:01Z", refused: "signer-key-expired")
    try options("valid-before=\"20261124115959Z\"", at: noon, refused: "signer-key-expired")
    try options(
      "namespaces=\"git\",valid-after=\"20300101Z\"", at: noon,
      refused: "signer-namespace-not-allowed")

    // Two lines of one key: one that fits is enough.
    let twice = question.with {
      $0.allowedSigners =
        "\"legal@example.com\" valid-before=\"20250101Z\" \(key)\n"
        + "legal@example.com\tvalid-after=\"20260101Z\"\t\(key)\r\n"
    }
    try expect(twice, refused: nil, stock)
    try expect(
      twice.with { $0.signedAt = "2025-06-01T00:00:00Z" }, refused: "signer-key-not-yet-valid",
      stock)
  }

  @Test func stockAcceptsSignaturesMadeHere() throws {
    let stock = try SSHKeygen()
    let line = try stock.makeKey("own", ["ed25519"])
    let key = try PrivateKey(file: try stock.read("own"))
    #expect(key.publicKey.line == line)
    #expect(key.comment == "own")
    for hash in [SSHSignature.Hash.sha256, .sha512] {
      var question = Question(allowedSigners: "legal@example.com \(line)\n")
      let signature = key.sign(question.message, namespace: question.namespace, hash: hash)
      question.signature = signature.armored
      try expect(question, refused: nil, stock)
      #expect(try SSHSignature(blob: signature.blob) == signature)
      // The same bytes as the program makes: Ed25519 has no chance in it.
      let theirs = try stock.sign(
        question.message, key: "own", namespace: question.namespace,
        options: ["-O", "hashalg=\(hash.rawValue)"])
      #expect(theirs == question.signature)
    }
  }

  @Test func otherKindsOfKeysAreNamed() throws {
    let stock = try SSHKeygen()
    let allowed = try stock.makeKey("own", ["ed25519"])
    for (type, code) in [
      (["rsa", "-b", "2048"], "key-rsa"), (["ecdsa", "-b", "384"], "key-other-curve"),
      (["ecdsa", "-b", "521"], "key-other-curve"),
    ] {
      let line = try stock.makeKey("other-\(type[2])", type)
      var question = Question(allowedSigners: "legal@example.com \(allowed)\n")
      question.signature = try stock.sign(
        question.message, key: "other-\(type[2])", namespace: question.namespace)
      #expect(try question.refusal() == code)
      do throws(SignerFileRefusal) {
        _ = try AllowedSigner.read(Array("# one\nlegal@example.com \(line)\n".utf8))
        Issue.record("\(line) was taken")
      } catch {
        #expect(error.code == code)
        #expect(error.line == 2)
      }
    }
    let ca = try stock.makeKey("ca", ["ed25519"])
    try stock.run(["-q", "-s", "ca", "-I", "id", "-n", "legal@example.com", "own.pub"])
    let certificate = try stock.sign(
      Question().message, key: "own-cert.pub", namespace: Question().namespace)
    let question = Question(
      signature: certificate,
      allowedSigners: "legal@example.com \(ca)\nlaw@example.com \(allowed)\n")
    #expect(try question.refusal() == "key-certificate")
  }

  @Test func encryptedPrivateKeysAreRefused() throws {
    let stock = try SSHKeygen()
    _ = try stock.makeKey("secret", ["ed25519"], passphrase: "open sesame")
    _ = try stock.makeKey("curve", ["ecdsa"])
    #expect(throws: PrivateKeyRefusal.encrypted) { try PrivateKey(file: stock.read("secret")) }
    #expect(throws: PrivateKeyRefusal.notEd25519("ecdsa-sha2-nistp256")) {
      try PrivateKey(file: stock.read("curve"))
    }
    #expect(throws: PrivateKeyRefusal.notAPrivateKey) {
      try PrivateKey(file: stock.read("secret.pub"))
    }
  }

  @Test func damagedPrivateKeysAreRefused() throws {
    let stock = try SSHKeygen()
    _ = try stock.makeKey("own", ["ed25519"])
    let file = try stock.read("own")
    for end in 0..<file.count - 1 {
      #expect(throws: PrivateKeyRefusal.self) { try PrivateKey(file: Array(file[..<end])) }
    }
    let good = try PrivateKey(file: file)
    for index in file.indices {
      var changed = file
      changed[index] ^= 1
      // Only the comment can be another and nothing be wrong.
      if let key = try? PrivateKey(file: changed) { #expect(key.publicKey == good.publicKey) }
    }
  }
}
