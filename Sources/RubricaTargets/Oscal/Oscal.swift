package import RubricaModel

/// The checklist in the words of OSCAL 1.2.1 (NIST): the catalogue, what the guideline answers, the
/// verdicts, and what is still to be done. `docs/formats/interchange.md` says what goes where.
package enum OscalTarget: Target {
  package static let info = TargetInfo(
    id: "oscal", title: "OSCAL",
    summary:
      "The checklist as OSCAL 1.2.1: catalogue, component definition, assessment results, open items.",
    checks: [])

  package static func render(
    _ guideline: CheckedGuideline, _ context: TargetContext
  ) -> [Artifact] {
    let reviewed = ReviewedGuideline(guideline.index, context)
    let document = OscalDocument(reviewed)
    let catalog = OscalCatalog(document).bytes
    var artifacts = [Artifact(path: "oscal/catalog.json", type: .json, bytes: catalog)]
    artifacts.append(
      Artifact(
        path: "oscal/component-definition.json", type: .json,
        bytes: OscalComponent(document).bytes(catalog)))
    artifacts.append(
      Artifact(
        path: "oscal/assessment-results.json", type: .json, bytes: OscalResults(document).bytes))
    // The format has no word for a plan without items.
    if let bytes = OscalPlan(document).bytes {
      artifacts.append(Artifact(path: "oscal/poam.json", type: .json, bytes: bytes))
    }
    return artifacts
  }
}
