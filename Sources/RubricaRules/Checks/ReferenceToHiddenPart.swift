package import RubricaModel
package import RubricaSource

/// A link leads only to what its reader may see.
package enum ReferenceToHiddenPart: Check {
  package static let info = CheckInfo(
    id: "reference-to-hidden-part",
    levels: .stumble,
    summary: "Text for annotators links only to parts that are for annotators.",
    rationale: """
      Parts for reviewers and lawyers are not on the annotators' page: the link leads nowhere, and its \
      words reveal something that is kept from the reader.
      """,
    bad: [
      CheckExample(
        Sample.signs(
          """
          See ⟪[the audit](#audit)⟫.

          ## Audit {#audit audience=reviewer}
          Every tenth item is labelled twice.
          """))
    ],
    good: [
      CheckExample(
        Sample.signs(
          """
          See [the labels](#labels).

          ## Audit {#audit audience=reviewer}
          Every tenth item is labelled twice. See [Stop](#stop).
          """))
    ])

  package static func check(_ index: GuidelineIndex, _ report: inout Report) {
    let hidden = hiddenAnchors(index.guideline)
    guard !hidden.isEmpty else { return }
    for reference in index.guideline.references
    where reference.audience.isForAnnotators && reference.destination.hasPrefix("#") {
      let id = String(reference.destination.dropFirst())
      guard let audience = hidden[id] else { continue }
      report.add(
        info, at: reference.span, leads(id, audience),
        help: "remove the link, or move the text to that part")
    }
  }

  private static func hiddenAnchors(_ guideline: Guideline) -> [String: Audience] {
    var hidden: [String: Audience] = [:]
    for rule in guideline.rules where !rule.audience.isForAnnotators {
      if let anchor = rule.anchor { hidden[anchor] = rule.audience }
    }
    for example in guideline.examples where !example.audience.isForAnnotators {
      hidden[example.id] = example.audience
    }
    for label in guideline.labels where !label.audience.isForAnnotators {
      hidden[label.id.value] = label.audience
    }
    for section in guideline.body.sections where !section.audience.isForAnnotators {
      hidden[section.anchor] = section.audience
    }
    return hidden
  }

  private static func leads(_ id: String, _ audience: Audience) -> String {
    "annotators read this link, but `\(id)` is for \(audience == .legal ? "lawyers" : "reviewers")"
  }
}
