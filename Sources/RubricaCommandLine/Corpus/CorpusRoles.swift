// Everything in the scene is our own: what cannot be made is a mistake in it, which has to stop at once.
// swift-format-ignore-file: NeverForceUnwrap, NeverUseForceTry

internal import RubricaCompiler
internal import RubricaBundle
internal import RubricaGovernance
internal import RubricaSignature
internal import RubricaSource

/// Roles, the policy, the checklist and waivers.
extension CorpusCase {
  static let roles: [CorpusCase] = [
    .approval("legal-missing", "nobody approved as legal", .roleMissing) { _ in },
    .approval("security-missing", "nobody approved as security", .roleMissing, role: "security") {
      _ in
    },
    .approval("owner-quorum", "one owner approved instead of two", .roleQuorum, role: "owner") {
      _ in
    },
    .approval("owner-twice", "one owner approved twice", .roleQuorum, role: "owner") {
      $0.approve("owner", "olga@parcels.example")
    },
    .scene("owner-two-keys", "one owner approved with two keys", .roleQuorum) {
      var scene = Scene()
      let second = Scene.key("olga@parcels.example", 2)
      scene.set(
        "allowed_signers",
        scene.text("allowed_signers") + "olga@parcels.example \(second.publicKey.line)\n")
      scene.approvePolicy()
      scene.approve("legal", "lena@parcels.example")
      scene.approve("security", "sam@parcels.example")
      scene.approve("owner", "olga@parcels.example")
      scene.sign(scene.statement("owner", "olga@parcels.example"), with: second)
      return scene
    },
    .approval(
      "owner-and-own-delegate", "an owner and the owner's delegate fill the quorum", .roleQuorum,
      role: "owner"
    ) {
      $0.delegate("owner", from: "olga@parcels.example", to: "sam@parcels.example")
      var signOff = $0.statement("owner", "sam@parcels.example")
      signOff.onBehalfOf = "olga@parcels.example"
      $0.sign(signOff)
    },
    .approval(
      "owner-for-two", "one owner counts twice, once on behalf of another owner", .roleQuorum,
      role: "owner"
    ) {
      // olga has approved already.
      $0.delegate("owner", from: "otto@parcels.example", to: "olga@parcels.example")
      var signOff = $0.statement("owner", "olga@parcels.example")
      signOff.onBehalfOf = "otto@parcels.example"
      $0.sign(signOff)
    },
    .approval(
      "delegate-in-two-roles", "somebody who approved in another role signs for legal",
      .rolePersonTwice
    ) {
      $0.delegate("legal", from: "lena@parcels.example", to: "sam@parcels.example")
      var signOff = $0.statement("legal", "sam@parcels.example")
      signOff.onBehalfOf = "lena@parcels.example"
      $0.sign(signOff)
    },
    .approval(
      "delegation-replaced", "the role was later delegated to somebody else", .roleDelegation
    ) {
      let given = $0.delegate("legal", from: "lena@parcels.example", to: "otto@parcels.example")
      var other = $0.statement("legal", "lena@parcels.example", .delegate)
      other.delegate = "ada@parcels.example"
      other.expiresAt = other.signedAt.adding(hours: 24 * 60)
      other.supersedes = given
      $0.sign(other)
      var signOff = $0.statement("legal", "otto@parcels.example")
      signOff.onBehalfOf = "lena@parcels.example"
      $0.sign(signOff)
    },
    .approval(
      "delegation-missing", "somebody signs for another without a delegation", .roleDelegation
    ) {
      var signOff = $0.statement("legal", "otto@parcels.example")
      signOff.onBehalfOf = "lena@parcels.example"
      $0.sign(signOff)
    },
    .approval("delegation-over", "the delegation has expired", .roleDelegation) {
      $0.delegate("legal", from: "lena@parcels.example", to: "otto@parcels.example", hours: 2)
      var signOff = $0.statement("legal", "otto@parcels.example")
      signOff.onBehalfOf = "lena@parcels.example"
      $0.sign(signOff)
    },
    .approval("delegation-withdrawn", "the delegation was withdrawn", .roleDelegation) {
      let given = $0.delegate("legal", from: "lena@parcels.example", to: "otto@parcels.example")
      $0.withdraw("legal", "lena@parcels.example", given)
      var signOff = $0.statement("legal", "otto@parcels.example")
      signOff.onBehalfOf = "lena@parcels.example"
      $0.sign(signOff)
    },
    .approval("not-a-member", "the person who approved is not named for the role", .roleNotMember) {
      $0.approve("legal", "sam@parcels.example")
    },
    .approval("author-approves", "an author approved", .roleSelfApproval, role: "owner") {
      $0.approve("owner", "ada@parcels.example")
    },
    .scene("two-roles", "one person approved in two roles", .rolePersonTwice) {
      var scene = Scene()
      scene.replace(
        "people: [sam@parcels.example]", "people: [lena@parcels.example]", in: "rubrica.yaml")
      scene.approvePolicy()
      scene.approve("legal", "lena@parcels.example")
      scene.approve("security", "lena@parcels.example")
      scene.approve("owner", "olga@parcels.example")
      scene.approve("owner", "otto@parcels.example")
      return scene
    },
    .approval("approval-expired", "the approval has expired", .roleExpired) {
      var signOff = $0.statement("legal", "lena@parcels.example")
      signOff.expiresAt = Scene.asked.adding(hours: -1)
      $0.sign(signOff)
    },
    .tooOld,
    .signed("objection", "legal asked for changes after approving", .roleObjection) {
      $0.object("legal", "lars@parcels.example")
    },
    .signed(
      "objection-lifted-by-another",
      "somebody outside the role declares an objection resolved", .roleObjection
    ) {
      $0.object("legal", "lars@parcels.example")
      $0.withdraw("legal", "sam@parcels.example", $0.state.log().at(nil).entries[4].digest)
    },
    .signed(
      "objection-approved-by-another",
      "an approval by somebody outside the role names an objection", .roleObjection
    ) {
      $0.object("legal", "lars@parcels.example")
      var signOff = $0.statement("legal", "sam@parcels.example")
      signOff.supersedes = $0.state.log().at(nil).entries[4].digest
      $0.sign(signOff)
    },
    .signed(
      "objection-lifted-without-delegation",
      "somebody withdraws an objection in the objector's name, without a delegation", .roleObjection
    ) {
      $0.object("legal", "lars@parcels.example")
      var signOff = $0.statement("legal", "sam@parcels.example", .withdraw)
      signOff.onBehalfOf = "lars@parcels.example"
      signOff.supersedes = $0.state.log().at(nil).entries[4].digest
      signOff.comment = "Lars says it is fine."
      $0.sign(signOff)
    },
    .signed(
      "objection-lifted-by-author", "an author declares an objection resolved", .roleObjection
    ) {
      $0.object("owner", "otto@parcels.example")
      $0.withdraw("owner", "ada@parcels.example", $0.state.log().at(nil).entries[4].digest)
    },
    .signed(
      "objection-back", "the person who declared an objection resolved withdraws that",
      .roleObjection
    ) {
      $0.object("legal", "lars@parcels.example")
      var signOff = $0.statement("legal", "lena@parcels.example")
      signOff.supersedes = $0.state.log().at(nil).entries[4].digest
      let met = $0.sign(signOff)
      $0.withdraw("legal", "lena@parcels.example", met)
      $0.approve("legal", "lena@parcels.example")
    },
    .approval(
      "approval-renewed-and-withdrawn",
      "the newest approval of a person was withdrawn; an older one exists", .roleMissing
    ) {
      $0.approve("legal", "lena@parcels.example")
      let newer = $0.sign($0.statement("legal", "lena@parcels.example"))
      $0.withdraw("legal", "lena@parcels.example", newer)
    },
    .signed(
      "objection-outlived", "legal asked for changes, and the text was changed afterwards",
      .roleObjection
    ) {
      $0.object("legal", "lars@parcels.example")
      $0.replace(
        "classification: internal", "classification: confidential",
        in: "\(Scene.folder)/governance.yaml")
      $0.approve()
    },
    .resealed("objection-withheld", "an objection was removed from the bundle", .logEntryMissing) {
      bundle in
      var scene = Scene.signed()
      scene.object("legal", "lars@parcels.example")
      bundle = scene.bundle
      bundle.files["signoffs/0004-legal-request-changes.json"] = nil
    },
    .signed("approval-withdrawn", "the approval was withdrawn", .roleMissing) {
      $0.withdraw("legal", "lena@parcels.example", $0.state.log().at(nil).entries[0].digest)
    },
    .signed("definition-changed", "the definition of a label was changed", .roleStale) {
      $0.replace("is broken.", "is broken or dirty.", in: "\(Scene.folder)/guideline.md")
    },
    .signed("licence-changed", "a value that legal approved was changed", .roleStale) {
      $0.replace(
        "retention: Notes 12", "retention: Notes 24", in: "\(Scene.folder)/governance.yaml")
    },
    .signed("example-turned", "an example was changed to say the opposite", .roleStale) {
      $0.replace(
        "topic: address\n```\n\n#### Bad: a broken", "topic: damage\n```\n\n#### Bad: a broken",
        in: "\(Scene.folder)/guideline.md")
    },
    .signed("precedence-swapped", "two labels in the precedence list were swapped", .roleStale) {
      $0.replace(
        "1. [Damage](#damage)\n2. [Address](#address)",
        "1. [Address](#address)\n2. [Damage](#damage)", in: "\(Scene.folder)/guideline.md")
    },
    .signed("check-turned-off", "a check was turned off after everybody signed", .roleStale) {
      $0.replace("targets: {", "checks: {sentence-too-long: off}\ntargets: {", in: "rubrica.yaml")
    },
    .approval(
      "scopes-swapped", "the digests of two scopes were swapped", .roleScopes, role: "owner"
    ) {
      var signOff = $0.statement("owner", "otto@parcels.example")
      let names = signOff.subjects.map(\.name)
      signOff.subjects = zip(names, signOff.subjects.reversed()).map {
        .init(name: $0, digest: $1.digest)
      }
      $0.sign(signOff)
    },
    .approval(
      "scope-missing", "an approval does not name a scope of its role", .roleScopes, role: "owner"
    ) {
      var signOff = $0.statement("owner", "otto@parcels.example")
      signOff.subjects.removeLast()
      $0.sign(signOff)
    },
  ]

  static let policies: [CorpusCase] = [
    .signed("policy-changed", "the policy requires less than the approved one", .policyUnapproved) {
      $0.replace("quorum: 2", "quorum: 1", in: "rubrica.yaml")
    },
    .signed("signer-added", "a key was added to the file of signers", .policyUnapproved) {
      $0.set(
        "allowed_signers",
        $0.text("allowed_signers")
          + "mallory@parcels.example \(Scene.key("mallory").publicKey.line)\n")
    },
    .signed(
      "policy-approved-by-another", "a policy change was approved by somebody who may not do so",
      .policyUnapproved
    ) {
      let before = $0.policyRecord.digest
      $0.replace("quorum: 2", "quorum: 1", in: "rubrica.yaml")
      $0.approvePolicy(under: before, by: ["lena@parcels.example", "sam@parcels.example"])
    },
    .signed(
      "policy-approves-itself", "a policy change was approved under the changed policy itself",
      .policyUnapproved
    ) {
      $0.replace("quorum: 2", "quorum: 1", in: "rubrica.yaml")
      $0.approvePolicy()
    },
    .resealed(
      "policy-record-removed", "the policy under which its change was approved was not kept",
      .policyUnapproved
    ) {
      for path in $0.files.keys where path.hasSuffix(".record") { $0.files[path] = nil }
    },
    .resealed("signers-removed", "there is no file of signers", .scopesUnreadable) {
      $0.files[SealedBundle.signers] = nil
    },
    .scene(
      "signers-certificate-authority", "a certificate authority decides whose keys are valid",
      .signersUnreadable
    ) {
      var scene = Scene()
      scene.replace(
        "lena@parcels.example ssh", "lena@parcels.example cert-authority ssh", in: "allowed_signers"
      )
      return scene.signedAnew
    },
    .signed(
      "approval-under-other-policy", "an approval was given under an unknown policy",
      .rolePolicy
    ) {
      $0.withdraw("legal", "lena@parcels.example", $0.state.log().at(nil).entries[0].digest)
      var signOff = $0.statement("legal", "lars@parcels.example")
      signOff.policy = Digest(Array("another policy".utf8))
      $0.sign(signOff)
    },
    .resealed("scope-digest-edited", "scopes.json has another digest for a leaf", .scopesUnreadable)
    {
      let file = $0.text(ScopesDocument.file)
      guard
        let place = file.firstRange(
          of: "\"path\": \"labels/damage/definition\",\n      \"digest\": \"")
      else { return }
      let digest = String(file[place.upperBound...].prefix(64))
      $0.replace(digest, Digest(Array("another text".utf8)).hex, in: ScopesDocument.file)
    },
    .resealed("author-left-out", "scopes.json does not name an author", .scopesUnreadable) {
      $0.replace(
        "\"authors\": [\n      \"ada@parcels.example\"\n    ]", "\"authors\": []",
        in: ScopesDocument.file)
    },
    .signed(
      "policy-rolled-back", "the policy is an old one that was replaced",
      .policyUnapproved
    ) {
      let (first, text) = ($0.policyRecord.digest, $0.text("rubrica.yaml"))
      $0.replace("maximum-age: 180", "maximum-age: 90", in: "rubrica.yaml")
      $0.approvePolicy(under: first)
      $0.set("rubrica.yaml", text)
    },
    .signed(
      "policy-approved-under-older",
      "a policy change was approved under a policy that is no longer in force", .policyUnapproved
    ) {
      let first = $0.policyRecord.digest
      $0.replace("maximum-age: 180", "maximum-age: 90", in: "rubrica.yaml")
      $0.approvePolicy(under: first)
      $0.replace("maximum-age: 90", "maximum-age: 400", in: "rubrica.yaml")
      $0.approvePolicy(under: first)
    },
    .signed(
      "policy-approval-withdrawn", "an approval of the policy was withdrawn", .policyUnapproved
    ) {
      $0.answerPolicy(.withdraw, by: "otto@parcels.example", naming: 1)
    },
    .signed("policy-objection", "somebody asked for changes to the policy", .policyUnapproved) {
      $0.answerPolicy(.requestChanges, by: "otto@parcels.example")
    },
    .signed(
      "policy-objection-lifted-by-another",
      "somebody who may not do so lifts an objection to the policy",
      .policyUnapproved
    ) {
      $0.answerPolicy(.requestChanges, by: "otto@parcels.example")
      $0.answerPolicy(.approve, by: "lena@parcels.example", naming: 2)
    },
    .resealed("scopes-removed", "there is no scopes.json", .scopesUnreadable) {
      $0.files[ScopesDocument.file] = nil
    },
    .resealed("scope-emptied", "a scope lacks a leaf that it selects", .scopesUnreadable) {
      $0.replace("        \"governance/data/access\",\n", "", in: ScopesDocument.file)
    },
  ]

  static let checklists: [CorpusCase] = [
    .signed("item-open", "a blocking item is open", .checklistOpen) {
      $0.replace(
        "      prohibited: [judging the people who wrote them]\n".trimmed(4), "",
        in: "\(Scene.folder)/governance.yaml")
      $0 = $0.signedAnew
    },
    .resealed("item-state-unknown", "an item has an unknown state", .checklistOpen) {
      $0.replace("\"state\":\"passed\"", "\"state\":\"acknowledged\"", in: SealedBundle.checklist)
    },
    .resealed("checklist-removed", "there is no checklist", .checklistUnreadable) {
      $0.files[SealedBundle.checklist] = nil
    },
    .resealed("checklist-empty", "the checklist has no items", .checklistUnreadable) {
      let text = $0.text(SealedBundle.checklist)
      guard let list = text.firstRange(of: "\"items\": [\n"),
        let end = text.firstRange(of: "\"references\": [")
      else { return }
      $0.files[SealedBundle.checklist] =
        Array((text[..<list.lowerBound] + "\"items\": [],\n  " + text[end.lowerBound...]).utf8)
    },
    .resealed(
      "checklist-of-another", "the checklist belongs to another guideline", .checklistUnreadable
    ) {
      $0.replace(
        "\"id\": \"\(SceneText.id)\"", "\"id\": \"other-notes\"", in: SealedBundle.checklist)
    },
    .signed("waiver-over", "a waiver has expired", .waiverExpired) {
      $0.waive("by: lena@parcels.example, since: 2026-10-01, until: 2026-11-20")
    },
    .signed("waiver-not-begun", "a waiver has not begun", .waiverExpired) {
      $0.waive("by: lena@parcels.example, since: 2026-12-01, until: 2026-12-31")
    },
    .resealed(
      "waiver-of-other-role", "a waiver was granted by somebody outside the role of its item",
      .waiverInvalid
    ) { bundle in
      var scene = Scene.signed()
      scene.waive("by: lena@parcels.example, since: 2026-11-01, until: 2026-12-31")
      bundle = scene.bundle
      bundle.editItem("SRC-03") {
        $0.replacing("\"role\":\"legal\"", with: "\"role\":\"security\"")
      }
    },
    .resealed(
      "waiver-by-another", "scopes.json names another person for a waiver than the signed text",
      .scopesUnreadable
    ) { bundle in
      var scene = Scene.signed()
      scene.waive("by: lena@parcels.example, since: 2026-11-01, until: 2026-12-31")
      bundle = scene.bundle
      bundle.replace(
        "\"by\": \"lena@parcels.example\"", "\"by\": \"sam@parcels.example\"",
        in: ScopesDocument.file)
    },
    .resealed("waiver-without-end", "a waiver has no end date", .scopesUnreadable) { bundle in
      var scene = Scene.signed()
      scene.waive("by: lena@parcels.example, since: 2026-11-01, until: 2026-12-31")
      bundle = scene.bundle
      bundle.replace("\"until\": \"2026-12-31\"", "\"until\": null", in: ScopesDocument.file)
    },
    .approval("condition-overdue", "a condition set by legal is overdue", .conditionOverdue) {
      var signOff = $0.statement("legal", "lena@parcels.example", .approveWithConditions)
      signOff.conditions = [
        .init(
          id: "c1", text: "Sign the contract.", until: try! CalendarDate("2026-11-20"), items: [])
      ]
      $0.sign(signOff)
    },
    .resealed(
      "waiver-longer", "scopes.json gives a waiver another end date than the signed text",
      .scopesUnreadable
    ) { bundle in
      var scene = Scene.signed()
      scene.waive("by: lena@parcels.example, since: 2026-10-01, until: 2026-11-20")
      bundle = scene.bundle
      bundle.replace(
        "\"until\": \"2026-11-20\"", "\"until\": \"2026-12-20\"", in: ScopesDocument.file)
    },
    .resealed(
      "item-waived-by-nobody", "an item is marked as waived, but there is no waiver",
      .checklistOpen
    ) {
      $0.editItem("SRC-03") { $0.replacing("\"state\":\"passed\"", with: "\"state\":\"waived\"") }
    },
    .resealed(
      "item-failed-for-the-gate",
      "an item failed, but is marked as waiting only for the gate's dates",
      .checklistOpen
    ) {
      $0.replace("\"state\":\"not-run\"", "\"state\":\"failed\"", in: SealedBundle.checklist)
    },
    .resealed(
      "checklist-of-nobody", "the checklist does not name its guideline", .checklistUnreadable
    ) {
      $0.replace("\"guideline\": {", "\"subject\": {", in: SealedBundle.checklist)
    },
    .approval(
      "condition-forgotten",
      "legal approves again without naming the approval that has the condition", .conditionOverdue
    ) {
      var signOff = $0.statement("legal", "lena@parcels.example", .approveWithConditions)
      signOff.conditions = [
        .init(
          id: "c1", text: "Sign the contract.", until: try! CalendarDate("2026-11-20"), items: [])
      ]
      $0.sign(signOff)
      $0.approve("legal", "lena@parcels.example")
    },
    .signed("contract-without-end", "the end of the contract is not a date", .contractExpired) {
      $0.replace(
        "valid-until: 2027-06-30", "valid-until: until further notice",
        in: "\(Scene.folder)/governance.yaml")
      $0 = $0.signedAnew
    },
    .resealed(
      "contract-longer", "scopes.json gives the contract another end date than the signed text",
      .scopesUnreadable
    ) {
      $0.replace(
        "\"contractUntil\": \"2027-06-30\"", "\"contractUntil\": \"2028-06-30\"",
        in: ScopesDocument.file)
    },
    .signed("contract-over", "the contract with the vendor has expired", .contractExpired) {
      $0.replace(
        "valid-until: 2027-06-30", "valid-until: 2026-11-01", in: "\(Scene.folder)/governance.yaml")
      $0 = $0.signedAnew
    },
  ]

  /// The signed workspace, asked about when an approval of `security` no longer counts: after 180 days.
  private static var tooOld: CorpusCase {
    var old = scene(
      "approval-too-old", "the approval is older than the role allows", .roleExpired
    ) { Scene.signed().signedAnew }
    old.time = Scene.start.adding(hours: 24 * 181)
    return old
  }
}
