import RubricaSignature

/// Is this signed by whom it is said to be by? Asked of `SignerBook` and of `ssh-keygen`.
struct Question {
  var message = Array("{\"decision\": \"approve\"}\n".utf8)
  var signature: [UInt8] = []
  var allowedSigners = ""
  var revokedKeys = ""
  var principal = "legal@example.com"
  var namespace = "signoff@example.com"
  var signedAt = "2026-11-24T10:00:00Z"
  var log = "toxicity"
  var position = 41

  /// The code of the refusal, or nil if it is accepted.
  func refusal() throws -> String? {
    let book = try SignerBook(
      allowedSigners: Array(allowedSigners.utf8), revokedKeys: Array(revokedKeys.utf8))
    let signedAt = try Timestamp(signedAt)
    do throws(SignatureRefusal) {
      let signer = try book.verify(
        message: message, signature: signature, principal: principal, namespace: namespace,
        signedAt: signedAt, log: log, position: position)
      return signer.principal == principal && signer.fingerprint.hasPrefix("SHA256:") ? nil : "?"
    } catch {
      return error.code
    }
  }

  func with(_ change: (inout Question) -> Void) -> Question {
    var copy = self
    change(&copy)
    return copy
  }
}
