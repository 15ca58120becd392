internal import RubricaModel
package import RubricaSource

/// A catalogue that cannot be used, with each reason at its line.
package struct CatalogueError: Error, CustomStringConvertible {
  package let problems: [(position: Position, message: String)]
  private let name: String

  init(file: SourceFile, problems: [Problem]) {
    name = file.name
    let lines = file.lines
    self.problems = problems.map { problem in
      (lines.position(at: Int(problem.span.start), in: file.bytes), Self.message(problem.kind))
    }
  }

  package var description: String {
    problems.map { "\(name):\($0.position.line):\($0.position.column): \($0.message)" }
      .joined(separator: "\n")
  }

  private static func message(_ kind: Problem.Kind) -> String {
    switch kind {
    case .unreadable(let what): "the file is not text: \(what)"
    case .unreadableFile(let what): what
    case .escapedCharacter(let scalar):
      "this stands for \(scalar.codeName), which is not a text character"
    case .hostile(let what, _): "the file was not read: \(what)"
    case .yamlSyntax(let words, _): "this is not valid YAML: \(words)"
    case .duplicateKey(let key, _): "`\(key)` occurs a second time here"
    case .commentInValue: "`#` begins a comment here; put the value in quotes if it goes on"
    case .unknownKey(let key, let known, let owner):
      "\(owner) cannot have the key `\(key)`" + nearest(Suggestion.nearest(to: key, among: known))
    case .missingKey(let key, let owner, _): "\(owner) needs the key `\(key)`"
    case .wrongValue(let expected, let found, let suggestion, _):
      "expected \(expected), found \(found)" + nearest(suggestion)
    case .unusualValue(let expected, let found, _): "expected \(expected), found \(found)"
    case .duplicateDeclaration(let what, _): "\(what) is declared a second time here"
    case .misplaced(let what, let expected): "\(what) is in the wrong place: it belongs \(expected)"
    case .malformedMark(let what, _, _): what
    case .unclosedFrontMatter: "the front matter is not closed"
    case .foreignWord(let word): "`\(word.word)` is a word of another language: \(word.language)"
    case .emptyWildcard(let wildcard, let place): "`\(wildcard)` in \(place) selects nothing"
    case .unusablePattern(let reason): "this pattern cannot be used: \(reason)"
    case .attributeSlip, .headingWithoutID, .strayQuotation, .extending, .history, .approval,
      .unreadableThreshold, .lateFrontMatter, .misspeltFence, .strayTask, .typographicQuotes,
      .openFence:
      "this applies only to guidelines"
    }
  }

  private static func nearest(_ suggestion: String?) -> String {
    suggestion.map { "; did you mean `\($0)`?" } ?? ""
  }
}
