internal import ArgumentParser
internal import RubricaCompiler
internal import RubricaModel
internal import RubricaSource

struct CheckCommand: RubricaCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Reports problems in guidelines; changes nothing without --fix.",
    discussion: """
      With --fix it makes the edits that keep the meaning of the guideline, checks again, and \
      reports what remains. Nothing outside the workspace is changed, and no file through a link.
      """)

  @OptionGroup var common: CommonOptions

  @Option(
    help: """
      An earlier version: a git revision, or a path as for `diff`. Reports changes of meaning that \
      the version and the changelog do not record.
      """)
  var base: String?

  @Flag(help: "Make the edits that do not change the meaning.")
  var fix = false

  @Flag(help: "With --fix: also make the edits that need a decision by a person.")
  var unsafeFixes = false

  @Flag(help: "With --fix: print the edits as a diff and write nothing.")
  var dryRun = false

  func validate() throws {
    if !fix, unsafeFixes || dryRun {
      throw ValidationError(
        "`\(dryRun ? "--dry-run" : "--unsafe-fixes")` only works together with `--fix`.")
    }
  }

  func execute(_ console: Console) throws -> Outcome {
    let session = try Session(
      path: common.given.path, stage: common.stage, templates: common.overrides.templates)
    Strays.Unseen(by: session.location).tell(console)
    let reporter = common.format.reporter(console.style)
    if fix {
      return try FixRun(
        session: session, reporter: reporter, appliesUnsafe: unsafeFixes, isDryRun: dryRun
      ).execute(console)
    }
    let documents = session.location.documents
    let before = try base.map { try EarlierVersions.open($0, for: session) } ?? [:]
    let progress = ProgressLine(console, verb: "checking")
    let parts = Parallel.mapBatches(
      documents, finished: { progress.show($0, of: documents.count) }, worker: {}
    ) { batch, _ in
      let batch = Array(batch)
      let inputs = batch.map { document in
        var input = session.input(document, files: session.files)
        input.before = before
        return input
      }
      return Compiler.check(inputs) { place, result in
        result
          .map { compilation in
            let part = Findings.part(
              compilation.diagnostics, session.location.shown(compilation.sources), reporter)
            return (part: part, id: compilation.guideline.id.value)
          }
          .mapError { Failure($0, at: session.location.path(batch[place].path), doing: "read") }
      }
    }
    progress.clear()
    let checked = try parts.map { try $0.get() }
    let findings = Findings(
      checked.map(\.part), settings: session.settings.file, reporter: reporter)
    console.output(reporter.document(findings.fragments))
    try Twins.refuse(zip(checked, documents).map { ($0.id, $1.path) })
    let count = documents.count
    console.status(
      "checked \(count) guideline\(count == 1 ? "" : "s"): \(findings.summary ?? "nothing to report")"
    )
    return findings.hasErrors ? .refused : .fine
  }
}
