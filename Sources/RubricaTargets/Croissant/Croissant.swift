package import RubricaModel
package import RubricaSource

/// The data set that the guideline makes labels for, in Croissant 1.0 with its vocabulary for
/// responsible AI. Public: nobody is named in it. `docs/formats/interchange.md` says what goes where.
package enum CroissantTarget: Target {
  package static let info = TargetInfo(
    id: "croissant", title: "Croissant",
    summary:
      "What is known about the data and its annotation, as Croissant 1.0 with RAI properties.",
    checks: [croissantGap])

  package static func examine(
    _ index: GuidelineIndex, _ context: TargetContext, _ report: inout Report
  ) {
    let guideline = index.guideline
    let root = guideline.governance?.root
    let sources = root?.nodes(at: "data.sources[*]") ?? []
    func gap(_ property: String, _ span: Span, _ why: String, _ help: String) {
      report.add(
        croissantGap, at: span, "croissant.json will lack `\(property)`: \(why)", help: help)
    }
    if sources.isEmpty {
      gap(
        "license` and `distribution", root?.span.head ?? guideline.document.head,
        "no source of the data is given", "list the sources under `data.sources` in governance.yaml"
      )
    }
    for source in sources {
      if source["licence"]?.isFilled != true {
        gap(
          "license", source.span, "this source does not give its `licence`",
          "give an SPDX identifier, or `proprietary`")
      }
      if PublicFacts.digest(source) == nil {
        gap(
          "distribution", source.span, "this source has no SHA-256 to identify it",
          "write `digest` as `sha256:` and 64 hexadecimal digits")
      }
    }
    if guideline.purpose == nil {
      gap(
        "description", guideline.document.head, "the front matter has no `purpose`",
        "say in one sentence what the labels are for")
    }
    if context.organisation == nil {
      gap(
        "creator", guideline.document.head, "rubrica.yaml names no organisation",
        "set `organisation: {name: …}`; people are never named in the file")
    }
  }

  package static func render(
    _ guideline: CheckedGuideline, _ context: TargetContext
  ) -> [Artifact] {
    let document = CroissantDocument(guideline.guideline, context)
    return [Artifact(path: "croissant/croissant.json", type: .json, bytes: document.json.bytes)]
  }
}
