internal import RubricaSource
internal import RubricaSyntax

/// A DSSE envelope (version 1) around an in-toto statement: the bytes of the statement and the
/// signatures of machines over them.
///
///     {"payload": "base64", "payloadType": "application/vnd.in-toto+json",
///      "signatures": [{"keyid": "…", "sig": "base64"}]}
package struct Envelope: Sendable {
  package static let payloadType = "application/vnd.in-toto+json"

  private let payload: [UInt8]
  private let signatures: [[UInt8]]

  /// Seals a statement with each of the keys. No key may stand twice: the count of signatures is a
  /// count of keys.
  package static func seal(_ payload: [UInt8], with keys: [PrivateKey]) -> [UInt8] {
    let signed = signedBytes(payload)
    let signatures = keys.map { key in
      JSON.object([
        ("keyid", .string(key.publicKey.fingerprint)),
        ("sig", .string(Base64.text(key.sign(signed)))),
      ])
    }
    return JSON.object([
      ("payload", .string(Base64.text(payload))), ("payloadType", .string(payloadType)),
      ("signatures", .array(signatures)),
    ]).bytes
  }

  /// Reads a file. What is inside can only be had from `verify`.
  package init(_ bytes: [UInt8]) throws(EnvelopeRefusal) {
    let (type, payload, signatures): (String, String, [String])
    do throws(JSONProblem) {
      (type, payload, signatures) = try Self.fields(JSONParser.parse(bytes))
    } catch {
      throw .json(error.kind, offset: Int(error.span.start))
    }
    guard type.utf8.elementsEqual(Self.payloadType.utf8) else {
      throw .wrongPayloadType(shown(type.utf8))
    }
    guard let content = Base64.decode(payload.utf8) else { throw .notBase64(field: "payload") }
    self.payload = content
    var proofs: [[UInt8]] = []
    for signature in signatures {
      guard let proof = Base64.decode(signature.utf8) else { throw .notBase64(field: "sig") }
      proofs.append(proof)
    }
    self.signatures = proofs
  }

  /// The payload, if at least `threshold` of the keys have signed it. A key counts once however often
  /// it stands among the keys or signatures; signatures by other keys neither help nor harm, and what
  /// an envelope calls its keys is not asked. Only Ed25519 keys without a security key are taken.
  ///
  /// - Returns: the payload, and the fingerprints of the keys that have signed, in the order of `keys`.
  package func verify(
    keys: [PublicKey], threshold: Int
  ) throws(EnvelopeRefusal) -> (payload: [UInt8], fingerprints: [String]) {
    guard threshold > 0 else { throw .noThreshold }
    let signed = Self.signedBytes(payload)
    var seen: Set<PublicKey> = []
    var fingerprints: [String] = []
    for key in keys where seen.insert(key).inserted {
      guard case .ed25519(let point) = key.kind else { throw .notEd25519(key.kind.type) }
      if signatures.contains(where: { isSigned(signed, ed25519: point, $0) }) {
        fingerprints.append(key.fingerprint)
      }
    }
    guard seen.count >= threshold else { throw .fewKeys(given: seen.count, threshold: threshold) }
    guard fingerprints.count >= threshold else {
      throw .fewSignatures(found: fingerprints.count, threshold: threshold)
    }
    return (payload, fingerprints)
  }

  /// The pre-authentication encoding: the lengths keep type and payload apart.
  private static func signedBytes(_ payload: [UInt8]) -> [UInt8] {
    let head = "DSSEv1 \(payloadType.utf8.count) \(payloadType) \(payload.count) "
    return Array(head.utf8) + payload
  }

  private static func fields(
    _ value: JSONValue
  ) throws(JSONProblem) -> (type: String, payload: String, signatures: [String]) {
    var fields = try value.fields()
    let payload = try fields.required("payload").string()
    let type = try fields.required("payloadType").string()
    let list = try fields.required("signatures").array()
    try fields.end()
    var signatures: [String] = []
    for item in list {
      var fields = try item.fields()
      _ = try fields.optional("keyid")?.string()
      signatures.append(try fields.required("sig").string())
      try fields.end()
    }
    return (type, payload, signatures)
  }
}
