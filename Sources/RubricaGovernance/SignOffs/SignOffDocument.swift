internal import RubricaBundle
internal import RubricaSignature
internal import RubricaSource
internal import RubricaSyntax

/// Sign-offs as files: the statement of docs/formats/sign-off.md, written and read.
extension SignOff {
  /// The exact bytes to be signed.
  package var bytes: [UInt8] {
    Statement.bytes(subjects: subjects, predicateType: Self.predicateType, predicate: predicate)
  }

  private var predicate: JSON {
    let text = { (text: String?) -> JSON in text.map(JSON.string) ?? .null }
    let digest = { (digest: Digest) -> JSON in .object([("sha256", .string(digest.hex))]) }
    return .object([
      ("decision", .string(decision.rawValue)), ("role", .string(role)),
      ("meaning", .string(meaning)),
      ("signer", .object([("id", .string(signer)), ("name", .string(signerName))])),
      ("onBehalfOf", text(onBehalfOf)), ("signedAt", .string(signedAt.description)),
      ("expiresAt", text(expiresAt?.description)),
      ("policy", .object([("digest", digest(policy))])), ("compiler", .string(compiler)),
      (
        "reviewed",
        reviewed.map {
          .object([("mediaType", .string($0.mediaType)), ("digest", digest($0.digest))])
        } ?? .null
      ),
      (
        "leaves",
        .array(
          leaves.map { leaf in
            .object([
              ("path", .string(leaf.path)), ("digest", digest(leaf.digest)),
              ("form", digest(leaf.formDigest)),
            ])
          })
      ),
      (
        "conditions",
        .array(
          conditions.map { condition in
            .object([
              ("id", .string(condition.id)), ("text", .string(condition.text)),
              ("until", .string(condition.until.description)),
              ("items", .array(condition.items.map(JSON.string))),
            ])
          })
      ),
      ("comment", text(comment)), ("supersedes", text(supersedes?.hex)),
      ("delegate", text(delegate)),
      ("after", .object([("logSize", .integer(after.size)), ("root", .string(after.root.hex))])),
    ])
  }

  /// Reads a statement, and refuses what is not exactly one.
  package init(_ bytes: [UInt8]) throws(SignOffProblem) {
    let statement: Statement
    do { statement = try Statement(bytes) } catch {
      throw SignOffProblem(error.message, code: error.code)
    }
    guard statement.predicateType == Self.predicateType else {
      throw SignOffProblem(
        "its predicate type is `\(statement.predicateType)`, but a sign-off has "
          + "`\(Self.predicateType)`", code: "predicate-type")
    }
    do throws(JSONProblem) {
      self = try SignOffReader.read(statement)
    } catch {
      throw SignOffProblem(error.message, code: error.code)
    }
    try check()
  }

  /// What the decision asks of the other fields.
  private func check() throws(SignOffProblem) {
    let needsComment = decision == .requestChanges || decision == .withdraw
    if needsComment, comment?.isEmpty ?? true { throw .lacks("comment", decision) }
    if decision == .withdraw, supersedes == nil { throw .lacks("supersedes", decision) }
    if decision == .approveWithConditions, conditions.isEmpty {
      throw .lacks("conditions", decision)
    }
    if decision == .delegate {
      if delegate == nil { throw .lacks("delegate", decision) }
      if expiresAt == nil { throw .lacks("expiresAt", decision) }
      if onBehalfOf != nil {
        throw SignOffProblem("a delegate cannot delegate", code: "delegation-of-delegate")
      }
    }
    if decision != .delegate, delegate != nil { throw .hasNo("delegate", decision) }
    if decision != .approveWithConditions, !conditions.isEmpty {
      throw .hasNo("conditions", decision)
    }
    if decision.isApproval, meaning.isEmpty { throw .lacks("meaning", decision) }
    if decision.isApproval, leaves.isEmpty { throw .lacks("leaves", decision) }
    if !decision.coversLeaves, !leaves.isEmpty { throw .hasNo("leaves", decision) }
    if let expiresAt, expiresAt <= signedAt {
      throw SignOffProblem("`expiresAt` is not after `signedAt`", code: "expires-before-signed")
    }
    guard signer != onBehalfOf else {
      throw SignOffProblem("nobody can sign on behalf of themselves", code: "own-behalf")
    }
  }
}

/// Why a file is not a sign-off.
package struct SignOffProblem: Error, Sendable, Equatable {
  /// What is wrong, as a clause.
  package var message: String
  /// A name for it that stays.
  package var code: String

  init(_ message: String, code: String) {
    self.message = message
    self.code = code
  }

  static func lacks(_ field: String, _ decision: SignOff.Decision) -> SignOffProblem {
    SignOffProblem("`\(decision.rawValue)` requires `\(field)`", code: "lacks-\(field)")
  }

  static func hasNo(_ field: String, _ decision: SignOff.Decision) -> SignOffProblem {
    SignOffProblem("`\(decision.rawValue)` cannot have `\(field)`", code: "has-\(field)")
  }
}
