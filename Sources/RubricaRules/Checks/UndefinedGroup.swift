package import RubricaModel
package import RubricaSource

/// A group that a label or a group names is declared.
package enum UndefinedGroup: Check {
  package static let info = CheckInfo(
    id: "undefined-group",
    levels: .error,
    summary: "Every group that a label names is declared.",
    rationale: """
      The label is outside its group: rules for the group do not apply to it, and annotators look for \
      it in the wrong place.
      """,
    bad: [
      CheckExample(
        Sample.grouped("### Group: Vehicles\n\n#### Car\nFor up to nine people.", "⟪vehicle⟫"),
        fixed: Sample.grouped("### Group: Vehicles\n\n#### Car\nFor up to nine people.", "vehicles")
      )
    ],
    good: [
      CheckExample(
        Sample.grouped("### Group: Vehicles\n\n#### Car\nFor up to nine people.", "vehicles"))
    ])

  package static func check(_ index: GuidelineIndex, _ report: inout Report) {
    let guideline = index.guideline
    let ids = guideline.groups.map(\.id.value)
    func expect(_ group: Located<String>?, _ what: String) {
      guard let group, !ids.contains(group.value) else { return }
      let near = NearMiss(
        to: group, among: ids, in: guideline.sources,
        otherwise: "declare it with a heading `Group: …` above its labels, or under `groups:`")
      report.add(
        info, at: group.span,
        "no group is called `\(Wording.excerpt(group.value))`, but \(what) names it",
        help: near.help, fixes: near.fixes)
    }
    for label in guideline.labels { expect(label.group, "label `\(label.id.value)`") }
    for group in guideline.groups { expect(group.group, "group `\(group.id.value)`") }
  }
}

extension Sample {
  fileprivate static func grouped(_ labels: String, _ group: String) -> String {
    task(
      layers: "- {id: objects, kind: box, labels: [car, bus]}",
      """
      # Vehicles

      ## Labels

      \(labels)

      ### Bus
      For more than nine people.

      ```yaml label
      group: \(group)
      ```
      """)
  }
}
