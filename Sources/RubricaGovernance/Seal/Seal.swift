package import RubricaBundle
package import RubricaSignature
internal import RubricaSource
internal import RubricaSyntax

/// What a releasing machine vouches for: which bundle passed the gate, under which policy and logs. See
/// docs/formats/gate.md.
package struct Seal: Sendable {
  package static let predicateType = "https://rubrica.dev/predicates/release/v1"
  package static let file = "seal.json"

  package struct Log: Sendable, Equatable {
    package var name: String
    package var size: Int
    package var root: Digest

    package init(name: String, size: Int, root: Digest) {
      self.name = name
      self.size = size
      self.root = root
    }

    package init(_ ledger: Ledger) {
      self.init(name: ledger.name, size: ledger.size, root: ledger.root)
    }
  }

  /// `<id>@<version>`.
  package var name: String
  /// Of `manifest.json`.
  package var manifest: Digest
  package var verifier: String
  package var timeCreated: Timestamp
  package var expiresAt: Timestamp?
  package var properties: [String]
  package var policy: Digest
  package var logs: [Log]
  /// Of the file of revoked keys; nil if there is none.
  package var revoked: Digest?
  package var counter: Int
  /// Of the envelope of the seal before.
  package var previous: Digest?

  package init(
    name: String, manifest: Digest, verifier: String, timeCreated: Timestamp,
    expiresAt: Timestamp?, properties: [String], policy: Digest, logs: [Log], revoked: Digest?,
    counter: Int, previous: Digest?
  ) {
    self.name = name
    self.manifest = manifest
    self.verifier = verifier
    self.timeCreated = timeCreated
    self.expiresAt = expiresAt
    self.properties = properties
    self.policy = policy
    self.logs = logs
    self.revoked = revoked
    self.counter = counter
    self.previous = previous
  }

  /// The statement that is sealed.
  package var payload: [UInt8] {
    let predicate: JSON = .object([
      ("verifier", .object([("id", .string(verifier))])),
      ("timeCreated", .string(timeCreated.description)),
      ("expiresAt", expiresAt.map { .string($0.description) } ?? .null),
      ("properties", .array(properties.sorted().map(JSON.string))),
      ("policy", .object([("digest", .object([("sha256", .string(policy.hex))]))])),
      (
        "logs",
        .array(
          logs.map { log in
            .object([
              ("name", .string(log.name)), ("size", .integer(log.size)),
              ("root", .string(log.root.hex)),
            ])
          })
      ),
      ("revoked", revoked.map { .string($0.hex) } ?? .null), ("counter", .integer(counter)),
      ("previous", previous.map { .string($0.hex) } ?? .null),
    ])
    return Statement.bytes(
      subjects: [.init(name: name, digest: manifest)], predicateType: Self.predicateType,
      predicate: predicate)
  }

  /// The envelope around it.
  package func envelope(_ keys: [PrivateKey]) -> [UInt8] { Envelope.seal(payload, with: keys) }

  /// Reads the payload of an envelope whose signature was verified.
  package init(payload: [UInt8]) throws(SignOffProblem) {
    let statement: Statement
    do { statement = try Statement(payload) } catch {
      throw SignOffProblem(error.message, code: error.code)
    }
    guard statement.predicateType == Self.predicateType, statement.subjects.count == 1 else {
      throw SignOffProblem(
        "it is not the release of one bundle: its predicate type is `\(statement.predicateType)`",
        code: "predicate-type")
    }
    do throws(JSONProblem) {
      self = try Self.read(statement)
    } catch {
      throw SignOffProblem(error.message, code: error.code)
    }
  }

  private static func read(_ statement: Statement) throws(JSONProblem) -> Seal {
    var fields = try statement.predicate.fields()
    var verifier = try fields.required("verifier").fields()
    let id = try verifier.required("id").string()
    try verifier.end()
    let created = try fields.required("timeCreated").time()
    let expiry = try fields.nullable("expiresAt")?.time()
    let properties = try fields.required("properties").texts()
    var policy = try fields.required("policy").fields()
    let policyDigest = try policy.required("digest").digestObject()
    try policy.end()
    var logs: [Log] = []
    for value in try fields.required("logs").array() {
      var log = try value.fields()
      logs.append(
        Log(
          name: try log.required("name").string(),
          size: try log.required("size").integer(in: 0...1_000_000),
          root: try log.required("root").digest()))
      try log.end()
    }
    let revoked = try fields.nullable("revoked")?.digest()
    let counter = try fields.required("counter").integer(in: 1...Int.max)
    let previous = try fields.nullable("previous")?.digest()
    try fields.end()
    return Seal(
      name: statement.subjects[0].name, manifest: statement.subjects[0].digest, verifier: id,
      timeCreated: created, expiresAt: expiry,
      properties: properties, policy: policyDigest, logs: logs,
      revoked: revoked, counter: counter,
      previous: previous)
  }
}
