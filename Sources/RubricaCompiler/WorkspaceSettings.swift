internal import RubricaBundle
internal import RubricaGovernance
package import RubricaModel
internal import RubricaRules
package import RubricaSource
package import RubricaTargets

/// What all guidelines of a workspace share: rubrica.yaml, read once.
package struct WorkspaceSettings: Sendable {
  /// rubrica.yaml; without bytes if there is none. Always the first of a guideline's sources.
  package let file: SourceFile
  package let problems: [Problem]
  package let organisation: String?
  /// The targets to build, with their settings, in order.
  package let targets: [(target: any Target.Type, settings: DataNode)]
  /// Levels and limits of single checks.
  package let checks: CheckSettings
  package private(set) var catalogue: PreparedCatalogue
  package let templates: PageTemplates
  /// Who must agree to what; nil if nobody has to.
  package let approval: ApprovalPolicy?
  /// Keys, and what people have signed about the policy; empty without one.
  package let approvalFiles: ApprovalFiles
  /// All of rubrica.yaml; nil if there is none, or if it cannot be read.
  package var root: DataNode? { governed.root }
  /// Of both; nil without a policy.
  let policyDigest: Digest?
  /// What decides what bundles say, as it is signed.
  let governed: GovernedWorkspace
  /// `rubrica 0.1.0`.
  package let compiler: String

  /// Targets of a workspace that names none.
  package static let standardTargets = ["instructions", "checklist", "schema", "label-studio"]

  /// The catalogue is read when somebody asks for it. `files` are those beside rubrica.yaml, and
  /// `overrides` the templates that stand for ones that the compiler carries.
  package init(
    file: SourceFile?, catalogue: @autoclosure @escaping @Sendable () -> Catalogue,
    templates: PageTemplates = .builtIn, compiler: String, files: (any FileReader)? = nil,
    overrides: [(path: String, bytes: [UInt8])] = []
  ) {
    self.file = file ?? SourceFile(name: "rubrica.yaml", bytes: [])
    self.catalogue = PreparedCatalogue(catalogue())
    self.templates = templates
    self.compiler = compiler
    let source = SourceID(0)
    let known = AllTargets.all
    let none = DataNode(.mapping([]), Span(source, 0, 0))
    var workspace = Workspace(organisation: nil, targets: [])
    var problems: [Problem] = []
    if let file {
      (workspace, problems) = WorkspaceReader.read(
        file, source, targets: known.map { $0.info }, checks: Self.everyCheck)
    }
    approvalFiles = ApprovalFiles.read(workspace.approval, files, &problems)
    self.problems = problems
    approval = workspace.approval
    let signers = approvalFiles.signers
    policyDigest = workspace.approval.map { PolicyDigest.digest($0, signers: signers) }
    checks = workspace.checks
    organisation = workspace.organisation?.value
    if workspace.targets.isEmpty {
      targets = known.filter { Self.standardTargets.contains($0.info.id) }.map { ($0, none) }
    } else {
      targets = workspace.targets.compactMap { entry in
        known.first { $0.info.id == entry.id.value }.map { ($0, entry.settings) }
      }
    }
    // Those of templates are signed as templates.
    let items =
      workspace.approval == nil || workspace.catalogues.isEmpty
      ? [] : Self.ownItems(of: self.catalogue.items.map(\.item))
    governed = GovernedWorkspace(
      root: workspace.root, items: items, templates: overrides,
      orderIsIdentity: targets.contains { $0.target.info.id == Self.orderedTarget })
  }

  /// Items that the compiler does not carry, or not so.
  private static func ownItems(of items: [Catalogue.Item]) -> [Catalogue.Item] {
    var known: [String: Catalogue.Item] = [:]
    for item in CatalogueReader.builtIn.items { known[item.id] = item }
    return items.filter { known[$0.id] != $0 }
  }

  /// The catalogues that a rubrica.yaml extends the checklist with, by their paths from it.
  package static func catalogues(of file: SourceFile) -> [String] {
    WorkspaceReader.read(
      file, SourceID(0), targets: AllTargets.all.map { $0.info }, checks: everyCheck
    ).workspace.catalogues.map(\.value)
  }

  /// The same with a catalogue of its own. Parts of a catalogue are referred to all the time, and
  /// cores that count references to the same part wait for each other.
  package var withOwnCatalogue: WorkspaceSettings {
    var settings = self
    settings.catalogue = catalogue.anew
    return settings
  }

  /// Everything that can be found, by checks and by targets.
  static let everyCheck: [CheckInfo] =
    AllChecks.all.map { $0.info } + AllTargets.all.flatMap { $0.info.checks }

  /// Whether some target knows labels by their place in the layer: Ground Truth does.
  package var orderIsIdentity: Bool { governed.orderIsIdentity }

  private static let orderedTarget = "ground-truth"

  func context(
    _ settings: DataNode, digest: String, attestations: Attestations? = nil
  ) -> TargetContext {
    TargetContext(
      settings: settings, sourceDigest: digest, compiler: compiler, organisation: organisation,
      catalogue: catalogue, templates: templates, attestations: attestations)
  }
}
