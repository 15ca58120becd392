package import RubricaGovernance
package import RubricaModel
internal import RubricaSource
internal import RubricaTargets

/// A guideline under the policy of its workspace: what of it nobody would sign, and waivers that cannot
/// count.
enum Governing {
  private static let shown = 5

  /// Nil if the workspace has no policy: then nothing is signed, and no leaf is made.
  static func govern(
    _ guideline: inout Guideline, _ settings: WorkspaceSettings
  ) -> GovernedGuideline? {
    guideline.problems += WaiverProblems.of(
      guideline, settings.approval, settings.catalogue.items)
    guard let governed = settings.govern(guideline) else { return nil }
    guideline.problems += problems(of: governed)
    return governed
  }

  /// Leaves in no signed scope: one problem for all that share their first segment, at the first.
  private static func problems(of governed: GovernedGuideline) -> [Problem] {
    var groups: [(root: String, leaves: [Leaf])] = []
    for leaf in governed.unsignedLeaves {
      let root = String(leaf.path.prefix { $0 != "/" })
      if groups.last?.root == root {
        groups[groups.count - 1].leaves.append(leaf)
      } else {
        groups.append((root, [leaf]))
      }
    }
    return groups.compactMap { group in
      guard let first = group.leaves.map(\.span).min() else { return nil }
      return Problem(
        .approval(
          .leavesInNoScope(
            group: group.root, count: group.leaves.count,
            first: group.leaves.prefix(shown).map(\.path))), at: first)
    }
  }
}

extension WorkspaceSettings {
  /// The guideline as people sign it; nil if the workspace has no policy.
  package func govern(_ guideline: Guideline) -> GovernedGuideline? {
    approval.map {
      GovernedGuideline(guideline, policy: $0, signers: approvalFiles.signers, workspace: governed)
    }
  }
}
