package import RubricaModel
package import RubricaSource
internal import RubricaBundle
internal import RubricaGovernance
internal import RubricaRules
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
  var folder: String {
    document.lastIndex(of: "/").map { String(document[...$0]) } ?? ""
  }
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

/// The pipeline: bytes to a guideline, a guideline to findings, a guideline without errors to
/// artifacts. No file but those that `files` gives, no clock, no randomness.
package enum Compiler {
  /// The guideline alone, unchecked: for comparing it with another.
  package static func read(_ input: CompileInput) throws(FileProblem) -> Guideline {
    try lower(input)
  }

  /// Findings only.
  package static func check(_ input: CompileInput) throws(FileProblem) -> Compilation {
    var guideline = try lower(input)
    let (index, diagnostics, _) = check(&guideline, input)
    return Compilation(
      guideline: index.guideline, diagnostics: diagnostics, artifacts: [], sourceDigest: "")
  }

  /// Findings, and what people sign and have signed.
  package static func govern(_ input: CompileInput) throws(FileProblem) -> Compilation {
    var guideline = try lower(input)
    let (index, diagnostics, leaves) = check(&guideline, input)
    return Compilation(
      guideline: index.guideline, diagnostics: diagnostics, artifacts: [], sourceDigest: "",
      approval: try ApprovalState.read(leaves, guideline, input))
  }

  /// Findings, and the bundle if none of them is an error.
  package static func compile(_ input: CompileInput) throws(FileProblem) -> Compilation {
    var guideline = try lower(input)
    let (index, diagnostics, leaves) = check(&guideline, input)
    let digest = SourceDigest.make(guideline)
    let approval = try ApprovalState.read(leaves, guideline, input)
    guard let checked = CheckedGuideline(index, diagnostics: diagnostics) else {
      return Compilation(
        guideline: guideline, diagnostics: diagnostics, artifacts: [], sourceDigest: digest,
        approval: approval)
    }
    let attestations = approval.map { $0.attestations($0.log(), $0.policyLog(), at: nil) }
    var artifacts: [Artifact] = []
    for (target, settings) in input.settings.targets {
      let context = input.settings.context(settings, digest: digest, attestations: attestations)
      artifacts += target.render(checked, context)
    }
    artifacts.append(
      BundleSource.make(guideline, folder: input.folder, display: input.display))
    artifacts += approval?.artifacts ?? []
    artifacts.append(Manifest.make(guideline, artifacts, sourceDigest: digest))
    return Compilation(
      guideline: guideline, diagnostics: diagnostics, artifacts: artifacts, sourceDigest: digest,
      approval: approval)
  }

  private static func lower(_ input: CompileInput) throws(FileProblem) -> Guideline {
    var sources = Sources([input.settings.file])
    let bytes = try input.files.read(input.document, limit: Limits.markdownBytes)
    let document = sources.add(SourceFile(name: input.display + input.document, bytes: bytes))
    return Lowering.lower(
      document, sources: sources, files: input.files, folder: input.folder, display: input.display,
      id: input.defaultID)
  }

  /// Without warnings and notes about the text of a base: those are told when the base is checked.
  private static func own(_ found: [Diagnostic], of guideline: Guideline) -> [Diagnostic] {
    guard !guideline.bases.isEmpty else { return found }
    return found.filter { $0.severity == .error || guideline.base(of: $0.span) == nil }
  }

  private static func check(
    _ guideline: inout Guideline, _ input: CompileInput
  ) -> (GuidelineIndex, [Diagnostic], GuidelineLeaves?) {
    if let stage = input.stage { guideline.stage.value = stage }
    guideline.problems = input.settings.problems + guideline.problems
    if !input.before.isEmpty, let before = input.before[guideline.id.value] {
      guideline.problems += History.problems(
        from: before, to: guideline, orderIsIdentity: input.settings.orderIsIdentity)
    }
    let leaves = Governing.leaves(of: &guideline, input.settings)
    let index = GuidelineIndex(guideline)
    var report = Report(stage: guideline.stage.value, settings: input.settings.checks)
    for check in AllChecks.all { check.check(index, &report) }
    for (target, settings) in input.settings.targets {
      target.examine(index, input.settings.context(settings, digest: ""), &report)
    }
    if !guideline.suppressions.isEmpty {
      Suppressing.settle(
        index,
        asked: AllChecks.all.map { $0.info } + input.settings.targets.flatMap { $0.0.info.checks },
        every: WorkspaceSettings.everyCheck, &report)
    }
    return (index, Self.own(report.sorted(), of: guideline), leaves)
  }
}
