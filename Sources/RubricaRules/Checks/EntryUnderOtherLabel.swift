package import RubricaModel
package import RubricaSource

/// A case stands where its reader looks for it.
package enum EntryUnderOtherLabel: Check {
  package static let info = CheckInfo(
    id: "entry-under-other-label",
    levels: .note,
    summary: "A rule or edge case under a label's heading is about that label.",
    rationale: """
      An annotator who is unsure about a label reads its section. A rule that an edit left in another \
      section is not found, and is read there as a rule about the wrong thing.
      """,
    bad: [
      CheckExample(
        Sample.twoLabels(
          """
          #### Edge case: ⟪an octagon on a toy⟫
          Choose [Stop](#stop) when it is as large as a real one.
          """))
    ],
    good: [
      CheckExample(
        Sample.twoLabels(
          "#### Edge case: an octagon on a toy\nIt is not a [Stop](#stop), but an other sign.\n")),
      CheckExample(
        Sample.twoLabels("#### Edge case: an other sign in red\nChoose [Stop](#stop).\n")),
    ])

  package static func check(_ index: GuidelineIndex, _ report: inout Report) {
    for rule in index.guideline.rules {
      guard let own = rule.label, let label = index.label(own), let title = rule.title else {
        continue
      }
      var others: Set<String> = []
      var namesOwn = false
      rule.content.forEachInline { inline in
        guard let id = inline.labelID, index.label(id) != nil else { return }
        if id == own { namesOwn = true } else { others.insert(id) }
      }
      guard !namesOwn, others.count == 1, let other = others.first else { continue }
      let words = (title.plainText + " " + rule.content.plainText).lowercased()
      // Any word of the label's name is a sign that the case is about it.
      let name = label.name.value.lowercased().split { $0 == " " || $0 == "-" || $0 == "/" }
      guard !name.contains(where: { $0.count > 2 && words.contains($0) }),
        !words.contains(own.lowercased()), !label.isContrasted(with: other)
      else { continue }
      report.add(
        info, at: title.span, "this is under `\(own)`, but is only about `\(other)`",
        help: "move it to the section of `\(other)`, or say how it concerns `\(own)`")
    }
  }
}

extension Sample {
  fileprivate static func twoLabels(_ entry: String) -> String {
    task(
      layers: "- {id: signs, kind: box, labels: [stop, other-sign]}",
      """
      # Signs

      ## Labels

      ### Stop
      A red octagon.

      ### Other sign
      Every other one.

      \(entry)
      """)
  }
}
