package import RubricaModel

/// The checklist as CycloneDX 1.6 attestations: requirements, claims, and the evidence for and against
/// them. `docs/formats/interchange.md` says what goes where.
package enum CycloneDXTarget: Target {
  package static let info = TargetInfo(
    id: "cyclonedx", title: "CycloneDX",
    summary: "The checklist as CycloneDX 1.6 attestations: requirements, claims and evidence.",
    checks: [])

  package static func render(
    _ guideline: CheckedGuideline, _ context: TargetContext
  ) -> [Artifact] {
    let document = AttestationDocument(ReviewedGuideline(guideline.index, context))
    return [Artifact(path: "cyclonedx/attestation.cdx.json", type: .json, bytes: document.bytes)]
  }
}
