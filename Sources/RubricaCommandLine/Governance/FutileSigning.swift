internal import RubricaBundle
internal import RubricaCompiler
internal import RubricaFiles
internal import RubricaGovernance
internal import RubricaModel
internal import RubricaSignature
internal import RubricaSource

/// What is not signed because it could not count.
extension SigningDesk {
  /// Refuses a statement that could never count: whoever signs one believes to have answered.
  func refuseFutile(_ signOff: SignOff, at now: Timestamp) throws(Failure) {
    let role = try role(signOff.role)
    let clock = Timestamp(secondsSince1970: Machine.secondsSince1970)
    if let clock, signOff.signedAt > clock.adding(days: 1) {
      throw Failure.refusal(
        "\(signOff.signedAt) lies in the future, and the clock of this machine says \(clock)",
        help: "Times in a log do not go back, so nobody could sign until then. Leave out --time.")
    }
    if signOff.decision.coversLeaves { try refuseOtherContent(signOff, role) }
    if let condition = signOff.conditions.first(where: { $0.until < signOff.signedAt.date }) {
      throw Failure.refusal(
        "the condition \"\(condition.text)\" would be overdue at once: \(condition.until) is over",
        help: "Give a day on which it may still be open.")
    }
    if let end = signOff.expiresAt, end <= signOff.signedAt {
      throw Failure.refusal(
        "it would have run out at once: \(end) is not after \(signOff.signedAt)",
        help: "Give a later time with --expires.")
    }
    guard let document else { return try refuseFutilePolicy(signOff, role) }
    let evaluation = document.evaluation(document.log.at(nil), at: now)
    if signOff.decision.isApproval {
      let denials = evaluation.prospect(of: signOff, as: role)
      if let first = denials.first {
        throw Failure.refusal(
          "this would never count (\(first.code.rawValue)): \(first.message)",
          help: "Nothing was signed. \(people(of: role, at: now))")
      }
    }
    if signOff.decision == .delegate { try refuseFutileDelegation(signOff, role, evaluation) }
    if signOff.decision == .withdraw,
      let fault = evaluation.fault(ofWithdrawal: signOff, as: role)
    {
      throw Failure.refusal(
        "this would take nothing back: \(fault)",
        help:
          "Nothing was signed. An objection is withdrawn by whoever made it, or by somebody else of the "
          + "role. \(people(of: role, at: now))")
    }
    try refuseOutsidePolicy(signOff, document)
    if signOff.decision.isApproval, let (person, other) = evaluation.otherRole(with: signOff) {
      throw Failure.refusal(
        "`\(person)` has approved as `\(other)` already, and each role needs its own people "
          + "(\(DenialCode.rolePersonTwice.rawValue))",
        help:
          "Nothing was signed. Have somebody else sign as `\(role.name.value)`, or withdraw the approval as "
          + "`\(other)` first, or allow `one-person-several-roles` in the policy.")
    }
  }

  /// What is signed under a policy that nobody approved counts for nothing, and takes the place of what the same
  /// person has signed before. An objection is heard whatever the policy is.
  private func refuseOutsidePolicy(
    _ signOff: SignOff, _ document: GovernedDocument
  ) throws(Failure) {
    guard signOff.decision != .requestChanges else { return }
    let policies = document.policies.at(nil)
    if let fault = policies.fault(of: document.state.subject.policyDigest, approval) {
      let role = approval.policyRole.map { " --as \($0.value)" } ?? ""
      throw Failure.refusal(
        "this would not count (\(fault.code.rawValue)): \(fault.message)",
        help:
          "Nothing was signed, so that what you have signed before still counts. First have the policy "
          + "signed, with `rubrica sign --policy\(role)`, or put the approved one back.")
    }
    if !policies.approved.contains(signOff.policy) {
      throw Failure.refusal(
        "the statement was made under the policy `\(signOff.policy.hex.prefix(16))…`, which nobody approved",
        help: "Make it out and sign it again under the policy in force.")
    }
  }

  private func people(of role: ApprovalPolicy.Role, at time: Timestamp) -> String {
    let found = document?.candidates(role, at: time) ?? role.people.map(\.value)
    let people = found.map { "`\($0)`" }.joined(separator: ", ")
    guard !people.isEmpty else {
      return
        "Nobody of the role `\(role.name.value)` can sign: each is an author, has no key in force, or counts in "
        + "another role."
    }
    return
      "Who can sign as `\(role.name.value)`: \(people), or a delegate --on-behalf-of one of them."
  }

  private func refuseOtherContent(
    _ signOff: SignOff, _ role: ApprovalPolicy.Role
  ) throws(Failure) {
    let subjects = content(role).subjects
    for subject in subjects
    where !signOff.subjects.contains(where: {
      $0.name == subject.name && $0.digest == subject.digest
    }) {
      throw Failure.refusal(
        "the statement is about another content of `\(subject.name)` than is there now",
        help: "It was made out for another version. Make it out and sign it again.")
    }
  }

  private func refuseFutileDelegation(
    _ signOff: SignOff, _ role: ApprovalPolicy.Role, _ evaluation: RoleEvaluation
  ) throws(Failure) {
    let people = role.people.map(\.value)
    let delegate = signOff.delegate ?? ""
    let reason: String?
    if !people.contains(signOff.signer) {
      reason = "`\(signOff.signer)` does not have the role `\(signOff.role)`"
    } else if signOff.onBehalfOf != nil {
      reason = "a delegate cannot delegate"
    } else if delegate == signOff.signer {
      reason = "nobody needs a delegation to sign for themselves"
    } else if try !book().principals.contains(delegate) {
      reason = "`\(delegate)` has no key in `\(approval.signers.value)`"
    } else if !role.authorsMaySign, evaluation.isAuthor(delegate) {
      reason = "`\(delegate)` is an author of the guideline"
    } else {
      reason = nil
    }
    if let reason {
      throw Failure.refusal("this would never count: \(reason)", help: "Nothing was signed.")
    }
  }

  /// See `PolicyChain`: a plain approval without an end, by somebody who is in charge.
  private func refuseFutilePolicy(
    _ signOff: SignOff, _ role: ApprovalPolicy.Role
  ) throws(Failure) {
    let people = role.people.map(\.value)
    let reason: String?
    switch signOff.decision {
    case .requestChanges: reason = nil
    case .withdraw:
      let target = settings.policyLog(approval).at(nil).ledger.entries.first {
        $0.digest == signOff.supersedes
      }
      reason = target.flatMap { target in
        target.signOff.signer == signOff.signer
          ? nil
          : "of the policy's sign-offs, `\(target.signOff.signer)` alone can withdraw this one"
      }
    case .delegate: reason = "nobody can sign a policy for somebody else"
    case .approve, .approveWithConditions:
      if !people.contains(signOff.signer) {
        reason = "`\(signOff.signer)` does not have the role `\(signOff.role)`"
      } else if signOff.onBehalfOf != nil {
        reason = "nobody can sign a policy for somebody else"
      } else if signOff.decision != .approve || signOff.expiresAt != nil {
        reason = "a policy is approved without conditions and without an end"
      } else {
        reason = nil
      }
    }
    if let reason {
      throw Failure.refusal(
        "this would never count: \(reason)",
        help: "Nothing was signed. Who can sign: \(people.joined(separator: ", ")).")
    }
  }
}
