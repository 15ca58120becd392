package import RubricaModel

/// The compliance checklist: the items of the catalogue held against what the source declares, for
/// those who have to vouch for it. `docs/formats/checklist.md` is the specification.
package enum ChecklistTarget: Target {
  package static let info = TargetInfo(
    id: "checklist", title: "Compliance checklist",
    summary:
      "What a legal, security or quality reviewer must check, as a page, Markdown and JSON.",
    checks: [])

  package static func render(
    _ guideline: CheckedGuideline, _ context: TargetContext
  ) -> [Artifact] {
    let report = ChecklistReport(guideline.index, context.catalogue, context.attestations)
    let guideline = guideline.guideline
    let catalogue = context.catalogue.written
    return [
      Artifact(
        path: "checklist/checklist.json", type: .json,
        bytes: ChecklistDocument.bytes(guideline, report, context, catalogue)),
      Artifact(
        path: "checklist/checklist.md", type: .markdown,
        bytes: ChecklistText.bytes(guideline, report, context, catalogue)),
      Artifact(
        path: "checklist/checklist.html", type: .html,
        bytes: ChecklistPage.bytes(guideline, report, context, catalogue)),
    ]
  }
}
