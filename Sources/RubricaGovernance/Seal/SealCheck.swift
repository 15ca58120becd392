package import RubricaBundle
package import RubricaModel
package import RubricaSignature
internal import RubricaSource

/// Whether a seal is the one that a pipeline may trust for what it has in hand.
package struct SealCheck: Sendable {
  /// Keys that the pipeline keeps itself.
  package var keys: [PublicKey]
  /// Properties that it needs.
  package var required: [String]
  /// The counter of the newest seal that it has seen.
  package var seen: Int
  package var time: Timestamp

  package init(keys: [PublicKey], required: [String], seen: Int, time: Timestamp) {
    self.keys = keys
    self.required = required
    self.seen = seen
    self.time = time
  }

  /// What the bundle holds.
  package struct Bundle: Sendable {
    package var name: String
    package var manifest: Digest
    package var policy: ApprovalPolicy
    package var policyDigest: Digest
    package var logs: [Seal.Log]
    package var revoked: Digest?

    package init(
      name: String, manifest: Digest, policy: ApprovalPolicy, policyDigest: Digest,
      logs: [Seal.Log], revoked: Digest?
    ) {
      self.name = name
      self.manifest = manifest
      self.policy = policy
      self.policyDigest = policyDigest
      self.logs = logs
      self.revoked = revoked
    }
  }

  /// The seal as far as it can be read, and what is wrong with it.
  package func check(_ file: [UInt8]?, _ bundle: Bundle) -> (seal: Seal?, denials: [Denial]) {
    guard let file else {
      return (
        nil, [Denial(.sealMissing, "There is no `\(Seal.file)`: this bundle was not released.")]
      )
    }
    let envelope: Envelope
    do throws(EnvelopeRefusal) { envelope = try Envelope(file) } catch {
      return (nil, [Denial(.sealUnreadable, "`\(Seal.file)`: \(error.message).")])
    }
    let payload: [UInt8]
    do throws(EnvelopeRefusal) {
      payload = try envelope.verify(keys: keys, threshold: 1).payload
    } catch {
      return (
        nil,
        [Denial(.sealSignature, "The seal is not signed with a trusted key: \(error.message).")]
      )
    }
    let seal: Seal
    do throws(SignOffProblem) { seal = try Seal(payload: payload) } catch {
      return (nil, [Denial(.sealUnreadable, "`\(Seal.file)`: \(error.message).")])
    }
    return (seal, key(envelope, bundle) + content(seal, bundle) + freshness(seal, bundle))
  }

  /// The policy in the bundle must know the key, so that the key alone releases nothing that its people
  /// have not put under it.
  private func key(_ envelope: Envelope, _ bundle: Bundle) -> [Denial] {
    let known = bundle.policy.releaseKeys.compactMap { try? PublicKey(line: $0.value.utf8) }
    let common = keys.filter(known.contains)
    if !common.isEmpty, (try? envelope.verify(keys: common, threshold: 1)) != nil { return [] }
    return [
      Denial(.sealKey, "The key of the seal is not among `release-keys` of the approval policy.")
    ]
  }

  private func content(_ seal: Seal, _ bundle: Bundle) -> [Denial] {
    var found: [Denial] = []
    if seal.name != bundle.name || seal.manifest != bundle.manifest {
      found.append(
        Denial(
          .sealSubject,
          "The seal is for `\(seal.name)` with the manifest `\(seal.manifest.hex.prefix(16))…`, but this "
            + "is `\(bundle.name)` with `\(bundle.manifest.hex.prefix(16))…`."))
    }
    if seal.policy != bundle.policyDigest {
      found.append(
        Denial(.sealPolicy, "The seal was made under another policy than the one in the bundle."))
    }
    if seal.logs != bundle.logs {
      found.append(
        Denial(
          .sealLog,
          "The seal was made over logs with \(seal.logs.map { "\($0.size)" }.joined(separator: " and ")) "
            + "entries, but the bundle contains others: a statement may have been withheld."))
    }
    if seal.revoked != bundle.revoked {
      found.append(
        Denial(
          .sealRevocations, "The seal and the bundle have different lists of revoked keys."))
    }
    for property in required where !seal.properties.contains(property) {
      found.append(
        Denial(.sealProperty, "The seal does not list `\(property)`, which is required."))
    }
    return found
  }

  private func freshness(_ seal: Seal, _ bundle: Bundle) -> [Denial] {
    var found: [Denial] = []
    if seal.timeCreated > time {
      found.append(
        Denial(
          .sealTime,
          "The seal was made at \(seal.timeCreated), after \(time): one of the clocks is wrong."))
    }
    if let expiry = seal.expiresAt, expiry <= time {
      found.append(
        Denial(
          .sealExpired, "The seal expired at \(expiry).", who: [bundle.policy.turn(of: "owner")]))
    }
    if seal.counter < seen {
      found.append(
        Denial(
          .sealOlder,
          "This is release \(seal.counter), but release \(seen) has been seen: this one is outdated."
        ))
    }
    return found
  }
}
