package import RubricaSource

/// Why a text is not taken as JSON, or not as the JSON that is expected.
package struct JSONProblem: Error, Sendable, Equatable {
  package enum Kind: Sendable, Equatable {
    case tooLarge(limit: Int)
    case tooDeep(limit: Int)
    case invalidUTF8
    case nul
    case loneSurrogate
    /// What is wrong with its form, as a clause.
    case syntax(String)
    case trailing
    case duplicateKey(String)
    case wrongKind(expected: String, found: String)
    case outOfRange(ClosedRange<Int>)
    case missingField(String)
    case unknownField(String, known: [String])
  }

  package let kind: Kind
  package let span: Span

  package init(_ kind: Kind, at span: Span) {
    self.kind = kind
    self.span = span
  }

  /// A name for the reason that stays the same.
  package var code: String { kind.code }

  /// What is wrong and what to do, as clauses.
  package var message: String { kind.message }
}

extension JSONProblem.Kind {
  package var code: String {
    switch self {
    case .tooLarge: "json-too-large"
    case .tooDeep: "json-too-deep"
    case .invalidUTF8: "json-not-utf8"
    case .nul: "json-nul"
    case .loneSurrogate: "json-lone-surrogate"
    case .syntax: "json-syntax"
    case .trailing: "json-trailing"
    case .duplicateKey: "json-duplicate-key"
    case .wrongKind: "json-wrong-kind"
    case .outOfRange: "json-out-of-range"
    case .missingField: "json-missing-field"
    case .unknownField: "json-unknown-field"
    }
  }

  package var message: String {
    switch self {
    case .tooLarge(let limit): "it is larger than \(limit >> 20) MB"
    case .tooDeep(let limit): "it is nested more than \(limit) levels deep"
    case .invalidUTF8:
      "this is not UTF-8: readers would repair it in different ways; save it as UTF-8"
    case .nul: "there is a NUL character here, where some readers stop: remove it"
    case .loneSurrogate:
      "this escape is half of a character: write both halves, or the character itself"
    case .syntax(let clause): clause
    case .trailing: "the value ended before this"
    case .duplicateKey(let key):
      "the key `\(key)` occurs twice, and readers would use different ones: keep one"
    case .wrongKind(let expected, let found): "\(expected) is expected here, not \(found)"
    case .outOfRange(let range):
      "a whole number from \(range.lowerBound) to \(range.upperBound) is expected here"
    case .missingField(let name): "the field `\(name)` is missing here: add it"
    case .unknownField(let name, let known):
      "the field `\(name)` is unknown here: remove it, or use a version that knows it "
        + "(known are \(known.map { "`\($0)`" }.joined(separator: ", ")))"
    }
  }
}
