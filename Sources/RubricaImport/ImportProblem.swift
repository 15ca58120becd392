internal import RubricaSource
package import RubricaSyntax

/// Why a document cannot be imported.
package struct ImportProblem: Error, Sendable, Equatable {
  package enum Kind: Sendable, Equatable {
    /// No document was given.
    case nothing
    /// A document in another format, and the command that makes Markdown of it.
    case foreign(format: String, command: String?)
    /// No text at all.
    case binary(reason: String)
    /// Already a guideline in this language.
    case alreadyGuideline
    /// The parser refuses the document.
    case syntax(SyntaxProblem, line: Int)
    /// The draft would be larger than a guideline may be.
    case tooLarge(limit: Int)
    /// The draft would miss something: a fault of the importer, and so no draft.
    case wouldLose([LostText])
  }

  package let kind: Kind
  package let file: String

  init(_ kind: Kind, file: String) {
    self.kind = kind
    self.file = file
  }

  /// What is wrong, in one line.
  package var message: String {
    switch kind {
    case .nothing: "there is no document to import"
    case .foreign(let format, _): "\(file) is \(format); only Markdown can be imported"
    case .binary(let reason): "\(file) is not text: \(reason)"
    case .alreadyGuideline:
      "\(file) is already a guideline: its front matter has the key `rubrica`"
    case .syntax(let problem, let line): "\(file):\(line): \(problem.kind.words)"
    case .tooLarge(let limit): "the draft would have more than \(limit >> 20) MiB"
    case .wouldLose(let lost):
      "\(file):\(lost.first?.line ?? 0): the draft would lack \"\(lost.first?.text ?? "")\""
        + (lost.count > 1 ? " and \(lost.count - 1) more" : "")
    }
  }

  /// The command that makes Markdown of a document in another format, by its name; nil if there is none.
  package static func conversion(ofFile path: String) -> String? {
    ForeignFormat.detect(name: path, bytes: []).flatMap { $0.command(for: path) }
  }

  /// What to do about it.
  package var help: String {
    switch kind {
    case .nothing: "name one or more Markdown files"
    case .foreign(_, .some(let command)): "convert it first: \(command)"
    case .foreign: "save it as Markdown, then import that"
    case .binary: "name a Markdown file in UTF-8, UTF-16 or Windows-1252"
    case .alreadyGuideline: "run `rubrica check` on it instead"
    case .syntax: "fix or remove that part, then import again"
    case .tooLarge: "import fewer documents at once"
    case .wouldLose:
      "nothing was written; please report this as a bug, with the document if you can share it"
    }
  }
}

/// Words of a source that a draft does not have at their place.
package struct LostText: Sendable, Equatable {
  package var file: String
  package var line: Int
  package var text: String
}

extension SyntaxProblem.Kind {
  var words: String {
    switch self {
    case .invalidUTF8: "a byte that is not UTF-8"
    case .nulByte: "a NUL byte"
    case .tooLarge(let limit): "more than \(limit >> 20) MiB in one file"
    case .tooDeep(let limit): "blocks nested more than \(limit) deep"
    case .tooComplex(let what, _): "markup that is too complex to read: \(what)"
    case .yaml(let words, _): "YAML that cannot be read: \(words)"
    case .unclosedFrontMatter: "front matter that is never closed"
    default: "YAML that cannot be read"
    }
  }
}
