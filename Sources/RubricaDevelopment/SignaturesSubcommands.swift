package import ArgumentParser
internal import FoundationEssentials
internal import RubricaSignature

/// Checks one signature again and again, from the bytes of the files to the answer.
package struct SignaturesBenchCommand: ParsableCommand {
  package static let configuration = CommandConfiguration(
    commandName: "bench", abstract: "Checks one SSH signature several times.")

  @Argument(help: "How many times.") package var count: Int
  @Option(help: "A file of allowed signers.") package var allowedSigners: String
  @Option(help: "Who signed.") package var principal: String
  @Option(help: "What for.") package var namespace: String
  @Option(help: "The signature file.") package var signature: String
  @Argument(help: "The file that was signed.") package var message: String

  package init() {}

  package func run() throws {
    let (signers, signature, message) =
      (try bytes(of: allowedSigners), try bytes(of: signature), try bytes(of: message))
    let signedAt = try Timestamp("2026-11-24T10:00:00Z")
    for _ in 0..<count {
      // The file of signers is read each time, as the program that this is compared with does.
      let book = try SignerBook(allowedSigners: signers)
      _ = try book.verify(
        message: message, signature: signature, principal: principal, namespace: namespace,
        signedAt: signedAt, log: "bench", position: 0)
    }
  }
}

/// Seals a statement; prints the envelope.
package struct SignaturesSealCommand: ParsableCommand {
  package static let configuration = CommandConfiguration(
    commandName: "seal", abstract: "Seals a statement with Ed25519 keys, as a DSSE envelope.")

  @Option(help: "A private key of OpenSSH, without a passphrase.") package var key: [String]
  @Argument(help: "The statement.") package var statement: String

  package init() {}

  package func run() throws {
    let keys = try key.map { path in
      try accepted { try PrivateKey(file: try bytes(of: path)) }
    }
    let statement = try bytes(of: statement)
    _ = try accepted { try Statement(statement) }
    print(String(decoding: Envelope.seal(statement, with: keys), as: UTF8.self), terminator: "")
  }
}

/// Opens an envelope; prints the statement, which the keys have signed.
package struct SignaturesOpenCommand: ParsableCommand {
  package static let configuration = CommandConfiguration(
    commandName: "open", abstract: "Checks a DSSE envelope and prints its statement.")

  @Option(help: "A public key of OpenSSH (Ed25519).") package var key: [String]
  @Option(help: "How many of the keys must have signed.") package var threshold = 1
  @Argument(help: "The envelope.") package var envelope: String

  package init() {}

  package func run() throws {
    let keys = try key.map { path in
      try accepted { try PublicKey(line: try bytes(of: path).filter { $0 != 10 }) }
    }
    let payload = try accepted {
      try Envelope(try bytes(of: envelope)).verify(keys: keys, threshold: threshold).payload
    }
    _ = try accepted { try Statement(payload) }
    print(String(decoding: payload, as: UTF8.self), terminator: "")
  }
}

/// Reads a statement.
package struct SignaturesStatementCommand: ParsableCommand {
  package static let configuration = CommandConfiguration(
    commandName: "statement", abstract: "Says whether a file is an in-toto statement.")

  @Argument(help: "The statement.") package var statement: String

  package init() {}

  package func run() throws {
    _ = try accepted { try Statement(try bytes(of: statement)) }
  }
}

private func bytes(of path: String) throws -> [UInt8] {
  guard let data = FileManager.default.contents(atPath: path) else {
    throw DevelopmentError("\(path) cannot be read")
  }
  return Array(data)
}

/// A refusal in words.
private func accepted<T>(_ body: () throws -> T) throws -> T {
  do {
    return try body()
  } catch let refusal as any Refusal {
    throw DevelopmentError("\(refusal.code): \(refusal.message)")
  }
}
