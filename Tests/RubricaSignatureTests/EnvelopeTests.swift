import Crypto
import RubricaSource
import Testing

@testable import RubricaSignature

/// Seals: enough of the right keys over exactly these bytes.
struct EnvelopeTests {
  private let payload = Array("{\"a\": 1}\n".utf8)
  private let keys = (0..<3).map { _ in Curve25519.Signing.PrivateKey() }

  private var publicKeys: [PublicKey] {
    keys.compactMap { PublicKey(ed25519: Array($0.publicKey.rawRepresentation)) }
  }

  /// An envelope with a signature of each of the keys, from the letter of the specification.
  private func envelope(
    _ signers: [Int], type: String = "application/vnd.in-toto+json", payload: String? = nil
  ) throws -> String {
    let head = "DSSEv1 \(type.utf8.count) \(type) \(self.payload.count) "
    let signatures = try signers.map { signer in
      let signature = try keys[signer].signature(for: Array(head.utf8) + self.payload)
      return "{\"keyid\": \"a hint\", \"sig\": \"\(Base64.text(Array(signature)))\"}"
    }
    return """
      {"payload": "\(payload ?? Base64.text(self.payload))", "payloadType": "\(type)",
       "signatures": [\(signatures.joined(separator: ", "))]}
      """
  }

  private func code(_ envelope: String, _ keys: [PublicKey], _ threshold: Int) -> String? {
    do throws(EnvelopeRefusal) {
      let opened = try Envelope(Array(envelope.utf8)).verify(keys: keys, threshold: threshold)
      return opened.payload == payload ? nil : "?"
    } catch {
      return error.code
    }
  }

  @Test func enoughDifferentKeysMustHaveSigned() throws {
    let two = try envelope([0, 1])
    #expect(code(two, publicKeys, 1) == nil)
    #expect(code(two, publicKeys, 2) == nil)
    #expect(code(two, publicKeys, 3) == "envelope-few-signatures")
    #expect(code(two, [publicKeys[2]], 1) == "envelope-few-signatures")
    #expect(code(try envelope([0, 0, 0]), publicKeys, 2) == "envelope-few-signatures")
    #expect(code(two, [publicKeys[0], publicKeys[0]], 2) == "envelope-few-keys")
    #expect(code(try envelope([]), publicKeys, 1) == "envelope-few-signatures")
    #expect(code(two, publicKeys, 0) == "envelope-no-threshold")
    #expect(code(two, publicKeys, -1) == "envelope-no-threshold")
    #expect(code(two, [], 1) == "envelope-few-keys")
    let opened = try Envelope(Array(two.utf8)).verify(keys: publicKeys.reversed(), threshold: 2)
    #expect(opened.fingerprints == [publicKeys[1].fingerprint, publicKeys[0].fingerprint])
  }

  @Test func nothingElseIsTaken() throws {
    let good = try envelope([0])
    #expect(code(good, [publicKeys[0]], 1) == nil)
    #expect(
      code(try envelope([0], type: "application/json"), publicKeys, 1)
        == "envelope-wrong-payload-type")
    #expect(
      code(try envelope([0], payload: Base64.text(Array("{\"a\": 2}\n".utf8))), publicKeys, 1)
        == "envelope-few-signatures")
    #expect(code(try envelope([0], payload: "e30"), publicKeys, 1) == "envelope-not-base64")
    #expect(
      code(good.replacing("\"sig\": \"", with: "\"sig\": \"-"), publicKeys, 1)
        == "envelope-not-base64")
    for (old, new) in [
      ("\"payload\"", "\"Payload\""), ("{\"payload\"", "{\"more\": 1, \"payload\""),
      ("\"keyid\"", "\"cert\""), ("\"a hint\"", "1"),
      ("{\"payload\"", "{\"payload\": \"\", \"payload\""),
    ] {
      #expect(code(good.replacing(old, with: new), publicKeys, 1) == "envelope-form", "\(new)")
    }
    let securityKey = try SecurityKey(.ed25519).publicKey
    #expect(code(good, [securityKey], 1) == "envelope-not-ed25519")
  }

  @Test func everyCutAndFlipIsRefused() throws {
    let good = Array(try envelope([0]).utf8)
    let keys = [publicKeys[0]]
    func isTaken(_ bytes: [UInt8]) -> Bool {
      (try? Envelope(bytes).verify(keys: keys, threshold: 1)) != nil
    }
    #expect(isTaken(good))
    for end in good.indices { #expect(!isTaken(Array(good[..<end]))) }
    for index in good.indices {
      for bit in 0..<8 {
        var changed = good
        changed[index] ^= 1 << UInt8(bit)
        guard isTaken(changed) else { continue }
        // What is taken differs in blanks, or in the hint.
        let opened = try Envelope(changed).verify(keys: keys, threshold: 1)
        #expect(opened.payload == payload)
      }
    }
  }
}
