internal import RubricaBundle
internal import RubricaCompiler
internal import RubricaGovernance
internal import RubricaSignature
internal import RubricaSource

/// The policy, and what scopes.json says of what was signed.
extension CorpusCase {
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
}
