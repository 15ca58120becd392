package import RubricaSource

/// What can be wrong with an approval policy, and with what a guideline asks of it.
package enum ApprovalProblem: Sendable {
  /// A role signs a scope that there is none of.
  case undefinedScope(Located<String>, known: [String])
  /// A role that the policy does not have.
  case undefinedRole(Located<String>, known: [String])
  /// Nobody signs a scope.
  case unsignedScope(String)
  /// A selector whose segment `segment` no path of a leaf has there.
  case deadSelector(Located<String>, segment: String, known: [String])
  /// Fewer people than must sign.
  case impossibleQuorum(role: String, quorum: Int, people: Int)
  /// Leaves below one first segment that no signed scope holds: how many, and the first paths.
  case leavesInNoScope(group: String, count: Int, first: [String])
  /// Roles of the checklist that no role of the policy answers for, each with its items that block a release and
  /// that a person must vouch for.
  case unansweredQuestions([(role: String, items: [String])])
  /// A waiver that cannot count, and why.
  case waiver(WaiverProblem)
}

package enum WaiverProblem: Sendable {
  /// A date that is none, or in another form than 2026-12-31.
  case noDate(String)
  case endsBeforeItStarts(since: String, until: String)
  case tooLong(days: Int, limit: Int)
  case unknownItem(Located<String>, known: [String])
  /// The person is not of the role that the item belongs to; nil if the policy has no such role.
  case wrongPerson(String, role: String, people: [String]?)
  /// An item about the release itself.
  case notWaivable(String)
  /// There is no policy, so nobody may waive anything.
  case noPolicy
}
