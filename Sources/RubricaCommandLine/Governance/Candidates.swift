internal import RubricaCompiler
internal import RubricaGovernance
internal import RubricaModel
internal import RubricaSignature
internal import RubricaSource

/// Who can sign in a role.
extension GovernedDocument {
  /// The people of a role whose signature could count: with a key in force, no authors unless those may sign, and
  /// nobody who counts in another role unless one person may have several.
  func candidates(_ role: ApprovalPolicy.Role, at time: Timestamp) -> [String] {
    let ledger = log.at(nil)
    let evaluation = evaluation(ledger, at: time)
    let others = evaluation.peopleElsewhere(than: role)
    let book = try? session.settings.approvalFiles.book()
    return role.people.map(\.value).filter { person in
      if others.contains(person) { return false }
      if !role.authorsMaySign, evaluation.isAuthor(person) { return false }
      return book?.canSign(
        person, namespace: SignOff.namespace, at: time, log: ledger.name, position: ledger.size)
        ?? true
    }
  }

  /// Of those, who is still needed for a role to have approved.
  func missing(_ status: RoleStatus, _ role: ApprovalPolicy.Role, at time: Timestamp) -> [String] {
    let counting = status.objections.isEmpty ? status.people : []
    return candidates(role, at: time).filter { !counting.contains($0) }
  }

  /// Whether the log is in order: only to such a one is anything added.
  var takesSignatures: Bool { log.at(nil).denials.isEmpty }
}
