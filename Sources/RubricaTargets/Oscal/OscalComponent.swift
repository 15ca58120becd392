internal import RubricaBundle
internal import RubricaModel
internal import RubricaSource

/// `component-definition.json`: the guideline as a component of type `guidance`, with the places of
/// its source that answer the items.
struct OscalComponent {
  private let document: OscalDocument
  private var reviewed: ReviewedGuideline { document.reviewed }

  init(_ document: OscalDocument) { self.document = document }

  /// `catalog` is the file beside it, which is named with its digest.
  func bytes(_ catalog: [UInt8]) -> [UInt8] {
    let guideline = reviewed.guideline
    let digest = Digest(catalog).hex
    let title = DataText.oneLine(guideline.title.value)
    var component: [(String, JSON)] = [
      ("uuid", .string(reviewed.uuid("component", ""))), ("type", "guidance"),
      ("title", .string(title)),
      ("description", .string("The annotation guideline `\(guideline.id.value)`.")),
    ]
    if let purpose = guideline.purpose {
      component.append(("purpose", .string(DataText.oneLine(purpose.value))))
    }
    let requirements = reviewed.report.results.filter { !$0.evidence.isEmpty }.map(requirement)
    let catalogID = NameUUID.text("catalog", digest)
    if !requirements.isEmpty {
      component.append(
        (
          "control-implementations",
          [
            [
              "uuid": .string(reviewed.uuid("control-implementation", "")),
              "source": .string("#" + catalogID),
              "description":
                "What the source of the guideline says about the items of the checklist.",
              "implemented-requirements": .array(requirements),
            ]
          ]
        ))
    }
    let resource: JSON = [
      "uuid": .string(catalogID), "title": "The checklist",
      "rlinks": [
        [
          "href": "catalog.json", "media-type": "application/oscal+json",
          "hashes": [["algorithm": "SHA-256", "value": .string(digest)]],
        ]
      ],
    ]
    return document.bytes(
      "component-definition", "Guideline",
      [
        ("components", [.object(component)]),
        ("back-matter", ["resources": .array([resource] + document.sourceFiles)]),
      ])
  }

  private func requirement(_ result: ChecklistResult) -> JSON {
    .object([
      ("uuid", .string(reviewed.uuid("implemented-requirement", result.item.id))),
      ("control-id", .string(result.item.id)),
      ("description", .string(reviewed.account(of: result))),
      ("props", .array([document.prop("state", result.state.rawValue)])),
      ("links", .array(document.links(result))),
      ("responsible-roles", document.responsible(result.item).onOneLine),
    ])
  }
}
