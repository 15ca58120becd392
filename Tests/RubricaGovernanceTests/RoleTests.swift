import RubricaBundle
import RubricaGovernance
import RubricaModel
import RubricaSignature
import RubricaSource
import Testing

/// Who has approved, by the statements alone.
@Suite struct RoleTests {
  @Test func anApprovalOfAMemberCounts() throws {
    var saying = try Saying()
    #expect(!saying.status().isSatisfied)
    saying.say(.approve, "lena")
    #expect(saying.status().isSatisfied)
    #expect(saying.status().people == ["lena"])
  }

  @Test func whoIsNoMemberOrAnAuthorDoesNotCount() throws {
    var saying = try Saying()
    saying.say(.approve, "otto")
    #expect(saying.faults() == [.roleNotMember])
    saying.say(.approve, "ada", as: "owner")
    #expect(saying.faults("owner") == [.roleSelfApproval])
  }

  @Test func anAuthorIsKnownInOtherLettersAndByTheNameToo() throws {
    var saying = try Saying()
    saying.subject.authors = ["Olga Stern", "Ada"]
    saying.say(.approve, "ada", as: "owner")
    #expect(saying.faults("owner") == [.roleSelfApproval])
    saying = try Saying()
    saying.subject.authors = ["Olga Stern"]
    saying.say(.approve, "olga", as: "owner") { $0.signerName = "olga stern" }
    #expect(saying.faults("owner") == [.roleSelfApproval])
    saying.say(.approve, "otto", as: "owner") { $0.signerName = "Otto Blum" }
    #expect(saying.status("owner").people == ["otto"])
  }

  @Test func aReaderSeesChangesAgainstTheWordOfPeopleOfTheRole() throws {
    var saying = try Saying()
    saying.say(.approve, "lena")
    saying.say(.approve, "mallory")
    saying.say(.approve, "otto", for: "lars")
    #expect(saying.spoken == ["lena"])
    let objection = saying.say(.requestChanges, "lars")
    #expect(saying.spoken == ["lena", "lars"])
    saying.say(.withdraw, "lars", naming: objection)
    #expect(saying.spoken == ["lena"])
  }

  @Test func whatCouldNeverCountIsKnownBeforeItIsSigned() throws {
    var saying = try Saying()
    #expect(saying.prospect("lena") == [])
    #expect(saying.prospect("otto") == [.roleNotMember])
    #expect(saying.prospect("otto", for: "lena") == [.roleDelegation])
    saying.delegate("lena", to: "otto")
    #expect(saying.prospect("otto", for: "lena") == [])
    #expect(saying.prospect("ada", as: "owner") == [.roleSelfApproval])
    // The policy may be approved afterwards.
    saying.approved = []
    #expect(saying.prospect("lena") == [])
  }

  @Test func whoCountsInAnotherRoleIsKnownBeforeItIsSigned() throws {
    let people = ("[\"ada\", \"olga\", \"otto\"]", "[\"lena\", \"olga\", \"otto\"]")
    let other = { (saying: Saying, signer: String, person: String?) in
      let signOff = saying.statement(
        .approve, signer, for: person, as: "owner", at: saying.entries.count)
      return RoleEvaluation(
        saying.subject, saying.ledger, approvedPolicies: saying.approved, time: nil
      ).otherRole(with: signOff)?.role
    }
    var saying = try Saying(people)
    #expect(other(saying, "lena", nil) == nil)
    saying.delegate("otto", to: "lena", as: "owner")
    let first = saying.say(.approve, "lena")
    #expect(other(saying, "lena", nil) == "legal")
    #expect(other(saying, "lena", "otto") == "legal")
    #expect(other(saying, "olga", nil) == nil)
    saying.subject.policy.onePersonSeveralRoles = true
    #expect(other(saying, "lena", nil) == nil)
    saying.subject.policy.onePersonSeveralRoles = false
    saying.say(.approve, "lena", as: "owner")
    let attestations = RoleEvaluation(
      saying.subject, saying.ledger, approvedPolicies: saying.approved, time: nil
    ).attestations
    #expect(attestations.faults.count == 1 && !attestations.faults[0].contains("lena"))
    saying.say(.withdraw, "lena", naming: first)
    #expect(other(saying, "lena", nil) == nil)
  }

  @Test func whoCountsInAnotherRoleIsNoCandidate() throws {
    var saying = try Saying()
    let elsewhere = { (saying: Saying, role: String) throws -> Set<String> in
      let role = try #require(saying.subject.policy.role(role))
      return RoleEvaluation(
        saying.subject, saying.ledger, approvedPolicies: saying.approved, time: Saying.after(100)
      ).peopleElsewhere(than: role)
    }
    saying.delegate("lena", to: "otto")
    let given = saying.say(.approve, "otto", for: "lena")
    saying.say(.approve, "lena", as: "owner")
    #expect(try elsewhere(saying, "owner") == ["lena", "otto"])
    // The policy does not name lena for that role.
    #expect(try elsewhere(saying, "legal") == [])
    saying.subject.policy.onePersonSeveralRoles = true
    #expect(try elsewhere(saying, "owner") == [])
    saying.subject.policy.onePersonSeveralRoles = false
    saying.say(.withdraw, "lena", naming: given)
    #expect(try elsewhere(saying, "owner") == [])
  }

  @Test func anAuthorMaySignWhereThePolicySaysSo() throws {
    var saying = try Saying(("\"authors-may-sign\": false", "\"authors-may-sign\": true"))
    saying.say(.approve, "ada", as: "owner")
    #expect(saying.faults("owner") == [])
  }

  @Test func aPolicyThatNobodyApprovedLendsNothing() throws {
    var saying = try Saying()
    saying.say(.approve, "lena") { $0.policy = Digest([1]) }
    #expect(saying.faults() == [.rolePolicy])
  }

  /// To the second: what has run out at a moment does not count at it.
  @Test func anApprovalRunsOut() throws {
    var saying = try Saying()
    saying.say(.approve, "lena") { $0.expiresAt = Saying.after(60) }
    #expect(saying.faults(at: Saying.after(59)) == [])
    #expect(saying.faults(at: Saying.after(60)) == [.roleExpired])
    #expect(saying.faults(at: nil) == [])
    #expect(saying.status().approvals[0].validUntil == Saying.after(60))
  }

  @Test func anApprovalGetsTooOld() throws {
    var saying = try Saying()
    saying.say(.approve, "lena")
    let end = Saying.after(30 * 86_400)
    #expect(saying.status().approvals[0].validUntil == end)
    #expect(saying.faults(at: Saying.after(30 * 86_400 - 1)) == [])
    #expect(saying.faults(at: end) == [.roleExpired])
  }

  @Test func aChangeOfMeaningMakesItStale() throws {
    var saying = try Saying()
    saying.say(.approve, "lena")
    saying.subject = Saying.subject(saying.subject.policy, "public", "Damage")
    #expect(saying.faults() == [.roleStale])
    saying.subject = Saying.subject(saying.subject.policy, "internal", "Harm")
    #expect(saying.faults() == [.roleStale])
    saying.subject = Saying.subject(saying.subject.policy, "internal", "Damage", form: "*Damage*")
    #expect(saying.faults() == [])
  }

  /// The digest of the scope is another one then, and yet nobody has named a wrong one.
  @Test func anAddedColourKeepsAnApproval() throws {
    var saying = try Saying()
    saying.say(.approve, "lena")
    saying.subject = Saying.subject(
      saying.subject.policy, "internal", "Damage", more: ["labels/damage/colour": "#aa0000"])
    #expect(saying.faults() == [])
  }

  @Test func aRoleThatKeepsWordingKeepsNoMeaning() throws {
    let wording = ("[\"none\", \"presentation\"]", "[\"none\", \"presentation\", \"wording\"]")
    var saying = try Saying(wording)
    let policy = saying.subject.policy
    let prose = { (text: String) in ["prose/~/1": text] }
    saying.subject = Saying.subject(policy, "internal", "Damage", more: prose("Sort the notes."))
    saying.say(.approve, "lena")
    saying.subject = Saying.subject(policy, "internal", "Damage", more: prose("Sort each note."))
    #expect(saying.faults() == [])
    saying.subject = Saying.subject(policy, "internal", "Harm", more: prose("Sort each note."))
    #expect(saying.faults() == [.roleStale])
    saying.subject = Saying.subject(policy, "public", "Damage", more: prose("Sort each note."))
    #expect(saying.faults() == [.roleStale])
    // A text that is gone, and one that is new.
    saying.subject = Saying.subject(policy, "internal", "Damage")
    #expect(saying.faults() == [.roleStale])
    let both = ["prose/~/1": "Sort the notes.", "prose/~/2": "Guess."]
    saying.subject = Saying.subject(policy, "internal", "Damage", more: both)
    #expect(saying.faults() == [.roleStale])
  }

  @Test func everyScopeHasToBeNamedWithItsDigest() throws {
    var saying = try Saying()
    saying.say(.approve, "lena") {
      $0.subjects = [.init(name: "notes#other", digest: $0.subjects[0].digest)]
    }
    #expect(saying.faults() == [.roleScopes])
    saying.say(.approve, "lena") { $0.subjects = [.init(name: "notes#data", digest: Digest([]))] }
    #expect(saying.faults() == [.roleScopes])
  }

  // MARK: taking back

  @Test func aWithdrawnApprovalIsNone() throws {
    var saying = try Saying()
    saying.say(.approve, "lena")
    let newer = saying.say(.approve, "lena")
    saying.say(.withdraw, "lena", naming: newer)
    // Not the one before it either.
    #expect(saying.status().approvals.isEmpty)
  }

  @Test func anObjectionStaysUntilItIsNamed() throws {
    var saying = try Saying()
    let objection = saying.say(.requestChanges, "lars")
    saying.say(.approve, "lars")
    #expect(!saying.status().isSatisfied)
    saying.say(.approve, "lars", naming: objection)
    #expect(saying.status().isSatisfied)
  }

  @Test(arguments: [
    ("lars", nil, true), ("lena", nil, true), ("otto", nil, false), ("otto", "lars", false),
  ])
  func onlyTheRoleMeetsAnObjection(signer: String, person: String?, isMet: Bool) throws {
    for decision in [SignOff.Decision.withdraw, .approve] {
      var saying = try Saying()
      let objection = saying.say(.requestChanges, "lars")
      saying.say(decision, signer, for: person, naming: objection)
      #expect(saying.status().objections.isEmpty == isMet, "\(decision)")
    }
  }

  @Test func anAuthorMeetsNoObjection() throws {
    var saying = try Saying()
    let objection = saying.say(.requestChanges, "otto", as: "owner")
    saying.say(.withdraw, "ada", as: "owner", naming: objection)
    #expect(saying.status("owner").objections.count == 1)
  }

  @Test func anObjectionComesBackWithWhatHasMetIt() throws {
    var saying = try Saying()
    let objection = saying.say(.requestChanges, "lars")
    let met = saying.say(.approve, "lena", naming: objection)
    saying.say(.withdraw, "lena", naming: met)
    #expect(saying.status().objections.map(\.digest) == [objection])
  }

  @Test func anApprovalAnewKeepsAnObjectionMet() throws {
    var saying = try Saying()
    let objection = saying.say(.requestChanges, "lars")
    let met = saying.say(.approve, "lena", naming: objection)
    saying.say(.approve, "lena", naming: met)
    #expect(saying.status().isSatisfied)
  }

  // MARK: conditions

  @Test func aConditionStaysOpenUntilItsStatementIsNamed() throws {
    var saying = try Saying()
    let day = try CalendarDate("2027-02-01")
    let agreed = saying.say(.approveWithConditions, "lena") {
      $0.conditions = [.init(id: "c1", text: "Sign it.", until: day, items: [])]
    }
    saying.say(.approve, "lena")
    #expect(saying.status().conditions.map(\.condition.id) == ["c1"])
    let words = RoleWords(saying.subject, day.end)
    #expect(words.denials(of: saying.status()).isEmpty)
    let late = RoleWords(saying.subject, day.start.adding(days: 1))
    #expect(late.denials(of: saying.status()).map(\.code) == [.conditionOverdue])
    saying.say(.approve, "lena", naming: agreed)
    #expect(saying.status().conditions.isEmpty)
  }

  @Test func aConditionOutlastsItsApproval() throws {
    var saying = try Saying()
    let agreed = try saying.agree("lena") { $0.expiresAt = Saying.after(60) }
    #expect(saying.openConditions(at: Saying.after(60)) == ["c1"])
    // For another text, and with the approval of somebody else.
    saying.subject = Saying.subject(saying.subject.policy, "public", "Damage")
    saying.say(.approve, "lars")
    #expect(saying.status().isSatisfied)
    #expect(saying.openConditions() == ["c1"])
    let objection = saying.say(.requestChanges, "lena")
    saying.say(.approve, "lars", naming: objection)
    #expect(saying.status().isSatisfied)
    #expect(saying.openConditions() == ["c1"])
    // What has called it met is taken back.
    let met = saying.say(.approve, "lena", naming: agreed)
    #expect(saying.openConditions() == [])
    saying.say(.withdraw, "lena", naming: met)
    #expect(saying.openConditions() == ["c1"])
    saying.say(.withdraw, "lena", naming: agreed)
    #expect(saying.openConditions() == [])
  }

  /// Whoever edits the guideline says who its authors are.
  @Test func aConditionOutlastsAnEditOfTheAuthors() throws {
    var saying = try Saying()
    let agreed = try saying.agree("lena")
    saying.say(.approve, "lars")
    saying.subject.authors = ["ada", "lena"]
    #expect(saying.status().people == ["lars"])
    #expect(saying.openConditions() == ["c1"])
    saying.say(.withdraw, "lena", naming: agreed)
    #expect(saying.openConditions() == [])
  }

  @Test func whoCannotSignInARoleSetsNoCondition() throws {
    var saying = try Saying()
    try saying.agree("otto")
    try saying.agree("otto", for: "lena")
    try saying.agree("lena") { $0.policy = Digest([1]) }
    #expect(saying.openConditions() == [])
    let given = saying.delegate("lena", to: "otto")
    saying.say(.withdraw, "lena", naming: given)
    // The delegation was taken back before.
    try saying.agree("otto", for: "lena")
    #expect(saying.openConditions() == [])
  }

  @Test(arguments: [SignOff.Decision.withdraw, .delegate])
  func aConditionOutlastsTheDelegation(endedBy decision: SignOff.Decision) throws {
    for signer in ["lena", "otto"] {
      var saying = try Saying()
      let given = saying.delegate("lena", to: "otto")
      let agreed = try saying.agree("otto", for: "lena")
      // The delegation has run out by then.
      #expect(saying.openConditions(at: Saying.after(2000)) == ["c1"])
      saying.say(decision, "lena", naming: given) {
        if decision == .delegate { $0.delegate = "olga" }
      }
      // The approval does not count any more, but what it asks for is asked for still.
      #expect(saying.faults() == [.roleDelegation])
      #expect(saying.openConditions() == ["c1"])
      saying.say(.approve, "lars")
      #expect(saying.status().isSatisfied)
      #expect(saying.openConditions() == ["c1"])
      saying.say(.withdraw, signer, for: signer == "otto" ? "lena" : nil, naming: agreed)
      #expect(saying.openConditions() == [])
    }
  }

  // MARK: delegation

  @Test func aDelegateSignsUntilTheEnd() throws {
    var saying = try Saying()
    saying.delegate("lena", to: "otto")
    saying.say(.approve, "otto", for: "lena")
    #expect(saying.status().people == ["lena"])
    #expect(saying.status().approvals[0].validUntil == Saying.after(1000))
    #expect(saying.faults(at: Saying.after(999)) == [])
    #expect(saying.faults(at: Saying.after(1000)) == [.roleDelegation])
  }

  @Test func aDelegationIsForOneRoleAndOnePersonAndNotForBefore() throws {
    var saying = try Saying()
    saying.say(.approve, "otto", for: "lena")
    saying.delegate("lena", to: "otto")
    #expect(saying.faults() == [.roleDelegation])
    saying = try Saying()
    saying.delegate("lena", to: "olga")
    saying.delegate("lena", to: "otto", as: "owner")
    saying.say(.approve, "otto", for: "lena")
    #expect(saying.faults() == [.roleDelegation])
  }

  @Test(arguments: [SignOff.Decision.withdraw, .delegate])
  func aDelegationEndsWhenItIsNamed(by decision: SignOff.Decision) throws {
    var saying = try Saying()
    let given = saying.delegate("lena", to: "otto")
    saying.say(decision, "lena", naming: given) {
      if decision == .delegate { $0.delegate = "olga" }
    }
    saying.say(.approve, "otto", for: "lena")
    #expect(saying.faults() == [.roleDelegation])
  }

  @Test func nobodyTakesBackTheDelegationOfAnother() throws {
    var saying = try Saying()
    let given = saying.delegate("lena", to: "otto")
    saying.say(.withdraw, "lars", naming: given)
    saying.say(.approve, "otto", for: "lena")
    #expect(saying.faults() == [])
  }

  @Test func aDelegateUnderAnUnknownPolicyIsNone() throws {
    var saying = try Saying()
    saying.say(.delegate, "lena") {
      $0.delegate = "otto"
      $0.policy = Digest([1])
    }
    saying.say(.approve, "otto", for: "lena")
    #expect(saying.faults() == [.roleDelegation])
  }

  @Test func whoSignsForTwoFillsOnePlace() throws {
    var saying = try Saying()
    saying.say(.approve, "olga", as: "owner")
    #expect(!saying.status("owner").isSatisfied)
    saying.delegate("otto", to: "olga", as: "owner")
    saying.say(.approve, "olga", for: "otto", as: "owner")
    #expect(saying.faults("owner") == [])
    #expect(saying.status("owner").people == ["olga"])
    saying.say(.approve, "otto", as: "owner")
    #expect(saying.status("owner").isSatisfied)
  }
}
