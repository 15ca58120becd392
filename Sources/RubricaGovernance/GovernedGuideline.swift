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
  /// Their digests, in the same order.
  package let signedLeaves: [SignedLeaf]
  /// In order of the policy.
  package let scopes: [GovernedScope]

  package init(
    _ guideline: Guideline, _ leaves: GuidelineLeaves, policy: ApprovalPolicy,
    policyDigest: Digest
  ) {
    id = guideline.id.value
    version = guideline.version?.value
    authors = guideline.authors.map(\.value)
    self.policy = policy
    self.policyDigest = policyDigest
    self.leaves = leaves.all
    let signed = leaves.all.map(SignedLeaf.init)
    signedLeaves = signed
    let graph = LeafGraph(leaves: leaves.all)
    scopes = policy.scopes.map { scope in
      GovernedScope(
        name: scope.name.value,
        roles: policy.roles(signing: scope.name.value).map(\.name.value),
        selectors: scope.selectors.map { Selector($0.value) }, guideline: guideline.id.value,
        graph, signed)
    }
  }

  package func scope(_ name: String) -> GovernedScope? { scopes.first { $0.name == name } }

  package func leaf(_ path: String) -> Leaf? { leaves.first { $0.path == path } }
}
