package import RubricaSource

/// What governance.yaml says: a tree whose keys `docs/format/governance.md` lists.
package struct Governance: Sendable {
  package var root: DataNode

  package init(root: DataNode) { self.root = root }

  /// The measures of quality and their limits.
  package var metrics: [DataNode] { root["quality"]?["metrics"]?.items ?? [] }
}

/// What rubrica.yaml says.
package struct Workspace: Sendable {
  package var organisation: Located<String>?
  /// The targets to build, in order, each with its settings.
  package var targets: [(id: Located<String>, settings: DataNode)]
  /// Paths of catalogues that the checklist is extended with, in order.
  package var catalogues: [Located<String>] = []
  /// What is asked of single checks.
  package var checks = CheckSettings.none
  /// Who must agree to what; nil if nobody has to.
  package var approval: ApprovalPolicy?
  /// All of the file; nil if it cannot be read.
  package var root: DataNode?

  package init(organisation: Located<String>?, targets: [(id: Located<String>, settings: DataNode)])
  {
    self.organisation = organisation
    self.targets = targets
  }
}
