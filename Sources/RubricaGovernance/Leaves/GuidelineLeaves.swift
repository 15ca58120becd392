package import RubricaModel

/// All leaves of a guideline.
package struct GuidelineLeaves: Sendable {
  /// Sorted by the bytes of their paths.
  let all: [Leaf]

  package init(_ guideline: Guideline, workspace: GovernedWorkspace) {
    all = LeafBuilder.leaves(of: guideline, workspace: workspace)
  }

  /// Leaves that nobody signs: those that the selectors of no scope with a role select. What a scope
  /// only refers to does not count, since it would be gone with the reference.
  package func unsigned(under policy: ApprovalPolicy) -> [Leaf] {
    let selectors = policy.signedSelectors
    return all.filter { !selectors.select($0.path) }
  }
}
