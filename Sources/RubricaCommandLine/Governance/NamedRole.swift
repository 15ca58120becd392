internal import RubricaModel
internal import RubricaSource

extension ApprovalPolicy {
  /// The role of a name that was given.
  func role(named name: String) throws(Failure) -> Role {
    guard let role = self.role(name) else {
      let names = roles.map { "`\($0.name.value)`" }.joined(separator: ", ")
      throw Failure("the approval policy has no role `\(name)`", help: "Its roles are \(names).")
    }
    return role
  }
}
