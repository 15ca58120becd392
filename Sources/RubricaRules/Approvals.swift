internal import RubricaModel
internal import RubricaSource

extension Guideline {
  /// What does not hold together in the approval policy, or between it and the guideline.
  var approvalProblems: [(problem: ApprovalProblem, span: Span)] {
    problems.compactMap { problem in
      if case .approval(let approval) = problem.kind { (approval, problem.span) } else { nil }
    }
  }
}

extension Sample {
  /// A rubrica.yaml with a policy: one scope with everything in it, signed by one role, but for what is
  /// given.
  static func policy(
    selectors: String = "[\"*\"]", more: String = "", role: String = "scopes: everything",
    owner: String = "owner"
  ) -> String {
    """
    rubrica: 1
    approval:
      scopes:
        everything: \(selectors)
    \(more)
      roles:
        owner:
          people: [ada@example.com]
          \(role)
      policy: {role: \(owner)}

    """
  }
}
