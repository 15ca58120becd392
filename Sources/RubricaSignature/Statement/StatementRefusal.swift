package import RubricaSource
package import RubricaSyntax

/// Why a file is not taken as a statement, and where.
package struct StatementRefusal: Refusal, Equatable {
  package enum Reason: Equatable, Sendable {
    case json(JSONProblem.Kind)
    case wrongType(String)
    case noSubject
    case emptyName
    case nameTwice(String)
    case notADigest
    case emptyPredicateType
  }

  package let reason: Reason
  package let span: Span

  init(_ reason: Reason, at span: Span) {
    self.reason = reason
    self.span = span
  }

  init(_ problem: JSONProblem) { self.init(.json(problem.kind), at: problem.span) }

  package var code: String {
    switch reason {
    case .json(let kind): kind.code
    case .wrongType: "statement-wrong-type"
    case .noSubject: "statement-no-subject"
    case .emptyName: "statement-empty-name"
    case .nameTwice: "statement-name-twice"
    case .notADigest: "statement-not-a-digest"
    case .emptyPredicateType: "statement-empty-predicate-type"
    }
  }

  package var message: String {
    switch reason {
    case .json(let kind): kind.message
    case .wrongType(let type):
      "the statement has the type \(type), whose fields may have another meaning: write "
        + "`\(Statement.type)`"
    case .noSubject: "the statement has no subject: name at least one"
    case .emptyName: "a subject has no name, so it cannot be identified: name it"
    case .nameTwice(let name):
      "the subject \(name) occurs twice, and programs could use different ones: keep one"
    case .notADigest:
      "this is not a SHA-256 digest: write 64 digits from 0 to 9 and a to f"
    case .emptyPredicateType: "the predicate type is empty: write the type of the statement"
    }
  }
}
