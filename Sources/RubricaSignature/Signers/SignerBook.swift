/// Who may sign, with which keys, for what and when.
package struct SignerBook: Sendable {
  private let signers: [AllowedSigner]
  private let byKey: [PublicKey: [AllowedSigner]]
  private let revoked: [PublicKey: [RevokedKey]]
  private let names: Set<String>

  /// Both are the bytes of files: of allowed signers, and of revoked keys (empty for none).
  package init(
    allowedSigners: [UInt8], revokedKeys: [UInt8] = []
  ) throws(SignerFileRefusal) {
    signers = try AllowedSigner.read(allowedSigners)
    byKey = Dictionary(grouping: signers, by: \.key)
    revoked = Dictionary(grouping: try RevokedKey.read(revokedKeys), by: \.key)
    names = Set(signers.map(\.principal))
  }

  /// The people, each once, in the order of the file.
  package var principals: [String] {
    var seen: Set<String> = []
    return signers.map(\.principal).filter { seen.insert($0).inserted }
  }

  /// Whose key it is; nil if nobody's.
  package func principal(of key: PublicKey) -> String? { byKey[key]?.first?.principal }

  /// The keys of a person in the order of the file, with their bounds.
  package func signers(named principal: String) -> [AllowedSigner] {
    signers.filter { $0.principal == principal }
  }

  /// Whether a person has a key whose signature would be accepted as an entry of a log.
  package func canSign(
    _ principal: String, namespace: String, at time: Timestamp, log: String, position: Int
  ) -> Bool {
    signers(named: principal).contains { line in
      do { try Self.requireLine([line], namespace, time) } catch { return false }
      return revoked[line.key, default: []].allSatisfy { $0.spares(log: log, position: position) }
    }
  }

  /// Accepts a signature of `message` if it is by `principal`, for `namespace`, and its key was valid
  /// and not revoked.
  ///
  /// - Parameters:
  ///   - signature: the armored file of `ssh-keygen -Y sign`.
  ///   - namespace: compared byte by byte with the one that was signed.
  ///   - signedAt: when the text says that it was signed. The signature itself carries no time, so
  ///     this only means something if the text is part of a log.
  ///   - log: the name of the log that the text is an entry of, for keys that were revoked later.
  ///   - position: which entry it is; the first is 0.
  package func verify(
    message: [UInt8], signature: [UInt8], principal: String, namespace: String,
    signedAt: Timestamp, log: String, position: Int
  ) throws(SignatureRefusal) -> VerifiedSigner {
    let signature = try SSHSignature(armored: signature)
    // For Swift the sign of Kelvin is a K; the names of the book are ASCII.
    guard principal.utf8.allSatisfy(isNameByte), names.contains(principal) else {
      throw .unknownPrincipal(shown(principal.utf8))
    }
    let fingerprint = signature.key.fingerprint
    guard let lines = byKey[signature.key], let owner = lines.first else {
      throw .unknownKey(fingerprint: fingerprint)
    }
    guard owner.principal == principal else {
      throw .keyOfAnother(principal: principal, owner: owner.principal)
    }
    try signature.verify(message, namespace: namespace)
    try Self.requireLine(lines, namespace, signedAt)
    for key in revoked[signature.key, default: []]
    where !key.spares(log: log, position: position) {
      guard let first = key.from[log] else { throw .revoked(fingerprint: fingerprint) }
      throw .revokedFrom(position: first, log: log, entry: position)
    }
    return VerifiedSigner(principal: principal, fingerprint: fingerprint)
  }

  /// One of the lines of the key allows the purpose at that time; both bounds count as inside, as for
  /// OpenSSH. Otherwise the reason is that of the line that comes closest.
  private static func requireLine(
    _ lines: [AllowedSigner], _ namespace: String, _ signedAt: Timestamp
  ) throws(SignatureRefusal) {
    var reason: SignatureRefusal?
    for line in lines {
      if let allowed = line.namespaces, !allowed.contains(namespace) {
        reason = reason ?? .namespaceNotAllowed(shown(namespace.utf8), principal: line.principal)
      } else if let after = line.validAfter, signedAt < after {
        reason = .notYetValid(from: after, signedAt: signedAt)
      } else if let before = line.validBefore, signedAt > before {
        reason = .expired(until: before, signedAt: signedAt)
      } else {
        return
      }
    }
    if let reason { throw reason }
  }
}

/// Who has signed, for certain.
package struct VerifiedSigner: Hashable, Sendable {
  package let principal: String
  /// `SHA256:` and 43 letters.
  package let fingerprint: String
}
