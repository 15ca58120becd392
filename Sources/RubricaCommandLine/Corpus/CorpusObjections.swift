internal import RubricaBundle
internal import RubricaCompiler
internal import RubricaGovernance
internal import RubricaSignature
internal import RubricaSource

/// Objections, and what was taken back.
extension CorpusCase {
  static let objections: [CorpusCase] = [
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
  ]
}
