internal import RubricaCompiler
internal import RubricaFiles
internal import RubricaSource

/// Applies the edits that findings offer to one guideline, in memory, and checks it again until
/// nothing is left to apply.
struct Fixer {
  let session: Session
  /// Whether edits that are somebody's decision are applied too.
  let appliesUnsafe: Bool

  /// One edit that was applied.
  struct Applied: Sendable {
    var place: String
    var id: String
    var title: String
  }

  struct Result: Sendable {
    var compilation: Compilation
    /// Files that differ, by their path below the workspace.
    var changes: [(path: String, old: [UInt8], new: [UInt8])]
    var applied: [Applied]
    /// Why fixing stopped before nothing was left to apply.
    var stopped: String?
  }

  /// An edit can bring a finding to light that has an edit of its own, but not for ever.
  private static let rounds = 10

  func fix(_ document: WorkspaceLocation.Document) throws(FileProblem) -> Result {
    let files = EditedFiles(session.files)
    var compilation = try check(document, files)
    var applied: [Applied] = []
    var stopped: String?
    for round in 0..<Self.rounds {
      let chosen = choose(from: compilation)
      guard !chosen.isEmpty else { break }
      let before = files.edited
      var places = Places(
        session.location.shown(compilation.sources), for: compilation.diagnostics)
      let new = chosen.map { Self.describe($0.finding, $0.fix, &places) }
      apply(chosen.flatMap(\.fix.edits), compilation.sources, files)
      let after = try check(document, files)
      if after.errorCount > compilation.errorCount {
        files.edited = before
        stopped = "the remaining edits were not made, because they would have revealed an error"
        break
      }
      applied += new
      compilation = after
      if round == Self.rounds - 1, !choose(from: after).isEmpty {
        stopped = "there are still edits to make after \(Self.rounds) rounds; run the command again"
      }
    }
    let changes = files.changes
    return Result(
      compilation: compilation, changes: changes, applied: applied, stopped: stopped)
  }

  private func check(
    _ document: WorkspaceLocation.Document, _ files: EditedFiles
  ) throws(FileProblem) -> Compilation {
    try Compiler.check(session.input(document, files: files))
  }

  /// The first edit of every finding that may be applied, as far as they do not touch one another.
  private func choose(from compilation: Compilation) -> [(finding: Diagnostic, fix: Fix)] {
    var taken: [Span] = []
    var chosen: [(finding: Diagnostic, fix: Fix)] = []
    for finding in compilation.diagnostics where finding.allowance == nil {
      guard let fix = finding.fixes.first(where: { $0.isSafe || appliesUnsafe }) else { continue }
      let spans = fix.edits.map(\.span)
      let isFree = spans.allSatisfy { span in
        // rubrica.yaml belongs to all guidelines, and is not edited for one of them.
        span.source != SourceID(0) && !taken.contains { $0.touches(span) }
      }
      guard isFree, !spans.isEmpty else { continue }
      taken += spans
      chosen.append((finding, fix))
    }
    return chosen
  }

  private func apply(_ edits: [Fix.Edit], _ sources: Sources, _ files: EditedFiles) {
    var bytes: [SourceID: [UInt8]] = [:]
    for edit in edits.sorted(by: { $0.span > $1.span }) {
      bytes[edit.span.source, default: sources[edit.span.source].bytes]
        .replaceSubrange(edit.span.range, with: edit.replacement.utf8)
    }
    let display = session.location.display.utf8.count
    for (source, bytes) in bytes {
      files.edit(String(sources[source].name.utf8.dropFirst(display)) ?? "", bytes)
    }
  }

  private static func describe(
    _ finding: Diagnostic, _ fix: Fix, _ places: inout Places
  ) -> Applied {
    let start = places.start(finding.span)
    return Applied(
      place: "\(places.file(finding.span).name):\(start.line):\(start.column)", id: finding.id,
      title: fix.title)
  }
}

extension Compilation {
  fileprivate var errorCount: Int { diagnostics.count { $0.severity == .error } }
}

extension Span {
  /// Whether two edits cannot both be made: they overlap, or insert at one place.
  fileprivate func touches(_ other: Span) -> Bool {
    source == other.source
      && (start < other.end && other.start < end || start == other.start || end == other.end)
  }
}
