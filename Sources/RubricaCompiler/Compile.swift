internal import RubricaBundle
internal import RubricaGovernance
package import RubricaModel
internal import RubricaRules
package import RubricaSource
internal import RubricaSyntax
internal import RubricaTargets

/// Where a guideline is and how strictly it is compiled.
package struct CompileInput: Sendable {
  /// The Markdown file, relative to what `files` reads.
  package var document: String
  /// What names the guideline when its front matter does not: its folder, or its file.
  package var defaultID: String
  package var files: any FileReader
  /// Overrides the stage of the front matter.
  package var stage: Stage?
  /// Stands before the paths in findings, so that people can open them; empty or ending in `/`.
  package var display: String
  package var settings: WorkspaceSettings
  /// Earlier versions of guidelines by their ids; what is compiled must be a fair successor of its own.
  package var before: [String: Guideline]

  package init(
    document: String, defaultID: String, files: any FileReader, stage: Stage? = nil,
    display: String = "", settings: WorkspaceSettings, before: [String: Guideline] = [:]
  ) {
    self.document = document
    self.defaultID = defaultID
    self.files = files
    self.stage = stage
    self.display = display
    self.settings = settings
    self.before = before
  }
}

extension CompileInput {
  /// The folder of the document; empty or ending in `/`.
  var folder: String { document.folderPath }
}

/// What came of one guideline.
package struct Compilation: Sendable {
  package var guideline: Guideline
  /// All findings, in order of the source.
  package var diagnostics: [Diagnostic]
  /// Nothing while a finding is an error, or when only findings were asked for.
  package var artifacts: [Artifact]
  /// `sha256:…` of everything the guideline was compiled from.
  package var sourceDigest: String
  /// What people sign, and have signed; nil where the workspace has no approval policy, or when only
  /// findings were asked for.
  package var approval: ApprovalState?

  package var sources: Sources { guideline.sources }
  package var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }
}

/// How far a guideline is taken.
enum CompileGoal {
  case findings
  /// Also what people sign, and have signed.
  case approval
  /// Also the bundle, if no finding is an error.
  case bundle
}

/// The pipeline: bytes to a guideline, a guideline to findings, a guideline without errors to
/// artifacts. No file but those that `files` gives, no clock, no randomness.
package enum Compiler {
  /// The guideline alone, unchecked: for comparing it with another.
  package static func read(_ input: CompileInput) throws(FileProblem) -> Guideline {
    var sources = Sources([input.settings.file])
    let bytes = try input.files.read(input.document, limit: Limits.markdownBytes)
    let document = sources.add(SourceFile(name: input.display + input.document, bytes: bytes))
    return Lowering.lower(
      document, sources: sources, files: input.files, folder: input.folder, display: input.display,
      id: input.defaultID)
  }

  /// Findings only.
  package static func check(_ input: CompileInput) throws(FileProblem) -> Compilation {
    try single(input, to: .findings)
  }

  /// Findings, and what people sign and have signed.
  package static func govern(_ input: CompileInput) throws(FileProblem) -> Compilation {
    try single(input, to: .approval)
  }

  /// Findings, and the bundle if none of them is an error.
  package static func compile(_ input: CompileInput) throws(FileProblem) -> Compilation {
    try single(input, to: .bundle)
  }

  /// The findings of several guidelines of one workspace, or what `taking` makes of those of the input at an index.
  package static func check<Taken>(
    _ inputs: [CompileInput], taking: (Int, Result<Compilation, FileProblem>) -> Taken
  ) -> [Taken] {
    run(inputs, to: .findings, taking)
  }

  /// The findings and bundles of several guidelines of one workspace, or what `taking` makes of those of the input
  /// at an index. A bundle that is not taken is dropped early.
  package static func compile<Taken>(
    _ inputs: [CompileInput], taking: (Int, Result<Compilation, FileProblem>) -> Taken
  ) -> [Taken] {
    run(inputs, to: .bundle, taking)
  }

  private static func single(
    _ input: CompileInput, to goal: CompileGoal
  ) throws(FileProblem) -> Compilation {
    try run([input], to: goal) { $1 }[0].get()
  }

  /// Guidelines go through the stages side by side, as many as have so many bytes together.
  ///
  /// The code of a stage is larger than what a processor keeps at hand: one guideline after another fetches all
  /// of it again for each, which costs a fifth of the time of a build.
  private static let bytesTogether = 1 << 18

  private static func run<Taken>(
    _ inputs: [CompileInput], to goal: CompileGoal,
    _ taking: (Int, Result<Compilation, FileProblem>) -> Taken
  ) -> [Taken] {
    var taken: [Taken] = []
    while taken.count < inputs.count {
      var guidelines: [Result<Guideline, FileProblem>] = []
      var bytes = 0
      for input in inputs[taken.count...] where bytes < bytesTogether {
        let guideline = Result { () throws(FileProblem) in try read(input) }
        bytes += (try? guideline.get().byteCount) ?? 0
        guidelines.append(guideline)
      }
      let jobs = zip(inputs[taken.count...], guidelines).map { input, guideline in
        guideline.map { CompileJob(input, $0) }
      }
      run(jobs.compactMap { try? $0.get() }, to: goal)
      for job in jobs { taken.append(taking(taken.count, job.flatMap(\.result))) }
    }
    return taken
  }

  private static func run(_ jobs: [CompileJob], to goal: CompileGoal) {
    let targets = jobs.first?.input.settings.targets ?? []
    for check in AllChecks.all {
      for job in jobs { job.apply(check) }
    }
    for (target, settings) in targets {
      for job in jobs { job.examine(target, settings) }
    }
    for job in jobs { job.settleFindings() }
    if goal == .findings { return }
    for job in jobs { job.readApproval() }
    if goal == .approval { return }
    for job in jobs { job.digestSources() }
    for (target, settings) in targets {
      for job in jobs { job.render(target, settings) }
    }
    for job in jobs { job.completeBundle() }
  }
}

extension Guideline {
  /// Of its texts, pictures and recordings.
  fileprivate var byteCount: Int {
    let texts = sources.files.reduce(0) { $0 + $1.bytes.count }
    return media.reduce(texts) { sum, file in
      if case .present(let bytes) = file.content { sum + bytes.count } else { sum }
    }
  }
}
