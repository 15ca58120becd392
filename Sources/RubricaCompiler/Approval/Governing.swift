package import RubricaGovernance
package import RubricaModel
internal import RubricaSource
internal import RubricaTargets

/// A guideline under the policy of its workspace: what of it nobody would sign, and waivers that cannot
/// count.
enum Governing {
  private static let shown = 5

  /// Nil if the workspace has no policy: then nothing is signed, and no leaf is made.
  static func leaves(
    of guideline: inout Guideline, _ settings: WorkspaceSettings
  ) -> GuidelineLeaves? {
    guideline.problems += WaiverProblems.of(
      guideline, settings.approval, settings.catalogue.items)
    guard let policy = settings.approval else { return nil }
    let leaves = GuidelineLeaves(guideline, workspace: settings.governed)
    // Without scopes or roles nothing is signed, which is told once, of the policy.
    if !policy.scopes.isEmpty, !policy.roles.isEmpty {
      guideline.problems += problems(of: leaves.unsigned(under: policy))
      guideline.problems += unanswered(policy, settings.catalogue.items.map(\.item))
    }
    return leaves
  }

  /// Items that a person must vouch for and nobody can, one problem for all.
  private static func unanswered(_ policy: ApprovalPolicy, _ items: [Catalogue.Item]) -> [Problem] {
    let open = items.filter { item in
      item.level == .block && item.kind != .automatic
        && policy.role(answeringFor: item.role) == nil
    }
    guard !open.isEmpty else { return [] }
    let found = open.inGroups { $0.role }.map { group in
      (role: group.key, items: group.elements.map(\.id))
    }
    return [Problem(.approval(.unansweredQuestions(found)), at: policy.span.head)]
  }

  /// Leaves in no signed scope: one problem for all that share their first segment, at the first.
  private static func problems(of unsigned: [Leaf]) -> [Problem] {
    var groups: [(root: String, leaves: [Leaf])] = []
    for leaf in unsigned {
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
    govern(guideline, GuidelineLeaves(guideline, workspace: governed))
  }

  func govern(_ guideline: Guideline, _ leaves: GuidelineLeaves) -> GovernedGuideline? {
    guard let approval, let policyDigest else { return nil }
    return GovernedGuideline(guideline, leaves, policy: approval, policyDigest: policyDigest)
  }
}
