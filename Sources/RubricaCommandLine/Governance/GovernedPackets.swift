internal import RubricaBundle
internal import RubricaCompiler
internal import RubricaGovernance
internal import RubricaModel
internal import RubricaSignature
internal import RubricaSource
internal import RubricaTargets

/// The pages by which people of a role sign a guideline.
extension GovernedDocument {
  /// How many of the newest statements of a role a page may be older than.
  private static let statements = 8

  /// The page as it is now, against the last word of a person, or of anybody of the role.
  func packet(_ role: ApprovalPolicy.Role, for person: String?) -> ReviewPacket {
    let evaluation = evaluation(log.at(nil))
    let last = Self.last(evaluation.spoken(as: role), of: person)
    return packet(role, last, questions(role, evaluation))
  }

  /// Whether a file is, byte for byte, a page that `review packet` makes of what is there now. What it is compared
  /// with may be what the role had said when it was made: others of the role sign in the meantime.
  func makes(_ page: [UInt8], for role: ApprovalPolicy.Role) -> Bool {
    var ledger = log.at(nil)
    for _ in 0...Self.statements {
      let evaluation = evaluation(ledger)
      let spoken = evaluation.spoken(as: role)
      let questions = questions(role, evaluation)
      var people: [String?] = [nil]
      for person in role.people { people.append(person.value) }
      var tried: Set<Digest?> = []
      for person in people {
        let last = Self.last(spoken, of: person)
        guard tried.insert(last?.digest).inserted else { continue }
        if packet(role, last, questions).bytes == page { return true }
      }
      guard
        let newest = ledger.entries.lastIndex(where: { $0.signOff.role == role.name.value })
      else { return false }
      ledger.entries.removeSubrange(newest...)
    }
    return false
  }

  /// Without a time nothing ends.
  func evaluation(_ ledger: Ledger, at time: Timestamp? = nil) -> RoleEvaluation {
    RoleEvaluation(
      state.subject, ledger, approvedPolicies: policies.at(nil).approved, time: time)
  }

  private static func last(_ spoken: [Ledger.Entry], of person: String?) -> Ledger.Entry? {
    spoken.last { entry in person.map { $0 == entry.signOff.person } ?? true }
  }

  private func questions(
    _ role: ApprovalPolicy.Role, _ evaluation: RoleEvaluation
  ) -> RoleQuestions {
    RoleQuestions(
      GuidelineIndex(compilation.guideline), session.settings.catalogue, role.name.value,
      evaluation.attestations)
  }

  private func packet(
    _ role: ApprovalPolicy.Role, _ last: Ledger.Entry?, _ questions: RoleQuestions
  ) -> ReviewPacket {
    ReviewPacket(
      state.governed, role, last: last, media: compilation.guideline.media,
      templates: session.settings.templates, questions: questions
    ) { leaf in
      state.subject.leaf(leaf.path)?.place ?? Denial.Place(file: "", line: 0, column: 0)
    }
  }
}
