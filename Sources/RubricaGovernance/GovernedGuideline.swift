package import RubricaBundle
package import RubricaModel
internal import RubricaSource

/// A guideline as people sign it: its leaves, and the scopes that the policy makes of them.
package struct GovernedGuideline: Sendable {
  package let id: String
  package let version: String?
  package let authors: [String]
  package let policy: ApprovalPolicy
  package let policyDigest: Digest
  /// Sorted by the bytes of their paths.
  package let leaves: [Leaf]
  /// In order of the policy.
  package let scopes: [GovernedScope]

  /// `signers` are the bytes of the file of signers; nil if there is none.
  package init(
    _ guideline: Guideline, policy: ApprovalPolicy, signers: [UInt8]?, workspace: GovernedWorkspace
  ) {
    id = guideline.id.value
    version = guideline.version?.value
    authors = guideline.authors.map(\.value)
    self.policy = policy
    policyDigest = PolicyDigest.digest(policy, signers: signers)
    let graph = LeafGraph(leaves: LeafBuilder.leaves(of: guideline, workspace: workspace))
    leaves = graph.leaves
    scopes = policy.scopes.map { scope in
      GovernedScope(
        name: scope.name.value,
        roles: policy.roles(signing: scope.name.value).map(\.name.value),
        selectors: scope.selectors.map { Selector($0.value) }, guideline: guideline.id.value,
        graph)
    }
  }

  package func scope(_ name: String) -> GovernedScope? { scopes.first { $0.name == name } }

  package func leaf(_ path: String) -> Leaf? { leaves.first { $0.path == path } }

  /// Leaves that nobody signs: those that the selectors of no scope with a role select. What a scope
  /// only refers to does not count, since it would be gone with the reference.
  package var unsignedLeaves: [Leaf] {
    var signed: Set<String> = []
    for scope in scopes where !scope.roles.isEmpty { signed.formUnion(scope.own) }
    return leaves.filter { !signed.contains($0.path) }
  }
}
