internal import RubricaGovernance
internal import RubricaModel
internal import RubricaSource

/// What does not hold together in a policy by itself.
enum PolicyProblems {
  static func of(_ policy: ApprovalPolicy) -> [Problem] {
    var problems: [Problem] = []
    let scopes = policy.scopes.map(\.name.value)
    for role in policy.roles {
      // That there are no scopes at all is told as such.
      for scope in role.scopes where !scopes.isEmpty && !scopes.contains(scope.value) {
        problems.append(
          Problem(.approval(.undefinedScope(scope, known: scopes)), at: scope.span))
      }
      if role.quorum.value > role.people.count, !role.people.isEmpty {
        problems.append(
          Problem(
            .approval(
              .impossibleQuorum(
                role: role.name.value, quorum: role.quorum.value, people: role.people.count)),
            at: role.quorum.span))
      }
    }
    let governance = Keys.governance.names()
    for scope in policy.scopes {
      if policy.roles(signing: scope.name.value).isEmpty, !policy.roles.isEmpty {
        problems.append(Problem(.approval(.unsignedScope(scope.name.value)), at: scope.name.span))
      }
      for selector in scope.selectors {
        guard let dead = Selector(selector.value).deadSegment(governance: governance) else {
          continue
        }
        problems.append(
          Problem(
            .approval(.deadSelector(selector, segment: dead.segment, known: dead.known)),
            at: selector.span))
      }
    }
    if let role = policy.policyRole, policy.role(role.value) == nil {
      problems.append(
        Problem(
          .approval(.undefinedRole(role, known: policy.roles.map(\.name.value))), at: role.span))
    }
    return problems
  }
}
