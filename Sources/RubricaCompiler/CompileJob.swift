internal import RubricaBundle
internal import RubricaGovernance
internal import RubricaModel
internal import RubricaRules
internal import RubricaSource
internal import RubricaTargets

/// One guideline on its way through the stages after it was read. `Compiler` knows their order.
final class CompileJob {
  let input: CompileInput
  private let guideline: Guideline
  private let index: GuidelineIndex
  private let leaves: GuidelineLeaves?
  private var report: Report
  private var diagnostics: [Diagnostic] = []
  private var approval: ApprovalState?
  private var failure: FileProblem?
  private var sourceDigest = ""
  /// Nil while a finding is an error, and before it is known that none is.
  private var checked: CheckedGuideline?
  private var attestations: Attestations?
  private var artifacts: [Artifact] = []

  init(_ input: CompileInput, _ read: Guideline) {
    var guideline = read
    if let stage = input.stage { guideline.stage.value = stage }
    guideline.problems = input.settings.problems + guideline.problems
    if !input.before.isEmpty, let before = input.before[guideline.id.value] {
      guideline.problems += History.problems(
        from: before, to: guideline, orderIsIdentity: input.settings.orderIsIdentity)
    }
    leaves = Governing.leaves(of: &guideline, input.settings)
    index = GuidelineIndex(guideline)
    report = Report(stage: guideline.stage.value, settings: input.settings.checks)
    self.guideline = guideline
    self.input = input
  }

  var result: Result<Compilation, FileProblem> {
    if let failure { return .failure(failure) }
    return .success(
      Compilation(
        guideline: guideline, diagnostics: diagnostics, artifacts: artifacts,
        sourceDigest: sourceDigest, approval: approval))
  }

  func apply(_ check: any Check.Type) { check.check(index, &report) }

  func examine(_ target: any Target.Type, _ settings: DataNode) {
    target.examine(index, input.settings.context(settings, digest: ""), &report)
  }

  /// After all checks: which of the findings stand.
  func settleFindings() {
    if !guideline.suppressions.isEmpty {
      Suppressing.settle(
        index,
        asked: AllChecks.all.map { $0.info } + input.settings.targets.flatMap { $0.0.info.checks },
        every: WorkspaceSettings.everyCheck, &report)
    }
    diagnostics = own(report.sorted())
  }

  /// Without warnings and notes about the text of a base: those are told when the base is checked.
  private func own(_ found: [Diagnostic]) -> [Diagnostic] {
    guard !guideline.bases.isEmpty else { return found }
    return found.filter { $0.severity == .error || guideline.base(of: $0.span) == nil }
  }

  func readApproval() {
    do { approval = try ApprovalState.read(leaves, guideline, input) } catch { failure = error }
  }

  func digestSources() {
    guard failure == nil else { return }
    sourceDigest = SourceDigest.make(guideline)
    checked = CheckedGuideline(index, diagnostics: diagnostics)
    if checked != nil {
      attestations = approval.map { $0.attestations($0.log(), $0.policyLog(), at: nil) }
    }
  }

  func render(_ target: any Target.Type, _ settings: DataNode) {
    guard let checked else { return }
    artifacts += target.render(
      checked,
      input.settings.context(settings, digest: sourceDigest, attestations: attestations))
  }

  /// Adds what tells of the other artifacts.
  func completeBundle() {
    guard checked != nil else { return }
    artifacts.append(
      BundleSource.make(guideline, folder: input.folder, display: input.display))
    artifacts += approval?.artifacts ?? []
    artifacts.append(Manifest.make(guideline, artifacts, sourceDigest: sourceDigest))
  }
}
