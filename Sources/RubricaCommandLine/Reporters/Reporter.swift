internal import RubricaSource

/// Writes findings for one kind of reader. One file a format.
protocol Reporter: Sendable {
  /// The findings of one guideline. Called for several guidelines at once.
  func fragment(_ diagnostics: [Diagnostic], _ places: Places) -> [UInt8]

  /// What stands around the fragments. In pieces, since there may be much of it.
  func document(_ fragments: [[UInt8]]) -> [[UInt8]]
}

/// The formats of `--format`.
enum ReportFormat: String, CaseIterable, Sendable {
  case text, json, sarif, github

  func reporter(_ style: TextStyle) -> any Reporter {
    switch self {
    case .text: TextReporter(style: style)
    case .json: JSONReporter()
    case .sarif: SARIFReporter()
    case .github: GitHubReporter()
    }
  }
}

/// Where a span is, in the words of people and editors. Line tables are made once a file.
struct Places {
  let sources: Sources
  private let tables: [Int: LineTable]

  init(_ sources: Sources, for diagnostics: [Diagnostic]) {
    self.sources = sources
    var tables: [Int: LineTable] = [:]
    let spans = diagnostics.flatMap { diagnostic in
      [diagnostic.span] + diagnostic.notes.compactMap(\.span)
        + diagnostic.fixes.flatMap { $0.edits.map(\.span) }
        + [diagnostic.allowance?.span].compactMap { $0 }
    }
    for span in spans where tables[Int(span.source.index)] == nil {
      tables[Int(span.source.index)] = sources[span.source].lines
    }
    self.tables = tables
  }

  /// Of all files: for who does not know yet what will be asked.
  init(all sources: Sources) {
    self.sources = sources
    tables = Dictionary(
      uniqueKeysWithValues: sources.files.enumerated().map { ($0, $1.lines) })
  }

  func file(_ span: Span) -> SourceFile { sources[span.source] }

  func table(_ span: Span) -> LineTable {
    tables[Int(span.source.index)] ?? sources[span.source].lines
  }

  func start(_ span: Span) -> Position {
    table(span).position(at: Int(span.start), in: file(span).bytes)
  }

  func end(_ span: Span) -> Position {
    table(span).position(at: Int(span.end), in: file(span).bytes)
  }
}

extension [[UInt8]] {
  /// Those that are not empty, with a separator between each two.
  func separated(by separator: String) -> [[UInt8]] {
    var pieces: [[UInt8]] = []
    for piece in self where !piece.isEmpty {
      if !pieces.isEmpty { pieces.append(Array<UInt8>(separator.utf8)) }
      pieces.append(piece)
    }
    return pieces
  }
}
