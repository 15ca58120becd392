package import RubricaSyntax

/// Why a seal is not accepted.
package enum EnvelopeRefusal: Refusal, Equatable {
  case json(JSONProblem.Kind, offset: Int)
  case wrongPayloadType(String)
  case notBase64(field: String)
  case noThreshold
  case notEd25519(String)
  case fewKeys(given: Int, threshold: Int)
  case fewSignatures(found: Int, threshold: Int)

  package var code: String {
    switch self {
    case .json: "envelope-form"
    case .wrongPayloadType: "envelope-wrong-payload-type"
    case .notBase64: "envelope-not-base64"
    case .noThreshold: "envelope-no-threshold"
    case .notEd25519: "envelope-not-ed25519"
    case .fewKeys: "envelope-few-keys"
    case .fewSignatures: "envelope-few-signatures"
    }
  }

  package var message: String {
    switch self {
    case .json(let kind, let offset):
      "the envelope cannot be read at byte \(offset): " + kind.message
    case .wrongPayloadType(let type):
      "the envelope contains \(type), which could be misread: seal a "
        + "statement, `\(Envelope.payloadType)`"
    case .notBase64(let field):
      "`\(field)` is not base64 in its standard form, so the envelope was altered: seal again"
    case .noThreshold:
      "no signature is required, so anybody could seal: require at least one"
    case .notEd25519(let type):
      "a key to check seals with is \(type), but seals are made with `ssh-ed25519`: list a key of that type"
    case .fewKeys(let given, let threshold):
      "\(threshold) signatures are required, but only \(given) keys are listed: list more keys"
    case .fewSignatures(let found, let threshold):
      "only \(found) of the \(threshold) required signatures match a listed key, so the envelope "
        + "was altered or sealed by others: seal again with listed keys"
    }
  }
}
