internal import RubricaModel
internal import RubricaSource
internal import RubricaSyntax

/// A YAML text as plain data, and what its parser could not take as problems.
enum DataReader {
  static func read(_ text: DerivedText, problems: inout [Problem]) -> DataNode? {
    let (root, found) = YAMLParser.parse(text)
    guard let root, !found.contains(where: \.stopsReading) else {
      problems.append(contentsOf: found.map(\.asProblem))
      return nil
    }
    let mended = CutValues.mend(root)
    for problem in found {
      // What stands twice within a text is no key.
      if case .duplicateKey = problem.kind, mended.words.contains(problem.span) { continue }
      problems.append(problem.asProblem)
    }
    problems.append(contentsOf: mended.problems)
    return mended.node
  }
}

extension SyntaxProblem {
  /// Whether what was read up to here must not be used.
  fileprivate var stopsReading: Bool {
    switch kind {
    case .duplicateKey, .mergeKey, .escapedCharacter, .commentInValue: false
    default: true
    }
  }

  /// The problem in the words of the model.
  var asProblem: Problem {
    let kind: Problem.Kind =
      switch self.kind {
      case .invalidUTF8: .unreadable("a byte that is not UTF-8")
      case .nulByte: .unreadable("a NUL byte")
      case .tooLarge(let limit): .hostile("more than \(limit) bytes")
      case .tooDeep(let limit): .hostile("nesting more than \(limit) levels deep")
      case .tooComplex(let what, let help): .hostile(what, help: help)
      case .tooManyValues(let limit): .hostile("more than \(limit) values")
      case .aliasBomb(let limit): .hostile("aliases that expand to more than \(limit) values")
      case .yaml(let words, let shown): .yamlSyntax(words, shownAt: shown)
      case .duplicateKey(let key, let first): .duplicateKey(key, first: first)
      case .mergeKey: .yamlSyntax("merge keys (`<<`) are not part of the language")
      case .unknownAlias(let name):
        .yamlSyntax("there is no complete anchor `&\(name)` before this alias")
      case .severalDocuments: .yamlSyntax("a second YAML document starts here")
      case .documentEnd: .yamlSyntax("`...` ends the YAML here, and more follows it")
      case .complexKey: .yamlSyntax("a key must be a word or a text")
      case .unsupportedTag(let tag): .yamlSyntax("the tag `\(tag)` is not part of the language")
      case .unclosedFrontMatter: .unclosedFrontMatter
      case .escapedCharacter(let scalar): .escapedCharacter(scalar)
      case .commentInValue: .commentInValue
      }
    return Problem(kind, at: span)
  }
}
