import RubricaBundle
import RubricaSource
import Testing

@testable import RubricaSignature

/// Checkpoints and the signed notes around them.
@Suite(.enabled(if: SSHKeygen.isInstalled, "ssh-keygen (package openssh-client) is not installed"))
struct CheckpointTests {
  private let key: PrivateKey
  private let origin = "example.com/toxicity"
  private let name = "log.example.com"
  private let root = Digest([1])

  init() throws {
    let stock = try SSHKeygen()
    _ = try stock.makeKey("own", ["ed25519"])
    key = try PrivateKey(file: try stock.read("own"))
  }

  private func code(
    _ note: [UInt8], origin: String? = nil, name: String? = nil, key: PublicKey? = nil
  ) -> String? {
    do throws(LogRefusal) {
      let checkpoint = try Checkpoint(
        note: note, origin: origin ?? self.origin, name: name ?? self.name,
        key: key ?? self.key.publicKey)
      return checkpoint.size == 41 && checkpoint.root == root ? nil : "?"
    } catch {
      return error.code
    }
  }

  private func signed(_ text: String) throws -> [UInt8] {
    var note = try #require(SignedNote(text: text))
    try note.sign(name, key)
    return note.bytes
  }

  @Test func isReadAsWritten() throws {
    let note = try Checkpoint(origin: origin, size: 41, root: root).note(signedBy: name, key)
    let base64 = Base64.text(root.bytes)
    #expect(
      String(decoding: note, as: UTF8.self).hasPrefix(
        "example.com/toxicity\n41\n\(base64)\n\n\u{2014} log.example.com "))
    #expect(code(note) == nil)
    #expect(code(note, origin: "example.com/irony") == "log-wrong-origin")
    #expect(code(note, name: "another.example.com") == "log-not-signed")
    #expect(code(note, name: "a b") == "log-bad-name")
    let other = try #require(PublicKey(ed25519: Array(repeating: 3, count: 32)))
    #expect(code(note, key: other) == "log-not-signed")
    #expect(code(note, key: try SecurityKey(.p256).publicKey) == "log-not-ed25519")
  }

  @Test func severalMaySign() throws {
    var note = try #require(SignedNote(text: "\(origin)\n41\n\(Base64.text(root.bytes))\n"))
    try note.sign("witness", key)
    try note.sign(name, key)
    #expect(code(note.bytes) == nil)
    #expect(code(note.bytes, name: "witness") == nil)
    #expect(throws: LogRefusal.badName("`a+b`")) { try note.sign("a+b", key) }
  }

  @Test func otherTextsAreRefused() throws {
    let base64 = Base64.text(root.bytes)
    for (text, code) in [
      ("\(origin)\n041\n\(base64)\n", "log-bad-size"),
      ("\(origin)\n-1\n\(base64)\n", "log-bad-size"),
      ("\(origin)\n4 1\n\(base64)\n", "log-bad-size"),
      ("\(origin)\n99999999999999999999\n\(base64)\n", "log-bad-size"),
      ("\(origin)\n41\n\(base64.dropLast())\n", "log-bad-root"),
      ("\(origin)\n41\nQQ==\n", "log-bad-root"),
      ("\(origin)\n41\n", "log-not-a-checkpoint"),
      ("\(origin)\n41\n\(base64)\nmore\n", "log-not-a-checkpoint"),
      ("\n41\n\(base64)\n", "log-bad-origin"),
    ] {
      #expect(self.code(try signed(text)) == code, "\(text)")
    }
    #expect(throws: LogRefusal.badSize("-1")) {
      try Checkpoint(origin: origin, size: -1, root: root)
    }
    #expect(throws: LogRefusal.self) { try Checkpoint(origin: "a\nb", size: 1, root: root) }
    #expect(SignedNote(text: "a") == nil)
    #expect(SignedNote(text: "a\t\n") == nil)
  }

  @Test func everyCutAndFlipIsRefused() throws {
    let note = try signed("\(origin)\n41\n\(Base64.text(root.bytes))\n")
    for end in note.indices { #expect(code(Array(note[..<end])) != nil) }
    for index in note.indices {
      for bit in 0..<8 {
        var changed = note
        changed[index] ^= 1 << UInt8(bit)
        #expect(code(changed) != nil, "byte \(index)")
      }
    }
  }

  /// The example of the package that the format comes from, golang.org/x/mod/sumdb/note.
  @Test func aNoteOfOthers() throws {
    let text = """
      If you think cryptography is the answer to your problem,
      then you don't know what your problem is.

      \u{2014} PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=

      """
    // What stands behind the second + of `PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW`.
    let bytes = try #require(Base64.decode("ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW".utf8))
    let key = try #require(PublicKey(ed25519: Array(bytes.dropFirst())))
    #expect(throws: Never.self) {
      try SignedNote(Array(text.utf8)).requireSignature("PeterNeumann", key)
    }
  }
}
