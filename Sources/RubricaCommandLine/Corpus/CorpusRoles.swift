internal import RubricaBundle
internal import RubricaCompiler
internal import RubricaGovernance
internal import RubricaSignature
internal import RubricaSource

/// Who has approved: too few, the wrong people, or too long ago.
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
