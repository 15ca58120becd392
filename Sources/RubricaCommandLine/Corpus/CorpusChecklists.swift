// Everything in the scene is our own: what cannot be made is a mistake in it, which has to stop at once.
// swift-format-ignore-file: NeverForceUnwrap, NeverUseForceTry

internal import RubricaBundle
internal import RubricaCompiler
internal import RubricaGovernance
internal import RubricaSignature
internal import RubricaSource

/// The checklist, waivers, and days that are over.
extension CorpusCase {
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
    .approval(
      "condition-outlived",
      "an approval with a condition has expired, and somebody else of the role approves without it",
      .conditionOverdue
    ) {
      var signOff = $0.statement("legal", "lena@parcels.example", .approveWithConditions)
      signOff.expiresAt = Scene.asked.adding(hours: -1)
      signOff.conditions = [
        .init(
          id: "c1", text: "Sign the contract.", until: try! CalendarDate("2026-11-20"), items: [])
      ]
      $0.sign(signOff)
      $0.approve("legal", "lars@parcels.example")
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
}
